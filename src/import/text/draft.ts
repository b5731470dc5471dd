import { makeId } from '../../check/contact-id.ts';
import { completeContact, stateNamed } from '../../check/foreign-contact.ts';
import { slug } from '../../check/latin-letters.ts';
import type { Contact } from '../../model/contact.ts';
import { countryOf } from '../../model/country-names.ts';
import { isId } from '../../model/values.ts';
import type { NewAppeal } from '../../write/appeal.ts';
import { type AddresseeFound, readAddress } from './addressees.ts';
import type { Item, ItemValue } from './items.ts';
import { wordsOf } from './passages.ts';
import { toFigures } from './place-figures.ts';
import type { TextRead } from './read-text.ts';

/** What a draft needs besides the text. */
interface DraftBasis {
  readonly id: string;
  /** Day of issue where the text has none. */
  readonly today: string;
  /** Items that a person has confirmed. */
  readonly confirmed: ReadonlySet<Item>;
}

/** An appeal from what was read; what nobody has confirmed stands in its list of what is unread. */
export function draftAppeal(
  { reading, left }: TextRead,
  items: readonly Item[],
  basis: DraftBasis,
): NewAppeal {
  const { language } = reading.vocabulary;
  const unread: string[] = [];
  const note = (what: string, item: Item) => {
    if (basis.confirmed.has(item)) return;
    const { value } = item;
    const isUnsure = value.kind === 'fact' ? !value.isSure : value.kind === 'deadline' && !value.isSure;
    const date = value.kind === 'fact' ? value.date : value.text;
    const guess = isUnsure ? ` (${date}?)` : '';
    const place = item.line === undefined ? '' : `, line ${item.line}`;
    unread.push(`${what}${guess}${place}: ${item.words}`);
  };
  const of = <K extends ItemValue['kind']>(kind: K) =>
    items.flatMap((item) =>
      item.value.kind === kind ? [{ item, value: item.value as Extract<ItemValue, { kind: K }> }] : [],
    );
  const only = (kind: 'title' | 'issuer' | 'issued' | 'deadline', name: string) => {
    const found = of(kind)[0];
    if (found) note(name, found.item);
    return found?.value.text;
  };
  const title = only('title', 'title') ?? '';
  const issuer = only('issuer', 'issuer') ?? '';
  const issued = only('issued', 'issued');
  const voices: { id: string; text: string }[] = [];
  const voiceId = (phrase: string) => {
    const text = inSentence(phrase, language);
    const known = voices.find((voice) => voice.text === text);
    if (known) return known.id;
    const id = `voice-${voices.length + 1}`;
    voices.push({ id, text });
    return id;
  };
  const source = 'source-1';
  const facts = of('fact').map(({ item, value: { text, role, date, placed } }, i) => {
    note(`fact-${i + 1}`, item);
    return { id: `fact-${i + 1}`, role, date, text, source, figures: toFigures(placed, source, voiceId) };
  });
  const demands = of('demand').map(({ item, value: { text } }, i) => {
    note(`demand-${i + 1}`, item);
    return text;
  });
  const people: { id: string; name: string; source: string }[] = [];
  for (const { item, value } of of('person')) {
    const made = slug(value.text);
    const id =
      isId(made) && !people.some((person) => person.id === made) ? made : `person-${people.length + 1}`;
    people.push({ id, name: value.text, source });
    note(id, item);
  }
  const actions = of('action').map(({ item, value }) => {
    note(`action ${value.action}`, item);
    return { kind: value.action, text: value.text };
  });
  const contacts: Contact[] = [];
  for (const { item, value } of of('to')) {
    const contact = toContact(value.text, value.addressee, language, contacts);
    contacts.push(contact);
    note(contact.id, item);
  }
  const events = of('event').map(({ item, value }, i) => {
    note(`event-${i + 1}`, item);
    const { event: kind, date, time, text: place } = value;
    return { id: `event-${i + 1}`, kind, date, time, place, calledBy: issuer, source: issuer || title };
  });
  const links = of('link').map(({ item, value }, i) => {
    note(`source-${i + 2}`, item);
    return { id: `source-${i + 2}`, title: value.text, url: value.text.replace(/^www\./i, 'http://www.') };
  });
  return {
    id: basis.id,
    title,
    issuer,
    language,
    further: [],
    issued: issued ?? basis.today,
    actBefore: only('deadline', 'actBefore'),
    facts,
    voices,
    sources: [
      { id: source, title: [issuer, title].filter((part) => part !== '').join(': ') || basis.id },
      ...links,
    ],
    demands,
    people,
    actions,
    targets: contacts.map(({ id }) => id),
    contacts,
    events,
    sender: { name: issuer },
    unread,
    left: left.map((span) => wordsOf(reading.text, span)),
  };
}

/** A voice as it stands inside a sentence: "according to …", whatever it began with. */
export function inSentence(phrase: string, language: string): string {
  const [first = '', second = ''] = [...phrase];
  const isName = second === second.toUpperCase() || language === 'tr';
  return isName ? phrase : first.toLowerCase() + phrase.slice(first.length);
}

function toContact(
  name: string,
  found: AddresseeFound,
  language: string,
  before: readonly Contact[],
): Contact {
  const kind = found.kind ?? 'authority';
  const { rest, ...address } = readAddress(found.address);
  const country = countryOf(found.address.at(-1) ?? '');
  const lines = rest.filter((line) => countryOf(line) === undefined);
  const of = (way: 'email' | 'phone' | 'fax') =>
    found.ways.filter(({ kind }) => kind === way).map(({ value }) => value);
  const represents = stateNamed(kind, [name], country);
  const draft = {
    kind,
    organisation: name,
    ...(represents ? { represents } : {}),
    ...(found.holder ? { holder: found.holder } : {}),
    ...(lines.length > 0 ? { addressLines: found.address.slice(0, 6) } : address),
    ...(country ? { country } : {}),
    ...(of('email').length > 0 ? { email: of('email') } : {}),
    ...(of('phone').length > 0 ? { phone: of('phone') } : {}),
    ...(of('fax').length > 0 ? { fax: of('fax') } : {}),
    ...(country ? {} : { languages: [language] }),
  };
  const id = makeId(draft, (taken) => before.some((contact) => contact.id === taken));
  return completeContact(draft, id, 'the appeal');
}
