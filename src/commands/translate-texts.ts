import { checkHiddenText } from '../check/hidden.ts';
import type { CheckedParts } from '../check/parts.ts';
import { append } from '../model/append.ts';
import type { Campaign } from '../model/campaign.ts';
import { hashOfWording, originalOf, type Wording, wordingIn } from '../model/text.ts';
import { type AppealText, parseForms, placeholdersOf, stateOf } from '../model/texts.ts';
import type { Position, Problem } from '../problems.ts';
import type { PoMessage } from '../read/po.ts';
import type { LocatedFile } from '../read/source.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { formatPo, type PoEntry } from '../write/po.ts';
import { formatXliff } from '../write/xliff.ts';
import { FileChanges } from './file-changes.ts';
import { isCsv } from './keep-correction.ts';

/** The texts that are printed, and the files that they stand in. */
interface LocatedTexts {
  readonly texts: readonly AppealText[];
  readonly fileOf: (text: AppealText) => LocatedFile;
}

/** The texts of an appeal that translators get. */
export function locateTexts(parts: CheckedParts): LocatedTexts {
  return {
    texts: parts.texts().filter(({ isPrinted }) => isPrinted),
    fileOf: ({ part }) => parts[part].file,
  };
}

/** All texts as a PO file for one language, and how many of them are still to be translated or read. */
export function exportTexts(
  { texts, fileOf }: LocatedTexts,
  campaign: Campaign,
  language: string,
  cwd: string,
  format: 'po' | 'xliff' = 'po',
): { text: string; open: number } {
  const { languages, appeal } = campaign;
  const original = originalOf(languages);
  const entries = texts.flatMap((text): PoEntry[] => {
    const source = wordingIn(text.text, original);
    if (source === undefined) return [];
    const file = fileOf(text);
    const { line } = file.locate([...text.path, original]);
    return [
      {
        id: text.id,
        original: source,
        translation: wordingIn(text.text, language) ?? '',
        note: noteOf(text, source),
        reference: `${fileFrom(cwd, file.file)}:${line}`.replaceAll(' ', '%20'),
        fuzzy: stateOf(text, language, languages) !== 'reviewed',
      },
    ];
  });
  const open = entries.filter(({ translation, fuzzy }) => fuzzy || translation === '').length;
  return { text: formatEntries({ project: appeal.id, language, original }, entries, format), open };
}

/** Texts as a file for translators. */
export function formatEntries(
  head: { readonly project: string; readonly language: string; readonly original: string },
  entries: readonly PoEntry[],
  format: 'po' | 'xliff',
): string {
  return format === 'po' ? formatPo(head, entries) : formatXliff(head, entries);
}

function noteOf({ kind }: AppealText, source: string): string | undefined {
  if (kind === 'forms')
    return 'What is counted: one form, or "one: …; other: …" with the plural forms of the language.';
  const places = placeholdersOf(source);
  return places.length > 0 ? `${places.join(', ')}: a figure with who says so; keep it as it is.` : undefined;
}

/** The new texts of the data files, by path, and how many messages they take over. */
export function importTexts(
  messages: readonly PoMessage[],
  appeal: LocatedTexts,
  { languages }: Campaign,
  from: { readonly language: string; readonly by?: string | undefined; readonly file: string },
): { texts: Map<string, string>; taken: number; problems: Problem[] } {
  const { language, by } = from;
  const original = originalOf(languages);
  const known = new Map(appeal.texts.map((text) => [text.id, text]));
  const changes = new FileChanges();
  const problems: Problem[] = [];
  let taken = 0;
  const isOld = ({ id, original: wording, madeFrom = wording }: PoMessage) =>
    madeFrom !== wordingIn(known.get(id)?.text ?? {}, original);
  const fresh = new Set(messages.filter((one) => one.translation !== '' && !isOld(one)).map(({ id }) => id));
  for (const message of messages) {
    const { id, translation, fuzzy } = message;
    const at = { file: from.file, line: message.line };
    const text = known.get(id);
    // Some programs keep the message of an older original beside that of the newer.
    if (translation === '' || (isOld(message) && fresh.has(id))) continue;
    if (!text) {
      problems.push(finding('warning', 'unknown-reference/text', { id }, { at }));
      continue;
    }
    append(problems, misplaced(message, at), checkHiddenText(translation, at));
    if (isOld(message)) {
      problems.push(finding('warning', 'stale-translation/text', { id }, { at }));
    }
    if (isTaken(text, message, language, languages)) continue;
    const wording: Wording = {
      text: translation,
      review: fuzzy ? 'draft' : 'reviewed',
      of: hashOfWording(message.madeFrom ?? message.original),
      ...(by === undefined ? {} : { by }),
    };
    setWording(text, language, wording, appeal.fileOf(text), changes);
    taken += 1;
  }
  return { texts: changes.texts(), taken, problems };
}

/** True where the appeal has just this already: text, review, and the original that it translates. */
function isTaken(
  { text, kind }: AppealText,
  { original, translation, fuzzy, madeFrom = original }: PoMessage,
  language: string,
  languages: Campaign['languages'],
): boolean {
  const there = text[language];
  if (there === undefined || wordingIn(text, language) !== translation) return false;
  if (kind === 'forms') return true;
  const { review, of }: Partial<Wording> = typeof there === 'string' ? {} : there;
  const state = review ?? languages.find(({ tag }) => tag === language)?.review ?? 'draft';
  return (state === 'draft') === fuzzy && (of === undefined || of === hashOfWording(madeFrom));
}

/** What is wrong with the places of a translation, if anything. */
function misplaced({ id, original, translation }: PoMessage, at: Position): Problem[] {
  const [wanted, found] = [placeholdersOf(original).join(' '), placeholdersOf(translation).join(' ')];
  if (wanted === found) return [];
  if (found === '') return [finding('error', 'placeholder/lost', { id, wanted }, { at })];
  if (wanted === '') return [finding('error', 'placeholder/none', { id, found }, { at })];
  return [finding('error', 'placeholder/other', { id, wanted, found }, { at })];
}

function setWording(
  text: AppealText,
  language: string,
  wording: Wording,
  file: LocatedFile,
  changes: FileChanges,
): void {
  const { path } = text;
  const isUnit = text.kind === 'forms';
  const { settings, rows } = changes.of(file);
  if (!isCsv(file)) {
    settings.push({ path: [...path, language], value: isUnit ? parseForms(wording.text) : { ...wording } });
    return;
  }
  const name = String(path.at(-1));
  const { line = 1 } = file.locate(path);
  const { text: cell, ...rest } = wording;
  const column = `${name}.${language}`;
  const more = isUnit ? {} : Object.fromEntries(Object.entries(rest).map(([k, v]) => [`${column}.${k}`, v]));
  rows.push({ line, cells: { [column]: cell, ...more } });
}
