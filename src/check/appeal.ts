import {
  type AppealHead,
  type Fact,
  facts as factsSchema,
  appealHead as headSchema,
} from '../model/appeal.ts';
import type { Campaign, CampaignLanguage } from '../model/campaign.ts';
import { type Contact, contacts as contactsSchema } from '../model/contact.ts';
import { type Event, events as eventsSchema } from '../model/event.ts';
import { hasErrors, type Problem } from '../problems.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { checkFields } from './fields.ts';
import { checkReferences } from './references.ts';
import { checkTexts } from './texts.ts';

export interface CheckOptions {
  /** Languages that are asked for; those of the appeal where it is left out. */
  readonly languages?: readonly string[] | undefined;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A list of the appeal with the place of each item. */
export interface LocatedList<T> {
  readonly items: readonly T[];
  readonly file: LocatedFile;
  readonly base: Path;
}

/** All checked parts of an appeal, with their places. */
export interface CheckedParts {
  readonly head: { readonly value: AppealHead; readonly file: LocatedFile };
  readonly facts: LocatedList<Fact>;
  readonly contacts: LocatedList<Contact>;
  readonly events: LocatedList<Event>;
}

/** Checks the files of an appeal; gives the campaign if none of the problems is an error. */
export function checkAppeal(
  files: AppealFiles,
  options: CheckOptions,
): { campaign?: Campaign | undefined; problems: Problem[] } {
  const { facts, contacts, events, ...head } = isObject(files.head.data) ? files.head.data : {};
  const inside = { facts, contacts, events };
  const problems: Problem[] = [];
  const checked = checkFields(headSchema, isObject(files.head.data) ? head : files.head.data, files.head);
  problems.push(...checked.problems);
  const list = <T>(
    part: 'facts' | 'contacts' | 'events',
    schema: Parameters<typeof checkFields>[0],
  ): LocatedList<T> => {
    const file = files[part] ?? files.head;
    const base = files[part] ? [] : [part];
    if (files[part] && inside[part] !== undefined) problems.push(twoPlaces(part, files.head, file));
    const found = checkFields(schema, (files[part] ? file.data : inside[part]) ?? [], file, base);
    problems.push(...found.problems);
    return { items: (found.value ?? []) as T[], file, base };
  };
  const lists = {
    facts: list<Fact>('facts', factsSchema),
    contacts: list<Contact>('contacts', contactsSchema),
    events: list<Event>('events', eventsSchema),
  };
  if (!checked.value || hasErrors(problems)) return { problems };
  const parts: CheckedParts = { head: { value: checked.value, file: files.head }, ...lists };
  problems.push(...checkReferences(parts), ...checkTexts(parts, options), ...checkDeadline(parts, options));
  if (hasErrors(problems)) return { problems };
  return { campaign: assemble(parts, files), problems };
}

function assemble({ head, facts, contacts, events }: CheckedParts, files: AppealFiles): Campaign {
  const { targets } = head.value;
  return {
    appeal: head.value,
    languages: languagesOf(head.value),
    facts: facts.items,
    contacts: contacts.items,
    events: events.items,
    targets: contacts.items.filter((c) => !c.defunct && (targets.includes(c.id) || targets.includes(c.kind))),
    folder: files.folder,
  };
}

/** Languages in their normal form; the first is the original where nothing else is said. */
export function languagesOf({ languages }: AppealHead): CampaignLanguage[] {
  return languages.map((language, i) => {
    const { tag, review, fallback } =
      typeof language === 'string' ? ({ tag: language } as CampaignLanguage) : language;
    return { tag, review: review ?? (i === 0 ? 'original' : 'draft'), fallback };
  });
}

function checkDeadline({ head }: CheckedParts, { today }: CheckOptions): Problem[] {
  const { actBefore, example } = head.value;
  if (!actBefore || example || today.slice(0, actBefore.length) <= actBefore) return [];
  return [
    {
      severity: 'warning',
      code: 'deadline-passed',
      message: `The appeal asks to act before ${actBefore}, and today is ${today}.`,
      at: head.file.locate(['actBefore']),
      hint: 'Ask the issuer whether acting still makes sense, and change actBefore.',
    },
  ];
}

function twoPlaces(part: string, head: LocatedFile, file: LocatedFile): Problem {
  return {
    severity: 'notice',
    code: 'bad-value',
    message: `${part} stand in the appeal and in a file of their own: those of ${file.file} are used.`,
    at: head.locateKey([part]),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
