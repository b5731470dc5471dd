import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';
import { hasBrowser, startBrowser, startPreviewOf } from './browser.ts';

test.skipIf(!hasBrowser())(
  'the preview shows the chosen page, follows a save in its place, and tells what is wrong (needs /usr/bin/chromium)',
  async () => {
    const folder = await makeFolder(smallAppeal('a'));
    const { url, stop } = await startPreviewOf(folder, 'a');
    const browser = await startBrowser();
    onTestFinished(async () => {
      stop();
      await browser.close();
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
    // The last good pages stay, greyed, beside the problem.
    expect(await page.locator('body').getAttribute('class')).toBe('stale');
    expect(await picture.getAttribute('alt')).toContain('picket.en.a5.pdf');
    await writeFile(head, text);
    await expect.poll(() => page.locator('body').getAttribute('class'), { timeout: 10_000 }).toBe('');

    // The letter as text, and the site with its own script and style, which no rule of the preview keeps out.
    await page.getByLabel('Document').selectOption('letters/example-ltd.en');
    await page.getByLabel('Form').selectOption('letters/example-ltd.en.txt');
    await expect.poll(() => page.locator('#pages pre').textContent()).toContain('Example Ltd');
    await page.getByLabel('Document').selectOption('site');
    const site = page.frameLocator('#pages iframe');
    await expect
      .poll(() => site.locator('h1').textContent(), { timeout: 20_000 })
      .toContain('Free the strikers');
    await expect
      .poll(() => site.locator('body').evaluate('getComputedStyle(document.body).margin'))
      .toBe('0px');
    await page.getByLabel('Document').selectOption('leaflets/picket.en');
    await page.getByLabel('Form').selectOption('leaflets/picket.en.a5.pdf');
    await expect.poll(() => page.locator('#pages iframe').count()).toBe(0);
    // A page that is left in the moment it is scrolled may not see the event: the place is kept without it.
    await page.evaluate('addEventListener("scroll", (e) => e.stopImmediatePropagation(), true)');
    await page.locator('#pages').evaluate('document.querySelector("#pages").scrollTop = 200');
    await page.reload();
    await expect.poll(() => page.getByLabel('Form').inputValue()).toBe('leaflets/picket.en.a5.pdf');
    await expect
      .poll(() => page.locator('#pages').evaluate('document.querySelector("#pages").scrollTop'))
      .toBe(200);
    expect(trouble.filter((t) => !t.includes('favicon') && !t.includes('403'))).toEqual([]);
  },
);
