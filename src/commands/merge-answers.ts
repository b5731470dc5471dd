import type { Campaign } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import { originalOf, wordingIn } from '../model/text.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { NewAppeal, NewFact } from '../write/appeal.ts';
import type { Item } from '../write/edit-structured.ts';
import { Additions } from './append.ts';

type Fields = { readonly [key: string]: Item };

/** What was added, by kind: ids of facts, demands, targets, events. */
export interface Added {
  readonly texts: ReadonlyMap<string, string>;
  readonly ids: readonly string[];
}

/** Adds what answers told to an appeal that is there already; sources, voices and contacts that it has are used again. */
export function mergeAnswers(told: NewAppeal, campaign: Campaign, files: AppealFiles): Added {
  const additions = new Additions(files);
  const { appeal, facts, events } = campaign;
  const language = originalOf(campaign.languages);
  const ids: string[] = [];
  const freeIn = (prefix: string, taken: readonly string[]) => numberer(prefix, taken);
  const sources = mapSources(told, campaign, additions);
  const voices = mapVoices(told, campaign, language, additions);
  const nextFact = freeIn(
    'fact',
    facts.map(({ id }) => id),
  );
  const quantities = facts.flatMap((fact) => fact.figures.map(({ quantity }) => quantity));
  for (const fact of told.facts) {
    const id = nextFact();
    ids.push(id);
    addFact({ ...distinct(fact, quantities), id }, { language, sources, voices }, additions);
  }
  const nextDemand = freeIn(
    'demand',
    appeal.demands.map(({ id }) => id),
  );
  for (const text of told.demands) {
    const id = nextDemand();
    ids.push(id);
    additions.toHead('demands', { id, text: { [language]: text } });
  }
  const known = new Set(campaign.contacts.map(({ id }) => id));
  for (const contact of told.contacts)
    if (!known.has(contact.id)) additions.toPart('contacts', fieldsOf(contact));
  for (const target of told.targets) {
    if (appeal.targets.includes(target)) continue;
    ids.push(target);
    additions.toHead('targets', target);
  }
  const nextEvent = freeIn(
    'event',
    events.map(({ id }) => id),
  );
  const people = appeal.people.map(({ id }) => id);
  for (const person of told.people ?? []) {
    if (people.includes(person.id)) continue;
    ids.push(person.id);
    const { id, name, source } = person;
    additions.toHead('people', { id, name: { [language]: name }, source: sources.get(source)! });
  }
  for (const { kind, text } of told.actions ?? [])
    additions.toHead('actions', { kind, text: { [language]: text } });
  for (const event of told.events) {
    const id = nextEvent();
    ids.push(id);
    additions.toPart('events', { ...event, id });
  }
  return { texts: additions.texts, ids };
}

/** Gives the next free id of a kind: `fact-3`. */
export function numberer(prefix: string, taken: readonly string[]): () => string {
  const all = new Set(taken);
  return () => {
    for (let n = 1; ; n += 1) {
      const id = `${prefix}-${n}`;
      if (all.has(id)) continue;
      all.add(id);
      return id;
    }
  };
}

/** Ids of the sources that answers name, those of the appeal where it has them: by id, title or address. */
export function mapSources(
  told: Pick<NewAppeal, 'sources'>,
  { appeal, languages }: Campaign,
  additions: Additions,
): ReadonlyMap<string, string> {
  const original = originalOf(languages);
  const next = numberer(
    'source',
    appeal.sources.map(({ id }) => id),
  );
  const titleOf = (title: (typeof appeal.sources)[number]['title']) =>
    typeof title === 'string' ? title : wordingIn(title, original);
  return new Map(
    told.sources.map((source): [string, string] => {
      const same = appeal.sources.find(
        ({ id, title, url }) =>
          id === source.title || titleOf(title) === source.title || (url !== undefined && url === source.url),
      );
      if (same) return [source.id, same.id];
      const id = next();
      additions.toHead('sources', { id, title: source.title, ...(source.url ? { url: source.url } : {}) });
      return [source.id, id];
    }),
  );
}

function mapVoices(
  told: NewAppeal,
  campaign: Campaign,
  language: string,
  additions: Additions,
): ReadonlyMap<string, string> {
  const taken = campaign.appeal.voices.map(({ id }) => id);
  const next = numberer('voice', taken);
  return new Map(
    told.voices.map(({ id, text }) => [id, mapVoice(text, campaign, language, additions, next)] as const),
  );
}

/** The id of a voice, by its id or its words; a new one where the appeal has none. */
export function mapVoice(
  words: string,
  { appeal }: Campaign,
  language: string,
  additions: Additions,
  next = numberer(
    'voice',
    appeal.voices.map(({ id }) => id),
  ),
): string {
  const same = appeal.voices.find(({ id, text }) => id === words || wordingIn(text, language) === words);
  if (same) return same.id;
  const id = next();
  additions.toHead('voices', { id, text: { [language]: words } });
  return id;
}

/** The fact with names of its quantities that no other fact has. */
function distinct(fact: NewFact, taken: readonly string[]): NewFact {
  let { text } = fact;
  const figures = fact.figures.map((figure) => {
    const { quantity } = figure;
    if (!taken.includes(quantity)) return figure;
    const name = numberer(quantity, [...taken, quantity])();
    text = text.replace(`{${quantity}}`, `{${name}}`);
    return { ...figure, quantity: name };
  });
  return { ...fact, text, figures };
}

interface Names {
  readonly language: string;
  readonly sources: ReadonlyMap<string, string>;
  readonly voices: ReadonlyMap<string, string>;
}

function addFact(fact: NewFact, { language, sources, voices }: Names, additions: Additions): void {
  const { id, role = 'event', date, place, text, figures, asSaid = [] } = fact;
  const own = {
    id,
    ...(role === 'event' ? {} : { role }),
    ...(date ? { date } : {}),
    ...(place ? { place } : {}),
    text: { [language]: text },
    sources: [sources.get(fact.source)!],
    ...(figures.some(({ claims }) => claims.length > 1) ? { status: 'disputed' } : {}),
    ...(asSaid.length > 0 ? { asSaid: [...asSaid] } : {}),
  };
  const claimOf = ({ value, voice, saidOn, source }: NewFact['figures'][number]['claims'][number]) => ({
    value,
    ...(voice ? { voice: voices.get(voice)! } : {}),
    ...(saidOn ? { asOf: saidOn } : {}),
    source: sources.get(source)!,
  });
  const whole = figures.map(({ quantity, unit, claims }) => ({
    quantity,
    unit: { [language]: unit },
    claims: claims.map(claimOf),
  }));
  const rows = whole.flatMap(({ quantity, unit, claims }) =>
    claims.map(({ asOf, source, ...claim }, i) => ({
      quantity,
      ...(i === 0 ? { unit } : {}),
      ...claim,
      ...(asOf ? { saidOn: asOf } : {}),
      saidIn: source,
    })),
  );
  const [first = {}, ...more] = rows as Fields[];
  additions.toPart('facts', { ...own, ...(whole.length > 0 ? { figures: whole } : {}) }, [
    { ...own, ...first },
    ...more.map((row) => ({ id, ...row })),
  ]);
}

/** A contact as it is written: only what is known of it. */
function fieldsOf(contact: Contact): Fields {
  return JSON.parse(JSON.stringify(contact)) as Fields;
}
