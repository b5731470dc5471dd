import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { hostileAppeal } from '../commands/hostile-appeal.ts';
import { handbill } from '../commands/run.ts';
import { listFiles, makeTemporary, writeFiles } from '../folder.ts';
import { hasBrowser, serveFolder, startBrowser, startPreviewOf } from './browser.ts';

/** A machine with much to do lays out a page in seconds. */
const SLOW = { timeout: 20_000 };

describe.skipIf(!hasBrowser())('an appeal full of traps (skipped where /usr/bin/chromium is missing)', () => {
  let browser: Browser;
  let folder: { path: string; remove: () => Promise<void> };

  beforeAll(async () => {
    folder = await makeTemporary();
    await writeFiles(folder.path, hostileAppeal());
    browser = await startBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await folder?.remove();
  });

  /** A page, and all that it should not have done. */
  async function watch(origin: string): Promise<{ page: Page; trouble: string[] }> {
    const page = await browser.newPage();
    const trouble: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(origin)) trouble.push(request.url());
    });
    page.on('dialog', (dialog) => trouble.push(dialog.message()));
    page.on('pageerror', (error) => trouble.push(error.message));
    return { page, trouble };
  }

  /** What a trap would have done, and what of it stands in the page as more than text. */
  const sprung = (page: Page) =>
    page.evaluate<unknown[]>(
      `[typeof hacked, document.querySelectorAll('[onload],[onerror],img[src*=evil],a[href^="javascript:" i]').length,
        [...document.scripts].filter((s) => s.textContent.includes('hacked') && !/json$/.test(s.type)).length]`,
    );

  test('on the action page and its letters nothing runs and nothing is asked for elsewhere', async () => {
    const made = await handbill(folder.path, 'site a --out . --workers 1 --date 2026-05-02');
    expect(made.code, made.stderr).toBe(0);
    const site = await serveFolder(join(folder.path, 'site'));
    onTestFinished(site.close);
    const pages = (await listFiles(join(folder.path, 'site'))).filter((path) => path.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(3);
    for (const path of pages) {
      const { page, trouble } = await watch(site.origin);
      await page.goto(`${site.origin}/${path}`, { waitUntil: 'load' });
      expect(await sprung(page), path).toEqual(['undefined', 0, 0]);
      expect(trouble, path).toEqual([]);
      await page.close();
    }
    const { page } = await watch(site.origin);
    await page.goto(`${site.origin}/en/`);
    expect(await page.locator('h1').textContent()).toContain('<script>hacked=1</script>');
  });

  test('nor in the preview, whose problems name what is hostile', async () => {
    const preview = await startPreviewOf(folder.path, 'a');
    onTestFinished(preview.stop);
    const { page, trouble } = await watch(new URL(preview.url).origin);
    await page.goto(preview.url);
    await expect
      .poll(() => page.locator('#title').textContent(), SLOW)
      .toContain('<script>hacked=1</script>');
    for (const [label, value] of [
      ['Document', 'leaflets/picket.en'],
      ['Document', 'letters/example-ltd.en'],
    ] as const) {
      await page.getByLabel(label).selectOption(value);
      await expect
        .poll(() => page.evaluate('document.querySelector("#pages img")?.naturalWidth ?? 0'), SLOW)
        .toBeGreaterThan(300);
    }
    await expect.poll(() => page.locator('#problems li').count(), SLOW).toBeGreaterThan(0);
    expect(await sprung(page)).toEqual(['undefined', 0, 0]);
    expect(trouble).toEqual([]);
  });
});
