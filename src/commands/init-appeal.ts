import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { kindOfName } from '../check/kind-words.ts';
import { channelsOf } from '../model/channel.ts';
import { type Contact, isMission } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { countryOf } from '../model/country-names.ts';
import { findBars } from '../plan/choose-contacts.ts';
import type { Problem } from '../problems.ts';
import { readSource } from '../read/source.ts';
import { BUNDLED_APPEAL, bundledPath } from '../terminal/bundled.ts';
import { columnsOf, type Io, type Terminal, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';
import { ALL_MISSIONS } from '../wizard/ask-targets.ts';
import { type Basis, composeAppeal, idOf } from '../wizard/compose.ts';
import { DRAFT, formatDraft, holdAsked, readDraft } from '../wizard/draft.ts';
import type { Answers, World } from '../wizard/script.ts';
import { NEW_APPEAL } from '../wizard/steps.ts';
import { checkAnswer } from '../wizard/verdict.ts';
import { finding } from '../wordings.ts';
import { formatAppealFolder, GITIGNORE, type NewAppeal } from '../write/appeal.ts';
import { removeOutput, writeOutput } from '../write/files.ts';
import { todayOf } from './appeal.ts';
import type { InitOptions } from './first-letter.ts';
import { fillLater, fillUp, holdAll, takeFlags } from './init-answers.ts';
import { loadContacts } from './load-contacts.ts';
import { readMissions, withMissions } from './missions.ts';
import { listNewFolder, writeNewFolder } from './new-folder.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { UsageError } from './usage.ts';

/** Writes the folder of a new appeal from flags and answers. */
export async function initAppeal(io: Io, options: InitOptions, folder: string): Promise<Outcome> {
  const path = resolve(io.cwd, folder);
  const name = fileFrom(io.cwd, path);
  const there = await listNewFolder(path, name);
  const texts = textsFor(io);
  const { say } = texts;
  const { contacts, problems } = await findContacts(io, options);
  const basis: Basis = {
    id: idOf(basename(path), 'appeal'),
    issued: todayOf(io, options.date),
    known: contacts,
  };
  const world = { today: basis.issued, language: texts.language };
  const check = (key: string, answers: Answers) => checkAnswer(key, answers, basis);
  const flags = withState(options, contacts);
  const given = await readGiven(io, flags, there.includes(DRAFT) ? path : undefined, {
    known: contacts,
    world,
    check,
  });
  const terminal = terminalFor(io, options);
  let pasted: string | undefined;
  const takeText = (text: string) => {
    pasted = text;
  };
  const told = terminal
    ? await askFor(terminal, given, { known: contacts, world, texts, check, path, takeText })
    : fillUp('init', NEW_APPEAL, given, world, flags);
  if (pasted !== undefined) {
    const { initFrom } = await import('./init-from.ts');
    return initFrom(io, options, folder, { pasted });
  }
  const answers = told && fillLater(NEW_APPEAL, told, world);
  if (answers && !terminal) holdAll(answers, check);
  if (!answers)
    return {
      failed: true,
      summary: `${say('Your answers are kept. Go on with: handbill init {folder}', { folder: shellQuoted(name) })}\n`,
    };
  const { appeal } = composeAppeal(answers, basis);
  const files = await writeNewFolder(path, name, formatAppealFolder(appeal, say));
  await removeOutput(path, DRAFT);
  const days = told.has('issued') ? [] : [tellDay(appeal, world.today, name, say)];
  const written = describeFolder(io, name, files, appeal, days);
  const data = { folder: name, files };
  if (terminal || options.open) {
    const { makeFirstLetter } = await import('./first-letter.ts');
    const made = await makeFirstLetter(io, options, name, appeal);
    return { ...made, data: { ...data, ...made.data }, summary: `${written}${made.summary}` };
  }
  const from = appeal.sender.country;
  const bars = from === undefined ? [] : findBars(appeal.contacts, from);
  return {
    problems: [...problems, ...tellKinds(appeal.contacts, answers, given), ...bars],
    data,
    summary: `${written}${say('Next: handbill make {folder}, then fill in addresses in {folder}/contacts.csv.', { folder: shellQuoted(name) })}\n`,
  };
}

/** What is answered before anything is asked: by flags, and by `--answers` or else by the draft in the folder. */
async function readGiven(
  io: Io,
  options: InitOptions,
  drafted: string | undefined,
  taken: Parameters<typeof takeFlags>[3],
): Promise<Answers> {
  const source =
    options.answers !== undefined
      ? await readSource(resolve(io.cwd, options.answers))
      : drafted && (await readSource(join(drafted, DRAFT), { within: drafted }));
  const begun = source ? readDraft(source, NEW_APPEAL) : { answers: new Map<string, string>(), options: {} };
  const given = takeFlags(NEW_APPEAL, begun.answers, { ...begun.options, ...options }, taken);
  if (source) holdAsked(given, NEW_APPEAL, source.file);
  return given;
}

/** What was written, and what is to be done about it: a day of issue that nobody gave, languages, addresses. */
function describeFolder(
  io: Io,
  name: string,
  files: readonly string[],
  appeal: NewAppeal,
  days: readonly string[],
): string {
  const { say } = textsFor(io);
  const lookUp = countUnknown(appeal.contacts).map(([state, n]) =>
    say(
      'Of {n} missions of {country} no address is known. What Wikidata knows: handbill contacts query {state}',
      { n, country: countryName(state), state },
    ),
  );
  const where = say('In {folder}/: {files}.', { folder: name, files: files.join(', ') });
  const further = appeal.further.map((language) =>
    say('{language} is added with its texts: {command}', {
      language,
      command: `handbill add language ${shellQuoted(language)} ${shellQuoted(name)}`,
    }),
  );
  return [where, ...days, ...further, ...lookUp]
    .flatMap((line) => wrapText(line, columnsOf(io)))
    .map((line) => `${line}\n`)
    .join('');
}

/** A day that nobody gave stands on all that is printed: it is told, with how to change it. */
function tellDay({ issued, facts }: NewAppeal, today: string, folder: string, say: Texts['say']): string {
  const setting = (day: string) => `handbill edit ${shellQuoted(folder)} --set issued=${day}`;
  if (issued !== today)
    return say('Day of issue: {day}, the newest of its sources. If all is still so today: {command}', {
      day: issued,
      command: setting(today),
    });
  return say('Day of issue: {day}, today. If it was issued on another day: {command}', {
    day: issued,
    command: setting(facts.find(({ date }) => date?.length === 10)?.date ?? issued),
  });
}

/** `--state IR` as the answer that names all of its missions. Throws UsageError where none is known. */
export function withState(options: InitOptions, known: readonly Contact[]): InitOptions {
  if (options.state === undefined) return options;
  const state = countryOf(options.state);
  if (state === undefined || !known.some((contact) => isMission(contact) && contact.represents === state))
    throw new UsageError(
      `--state: no mission of ${JSON.stringify(options.state)} is known. Expected a country.`,
    );
  return { ...options, to: [...(options.to ?? []), ALL_MISSIONS + state] };
}

/** How many missions of each state can't be written to, as nothing but their place is known. */
function countUnknown(contacts: readonly Contact[]): [state: string, n: number][] {
  const counts = new Map<string, number>();
  for (const contact of contacts.filter((each) => isMission(each) && channelsOf(each).length === 0)) {
    const state = contact.represents;
    if (state !== undefined) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts];
}

/** Says what those are taken for of whom nobody said it: their letter depends on it. */
function tellKinds(contacts: readonly Contact[], answers: Answers, given: Answers): Problem[] {
  const ways = [...answers.keys()].filter((key) => /^to\.\d+\.kind$/.test(key) && !given.has(key));
  return ways.flatMap((key): Problem[] => {
    const name = answers.get(key.replace('kind', 'organisation'));
    const contact = contacts.find(
      ({ organisation }) => typeof organisation === 'string' && name?.endsWith(organisation),
    );
    if (!contact) return [];
    const { id, kind } = contact;
    const known = kindOfName(name ?? '') !== undefined;
    return [finding('notice', known ? 'kind-from-name/known' : 'kind-from-name/unknown', { id, kind })];
  });
}

async function askFor(
  terminal: Terminal,
  begun: Answers,
  {
    path,
    ...listener
  }: Pick<Basis, 'known'> & {
    readonly texts: Texts;
    readonly world: World;
    readonly check: (key: string, answers: Answers) => ReturnType<typeof checkAnswer>;
    readonly path: string;
    readonly takeText: (text: string) => void;
  },
): Promise<Answers | undefined> {
  const { converseOn, howToAnswer } = await import('./converse.ts');
  const { say } = listener.texts;
  const head = [
    ...(begun.has('title')
      ? []
      : [
          say(
            'Did the appeal arrive as a text? Paste it whole at the first question, and it is taken apart.',
          ),
        ]),
    `${howToAnswer(listener.texts)}. ${say('Answers are kept.')}`,
  ];
  return converseOn(terminal, head, NEW_APPEAL, begun, {
    ...listener,
    keep: async (answers) => {
      if (!existsSync(join(path, '.gitignore'))) await writeOutput(path, '.gitignore', GITIGNORE);
      await writeOutput(path, DRAFT, formatDraft(answers));
    },
  });
}

/** Contacts that can be chosen: those of `--contacts`, those that come with handbill, and the missions of all states. */
export async function findContacts(io: Io, options: InitOptions) {
  const { contacts: file, ...common } = options;
  const [own, bundled, missions] = await Promise.all([
    file === undefined ? undefined : loadContacts(io, common, file),
    loadContacts(io, common, bundledPath(BUNDLED_APPEAL)),
    readMissions(),
  ]);
  const all = [...(own?.contacts ?? []), ...bundled.contacts].map(({ value }) => value);
  const once = new Map(all.toReversed().map((contact) => [contact.id, contact]));
  const contacts = withMissions([...once.values()].toReversed(), missions);
  return { contacts, problems: own?.problems ?? [] };
}
