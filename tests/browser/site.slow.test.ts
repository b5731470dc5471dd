import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { makeTemporary } from '../folder.ts';
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

    test('country, letter, name, own words, copy: in a few steps, and nothing leaves the page', async () => {
      const page = await open('/en/', { permissions: ['clipboard-read', 'clipboard-write'] });
      await page.getByLabel('Where do you live?').selectOption({ label: 'Germany' });
      await page.locator('[data-answer] a').click();
      await page.getByLabel('Your name').fill('Zhanna <b>Example</b>');
      await page.getByLabel('A sentence of your own').fill('I worked in an oil field, too.');
      await page.getByRole('button', { name: 'Copy the letter' }).click();
      await expect.poll(() => page.locator('[data-status]').textContent()).toBe('Copied');
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toContain('Botschaft der Republik Kasachstan');
      expect(copied).toContain('I worked in an oil field, too.');
      expect(copied.match(/Zhanna <b>Example<\/b>/g)).toHaveLength(2);
      expect(copied).not.toContain('____');
      expect(copied).not.toMatch(/\n{3}/);
      expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([
        0,
        0,
        '',
      ]);
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
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await page.locator('[data-status]').textContent()).toBe('');
    });

    test('the mail link holds subject and address, and the text where it is short enough', async () => {
      const page = await open('/en/letters/kz-gb-london.html');
      const mail = page.locator('[data-mail]');
      const href = (await mail.getAttribute('href'))!;
      expect(href.length).toBeLessThanOrEqual(1900);
      expect(href).toMatch(/^mailto:[^?]+@[^?]+\?subject=Protest%20against/);
      await page.evaluate(
        "document.querySelector('[data-mail]').addEventListener('click', (e) => e.preventDefault())",
      );
      await mail.click();
      const opened = (await mail.getAttribute('href'))!;
      expect(opened.length).toBeLessThanOrEqual(1900);
      if (!opened.includes('&body=')) {
        await expect.poll(() => page.locator('[data-status]').textContent()).toContain('too long');
      }
    });

    test('without script every letter can be reached and read', async () => {
      const page = await open('/de/', { javaScriptEnabled: false });
      const links = await page
        .locator('details a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(links.length).toBeGreaterThan(40);
      expect(await page.locator('select').isVisible()).toBe(false);
      await page.getByRole('link', { name: 'Botschaft der Republik Kasachstan' }).first().click();
      expect(await page.locator('.letter').textContent()).toContain('11 Tote nach offiziellen Angaben');
      expect(await page.getByRole('button').count()).toBe(0);
    });

    test('with the keyboard alone', async () => {
      const page = await open('/en/');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      for (let i = 0; i < 40; i += 1) {
        if (await page.evaluate("document.activeElement.id === 'country'")) break;
        await page.keyboard.press('Tab');
      }
      await page.keyboard.type('Germany');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/kz-de-berlin/);
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
      expect(await page.locator('.actions-row').isVisible()).toBe(false);
      expect(await page.locator('nav').first().isVisible()).toBe(false);
      expect(await page.locator('.letter').isVisible()).toBe(true);
    });

    test('each page weighs less than 100 KB without pictures and PDFs, in three requests', async () => {
      const style = await readFile(join(folder.path, 'site/style.css'));
      const script = await readFile(join(folder.path, 'site/act.js'));
      for (const path of ['en/index.html', 'ru/index.html', 'kk/letters/kz-ru-moscow.html']) {
        const html = await readFile(join(folder.path, 'site', path));
        expect(html.length + style.length + script.length, path).toBeLessThan(100_000);
        expect([...html.toString().matchAll(/(?:src|href)="([^"]+\.(?:css|js))"/g)]).toHaveLength(2);
      }
    });

    test('axe finds nothing on the page of every language, nor on letters; in the dark, too', {
      timeout: 300_000,
    }, async () => {
      const front = await readFile(join(folder.path, 'site/index.html'), 'utf8');
      const languages = [...front.matchAll(/hreflang="([\w-]+)"/g)].map((m) => m[1]!);
      expect(languages.length).toBeGreaterThanOrEqual(6);
      const letters = ['en', 'kk', 'ar', 'zh-Hans'].map((tag) => `/${tag}/letters/co-citic-group.html`);
      const paths = [...languages.map((tag) => `/${tag}/`), ...letters];
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const path of ['/', ...paths]) {
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
