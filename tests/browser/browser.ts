import { execFile, spawn } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const bin = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));

export const CHROMIUM = '/usr/bin/chromium';

/** True if the browser is there, and always in CI. */
export function hasBrowser(): boolean {
  return process.env.HANDBILL_CI !== undefined || existsSync(CHROMIUM);
}

/** Chromium without a window, and without its own connections to the network. */
export function startBrowser(): Promise<Browser> {
  const quiet = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: CHROMIUM, args: quiet });
}

/** A page of a browser that is started before the tests of a group, and ended behind them. */
export function usePage(): { readonly page: Page } {
  const opened = {} as { browser?: Browser; page: Page };
  beforeAll(async () => {
    opened.browser = await startBrowser();
    opened.page = await opened.browser.newPage();
  }, 120_000);
  afterAll(() => opened.browser?.close());
  return opened;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ics': 'text/calendar; charset=utf-8',
};

/** Serves a folder on this machine; as any web host would. */
export async function serveFolder(folder: string): Promise<{ origin: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    let file = join(folder, path);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file.startsWith(folder) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** Runs handbill as a program of its own, with the fonts of this system; throws where it doesn't end with 0. */
export async function runProgram(folder: string, ...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [bin, ...args], { cwd: folder, maxBuffer: 1 << 26 });
}

/** Starts `handbill preview` of an appeal in a folder, as a program of its own. */
export async function startPreviewOf(
  folder: string,
  appeal: string,
): Promise<{ url: string; stop: () => void }> {
  const program = spawn(process.execPath, [bin, 'preview', appeal], { cwd: folder });
  const url = await new Promise<string>((resolve) => {
    program.stdout.on('data', (chunk) => resolve(/http:\S+/.exec(String(chunk))?.[0] ?? ''));
  });
  return { url, stop: () => program.kill('SIGINT') };
}
