import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A Node to run the program with. */
export interface OtherNode {
  /** The lowest version that `engines` lets in, or a line, which stands for its newest: `20.17.0`, `22`. */
  readonly version: string;
  readonly program: string;
}

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string };
};

/** The lowest version that `engines` of package.json lets in, and its lines: 20, 22, 24, 26. */
export const LOWEST = /\d+\.\d+\.\d+/.exec(engines.node)![0];
export const LINES = engines.node.split('||').map((range) => /\d+/.exec(range)![0]);

/** Where `.ci/run` puts the binaries of the lowest and of the lines that aren't this machine's. */
const folder =
  process.env.HANDBILL_NODES ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'handbill', 'nodes');

const ours = process.versions.node.split('.')[0];
const known = [LOWEST, ...LINES.filter((line) => line !== ours)].map((version): OtherNode => {
  const name = `node-${process.platform}-${process.arch}`;
  return { version, program: join(folder, version, 'node_modules', name, 'bin', 'node') };
});

/** The Nodes that are there; in CI all, so that a test fails where one is missing. */
export const OTHER_NODES = known.filter(
  ({ program }) => process.env.HANDBILL_CI !== undefined || existsSync(program),
);

/** Words for the name of a test that is skipped where none is there. */
export const WITHOUT_NODES = OTHER_NODES.length > 0 ? '' : ` (skipped: no other Node in ${folder})`;
