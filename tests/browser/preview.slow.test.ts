import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';
import { hasBrowser, startBrowser } from './browser.ts';

const bin = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));

test.skipIf(!hasBrowser())(
  'the preview shows the chosen page, follows a save in its place, and tells what is wrong (needs /usr/bin/chromium)',
  async () => {
    const folder = await makeFolder(smallAppeal('a'));
    const program = spawn(process.execPath, [bin, 'preview', 'a'], { cwd: folder });
    const browser = await startBrowser();
    onTestFinished(async () => {
      program.kill('SIGINT');
      await browser.close();
    });
    const url = await new Promise<string>((resolve) => {
      program.stdout.on('data', (chunk) => resolve(/http:\S+/.exec(String(chunk))?.[0] ?? ''));
    });
    const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
    const trouble: string[] = [];
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
    page.on(
      'request',
      (request) => request.url().startsWith(new URL(url).origin) || trouble.push(request.url()),
    );
    await page.goto(url);
    await page.getByLabel('Document').selectOption('leaflets/picket.en');
    await page.getByLabel('Form').selectOption('leaflets/picket.en.a5.pdf');
    await page.getByLabel('Zoom').selectOption('width');
    const picture = page.locator('#pages img').first();
    await expect.poll(() => picture.getAttribute('alt')).toContain('picket.en.a5.pdf');
    await expect
      .poll(() => picture.evaluate('document.querySelector("#pages img").naturalWidth'))
      .toBeGreaterThan(300);
    await page.locator('#pages').evaluate('document.querySelector("#pages").scrollTop = 200');
    const before = await picture.getAttribute('src');

    const head = join(folder, 'a/appeal.yaml');
    const text = await readFile(head, 'utf8');
    await writeFile(head, text.replace('Free the strikers', 'Free all strikers'));
    await expect
      .poll(() => page.locator('#title').textContent(), { timeout: 10_000 })
      .toBe('Free all strikers');
    await expect.poll(() => picture.getAttribute('src')).not.toBe(before);
    expect(await page.getByLabel('Form').inputValue()).toBe('leaflets/picket.en.a5.pdf');
    expect(await page.locator('#pages').evaluate('document.querySelector("#pages").scrollTop')).toBe(200);

    await writeFile(head, text.replace('issued:', 'isued:'));
    await expect
      .poll(() => page.locator('#problems').textContent(), { timeout: 10_000 })
      .toContain('Did you mean issued?');
    expect(trouble.filter((t) => !t.includes('favicon') && !t.includes('403'))).toEqual([]);
  },
);
