import type { SpawnOptions } from 'node:child_process';
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ended, runProgram } from './program.ts';

/** Who runs the program, where and when; what is left out is as it is for the tests. */
export interface World {
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds by which the clock is off. */
  readonly clock?: number;
  /** Name of the machine; needs leave to change it in a namespace. */
  readonly host?: string;
  readonly umask?: string;
  /** Processors that may be used, as taskset(1) takes them. */
  readonly processors?: string;
  /** Folders and files are listed in the reverse order. */
  readonly reverse?: boolean;
}

/** True where a process may have a host name of its own. */
export const canRename = spawnSync('unshare', ['--uts', 'hostname', 'elsewhere']).status === 0;

/** Code that shifts the clock of a process and of its threads, or the order in which folders are listed. */
function loaderOf({ clock = 0, reverse = false }: World): string {
  const shift = `const Now = Date; globalThis.Date = class extends Now { constructor(...a) { super(...(a.length ? a : [Now.now() + ${clock}])); } static now() { return Now.now() + ${clock}; } };`;
  const turn = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module';
const turned = (list) => (Array.isArray(list) ? list.reverse() : list);
const sync = fs.readdirSync; fs.readdirSync = (...a) => turned(sync(...a));
const later = fs.promises.readdir; fs.promises.readdir = async (...a) => turned(await later(...a));
syncBuiltinESMExports();`;
  return `data:text/javascript,${encodeURIComponent(`${reverse ? turn : ''}${clock ? shift : ''}`)}`;
}

/** Runs the built program in a world. */
export async function runIn(world: World, cwd: string, args: readonly string[]): Promise<Ended> {
  await mkdir(cwd, { recursive: true });
  const { env = {}, clock, host, umask, processors, reverse } = world;
  const loads = clock !== undefined || reverse === true;
  const { NODE_OPTIONS = '' } = env;
  const all = {
    ...process.env,
    ...env,
    ...(loads ? { NODE_OPTIONS: `${NODE_OPTIONS} --import ${loaderOf(world)}` } : {}),
  };
  const options: SpawnOptions = { env: all };
  const through = [
    ...(host !== undefined && canRename
      ? ['unshare', '--uts', 'sh', '-c', `hostname ${host} && exec "$@"`, 'sh']
      : []),
    ...(umask === undefined ? [] : ['sh', '-c', `umask ${umask} && exec "$@"`, 'sh']),
    ...(processors === undefined ? [] : ['taskset', '-c', processors]),
  ];
  return runProgram(cwd, args, options, through);
}

/** Two people on two machines, of whom nothing may be found in what they make. */
export const PEOPLE: readonly (World & { readonly folder: string; readonly marks: readonly string[] })[] = [
  {
    env: {
      ...{ HOME: '/tmp/zq-home-ada', USER: 'zqada', LOGNAME: 'zqada', USERNAME: 'zqada', HOSTNAME: 'zqhost' },
      ...{ TZ: 'Pacific/Kiritimati', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8', SUDO_USER: 'zqada' },
    },
    clock: 5 * 365 * 86_400_000,
    host: 'zqhost',
    umask: '022',
    folder: join('zq-one', 'work'),
    marks: ['zq-home', 'zqada', 'zqhost', 'zq-one', 'Kiritimati'],
  },
  {
    env: {
      ...{ HOME: '/tmp/zq-home-bo', USER: 'zqbo', LOGNAME: 'zqbo', USERNAME: 'zqbo', HOSTNAME: 'zqother' },
      ...{ TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
    },
    host: 'zqother',
    umask: '077',
    folder: join('zq two', 'nested', 'deeper'),
    marks: ['zq-home', 'zqbo', 'zqother', 'zq two', 'St_Johns'],
  },
];
