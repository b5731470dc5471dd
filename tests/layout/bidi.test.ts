import { describe, expect, test } from 'vitest';
import { setIn, value, visualOf } from './paragraphs.ts';

/** Logical text, and what stands on the line from left to right. Latin small letters stand for themselves. */
const CASES: readonly [string, string, Parameters<typeof setIn>[1], string][] = [
  ['numbers stand from left to right among Arabic words', 'ar', 'قتل 11 عاملا', 'الماع 11 لتق'],
  ['Arabic digits too', 'fa', 'سال ۲۰۱۱ بود', 'دوب ۲۰۱۱ لاس'],
  ['a date with points keeps its order', 'he', 'ביום 16.12.2011 קרה', 'הרק 16.12.2011 םויב'],
  ['brackets go with what they enclose', 'he', 'עיר (Aktau) גדולה', 'הלודג )Aktau( ריע'],
  ['quotes too', 'ar', 'قال «نعم» هنا', 'انه »معن« لاق'],
  ['a sign after a Latin word stands at the line’s left end', 'he', 'זה CITIC.', '.CITIC הז'],
  ['a value that ends in a sign keeps it', 'he', ['זה ', value('CITIC Ltd.'), '.'], '.CITIC Ltd. הז'],
  [
    'a value in brackets keeps the brackets apart from what follows',
    'ar',
    ['مدينة ', value('Zhanaozen (KZ)'), ' هنا'],
    'انه Zhanaozen (KZ) ةنيدم',
  ],
  ['a telephone number is read from left to right', 'ar', 'هاتف: +49 30 123 456', '+49 30 123 456 :فتاه'],
  ['a value of digits and signs too', 'fa', ['تلفن ', value('+7 (495) 12-34'), '.'], '.+7 (495) 12-34 نفلت'],
  ['an address of a page keeps its slashes', 'he', 'אתר https://a.org/b/ כאן', 'ןאכ https://a.org/b/ רתא'],
  ['a Hebrew prefix stands before its mailbox', 'he', 'פנו ל-info@a.org כאן', 'ןאכ info@a.org-ל ונפ'],
  [
    'a place in Latin letters leaves day and month together',
    'ar',
    [value('Berlin'), '، 21 ديسمبر'],
    'ربمسيد 21 ،Berlin',
  ],
  ['an Arabic name in an English text', 'en', ['by ', value('علي'), ', 3 times'], 'by يلع, 3 times'],
  ['two values keep apart', 'he', [value('abc'), ' – ', value('def')], 'def – abc'],
];

describe('what stands on a line, from left to right', () => {
  test.each(CASES)('%s', async (_, language, content, expected) => {
    const [line] = await setIn(language, content);
    expect(visualOf(line!)).toBe(expected);
  });
});

test('brackets are mirrored in text from right to left', async () => {
  const [hebrew] = await setIn('he', '(א)');
  const [latin] = await setIn('en', '(a)', { style: { family: 'serif' } });
  const glyphOf = (line: typeof hebrew, sign: string) =>
    line!.runs.flatMap(({ glyphs, text }) => glyphs.filter((g) => text[g.cluster] === sign).map((g) => g.id));
  const [opening, closing] = [glyphOf(hebrew, '('), glyphOf(hebrew, ')')];
  expect(opening).not.toEqual(closing);
  const [forced] = await setIn('he', [{ kind: 'text', text: 'א' }, value('(a)')]);
  expect(glyphOf(latin, '(')).toHaveLength(1);
  expect(glyphOf(forced, ')')).toHaveLength(1);
  const [plain] = await setIn('he', '(א', { direction: 'ltr' });
  expect(glyphOf(plain, '(')).toEqual(closing);
});

test('each line is put in order by itself', async () => {
  const lines = await setIn('he', 'אבג abc דהו def זחט', { width: 45 });
  expect(lines.map(visualOf)).toEqual(['abc גבא', 'def והד', 'טחז']);
});
