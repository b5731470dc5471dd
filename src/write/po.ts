import { po } from 'gettext-parser';
import { oneLine, plainLines } from '../model/escape.ts';

/** A text to translate, and its translation as far as there is one. */
export interface PoEntry {
  /** Names the text; it becomes the context of the message. */
  readonly id: string;
  readonly original: string;
  readonly translation: string;
  /** For who translates: what stands in braces, what the text is. */
  readonly note?: string | undefined;
  /** File and line of the original. */
  readonly reference?: string | undefined;
  /** Not to be trusted yet: a draft, or older than the original. */
  readonly fuzzy: boolean;
}

/** A PO file of gettext, in UTF-8. It bears no time: the same texts give the same bytes. */
export function formatPo(
  { project, language }: { readonly project: string; readonly language: string },
  entries: readonly PoEntry[],
): string {
  const headers = {
    'Project-Id-Version': oneLine(project),
    'PO-Revision-Date': 'YEAR-MO-DA HO:MI+ZONE',
    'Last-Translator': 'FULL NAME <EMAIL@ADDRESS>',
    'Language-Team': 'LANGUAGE <LL@li.org>',
    Language: language,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
  };
  const translations: Record<string, Record<string, object>> = {};
  for (const { id, original, translation, note, reference, fuzzy } of entries) {
    const comments = {
      ...(note === undefined ? {} : { extracted: comment(plainLines(note)) }),
      ...(reference === undefined ? {} : { reference: comment(oneLine(reference)) }),
      ...(fuzzy && translation !== '' ? { flag: 'fuzzy' } : {}),
    };
    translations[id] = {
      [original]: { msgctxt: id, msgid: original, msgstr: [translation], comments },
    };
  }
  const bytes = po.compile({ charset: 'utf-8', headers, translations: translations as never });
  return new TextDecoder().decode(bytes);
}

/** To gettext a line whose last character is a backslash goes on in the next, also in a comment. */
function comment(text: string): string {
  return text.replace(/\\$/gm, '\\ ');
}
