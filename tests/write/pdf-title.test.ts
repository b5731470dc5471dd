import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { formatText } from '../../src/write/pdf/objects.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { documentOf, PARAGRAPH, runOf } from './sample.ts';

const fonts = await openFonts();

test.each([
  ['Strike (1) – “now”', '(Strike \\(1\\) \x85 \x8dnow\x8e)'],
  ['Łódź', '<feff014100f30064017a>'],
  ['Забастовка', '<feff041704300431043004410442043e0432043a0430>'],
  ['one\ntwo', '<feff006f006e0065000a00740077006f>'],
  ['a\u00a0b\u00ad', '<feff006100a0006200ad>'],
])('%j is written %j', (text, written) => {
  expect(formatText(text)).toBe(written);
});

describeWith(['pdfinfo'], 'titles', () => {
  test.each([
    '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž',
    '¡¢£§«°²ºÀÉÑÖ×ßàéñö÷ÿ (a\\b)',
    'Straße – 100 €',
    'Жаңаөзен',
    'إضراب',
    '罢工',
  ])('%s is read as it was given', (title) => {
    const pdf = writePdf(documentOf([runOf(fonts, 'A', { tag: PARAGRAPH })], { title }), fonts);
    const told = runOnFile('pdfinfo', (file) => ['-enc', 'UTF-8', file], pdf).toString();
    expect(/^Title: +(.*)$/m.exec(told)?.[1]).toBe(title);
  });
});
