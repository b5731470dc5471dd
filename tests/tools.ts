import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';

/** True if a program is there, and always in CI: there, a test that needs it fails without it. */
export function hasTool(name: string): boolean {
  return process.env.HANDBILL_CI !== undefined || spawnSync(name, ['--version']).error === undefined;
}

/** `describe` for tests that run programs of the system; where one is missing, the name says so and they are skipped. */
export function describeWith(tools: readonly string[], name: string, tests: () => void): void {
  const missing = tools.filter((tool) => !hasTool(tool));
  if (missing.length === 0) describe(name, tests);
  else describe.skip(`${name} (skipped: ${missing.join(', ')} not installed)`, tests);
}

/** What a program of the system prints about a file with these bytes. Throws where it fails. */
export function runOnFile(
  tool: string,
  args: (file: string) => readonly string[],
  bytes: Uint8Array,
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'handbill-test-'));
  const file = join(folder, 'file');
  try {
    writeFileSync(file, bytes);
    const { stdout, stderr, status, error } = spawnSync(tool, args(file), { maxBuffer: 1 << 28 });
    if (error) throw error;
    if (status !== 0) throw new Error(`${tool} ends with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What pdftotext reads in a PDF, on one line. */
export function textOfPdf(file: string): string {
  return execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
}

/** True where a test that reads PDFs must be skipped; its name says so. */
export const WITHOUT_PDFTOTEXT = !hasTool('pdftotext');
