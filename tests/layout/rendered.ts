import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { makeFolder } from '../folder.ts';

const run = promisify(execFile);

/** PNGs of all pages of a PDF, at `dpi` dots an inch. */
export async function renderPages(pdf: Uint8Array, dpi: number): Promise<Buffer[]> {
  const folder = await makeFolder({ 'in.pdf': pdf });
  await run('pdftoppm', ['-r', String(dpi), '-png', join(folder, 'in.pdf'), join(folder, 'page')]);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
  return Promise.all(names.map((name) => readFile(join(folder, name))));
}

/** The text of a PDF as a reader copies it. */
export async function textOfPdf(pdf: Uint8Array): Promise<string> {
  const folder = await makeFolder({ 'in.pdf': pdf });
  return (await run('pdftotext', ['-raw', join(folder, 'in.pdf'), '-'])).stdout;
}

/** Pixels of a PNG. */
export function readPng(bytes: Uint8Array): PNG {
  return PNG.sync.read(Buffer.from(bytes));
}

/** Darkness of a pixel, 0 to 1. */
export function inkOf({ width, data }: PNG, x: number, y: number): number {
  return 1 - data[4 * (y * width + x)]! / 255;
}
