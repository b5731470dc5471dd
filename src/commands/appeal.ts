import { resolve } from 'node:path';
import type { LocatedContact } from '../check/contacts.ts';
import type { CheckedParts } from '../check/parts.ts';
import type { Campaign } from '../model/campaign.ts';
import { factsAt, peopleAt } from '../model/ledger.ts';
import { isLanguageTag, wordingIn } from '../model/text.ts';
import { isPartialDate } from '../model/values.ts';
import { splitLanguages } from '../plan/jobs.ts';
import { type Problem, type Scope, touches } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { Io } from '../terminal/io.ts';
import { finding } from '../wordings.ts';
import { appealsIn, locateAppeal } from './locate.ts';
import type { CommonOptions } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import { chooseFrom, UsageError } from './usage.ts';

/** Options of the commands that read an appeal. */
export interface AppealOptions extends CommonOptions {
  readonly facts?: string;
  readonly contacts?: string;
  readonly events?: string;
  /** What columns of lists and of the appeal's tables hold, as `--map` has it. */
  readonly map?: readonly string[];
  readonly date?: string;
  readonly lang?: readonly string[];
  /** Look at claims, names and numbers too; set by the commands that check. */
  readonly detailed?: boolean;
}

interface LoadedAppeal {
  /** All that is sound; undefined where the head of the appeal isn't, or a file can't be read. */
  readonly campaign?: Campaign | undefined;
  /** The same with the place of each part; undefined where the campaign is. */
  readonly parts?: CheckedParts | undefined;
  /** The sound contacts, with their places; there whatever the head is like. */
  readonly contacts: readonly LocatedContact[];
  readonly files?: AppealFiles | undefined;
  readonly problems: readonly Problem[];
  /** Day that the documents bear. */
  readonly date: string;
}

/** Reads and checks the appeal that the command line names, and says so where it is the bundled example. */
export async function loadAppeal(
  io: Io,
  options: AppealOptions,
  named: string | undefined,
): Promise<LoadedAppeal> {
  const today = todayOf(io, options.date);
  const place = locateAppeal(io, named);
  const [{ readSettled }, { checkAppeal }] = await Promise.all([
    import('./settled-appeal.ts'),
    import('../check/appeal.ts'),
  ]);
  const file = (path: string | undefined) => (path === undefined ? undefined : resolve(io.cwd, path));
  const replace = {
    facts: file(options.facts),
    contacts: file(options.contacts),
    events: file(options.events),
  };
  const said = options.map && (await import('./list-reading.ts')).partMap(options.map).parts;
  const read = await readSettled(place.path, replace, said);
  const first = place.bundled && named === undefined ? [usesBundled(appealsIn(io.cwd)[0])] : [];
  if (!read.files) return { contacts: [], problems: [...first, ...read.problems], date: today };
  const lost = read.problems.flatMap(({ about }) => about?.part ?? []);
  const languages = options.lang?.flatMap(splitLanguages);
  const checked = checkAppeal(read.files, { today, languages, detailed: options.detailed });
  // What names something in a file that can't be read can't be held against it.
  const isTold = ({ code }: Problem) => lost.length === 0 || code !== 'unknown-reference';
  const campaign = options.date === undefined ? checked.campaign : campaignAt(checked.campaign, options.date);
  if (campaign) {
    holdLanguages(languages, campaign, named);
    chooseFrom(
      '--lang',
      languages,
      campaign.languages.map((l) => l.tag),
    );
    checkPairs(options.lang);
  }
  return {
    campaign,
    parts: checked.parts,
    contacts: checked.contacts.items,
    files: read.files,
    problems: [...first, ...isExample(campaign), ...read.problems, ...checked.problems.filter(isTold)],
    date: campaign ? documentDate(campaign, options.date, today) : today,
  };
}

/** Throws UsageError for a language that the appeal doesn't have: how it gets one. */
function holdLanguages(
  asked: readonly string[] | undefined,
  { languages }: Campaign,
  named: string | undefined,
): void {
  const tags = languages.map(({ tag }) => tag);
  const lacking = asked?.find((tag) => isLanguageTag(tag) && !tags.includes(tag));
  if (lacking === undefined) return;
  const appeal = named === undefined ? '' : ` ${shellQuoted(named)}`;
  throw new UsageError(
    `--lang: there is no "${lacking}". The appeal is in ${tags.join(', ')}. To add it: handbill add language ${lacking}${appeal}`,
  );
}

/** Parts that a command uses which works on the data itself; no language's gaps touch it. */
export const USED_BY = {
  facts: { parts: ['head', 'facts', 'corrections'], languages: [], items: isOf('people', 'voices') },
  contacts: { parts: ['head', 'contacts'], languages: [], items: isOf('targets') },
  texts: { parts: ['head', 'facts', 'events'], languages: [] },
} as const satisfies Record<string, Scope>;

/** True for what isn't of the head, and for the fields of the head that are named. */
function isOf(...fields: string[]): (item: string) => boolean {
  return (item) => !item.startsWith('appeal/') || fields.includes(item.slice('appeal/'.length));
}

/** The errors that touch a piece of work, and whose appeal it is. */
export function toldFor(scope: Scope, problems: readonly Problem[]): Problem[] {
  return problems.filter((p) => (p.severity === 'error' && touches(p, scope)) || p.code === 'example-appeal');
}

/** Documents hold one language, or two that differ. */
function checkPairs(asked: readonly string[] = []): void {
  for (const value of asked) {
    const languages = splitLanguages(value);
    if (languages.length > 2 || new Set(languages).size < languages.length)
      throw new UsageError(
        `--lang: expected two different languages at most, found ${JSON.stringify(value)}.`,
      );
  }
}

/** The campaign with its facts and names as they stood on a day. */
function campaignAt(campaign: Campaign | undefined, day: string): Campaign | undefined {
  if (!campaign) return undefined;
  const { appeal, facts, corrections } = campaign;
  const people = peopleAt(appeal.people, corrections, day);
  return { ...campaign, appeal: { ...appeal, people }, facts: factsAt(facts, corrections, day) };
}

/** The day on the wall: `--date`, else SOURCE_DATE_EPOCH (UTC), else the clock where it hangs. */
export function todayOf(io: Io, date: string | undefined): string {
  if (date !== undefined) {
    if (date.length === 10 && isPartialDate(date)) return date;
    throw new UsageError(`--date: expected a day such as 2026-05-01, found ${JSON.stringify(date)}`);
  }
  const epoch = io.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && epoch !== '') {
    const day = /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
    // Years of more than four digits are written with a sign.
    if (!day || !/^\d{4}-/.test(day.toISOString())) {
      throw new UsageError(
        `SOURCE_DATE_EPOCH: expected seconds since 1970, up to the year 9999, found ${JSON.stringify(epoch)}`,
      );
    }
    return day.toISOString().slice(0, 10);
  }
  const two = (n: number) => String(n).padStart(2, '0');
  return `${io.now.getFullYear()}-${two(io.now.getMonth() + 1)}-${two(io.now.getDate())}`;
}

/** An example keeps the day of its own knowledge, so that it comes out the same whenever it is made. */
function documentDate({ appeal }: Campaign, named: string | undefined, today: string): string {
  return named === undefined && appeal.example ? (appeal.asOf ?? appeal.issued) : today;
}

/** Told whenever the appeal isn't for sending. */
function isExample(campaign: Campaign | undefined): Problem[] {
  const example = campaign?.appeal.example;
  if (!campaign || !example) return [];
  const said = wordingIn(example, 'en') ?? wordingIn(example, campaign.languages[0]!.tag);
  return said === undefined ? [] : [{ severity: 'notice', code: 'example-appeal', message: said }];
}

function usesBundled(near = 'my-appeal'): Problem {
  return finding('notice', 'example-appeal/bundled', { near: shellQuoted(near) });
}
