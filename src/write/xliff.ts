import { escapeMarkup, oneLine, plainLines } from '../model/escape.ts';
import type { PoEntry } from './po.ts';

/** Characters that XML can't hold; XLIFF writes them as an element. */
const NOT_XML = /(?![\t\n\r\u007f-\u009f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** An XLIFF 2.0 file of the same texts as a PO file; it bears no time. */
export function formatXliff(
  {
    project,
    language,
    original,
  }: { readonly project: string; readonly language: string; readonly original: string },
  entries: readonly PoEntry[],
): string {
  const units = entries.map(({ id, original: source, translation, note, reference, fuzzy }, i) => {
    const state = translation === '' ? 'initial' : fuzzy ? 'translated' : 'reviewed';
    const notes = [
      note === undefined ? [] : plainLines(note),
      reference === undefined ? [] : oneLine(reference),
    ];
    const all = notes.flat().map((text) => `        <note>${escapeMarkup(text)}</note>\n`);
    return [
      `    <unit id="u${i + 1}" name="${escapeMarkup(id)}">\n`,
      all.length > 0 ? `      <notes>\n${all.join('')}      </notes>\n` : '',
      `      <segment state="${state}">\n`,
      `        <source xml:space="preserve">${content(source)}</source>\n`,
      translation === '' ? '' : `        <target xml:space="preserve">${content(translation)}</target>\n`,
      '      </segment>\n    </unit>\n',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"',
    ` srcLang="${escapeMarkup(original)}" trgLang="${escapeMarkup(language)}">\n`,
    `  <file id="f1" original="${escapeMarkup(oneLine(project))}">\n${units.join('')}  </file>\n</xliff>\n`,
  ].join('');
}

function content(text: string): string {
  const parts = text.split(NOT_XML).map((part) => escapeMarkup(part).replaceAll('\r', '&#13;'));
  const codes = [...text.matchAll(NOT_XML)].map(([sign]) => sign.charCodeAt(0).toString(16).padStart(4, '0'));
  return parts.map((part, i) => (i < codes.length ? `${part}<cp hex="${codes[i]}"/>` : part)).join('');
}
