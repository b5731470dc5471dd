import { po } from 'gettext-parser';
import { problem, type SourceText } from './source.ts';

/** A message of a PO file whose context names a text of the appeal. */
export interface PoMessage {
  readonly id: string;
  readonly original: string;
  /** Empty where it isn't translated. */
  readonly translation: string;
  readonly fuzzy: boolean;
  /** Line of its context. */
  readonly line: number | undefined;
}

/** The messages of a PO file, and the language that it names. */
export interface PoFile {
  readonly language: string | undefined;
  readonly messages: readonly PoMessage[];
}

/** Parses a PO file. Throws ProblemError. */
export function parsePo({ file, text }: SourceText): PoFile {
  try {
    const { headers, translations } = po.parse(text, { validation: true });
    const lines = linesOfContexts(text);
    const messages = Object.values(translations).flatMap((context) =>
      Object.values(context).flatMap(({ msgctxt: id, msgid, msgstr, comments }): PoMessage[] => {
        if (id === undefined || msgid === '') return [];
        const fuzzy = /\bfuzzy\b/.test(comments?.flag ?? '');
        return [{ id, original: msgid, translation: msgstr[0] ?? '', fuzzy, line: lines.get(id) }];
      }),
    );
    const language = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'language')?.[1];
    return { language: language === '' ? undefined : language, messages };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem('po-syntax', file, { reason });
  }
}

/** Line of each context; the parser doesn't tell it. */
function linesOfContexts(text: string): Map<string, number> {
  const lines = text.split('\n').map((line) => /^msgctxt "([a-z0-9/-]*)"/.exec(line)?.[1]);
  return new Map(lines.flatMap((id, i): [string, number][] => (id === undefined ? [] : [[id, i + 1]])));
}
