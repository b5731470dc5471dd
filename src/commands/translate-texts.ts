import type { Campaign } from '../model/campaign.ts';
import { hashOfWording, originalOf, type Wording, wordingIn } from '../model/text.ts';
import { type CampaignText, listTexts, parseForms, placeholdersOf, stateOf } from '../model/texts.ts';
import type { Problem } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { PoMessage } from '../read/po.ts';
import type { LocatedFile } from '../read/source.ts';
import { fileFrom } from '../terminal/report.ts';
import { setCells } from '../write/edit-csv.ts';
import { setKeys } from '../write/edit-structured.ts';
import { formatPo, type PoEntry } from '../write/po.ts';

/** All texts as a PO file for one language, and how many of them are still to be translated or read. */
export function exportTexts(
  campaign: Campaign,
  files: AppealFiles,
  language: string,
  cwd: string,
): { text: string; open: number } {
  const { languages, appeal } = campaign;
  const original = originalOf(languages);
  const entries = listTexts(campaign).flatMap((text): PoEntry[] => {
    const source = wordingIn(text.text, original);
    if (source === undefined) return [];
    const { file, path } = placeOf(text, files);
    const { line } = file.locate([...path, original]);
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
  return { text: formatPo({ project: appeal.id, language }, entries), open };
}

function noteOf({ isUnit }: CampaignText, source: string): string | undefined {
  if (isUnit)
    return 'What is counted: one form, or "one: …; other: …" with the plural forms of the language.';
  const places = placeholdersOf(source);
  return places.length > 0 ? `${places.join(', ')}: a figure with who says so; keep it as it is.` : undefined;
}

/** The new texts of the data files, by path, and how many messages they take over. */
export function importTexts(
  messages: readonly PoMessage[],
  campaign: Campaign,
  files: AppealFiles,
  from: { readonly language: string; readonly by?: string | undefined; readonly file: string },
): { texts: Map<string, string>; taken: number; problems: Problem[] } {
  const { language, by } = from;
  const { languages } = campaign;
  const original = originalOf(languages);
  const known = new Map(listTexts(campaign).map((text) => [text.id, text]));
  const texts = new Map<string, string>();
  const problems: Problem[] = [];
  let taken = 0;
  for (const message of messages) {
    const { id, translation, fuzzy } = message;
    const at = { file: from.file, line: message.line };
    const text = known.get(id);
    if (translation === '') continue;
    if (!text) {
      const hint = 'It was taken out or renamed since the export: export anew.';
      problems.push({
        severity: 'warning',
        code: 'unknown-reference',
        message: `There is no text ${id}.`,
        at,
        hint,
      });
      continue;
    }
    const lost = misplaced(message);
    if (lost) problems.push({ severity: 'error', code: 'placeholder', ...lost, at });
    const isOld = message.original !== wordingIn(text.text, original);
    if (isOld) {
      const told = `The original of ${id} was changed since the export.`;
      const hint = 'The translation is taken over as stale; export anew to see the new original.';
      problems.push({ severity: 'warning', code: 'stale-translation', message: told, at, hint });
    }
    if (isTaken(text, message, language, languages)) continue;
    const wording: Wording = {
      text: translation,
      review: fuzzy ? 'draft' : 'reviewed',
      of: hashOfWording(message.original),
      ...(by === undefined ? {} : { by }),
    };
    setWording(text, language, wording, files, texts);
    taken += 1;
  }
  return { texts, taken, problems };
}

/** True where the appeal has just this already: text, review, and the original that it translates. */
function isTaken(
  { text, isUnit }: CampaignText,
  { original, translation, fuzzy }: PoMessage,
  language: string,
  languages: Campaign['languages'],
): boolean {
  const there = text[language];
  if (there === undefined || wordingIn(text, language) !== translation) return false;
  if (isUnit) return true;
  const { review, of }: Partial<Wording> = typeof there === 'string' ? {} : there;
  const state = review ?? languages.find(({ tag }) => tag === language)?.review ?? 'draft';
  return (state === 'draft') === fuzzy && (of === undefined || of === hashOfWording(original));
}

/** What is wrong with the places of a translation, if anything. */
function misplaced({ id, original, translation }: PoMessage): { message: string; hint: string } | undefined {
  const [wanted, found] = [placeholdersOf(original).join(' '), placeholdersOf(translation).join(' ')];
  if (wanted === found) return undefined;
  const message = `The translation of ${id} has ${found || 'no placeholder'}, the original ${wanted || 'none'}.`;
  return { message, hint: 'Keep what stands in braces as it is, as often as it stands there.' };
}

function setWording(
  text: CampaignText,
  language: string,
  wording: Wording,
  files: AppealFiles,
  texts: Map<string, string>,
): void {
  const { file, path } = placeOf(text, files);
  const before = texts.get(file.file) ?? file.text;
  if (/\.(json|ya?ml)$/i.test(file.file)) {
    const value = text.isUnit ? parseForms(wording.text) : { ...wording };
    texts.set(file.file, setKeys(before, path, { [language]: value }));
    return;
  }
  const name = String(path.at(-1));
  const { line = 1 } = file.locate(path);
  const { text: cell, ...rest } = wording;
  const column = `${name}.${language}`;
  const more = text.isUnit
    ? {}
    : Object.fromEntries(Object.entries(rest).map(([k, v]) => [`${column}.${k}`, v]));
  texts.set(file.file, setCells(before, line, { [column]: cell, ...more }));
}

/** The file in which a text stands, and the way to it there. */
function placeOf(
  { part, path }: CampaignText,
  files: AppealFiles,
): { file: LocatedFile; path: CampaignText['path'] } {
  if (part === 'head') return { file: files.head, path };
  const own = files[part];
  return own ? { file: own, path } : { file: files.head, path: [part, ...path] };
}
