import { basename, resolve } from 'node:path';
import type { Campaign } from '../model/campaign.ts';
import { originalOf, wordingIn } from '../model/text.ts';
import { hasErrors } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import { readSource } from '../read/source.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { KNOWN_SOURCE } from '../wizard/ask-facts.ts';
import { ONE_MORE, PERSON, PICTURE, SOURCE } from '../wizard/ask-more.ts';
import { type Basis, composeAppeal } from '../wizard/compose.ts';
import { holdAsked, readDraft } from '../wizard/draft.ts';
import type { Answers, Script } from '../wizard/script.ts';
import { checkAnswer } from '../wizard/verdict.ts';
import { figureScript, setFigure } from './add-figure.ts';
import type { AddedKind, AddOptions } from './added-kinds.ts';
import { loadAppeal, todayOf } from './appeal.ts';
import { Additions } from './append.ts';
import { changeAppeal } from './change-appeal.ts';
import { fillLater, fillUp, holdAll, takeFlags } from './init-answers.ts';
import { findContacts, withState } from './init-appeal.ts';
import { type Added, mapSources, mergeAnswers, numberer } from './merge-answers.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { BEFORE, withRecord } from './undo-edit.ts';

/**
 * Asks about one more thing, or takes flags and answers, and adds it to the files of the appeal. `isWithin` a review,
 * whoever goes back from the first question comes back to it.
 */
export async function addAnswers(
  io: Io,
  options: AddOptions,
  kind: Exclude<AddedKind, 'language'>,
  named: string | undefined,
  isWithin = false,
): Promise<Outcome> {
  const texts = textsFor(io);
  const { contacts: _own, ...common } = options;
  const { campaign, problems } = await loadAppeal(io, { input: options.input, date: options.date }, named);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!campaign) return { problems: errors };
  const world = { today: todayOf(io, options.date), language: texts.language };
  const known = kind === 'target' ? await knownTo(io, options, campaign) : [];
  const basis: Basis = { id: campaign.appeal.id, issued: world.today, known };
  const script = scriptOf(kind, campaign);
  const isComposed = Object.hasOwn(ONE_MORE, kind);
  const check = (key: string, answers: Answers) => (isComposed ? checkAnswer(key, answers, basis) : []);
  const file = options.answers === undefined ? undefined : await readSource(resolve(io.cwd, options.answers));
  const begun = file ? readDraft(file, script) : { answers: new Map<string, string>(), options: {} };
  const flags = { ...begun.options, ...withState(common, known) };
  const terminal = terminalFor(io, options);
  const seeded = new Map([...ofAppeal(kind, campaign, terminal !== undefined), ...begun.answers]);
  const given = takeFlags(script, seeded, flags, { known, world, check });
  if (file) holdAsked(given, script, file.file);
  const told = terminal
    ? await ask(terminal, script, given, { known, world, texts, check, isWithin })
    : fillUp(`add ${kind}`, script, given, world, flags);
  if (!told) return { failed: true, summary: `${texts.say('Nothing was written.')}\n` };
  const answers = fillLater(script, told, world);
  if (!terminal) holdAll(answers, check);
  const { value, ...done } = await changeAppeal(
    io,
    { ...options, command: `add ${kind}`, named, uses: { parts: ['head'], languages: [] } },
    async (now, _, files) => {
      const added = addTold(kind, answers, now, files, basis);
      return { ...(await withRecord(files, added.texts)), value: added.ids };
    },
  );
  if (!value || hasErrors(done.problems)) return { problems: done.problems };
  const written = done.changed.filter((path) => basename(path) !== BEFORE);
  const changed = written.map((path) => fileFrom(io.cwd, path));
  const at = named === undefined ? '' : ` ${shellQuoted(named)}`;
  const ids = value.length === 0 ? texts.say('It was there already') : value.join(', ');
  return {
    problems: done.problems,
    data: { added: value, files: changed },
    summary: [
      texts.say(options.dryRun ? '{ids}: would stand in {files}.' : '{ids}: stands in {files}.', {
        ids,
        files: changed.join(', '),
      }),
      ...(written.length < done.changed.length && !options.dryRun
        ? [texts.say('To take it back: {command}', { command: `handbill edit${at} --undo` })]
        : []),
      texts.say('Next: {command}', { command: `handbill check${at}` }),
      '',
    ].join('\n'),
  };
}

async function ask(
  terminal: NonNullable<ReturnType<typeof terminalFor>>,
  script: Script,
  given: Answers,
  listener: import('./converse.ts').Listener,
): Promise<Answers | undefined> {
  const { converseOn, howToAnswer } = await import('./converse.ts');
  return converseOn(terminal, [howToAnswer(listener.texts)], script, given, listener);
}

/** Whom to choose from: those of the appeal first. */
async function knownTo(io: Io, options: AddOptions, campaign: Campaign) {
  const { contacts } = await findContacts(io, options);
  const own = campaign.contacts.map(({ id }) => id);
  return [...campaign.contacts, ...contacts.filter(({ id }) => !own.includes(id))];
}

function scriptOf(kind: Exclude<AddedKind, 'language'>, campaign: Campaign): Script {
  switch (kind) {
    case 'person':
      return PERSON;
    case 'picture':
      return PICTURE;
    case 'source':
      return SOURCE;
    case 'figure':
      return figureScript(campaign);
    default:
      return ONE_MORE[kind];
  }
}

/** What the appeal answers itself. */
function ofAppeal(kind: AddedKind, { appeal, languages }: Campaign, isAsked: boolean): [string, string][] {
  if (kind !== 'person' && !Object.hasOwn(ONE_MORE, kind)) return [];
  const original = originalOf(languages);
  const { name } = appeal.issuer;
  return [
    ['title', wordingIn(appeal.title, original) ?? ''],
    ['lang', original],
    ['issuer', typeof name === 'string' ? name : (wordingIn(name, original) ?? '')],
    // Offered to who is asked; a command line says it.
    [KNOWN_SOURCE, isAsked ? titleOf(appeal.sources.at(-1)?.title, original) : ''],
  ];
}

function titleOf(
  title: Campaign['appeal']['sources'][number]['title'] | undefined,
  language: string,
): string {
  return typeof title === 'object' ? (wordingIn(title, language) ?? '') : (title ?? '');
}

function addTold(
  kind: Exclude<AddedKind, 'language'>,
  answers: Answers,
  campaign: Campaign,
  files: AppealFiles,
  basis: Basis,
): Added {
  const additions = new Additions(files);
  const { appeal } = campaign;
  const language = originalOf(campaign.languages);
  const get = (name: string) => answers.get(name) || undefined;
  const source = () =>
    mapSources({ sources: [{ id: 'it', title: get('source')!, url: get('url') }] }, campaign, additions).get(
      'it',
    )!;
  switch (kind) {
    case 'source':
      return { ids: [source()], texts: additions.texts };
    case 'figure':
      return setFigure(answers, campaign, files, additions);
    case 'person': {
      const id = numberer(
        'person',
        appeal.people.map((person) => person.id),
      )();
      const role = get('role');
      const publish = get('publish');
      const person = {
        id,
        name: { [language]: get('name')! },
        ...(role ? { role: { [language]: role } } : {}),
        ...(publish ? { publish } : {}),
      };
      additions.toHead('people', { ...person, source: source() });
      return { ids: [id], texts: additions.texts };
    }
    case 'picture': {
      const id = numberer(
        'picture',
        (appeal.images ?? []).map((image) => image.id),
      )();
      const own = Object.fromEntries(
        ['credit', 'rights'].flatMap((name) => (get(name) ? [[name, get(name)!]] : [])),
      );
      additions.toHead('images', { id, file: get('file')!, alt: { [language]: get('alt')! }, ...own });
      return { ids: [id], texts: additions.texts };
    }
    default:
      return mergeAnswers(composeAppeal(answers, basis).appeal, campaign, files);
  }
}
