import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findBreaks } from '../../src/layout/breaks.ts';
import { itemise } from '../../src/layout/itemise.ts';
import { HAS_NOTO, openNoto, RIGHTS } from '../layout/noto.ts';
import { directionOf, STYLE, setIn, visualOf } from '../layout/paragraphs.ts';
import { hasBrowser, usePage } from './browser.ts';

const SIZE = 40;
const fonts = await openNoto();
const texts = Object.entries(RIGHTS).map(([language, text]) => [language, text.normalize('NFC')] as const);

/** Lines with names, numbers, quotes, brackets and addresses, in both directions. */
const MIXED: readonly (readonly [string, string])[] = [
  ['ar', 'قتل 11 عاملاً (و70 حسب غيرها) في مدينة Zhanaozen، «نص» 16.12.2011'],
  ['he', 'לפי CITIC (סין), 1,500 עובדים שבתו ב-16.12.2011 – „די”.'],
  ['fa', 'در ۱۶ دسامبر ۲۰۱۱، [KRAS-IWA] نوشت: «بس است!» 70%'],
  ['en', 'The union (نقابة العمال) wrote: “שביתה 2011” – 70%.'],
];

/** Chinese and Japanese signs of a whole square, beside each other and at the start of a line (CSS Text 4, 8.3). */
const SQUEEZED: readonly (readonly ['ja' | 'zh-Hans' | 'zh-Hant', string])[] = (
  ['ja', 'zh-Hans', 'zh-Hant'] as const
).flatMap((language) =>
  [
    '人」「人',
    '（人）',
    '「人」、人。',
    '人。」人',
    '「『人』」',
    '人、（人',
    '人：「人」',
    '人；（人）',
    '人・「人',
    '人」・人',
    '人！（人）',
    '人）？人',
    '人、。人',
    '人　（人',
    '人）　人',
  ].map((text) => [language, text] as const),
);

/** Languages with rules of their own for what stays together, which browsers don't have: here they are left out. */
const OWN_RULES = /^(?:cs|pl|ru|uk)$/;

/** Languages whose words come from a dictionary of ICU; the browser's may be of another year. */
const FROM_DICTIONARY = /^(?:th|lo|km|my)$/;

describe.skipIf(!HAS_NOTO || !hasBrowser())(
  'beside Chromium (skipped without it, or without Debian’s Noto fonts)',
  () => {
    const opened = usePage();

    test.each(texts)('%s: lines may end in the same places', async (language, text) => {
      const ours = placesToBreak(OWN_RULES.test(language) ? 'en' : language, text);
      await show(opened.page, language, text);
      const theirs = (await opened.page.evaluate(BREAKS)) as number[];
      if (!FROM_DICTIONARY.test(language)) return expect(theirs).toEqual(ours);
      const both = ours.filter((place) => theirs.includes(place)).length;
      expect(both / new Set([...ours, ...theirs]).size).toBeGreaterThan(0.7);
    });

    test.each(texts)('%s: a line is as wide', async (language, text) => {
      const [line] = await setIn(language, text, { fonts, style: { size: SIZE } });
      const isShown = await show(opened.page, language, text);
      if (isShown)
        expect(Math.abs(Number(await opened.page.evaluate(WIDTH)) / line!.width - 1)).toBeLessThan(0.01);
    });

    test.each(SQUEEZED)('%s: signs of a whole square take as much room: %s', async (language, text) => {
      const [line] = await setIn(language, text, { fonts, style: { size: SIZE } });
      const family = { ja: 'JP', 'zh-Hans': 'SC', 'zh-Hant': 'TC' }[language];
      await opened.page.setContent(
        `<p lang="${language}" style="font: ${SIZE}px 'Noto Serif CJK ${family}'; white-space: nowrap; width: max-content; text-spacing-trim: trim-start">${text}</p>`,
      );
      // It has no value that trims the ends of lines which aren't broken: ours are flush there too.
      const end =
        /[。，、」）》]$/.test(text) && !/[。，、]$/.test(language === 'zh-Hant' ? text : '') ? 0.5 : 0;
      expect(Number(await opened.page.evaluate(WIDTH)) / SIZE - end).toBeCloseTo(line!.width / SIZE, 1);
    });

    test.each([...MIXED, ...texts.filter(([language]) => directionOf(language) === 'rtl')])(
      '%s: letters stand in the same order: %s',
      async (language, text) => {
        const [line] = await setIn(language, text, { fonts });
        await show(opened.page, language, text);
        expect(withoutMarks(visualOf(line!))).toBe(withoutMarks(String(await opened.page.evaluate(ORDER))));
      },
    );
  },
);

/** Places where a line may end. */
function placesToBreak(language: string, text: string): number[] {
  const direction = directionOf(language);
  const itemised = itemise([{ kind: 'text', text }], STYLE, { fonts, language, direction });
  return findBreaks(itemised, language)
    .slice(0, -1)
    .map(({ next }) => next);
}

/** Shows a text in one line in the fonts that handbill chooses; false where the browser can't take them: collections. */
async function show(page: Page, language: string, text: string): Promise<boolean> {
  const [line] = await setIn(language, text, { fonts });
  const used = [...new Set(line!.runs.map(({ font }) => font))];
  const files = used.filter((id) => !/\.ttc$/.test(fonts.files.get(id)!.path));
  const faces = files.map((id) => {
    const data = readFileSync(fonts.files.get(id)!.path).toString('base64');
    return `@font-face { font-family: '${id}'; src: url(data:font/ttf;base64,${data}) }`;
  });
  const style = `font: ${SIZE}px/1.6 ${files.map((id) => `'${id}', `).join('')}serif; white-space: nowrap; width: max-content; word-break: ${language === 'ko' ? 'keep-all' : 'normal'}; line-break: strict; text-spacing-trim: space-all`;
  await page.setContent(
    `<style>${faces.join('\n')}</style><p lang="${language}" dir="${directionOf(language)}" style="${style}">${text}</p>`,
  );
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return files.length === used.length;
}

/** Where a letter stands. */
const PLACE = `const node = document.querySelector('p').firstChild;
const placeOf = (i) => {
  const range = document.createRange();
  range.setStart(node, i);
  range.setEnd(node, i + 1);
  return range.getBoundingClientRect();
};`;

const WIDTH = `document.querySelector('p').getBoundingClientRect().width`;

/** Where the browser begins a line in a column of no width: every place where it may. */
const BREAKS = `(() => {
  ${PLACE}
  Object.assign(document.querySelector('p').style, { whiteSpace: 'normal', width: '0' });
  const places = [...node.textContent].map((c, i) => ({ i, isSpace: /\\s/.test(c), ...placeOf(i).toJSON() }));
  const letters = places.filter(({ isSpace, height }) => !isSpace && height > 0);
  return letters.flatMap(({ i, top, height }, k) => (k > 0 && top > letters[k - 1].top + height / 2 ? [i] : []));
})()`;

/** The text as it stands from left to right. */
const ORDER = `(() => {
  ${PLACE}
  const places = [...node.textContent].map((letter, i) => ({ letter, x: placeOf(i).left + placeOf(i).right }));
  return places.sort((a, b) => a.x - b.x).map(({ letter }) => letter).join('');
})()`;

/** Marks stand on their letters, before or after. */
function withoutMarks(text: string): string {
  return text.replace(/[\p{M}\u200c\u200d]/gu, '');
}
