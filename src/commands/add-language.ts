import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { nameOfLanguage } from '../engine.ts';
import { appealHead, fact } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { event } from '../model/event.ts';
import { listNoted } from '../model/notes.ts';
import { isLanguageTag, originalOf, wordingIn } from '../model/text.ts';
import { type AppealText, placeholdersOf, stateOf } from '../model/texts.ts';
import { hasErrors } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { PoMessage } from '../read/po.ts';
import { readTranslations } from '../read/translations.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { readLanguage } from '../wizard/read-answer.ts';
import type { Answers, Meant, Script } from '../wizard/script.ts';
import { changeFolder } from '../write/change.ts';
import { addItem } from '../write/edit-structured.ts';
import type { AddOptions } from './added-kinds.ts';
import { loadAppeal, todayOf, USED_BY } from './appeal.ts';
import { changeAppeal } from './change-appeal.ts';
import { documentsLacking } from './lacking.ts';
import { appealFolder, locateAppeal } from './locate.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { exportTexts, importTexts, locateTexts } from './translate-texts.ts';
import { BEFORE, withRecord } from './undo-edit.ts';
import { UsageError } from './usage.ts';

type LocatedParts = NonNullable<Awaited<ReturnType<typeof loadAppeal>>['parts']>;

/** What is missing, a line for each set of documents that can't be made without it; then what nothing prints now. */
function tellMissing(
  open: readonly AppealText[],
  lacking: ReadonlyMap<string, readonly string[]>,
  { say }: Texts,
): string[] {
  const byDocuments = new Map<string, string[]>();
  for (const { id, item } of open) {
    const documents = (lacking.get(item) ?? []).join(', ');
    byDocuments.set(documents, [...(byDocuments.get(documents) ?? []), id]);
  }
  return [...byDocuments]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([documents, ids]) => {
      const list = ids.join(', ');
      return documents === ''
        ? say('Missing: {list}.', { list })
        : say('Missing in {documents}: {list}.', { documents, list });
    });
}

/**
 * Makes a language one of the appeal's: names it, takes its texts from a PO file or asks for them, and tells what is missing.
 * Without a file and a terminal it writes a PO file for those who translate.
 */
export async function addLanguage(
  io: Io,
  options: AddOptions,
  typed: string,
  named: string | undefined,
): Promise<Outcome> {
  const texts = textsFor(io);
  const language = readLanguage(typed);
  if (!isLanguageTag(language))
    throw new UsageError(
      `add language: expected a language such as English or en, found ${JSON.stringify(typed)}`,
    );
  const common = { input: options.input, date: options.date };
  const { campaign, parts, problems } = await loadAppeal(io, common, named);
  if (!campaign || !parts) return { problems: problems.filter(({ severity }) => severity === 'error') };
  const terminal = terminalFor(io, options);
  const missing = listMissing(parts, campaign, language);
  const given =
    options.from !== undefined
      ? (await readTranslations(resolve(io.cwd, options.from))).messages
      : terminal && missing.length > 0
        ? await askTexts(io, terminal, missing, { campaign, language, today: todayOf(io, options.date) })
        : [];
  if (!given) return { failed: true, summary: `${texts.say('Nothing was written.')}\n` };
  const { value, ...done } = await takeTexts(io, options, named, language, given);
  if (value === undefined || hasErrors(done.problems)) return { problems: done.problems };
  const after = await loadAppeal(io, common, named);
  const open = after.parts && after.campaign ? listMissing(after.parts, after.campaign, language) : [];
  const po = open.length > 0 && !options.dryRun ? await writePo(io, after, language, named) : undefined;
  const own = after.parts ? plainNames(after.parts, originalOf(campaign.languages), language) : [];
  const at = named === undefined ? '' : ` ${shellQuoted(named)}`;
  const written = done.changed.filter((path) => basename(path) !== BEFORE);
  const files = written.map((path) => fileFrom(io.cwd, path));
  const { say, count } = texts;
  const lines = [
    say('{language}: {texts} taken over.', {
      language: `${language} (${nameOfLanguage(language, [texts.language])})`,
      texts: count(value, 'text'),
    }),
    ...(files.length > 0 ? [say('Changed: {files}.', { files: files.join(', ') })] : []),
    ...(written.length < done.changed.length && !options.dryRun
      ? [say('To take it back: {command}', { command: `handbill edit${at} --undo` })]
      : []),
    ...(open.length > 0
      ? tellMissing(open, await documentsLacking(io, options, named, language), texts)
      : []),
    ...(own.length > 0
      ? [say('Stays as it is in the other language: {list}.', { list: own.join(', ') })]
      : []),
    tellNext(po, language, at, texts),
    ...tellUnread(campaign, language, at, texts),
  ];
  return {
    problems: done.problems,
    data: { language, taken: value, missing: open.map(({ id }) => id), files },
    summary: `${lines.join('\n')}\n`,
  };
}

/** Texts of the appeal that the language lacks. */
function listMissing(parts: LocatedParts, { languages }: Campaign, language: string): AppealText[] {
  return locateTexts(parts).texts.filter((text) => stateOf(text, language, languages) === 'missing');
}

/** Names the language in the appeal and puts its texts there; the value is how many were taken. */
function takeTexts(
  io: Io,
  options: AddOptions,
  named: string | undefined,
  language: string,
  given: readonly PoMessage[],
) {
  const file = resolve(io.cwd, options.from ?? '');
  return changeAppeal(
    io,
    {
      ...options,
      command: 'add language',
      named,
      uses: USED_BY.texts,
      // What isn't translated yet is told afterwards.
      tolerates: 'missing-translation',
    },
    async (campaign, parts, files) => {
      const found = importTexts(given, locateTexts(parts), campaign, { language, by: options.by, file });
      nameLanguage(language, campaign, files, found.texts);
      const recorded = await withRecord(files, found.texts);
      return { ...recorded, problems: found.problems, value: found.taken };
    },
  );
}

function tellNext(po: string | undefined, language: string, at: string, { say }: Texts): string {
  if (po === undefined) return say('Next: {command}', { command: `handbill check${at} --lang ${language}` });
  return say('Next: translate {file}. Then: {command}', {
    file: po,
    command: `handbill translate import ${shellQuoted(po)}${at}`,
  });
}

/** Says where no target reads the language, and how letters in it are made all the same: beside one that they read. */
function tellUnread(
  { targets, languages }: Campaign,
  language: string,
  at: string,
  { say, language: own }: Texts,
): readonly string[] {
  if (targets.length === 0 || targets.some((target) => target.languages.includes(language))) return [];
  const others = languages.map(({ tag }) => tag).filter((tag) => tag !== language);
  const read = others.find((tag) => targets.some((target) => target.languages.includes(tag))) ?? others[0];
  if (read === undefined) return [];
  return [
    say('No target reads {language}, so no letter is in it alone; once translated, in both: {command}', {
      language: `${language} (${nameOfLanguage(language, [own])})`,
      command: `handbill letters${at} --lang ${read}+${language}`,
    }),
  ];
}

/** Puts a language among those of the appeal, as a draft; what was changed in its head before stays. */
export function nameLanguage(
  language: string,
  { languages }: Campaign,
  { head }: AppealFiles,
  texts: Map<string, string>,
): void {
  if (languages.some(({ tag }) => tag === language)) return;
  texts.set(
    head.file,
    addItem(texts.get(head.file) ?? head.text, ['languages'], { tag: language, review: 'draft' }),
  );
}

/** Asks for each text that a language lacks; what is left empty comes later. Undefined where somebody broke off. */
async function askTexts(
  io: Io,
  terminal: NonNullable<ReturnType<typeof terminalFor>>,
  missing: readonly AppealText[],
  { campaign, language, today }: { campaign: Campaign; language: string; today: string },
): Promise<PoMessage[] | undefined> {
  const { converseOn, howToAnswer } = await import('./converse.ts');
  const texts = textsFor(io);
  const original = originalOf(campaign.languages);
  const sourceOf = (text: AppealText) => wordingIn(text.text, original) ?? '';
  // What reads alike is asked once: the title is often the summary too.
  const once = [...new Map(missing.map((text) => [sourceOf(text), text])).values()];
  const script: Script = once.map((text) => ({
    name: sourceOf(text),
    ask: `${language}: ${sourceOf(text)}`,
    // Told at once: a text without them is taken for none, with all the others that were typed.
    read: (typed) => holdPlaces(sourceOf(text), typed),
  }));
  const head = [
    `${howToAnswer(texts)}.`,
    texts.say('Each text of the appeal, to be written in the other language; Enter leaves one for later.'),
    texts.say('What stands in braces stays as it is; {} is enough for it.'),
  ];
  const world = { today, language: texts.language };
  const listener = { known: [], world, texts, check: () => [] };
  const answers: Answers | undefined = await converseOn(terminal, head, script, new Map(), listener);
  return (
    answers &&
    missing.map((text) => ({
      id: text.id,
      original: sourceOf(text),
      translation: answers.get(sourceOf(text)) ?? '',
      fuzzy: true,
      line: 1,
    }))
  );
}

/** A translation, which must have what stands in braces as its original has it; `{}` is the next of those. */
function holdPlaces(original: string, typed: string): Meant {
  const places = original.match(/\{[^{}]*\}/g) ?? [];
  const rest = places.filter((place) => !typed.includes(place));
  const value = typed.replaceAll('{}', () => rest.shift() ?? '{}');
  const wanted = placeholdersOf(original).join(' ');
  if (placeholdersOf(value).join(' ') === wanted && !value.includes('{}')) return { value };
  const unread =
    wanted === ''
      ? { text: 'The original has nothing in braces.' }
      : { text: 'What stands in braces is needed as it is: {places}', values: { places: wanted } };
  return { value, unread };
}

/** Writes what is to be translated beside the appeal, where nothing of that name lies; its name from the current folder. */
async function writePo(
  io: Io,
  { campaign, parts }: Awaited<ReturnType<typeof loadAppeal>>,
  language: string,
  named: string | undefined,
): Promise<string | undefined> {
  if (!campaign || !parts) return undefined;
  const folder = appealFolder(locateAppeal(io, named).path);
  const path = join(folder, `${language}.po`);
  const { text } = exportTexts(locateTexts(parts), campaign, language, io.cwd);
  await changeFolder(folder, async (publish) => {
    if (!existsSync(path)) publish(new Map([[path, text]]), []);
  });
  return fileFrom(io.cwd, path);
}

/** Names that stand in one language only, and are printed so in the other. */
function plainNames({ head, facts, events }: LocatedParts, original: string, language: string): string[] {
  if (original === language) return [];
  const found = [
    ...listNoted(appealHead, head.value),
    ...facts.items.flatMap(({ value, path }) => listNoted(fact, value, path)),
    ...events.items.flatMap(({ value, path }) => listNoted(event, value, path)),
  ];
  const names = found.flatMap(({ note, value }) =>
    note.wording === 'name' && typeof value === 'string' ? [`“${value}”`] : [],
  );
  return [...new Set(names)];
}
