import { z } from 'zod';
import { isMeantFor } from '../model/addressee.ts';
import { type Fact, fact as factSchema } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { type Contact, contact as contactSchema } from '../model/contact.ts';
import { type Correction, correction as correctionSchema } from '../model/correction.ts';
import { type Event, event as eventSchema } from '../model/event.ts';
import { once } from '../model/memory.ts';
import { listTexts } from '../model/texts.ts';
import { isObject } from '../model/value-at.ts';
import type { Problem } from '../problems.ts';
import { type AppealFiles, PARTS, type Part } from '../read/appeal.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { finding } from '../wordings.ts';
import { checkClaims } from './claims.ts';
import { checkContacts } from './contacts.ts';
import { checkDeadlines } from './deadlines.ts';
import { checkFields } from './fields.ts';
import { checkFigurePlaces } from './figure-places.ts';
import { checkFrenchSpaces } from './french-spaces.ts';
import { checkHead } from './head.ts';
import { checkHidden } from './hidden.ts';
import { checkLinks } from './links.ts';
import { checkMarkup } from './markup.ts';
import { checkNames } from './names.ts';
import { checkNearDays } from './near-days.ts';
import { checkNumbers } from './numbers.ts';
import { type CheckedParts, type CheckOptions, type LocatedList, languagesOf } from './parts.ts';
import { listPlacedTexts } from './placed-texts.ts';
import { checkPrivate } from './private.ts';
import { checkReferences } from './references.ts';
import { checkStates } from './states.ts';
import { checkReview, checkTexts } from './texts.ts';
import { checkTranslations } from './translations.ts';
import { checkUnits } from './units.ts';
import { checkUnread } from './unread.ts';

/**
 * Checks the files of an appeal; gives the campaign with all that is sound, if its head is, and the contacts in any case.
 * Each problem says which part it is about.
 */
export function checkAppeal(
  files: AppealFiles,
  options: CheckOptions,
): {
  campaign?: Campaign | undefined;
  parts?: CheckedParts | undefined;
  contacts: LocatedList<Contact>;
  problems: Problem[];
} {
  const { facts, contacts, events, corrections, ...head } = isObject(files.head.data) ? files.head.data : {};
  const inside = { facts, contacts, events, corrections };
  // Joined, never pushed as arguments: of 5,000 facts in 14 languages there are more than a call may have.
  let problems: readonly Problem[] = [];
  const bound = () => problems.map((problem) => bindToPart(problem, files));
  const checked = checkHead(isObject(files.head.data) ? head : files.head.data, files.head);
  problems = [...checkUnread(files.head), ...checked.problems];
  const list = <T>(part: Part, item: z.ZodType<T>): LocatedList<T> => {
    const file = files[part] ?? files.head;
    if (files[part] && inside[part] !== undefined)
      problems = [...problems, twoPlaces(part, files.head, file)];
    const found = checkList(item, files[part] ? file.data : inside[part], file, files[part] ? [] : [part]);
    problems = [...problems, ...found.problems.map((problem) => aboutPart(problem, part))];
    return found.list;
  };
  const lists = {
    facts: list<Fact>('facts', factSchema),
    contacts: list<Contact>('contacts', contactSchema),
    events: list<Event>('events', eventSchema),
    corrections: list<Correction>('corrections', correctionSchema),
  };
  if (!checked.value) return { contacts: lists.contacts, problems: bound() };
  const read = [files.head, ...PARTS.flatMap((part) => files[part] ?? [])];
  const parts = withTexts({ head: { value: checked.value, file: files.head }, ...lists });
  const { missing: lacking, notices } = checkTexts(parts);
  const missing = lacking.map((problem) => bindToPart(problem, files));
  const { naming, unsure } = checkPrivate(parts);
  const isAsked = ({ about }: Problem) => options.languages?.includes(about?.language ?? '') ?? true;
  // What names something in a field that is wrong can't be held against it.
  const isHeld = ({ code }: Problem) => checked.problems.length === 0 || code !== 'unknown-reference';
  problems = [
    ...problems,
    ...[...checkReferences(parts), ...checkFigurePlaces(parts)].filter(isHeld),
    ...checkLinks(parts),
    ...[...missing, ...naming, ...notices].filter(isAsked),
    ...unsure,
    ...checkReview(parts, options),
    ...checkFrenchSpaces(parts).filter(isAsked),
    ...checkTranslations(parts, options),
    ...checkDeadlines(parts, options),
    ...checkStates(parts),
    ...read.flatMap(checkHidden),
    ...(options.detailed
      ? [...read.flatMap(checkMarkup), ...checkNearDays(parts), ...checkDetails(parts, options)]
      : []),
  ];
  const campaign = assemble(parts, files, missing, naming);
  return { campaign, parts, contacts: lists.contacts, problems: bound() };
}

/** What only those who check are told: it costs time, or is a matter of care. */
function checkDetails(parts: CheckedParts, options: CheckOptions): Problem[] {
  return [
    ...checkClaims(parts),
    ...checkNames(parts),
    ...checkNumbers(parts),
    ...checkUnits(parts),
    ...checkAddresses(parts, options),
  ];
}

/** A problem with the part whose file it stands in, where nothing is said of it yet. */
function bindToPart(problem: Problem, files: AppealFiles): Problem {
  if (problem.about?.part !== undefined || problem.at === undefined) return problem;
  const part = PARTS.find((name) => files[name]?.file === problem.at?.file) ?? 'head';
  return aboutPart(problem, part);
}

/** What problems of a part are about, one object for all of them: there may be 100,000. */
const ABOUT = {
  head: { part: 'head' },
  facts: { part: 'facts' },
  contacts: { part: 'contacts' },
  events: { part: 'events' },
  corrections: { part: 'corrections' },
} as const;

function aboutPart(problem: Problem, part: keyof typeof ABOUT): Problem {
  return { ...problem, about: problem.about ? { part, ...problem.about } : ABOUT[part] };
}

/** Checked parts with the texts in them. */
function withTexts(parts: Omit<CheckedParts, 'texts' | 'wordings'>): CheckedParts {
  const texts = once(() => listTexts(parts));
  return { ...parts, texts, wordings: once(() => listPlacedTexts(texts(), parts)) };
}

/** Checks each item of a list, so that one that is wrong doesn't hide what is wrong with the others. */
export function checkList<T>(
  item: z.ZodType<T>,
  data: unknown,
  file: LocatedFile,
  base: Path,
): { list: LocatedList<T>; problems: Problem[] } {
  if (data !== undefined && !Array.isArray(data)) {
    const { problems } = checkFields(z.array(z.unknown()), data, file, base);
    return { list: { items: [], ids: [], file }, problems };
  }
  const rows = (data ?? []).map((value: unknown, i) => ({ value, path: [...base, i] }));
  const checked = rows.map(({ value, path }) => ({ path, ...checkFields(item, value, file, path) }));
  return {
    list: {
      items: checked.flatMap(({ path, value }) => (value === undefined ? [] : [{ value, path }])),
      ids: rows.flatMap(({ value, path }) =>
        isObject(value) && typeof value.id === 'string' ? [{ id: value.id, path }] : [],
      ),
      file,
    },
    problems: checked.flatMap(({ problems }) => problems),
  };
}

/** What keeps a letter to a target from arriving; all else about contacts is said by `contacts check`. */
function checkAddresses({ head, contacts }: CheckedParts, { today }: CheckOptions): Problem[] {
  const { targets } = head.value;
  const addressed = contacts.items.filter(({ value }) => isMeantFor(targets, value));
  return checkContacts(addressed, contacts.file, { today, maxAge: Number.POSITIVE_INFINITY }).filter(
    ({ severity, code }) =>
      (severity === 'warning' && ['incomplete-address', 'bad-postal-code'].includes(code)) ||
      code === 'prison-rules',
  );
}

function assemble(
  parts: CheckedParts,
  files: AppealFiles,
  missing: readonly Problem[],
  naming: readonly Problem[],
): Campaign {
  const { head, facts, contacts, events, corrections } = parts;
  const { targets } = head.value;
  const all = contacts.items.map((item) => item.value);
  return {
    appeal: head.value,
    languages: languagesOf(head.value),
    facts: facts.items.map((item) => item.value),
    contacts: all,
    events: events.items.map((item) => item.value),
    corrections: corrections.items
      .map((item) => item.value)
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    targets: all.filter((c) => !c.defunct && isMeantFor(targets, c)),
    missing,
    naming,
    folder: files.folder,
  };
}

function twoPlaces(part: string, head: LocatedFile, file: LocatedFile): Problem {
  return finding('notice', 'bad-value/two-places', { part, file: file.file }, { at: head.locateKey([part]) });
}
