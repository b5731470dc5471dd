import { demandsFor, isSolidarity, letterFor, letterKindOf } from '../model/addressee.ts';
import { append } from '../model/append.ts';
import type { Campaign } from '../model/campaign.ts';
import { CHANNEL_FIELDS, CHANNEL_NAMES, type Channel, channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import type { Listing } from '../model/packed.ts';
import type { Member } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import { finding, phrase } from '../wordings.ts';
import { chooseTargets, findBarred, type Residence } from './choose-contacts.ts';
import { isWanted, type LetterJob, languagesOf, pairsOf, type Selection } from './jobs.ts';

interface Listed {
  readonly jobs: LetterJob[];
  readonly problems: readonly Problem[];
}

/** Letters by who signs them: those who write to the same share one list, in which no sender stands. */
export interface ListedLetters {
  readonly senders: Senders | undefined;
  /** Of each sender; without senders, one list. */
  readonly lists: readonly (readonly LetterJob[])[];
  readonly problems: readonly Problem[];
}

/** Many senders in their order. */
export interface Senders extends Listing<Member> {
  at(index: number): Member | undefined;
}

/** Lists the letters of all senders, each to the missions that are the sender's own; without senders, once. */
export function listLetters(
  campaign: Campaign,
  selection: Selection,
  senders: Senders | undefined,
): ListedLetters {
  const ask = askAfter(selection);
  if (!senders) {
    const { countries, city } = selection;
    const residences = countries?.map((country) => ({ country, city }));
    const { jobs, problems } = listFor(campaign, selection, residences);
    return { senders, lists: [ask(jobs)], problems };
  }
  const lists: (readonly LetterJob[])[] = [];
  const problems: Problem[] = [];
  const known = new Map<string, Listed>();
  for (const { id, country, city } of senders) {
    const key = JSON.stringify([country, city]);
    let listed = known.get(key);
    if (!listed) {
      listed = listFor(campaign, selection, [{ country, city }]);
      append(problems, listed.problems);
      known.set(key, listed);
    }
    lists.push(ask(listed.jobs, id));
  }
  return { senders, lists, problems };
}

/** Of the letters of a sender those that ask after one without an answer, in its language where no other is asked for. */
function askAfter({
  followUps,
  languages,
}: Selection): (jobs: readonly LetterJob[], sender?: string) => readonly LetterJob[] {
  if (!followUps) return (jobs) => jobs;
  const days = new Map<string, string>();
  const keyOf = (contact: string, sender: string | undefined, language: string) =>
    [contact, sender ?? '', ...(languages ? [] : [language])].join(' ');
  for (const { contact, sender, language, sent } of followUps) {
    const key = keyOf(contact, sender, language);
    if (!days.has(key)) days.set(key, sent);
  }
  return (jobs, sender) =>
    jobs.flatMap((job): LetterJob[] => {
      const day = days.get(keyOf(job.target.id, sender, languagesOf(job).join('+')));
      return day !== undefined && !isSolidarity(job.kind) ? [{ ...job, followUp: day }] : [];
    });
}

function listFor(
  campaign: Campaign,
  selection: Selection,
  residences: readonly Residence[] | undefined,
): Listed {
  const jobs: LetterJob[] = [];
  const { targets: all, problems } = selectContacts(campaign, selection, residences);
  const asked = selection.languages ? true : undefined;
  const ways = (target: Contact) => selection.channels?.filter((way) => channelsOf(target).includes(way));
  const targets = all.filter((target) => ways(target)?.length !== 0);
  append(problems, withoutChannel(all, selection.channels), withoutDemand(targets, campaign));
  for (const target of targets) {
    const channels = ways(target);
    const named = selection.to?.includes(target.id) || undefined;
    const kind = letterFor(campaign.appeal.demands, target);
    const has = campaign.languages.map((l) => l.tag).filter((tag) => target.languages.includes(tag));
    if (has.length === 0) problems.push(noCommonLanguage(target, campaign));
    const languages = has.length > 0 ? has : [campaign.languages[0]!.tag];
    for (const language of languages) {
      if (isWanted(language, selection.languages))
        jobs.push({ material: 'letter', kind, language, target, channels, named, asked });
    }
    for (const { language, second } of pairsOf(selection.languages)) {
      if (has.length === 0 || has.includes(language) || has.includes(second))
        jobs.push({ material: 'letter', kind, language, second, target, channels, named, asked });
    }
  }
  return { jobs, problems };
}

/** Contacts that get letters: the appeal's targets, or those named by `to`, narrowed by kind and to the senders' own. */
function selectContacts(
  campaign: Campaign,
  { to, kinds, all }: Selection,
  residences: readonly Residence[] | undefined,
): { targets: readonly Contact[]; problems: Problem[] } {
  const byId = campaign.contacts.filter((c) => to?.includes(c.id));
  const named = to
    ? campaign.targets.filter((c) => to.includes(c.kind) || to.includes(letterKindOf(c.kind)))
    : campaign.targets;
  const choices = residences?.map((residence) => chooseTargets(campaign, named, residence, all));
  const wanted = new Set([...byId, ...(choices ? choices.flatMap((c) => c.targets) : named)]);
  const targets = campaign.contacts.filter(
    (c) => wanted.has(c) && (!kinds || kinds.includes(c.kind) || kinds.includes(letterKindOf(c.kind))),
  );
  const problems = choices?.flatMap((c) => c.problems) ?? [];
  residences?.forEach(({ country }, i) => {
    const own = targets.filter((c) => byId.includes(c) || choices?.[i]?.targets.includes(c));
    append(problems, findBarred(own, country));
  });
  return { targets, problems };
}

/** A letter that asks its reader for nothing is none: it would look right and be wrong. */
function withoutDemand(targets: readonly Contact[], { appeal }: Campaign): Problem[] {
  const { demands } = appeal;
  const left = targets.filter(
    (target) => !isSolidarity(letterFor(demands, target)) && demandsFor(demands, target).length === 0,
  );
  return left.map(({ id, kind }) =>
    finding('error', demands.length === 0 ? 'no-demand/none' : 'no-demand/of', { id, kind }),
  );
}

function noCommonLanguage(target: Contact, campaign: Campaign): Problem {
  const tag = campaign.languages[0]!.tag;
  return finding('notice', 'fallback-language/letter', {
    id: target.id,
    languages: target.languages.join(', '),
    tag,
  });
}

/** Tells who can't be reached in any of the ways asked for, together with those who have the same others. */
function withoutChannel(targets: readonly Contact[], asked: readonly Channel[] | undefined): Problem[] {
  if (!asked) return [];
  const groups = new Map<string, string[]>();
  for (const target of targets) {
    const has = channelsOf(target);
    if (has.some((channel) => asked.includes(channel))) continue;
    const others = has.map((channel) => CHANNEL_NAMES[channel]).join(', ');
    groups.set(others, [...(groups.get(others) ?? []), target.id]);
  }
  const wanted = asked.map((channel) => CHANNEL_NAMES[channel]).join(' or ');
  return [...groups].map(([others, ids]) => {
    const rest = ids.length > 5 ? phrase('and-more', { n: ids.length - 5 }) : '';
    const fields = asked.map((channel) => CHANNEL_FIELDS[channel]).join('; or ');
    const values = { wanted, others, ids: ids.slice(0, 5).join(', '), rest, fields };
    return finding('notice', others === '' ? 'no-channel/no-way' : 'no-channel/other', values);
  });
}
