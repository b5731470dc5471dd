import { spawnSync } from 'node:child_process';

/** True if a program is there, and always in CI: there, a test that needs it fails without it. */
export function hasTool(name: string): boolean {
  return process.env.HANDBILL_CI !== undefined || spawnSync(name, ['--version']).error === undefined;
}
