import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/list.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { drawSome } from './draw.ts';
import { runProgram, start } from './program.ts';
import { isLong, tally } from './tally.ts';

/** A command line for each command that does work, in the folder of a small appeal. */
const LINES: readonly string[] = [
  'make a --quiet',
  'make a --format txt --workers 2 --out threads',
  'letters a --format txt,eml',
  'leaflets a --kind picket --paper a5 --up 1',
  'site a',
  'check a',
  'status a',
  'contacts list a',
  'contacts check a',
  'contacts export a',
  'contacts labels a',
  'contacts envelopes a --size c6',
  'contacts import list.csv --appeal a --yes --set kind=company',
  'add demand a --text Freedom',
  'edit a --set title=Freedom',
  'sent a/letters/example-ltd.en.txt --appeal a --dry-run',
  'facts list a',
  'facts log a',
  'facts check a',
  'translate status a',
  'translate export a --lang de',
  'templates list',
  'explain no-channel',
  'schema appeal',
  'init b --no-input --title T --issuer I --lang en --what W. --source S --demand D --to Example --to-kind company',
  'quick --no-input',
  'fonts a',
  'words try de',
  'key union.key --no-password',
  'pack a --key union.key --out packed',
  'open packed/packs/strike.zip b2',
  'clean',
  'manifest merge',
  'completion bash',
  'help safety',
];

/** Calls for the network in what strace wrote; talk within the machine by names or pairs of sockets is none. */
function networkCalls(trace: string): string[] {
  return trace
    .split('\n')
    .filter((line) => /\b(?:socket|connect|bind|listen|sendto|sendmsg)\(/.test(line))
    .filter((line) => !/AF_UNIX|AF_LOCAL|AF_NETLINK/.test(line));
}

describeWith(['strace'], 'network', () => {
  const strace = (file: string) => [
    'strace',
    '-f',
    '--seccomp-bpf',
    '-qq',
    '-e',
    'trace=network',
    '-o',
    file,
  ];
  const files = { ...smallAppeal('a'), 'list.csv': 'name,city,country\nOffice Ltd,Exampleton,GB\n' };

  test('each command is tried', () => {
    const tried = new Set([...LINES.map((line) => line.split(' ')[0]), 'preview']);
    expect(COMMANDS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  test('no command asks for a network', { timeout: 300_000 }, async () => {
    const cwd = await makeFolder(files);
    const lines = isLong ? drawSome(LINES, 15, 'lines') : ['make a --format txt --quiet'];
    for (const line of lines) {
      const ended = await runProgram(cwd, line.split(' '), {}, strace(join(cwd, 'trace')));
      expect(ended.stderr, line).not.toMatch(/defect/);
      const calls = networkCalls(await readFile(join(cwd, 'trace'), 'utf8'));
      expect(calls, line).toEqual([]);
    }
    tally({ part: 'privacy', what: 'commands without network', cases: lines.length, survived: lines.length });
  });

  test('the preview listens on this machine alone', { timeout: 60_000 }, async () => {
    const cwd = await makeFolder(files);
    const { child, ended } = start(cwd, ['preview', 'a'], { detached: true }, strace(join(cwd, 'trace')));
    const url = await new Promise<string>((resolve) =>
      child.stdout!.once('data', (text) => resolve(String(text))),
    );
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+/);
    const page = await fetch(url.split('\n')[0]!);
    expect(page.status).toBe(200);
    process.kill(-child.pid!, 'SIGINT');
    await ended;
    const calls = networkCalls(await readFile(join(cwd, 'trace'), 'utf8'));
    const bound = calls.filter((line) => line.includes('bind('));
    expect(bound.length).toBeGreaterThan(0);
    for (const line of bound) expect(line).toContain('inet_addr("127.0.0.1")');
    expect(calls.filter((line) => line.includes('connect('))).toEqual([]);
    tally({ part: 'privacy', what: 'preview on 127.0.0.1', cases: 1, survived: 1 });
  });
});
