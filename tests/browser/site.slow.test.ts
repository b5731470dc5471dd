import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { listFiles, makeTemporary } from '../folder.ts';
import { hasBrowser, serveFolder, startBrowser } from './browser.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** How much the page moved while it was drawn, as browsers score it. */
const SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => resolve(sum), 300);
})`;

describe.skipIf(!hasBrowser())(
  'the action page in a browser (skipped where /usr/bin/chromium is missing)',
  () => {
    let browser: Browser;
    let site: { origin: string; close: () => void };
    let folder: { path: string; remove: () => Promise<void> };

    beforeAll(async () => {
      folder = await makeTemporary();
      const made = await handbill(folder.path, 'site --out . --workers 1');
      expect(made.code).toBe(0);
      [browser, site] = await Promise.all([startBrowser(), serveFolder(join(folder.path, 'site'))]);
    }, 300_000);

    afterAll(async () => {
      await browser?.close();
      site?.close();
      await folder?.remove();
    });

    /** A page that fails the test on a request elsewhere, on a script error and on a breach of the policy. */
    async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
      const page = await context.newPage();
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin) && !/^(data|mailto):/.test(request.url()))
          trouble.push(request.url());
      });
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') trouble.push(message.text());
      });
      await page.goto(site.origin + path);
      return page;
    }
    const trouble: string[] = [];

    test('what is copied is the letter whole, as plain text, and her words are no markup', async () => {
      const page = await open('/en/letters/kz-de-berlin.html', {
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await page.getByLabel('Your name').fill('Zhanna <b>Example</b>');
      await page.getByLabel('A sentence of your own').fill('I worked in an oil field, too.');
      await page.getByRole('button', { name: 'Copy the letter' }).click();
      await expect.poll(() => page.locator('.send [data-status]').textContent()).toBe('Copied');
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toContain('Botschaft der Republik Kasachstan');
      expect(copied).toContain('I worked in an oil field, too.');
      expect(copied.match(/Zhanna <b>Example<\/b>/g)).toHaveLength(2);
      expect(copied).not.toContain('____');
      expect(copied).not.toMatch(/\n{3}|[\u{E000}-\u{F8FF}]/u);
      expect(await page.evaluate('[localStorage.length, document.cookie]')).toEqual([0, '']);
      expect(trouble).toEqual([]);
    });

    test('a way back fills the letter with what was typed before', async () => {
      const page = await open('/en/letters/kz-gb-london.html');
      await page.getByLabel('Your name').fill('Anna');
      await page.locator('main a').first().click();
      await page.goBack();
      await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Anna');
      expect(await page.locator('.letter').textContent()).toContain('Anna');
    });

    test('“Copied” is said only when something was', async () => {
      const page = await open('/en/letters/kz-gb-london.html');
      await page.evaluate(`document.execCommand = () => false;
        Object.defineProperty(navigator, 'clipboard', { value: undefined })`);
      await page.getByRole('button', { name: 'Copy the letter' }).click();
      await expect
        .poll(() => page.locator('.send [data-status]').textContent())
        .toContain('Your browser didn’t copy it');
    });

    test('every mail link of every language carries its letter, and leaves 300 of 1,900 characters for her own', async () => {
      const links: string[] = [];
      for (const file of await listFiles(join(folder.path, 'site'))) {
        if (!/\/letters\/.*\.html$/.test(file)) continue;
        const html = await readFile(join(folder.path, 'site', file), 'utf8');
        const found = /data-mail href="([^"]+)"/.exec(html)?.[1];
        if (found === undefined) continue;
        const href = found.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
        links.push(href);
        const { searchParams } = new URL(href);
        expect(href.length, file).toBeLessThanOrEqual(1600);
        expect(searchParams.get('subject'), file).not.toBe('');
        expect(searchParams.get('body'), file).toMatch(/70|٧٠|۷۰/);
        expect(searchParams.get('body'), file).not.toMatch(/[\u{E000}-\u{F8FF}]/u);
      }
      expect(links).toHaveLength(182);
    });

    test('320 pixels are enough, without scrolling sideways, and nothing jumps', async () => {
      for (const path of ['/de/', '/ru/letters/kz-ru-moscow.html']) {
        const page = await open(path, { viewport: { width: 320, height: 640 } });
        await page.waitForLoadState('load');
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect(wide, path).toBeLessThanOrEqual(320);
        const shift = await page.evaluate(SHIFT);
        expect(shift, path).toBeLessThan(0.1);
      }
    });

    test('printed, a letter is the letter alone', async () => {
      const page = await open('/en/letters/kz-gb-london.html');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.actions-row').first().isVisible()).toBe(false);
      expect(await page.locator('nav').first().isVisible()).toBe(false);
      expect(await page.locator('[data-letter]').isVisible()).toBe(true);
    });

    test('a first visit weighs less than 150 KB without pictures and PDFs, page by page', async () => {
      const style = await readFile(join(folder.path, 'site/style.css'));
      const script = await readFile(join(folder.path, 'site/act.js'));
      const letter = await readFile(join(folder.path, 'site/letter.js'));
      const print = await readFile(join(folder.path, 'site/letter.css'));
      const countries = await readFile(join(folder.path, 'site/kk/countries.js'));
      const shared = style.length + script.length + print.length;
      for (const path of ['en/index.html', 'ru/index.html', 'ar/index.html']) {
        const html = await readFile(join(folder.path, 'site', path));
        expect(html.length + shared, path).toBeLessThan(150_000);
      }
      const html = await readFile(join(folder.path, 'site/kk/letters/kz-ru-moscow.html'));
      expect(html.length + shared + letter.length + countries.length).toBeLessThan(150_000);
    });

    test('axe finds nothing on the page of every language, nor on letters; in the dark, too', {
      timeout: 300_000,
    }, async () => {
      const front = await readFile(join(folder.path, 'site/index.html'), 'utf8');
      const languages = [...front.matchAll(/hreflang="([\w-]+)"/g)].map((m) => m[1]!);
      expect(languages.length).toBeGreaterThanOrEqual(6);
      const letters = ['en', 'kk', 'ar', 'zh-Hans'].map((tag) => `/${tag}/letters/co-citic-group.html`);
      const paths = [...languages.map((tag) => `/${tag}/`), ...letters];
      // All pages have one sheet of colours: in the dark, one of each kind, and one from right to left.
      const dark = ['/', '/en/', '/ar/', '/en/letters/co-citic-group.html'];
      for (const [colorScheme, some] of [
        ['light', ['/', ...paths]],
        ['dark', dark],
      ] as const) {
        for (const path of some) {
          const page = await open(path, { colorScheme, bypassCSP: true });
          await page.addScriptTag({ path: axe });
          const { violations } = await page.evaluate<Found>('axe.run()');
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
          expect(found, `${path} ${colorScheme}`).toEqual([]);
          await page.context().close();
        }
      }
    });
  },
);
