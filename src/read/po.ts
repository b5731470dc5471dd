import { po } from 'gettext-parser';
import { problem, type SourceText } from './source.ts';

/** A message of a PO file whose context names a text of the appeal. */
export interface PoMessage {
  readonly id: string;
  readonly original: string;
  /** Empty where it isn't translated. */
  readonly translation: string;
  readonly fuzzy: boolean;
  /** The wording that it was made from, where a program has put a newer original in its place. */
  readonly madeFrom?: string | undefined;
  /** Line of its context. */
  readonly line: number | undefined;
}

/** The messages of a PO file, and the language that it names. */
export interface PoFile {
  /** As the file writes it: `kk`, but `kk_KZ` or `zh_CN` as well. */
  readonly language: string | undefined;
  readonly messages: readonly PoMessage[];
}

/** Parses a PO file. Throws ProblemError. */
export function parsePo({ file, text }: SourceText): PoFile {
  try {
    const { headers, translations } = po.parse(withoutCodes(text), { validation: true });
    const lines = linesOfContexts(text);
    const messages = Object.values(translations).flatMap((context) =>
      Object.values(context).flatMap(({ msgctxt: id, msgid, msgstr, comments }): PoMessage[] => {
        if (id === undefined || msgid === '') return [];
        const fuzzy = /\bfuzzy\b/.test(comments?.flag ?? '');
        const before = fuzzy ? previousOf(comments?.previous) : undefined;
        // What msgmerge took from a text that looks alike is nobody's translation of this one.
        const isGuess = before?.id !== undefined && before.id !== id;
        const translation = isGuess ? '' : (msgstr[0] ?? '');
        return [{ id, original: msgid, translation, fuzzy, madeFrom: before?.original, line: lines.get(id) }];
      }),
    );
    const language = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'language')?.[1];
    return { language: language === '' ? undefined : language, messages };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem('po-syntax', file, { reason });
  }
}

/**
 * Characters that a program wrote as the codes of their bytes, `\303\251` or `\xc3\xa9`, as characters: msgcat --escape
 * writes all beyond ASCII so, and the parser takes the digits for text. Comments stay as they are.
 */
function withoutCodes(text: string): string {
  return text.replace(/^(?!#[^|]).*\\.*$/gm, (line) =>
    line.replace(/\\\\|(?:\\(?:[0-7]{1,3}|x[\da-f]{1,2}))+/gi, (codes) =>
      codes === '\\\\' ? codes : charactersOf(codes),
    ),
  );
}

function charactersOf(codes: string): string {
  const bytes = codes
    .slice(1)
    .split('\\')
    .map((code) => (/^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8)));
  const said = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  return said.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
}

/** The text that a fuzzy message was before, as `#|` tells it in the syntax of PO. */
function previousOf(previous: string | undefined): { id: string | undefined; original: string } | undefined {
  if (previous === undefined) return undefined;
  const { translations } = po.parse(`${previous}\nmsgstr ""`);
  const message = Object.values(translations).flatMap((context) => Object.values(context))[0];
  return message && { id: message.msgctxt, original: message.msgid };
}

/** Line of each context, on one line or on several; the parser doesn't tell it. */
function linesOfContexts(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  let line = 1;
  let end = 0;
  for (const { index, 1: strings = '' } of text.matchAll(/^[ \t]*msgctxt((?:\s*"[^"\n]*")+)/gm)) {
    line += text.slice(end, index).split('\n').length - 1;
    end = index;
    lines.set([...strings.matchAll(/"([^"\n]*)"/g)].map(([, piece]) => piece).join(''), line);
  }
  return lines;
}
