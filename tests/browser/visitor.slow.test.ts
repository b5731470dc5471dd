import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LETTER_LAYOUT_IDS, LETTER_LAYOUTS, windowOf } from '../../src/layout/letter-layouts.ts';
import { makeTemporary } from '../folder.ts';
import { HAS_NOTO } from '../layout/noto.ts';
import { hasTool } from '../tools.ts';
import { hasBrowser, runProgram, startBrowser } from './browser.ts';
import { readPrinted } from './printed.ts';

/** Chinese needs fonts of the system. */
const LANGUAGES = ['en', 'de', 'ar', 'kk', ...(HAS_NOTO ? ['zh-Hans'] : [])];

describe.skipIf(!hasBrowser() || !hasTool('pdftotext'))(
  'a visitor of the action page, opened from a disk (skipped where /usr/bin/chromium or pdftotext is missing)',
  () => {
    let browser: Browser;
    let folder: { path: string; remove: () => Promise<void> };
    const trouble: string[] = [];

    beforeAll(async () => {
      folder = await makeTemporary();
      await runProgram(folder.path, 'site', '--out', '.', '--lang', LANGUAGES.join(','));
      browser = await startBrowser();
    }, 300_000);

    afterAll(async () => {
      await browser?.close();
      await folder?.remove();
    });

    const pathOf = (path: string) => join(folder.path, 'site', path);

    /** A page on a small telephone; whatever asks for something outside, or fails, is trouble. */
    async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, ...options });
      const page = await context.newPage();
      page.on('request', (request) => {
        if (!/^(file|data|mailto|blob):/.test(request.url())) trouble.push(request.url());
      });
      page.on('pageerror', (error) => trouble.push(error.message));
      page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()));
      await page.goto(`file://${pathOf(path)}`);
      return page;
    }

    test.each(LANGUAGES)(
      '%s: three taps from the first screen to the letter; printed, it bears her name; the draft opens',
      async (tag) => {
        const page = await open(`${tag}/index.html`);
        const isSeen = (selector: string) =>
          page.evaluate(
            `document.querySelector('${selector}').getBoundingClientRect().bottom <= innerHeight`,
          );
        expect(await isSeen('[data-go]')).toBe(true);
        expect(await isSeen('.lead')).toBe(true);
        await page.locator('[data-go]').click();
        await page.locator('#country').selectOption('GB');
        await page.locator('[data-answer] a.button').click();
        await page.waitForURL(/kz-gb-london\.html/);
        await page.locator('#name').fill('Anna <b>Example</b>');
        await page.locator('#words').fill('I worked in an oil field, too.');
        await page.locator('#street').fill('Musterweg 1');
        await page.locator('#code').fill('AB1 2CD');
        await page.locator('#city').fill('Town');
        const letter = page.locator('[data-letter]');
        expect(await letter.textContent()).toContain('I worked in an oil field, too.');
        expect(await letter.textContent()).not.toContain('____');

        const { pages, text: printed } = readPrinted(await page.pdf({ preferCSSPageSize: true }));
        expect(pages).toBe(1);
        expect(printed).toContain('Anna <b>Example</b>');
        expect(printed).toContain('Musterweg');
        const screen = await page.locator('h1').first().textContent();
        expect(printed).not.toContain(screen!.slice(0, 20));

        const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-eml]').click()]);
        const draft = await simpleParser(await readFile(await file.path()));
        expect(draft.headers.get('x-unsent')).toBe('1');
        expect(draft.to).toMatchObject({
          value: expect.arrayContaining([expect.objectContaining({ address: expect.stringContaining('@') })]),
        });
        expect(draft.subject).not.toMatch(/=\?|�/);
        expect(draft.text).toContain('I worked in an oil field, too.');
        expect(draft.text).toContain('Anna <b>Example</b>');
        expect(file.suggestedFilename()).toBe('kz-gb-london.eml');
        expect(trouble).toEqual([]);
      },
    );

    test('she isn’t asked twice: her fields follow her to the next letter, and to another language, till she forgets them', async () => {
      const page = await open('en/letters/kz-de-berlin.html');
      await page.getByLabel('Your name').fill('Anna');
      await page.getByRole('button', { name: 'I have sent it' }).click();
      await page.locator('[data-next]').click();
      await expect.poll(() => page.getByLabel('Your name').inputValue()).toBe('Anna');
      expect(await page.locator('[data-letter]').textContent()).toContain('Anna');
      await page.locator('.languages summary').click();
      await page.getByRole('link', { name: 'Deutsch' }).click();
      await expect.poll(() => page.getByLabel('Ihr Name').inputValue()).toBe('Anna');
      await page.goto(`file://${pathOf('en/index.html')}`);
      await page.locator('#country').selectOption('DE');
      expect(await page.locator('[data-answer]').textContent()).toMatch(
        /✓ Embassy of the Republic of Kazakhstan, Berlin, Germany: Done/,
      );
      await page.goBack();
      await page.getByRole('button', { name: 'Meine Eingaben vergessen' }).click();
      expect(await page.evaluate('sessionStorage.length + localStorage.length')).toBe(0);
      expect(await page.getByLabel('Ihr Name').inputValue()).toBe('');
    });

    test('a country that isn’t listed is answered, too', async () => {
      const page = await open('en/index.html');
      await page.locator('#country').selectOption('-');
      expect(await page.locator('[data-answer] a.button').textContent()).toContain('CITIC');
      expect(await page.locator('#country option').count()).toBeGreaterThan(230);
    });

    test.each(LETTER_LAYOUT_IDS)('%s: the address, and nothing else, lies in the window', async (id) => {
      const page = await open('en/letters/kz-gb-london.html');
      await page.getByLabel('Your name').fill('Anna');
      await page.locator('#street').fill('Example Street 1');
      await page.locator('#city').fill('Town');
      await page.evaluate(`document.querySelector('[data-letter]').dataset.layout = '${id}'`);
      const { words, pages } = readPrinted(await page.pdf({ preferCSSPageSize: true }));
      expect(pages).toBe(1);
      const layout = LETTER_LAYOUTS[id];
      const { always, ever } = windowOf(layout);
      const lines = [
        ...new Set(words.filter(({ text }) => /^(Embassy|125|LONDON|SW1Y|KINGDOM)$/.test(text))),
      ];
      expect(lines.length).toBeGreaterThanOrEqual(5);
      const isIn = ({ x, y, width }: { x: number; y: number; width: number }, box: typeof always) =>
        x >= box.x && x + width <= box.x + box.width && y >= box.y && y <= box.y + box.height;
      const own = words.filter((word) => isIn(word, ever)).map(({ text }) => text);
      for (const word of lines.filter(({ y }) => y < ever.y + ever.height))
        expect(isIn(word, always), `${word.text} ${word.x} ${word.y}`).toBe(true);
      expect(own).toContain('KINGDOM');
      expect(own).not.toContain('Protest');
      expect(own).not.toContain('2026');
    });

    test('a sender of the United States has a state, and her town’s line in the order of her country', async () => {
      const page = await open('en/letters/kz-us-washington.html');
      expect(await page.locator('#region').isVisible()).toBe(false);
      await page.locator('#land').selectOption('US');
      await page.locator('#city').fill('Town');
      await page.locator('#region').fill('CA');
      await page.locator('#code').fill('90001');
      expect(await page.locator('[data-letter] .sender').textContent()).toBe('TOWN CA 90001');
      expect(await page.locator('[data-letter] .recipient').textContent()).not.toContain('UNITED STATES');
    });

    test('with a long text of her own the hint stands there before the click, and the draft has it all', async () => {
      const page = await open('kk/letters/kz-gb-london.html');
      const mail = page.locator('[data-mail]');
      expect((await mail.getAttribute('href'))!.length).toBeLessThanOrEqual(1900);
      await page.locator('#words').fill('өз сөзім '.repeat(60));
      expect((await mail.getAttribute('href'))!).not.toContain('&body=');
      expect(await page.locator('[data-hint]').textContent()).toContain('Сілтеме үшін тым ұзын');
      const web = await page.locator('[data-webmail="Gmail"]').getAttribute('href');
      expect(new URL(web!).searchParams.get('body')).toContain('өз сөзім');
    });

    test('with the keyboard alone', async () => {
      const page = await open('en/index.html');
      const reach = async (selector: string) => {
        for (let i = 0; i < 40; i += 1) {
          if (await page.evaluate(`document.activeElement.matches('${selector}')`)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`${selector} wasn’t reached`);
      };
      await reach('#country');
      await page.keyboard.type('United Kingdom');
      await reach('[data-answer] a');
      await page.keyboard.press('Enter');
      await page.waitForURL(/kz-gb-london/);
      await reach('#name');
      await page.keyboard.type('Anna');
      await reach('[data-mail]');
      expect(decodeURIComponent((await page.locator('[data-mail]').getAttribute('href'))!)).toContain('Anna');
    });

    test('without script: every letter can be reached, its mail carries it, and a blank PDF is named as one', async () => {
      const page = await open('de/index.html', { javaScriptEnabled: false });
      expect(await page.locator('select').isVisible()).toBe(false);
      await page.locator('a[href$="kz-gb-london.html"]').first().click();
      expect(await page.locator('.letter').first().textContent()).toContain('Zhanaozen');
      expect(await page.getByRole('button').count()).toBe(0);
      expect(decodeURIComponent((await page.locator('[data-mail]').getAttribute('href'))!)).toContain(
        'I demand:',
      );
      expect(await page.getByRole('link', { name: 'Leeres PDF' }).isVisible()).toBe(true);
    });
  },
);
