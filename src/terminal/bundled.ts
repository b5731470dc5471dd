import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file or folder that comes with handbill: `templates`, `data/zhanaozen`. */
export function bundledPath(name: string): string {
  return fileURLToPath(new URL(`../../${name}`, import.meta.url));
}

/** The appeal that is used when none is named. */
export const BUNDLED_APPEAL = 'data/zhanaozen';

/** Version of this handbill. */
export function bundledVersion(): string {
  const { version } = JSON.parse(readFileSync(bundledPath('package.json'), 'utf8')) as { version: string };
  return version;
}
