import { makeId } from '../../check/contact-id.ts';
import { completeContact, stateNamed } from '../../check/foreign-contact.ts';
import { slug } from '../../check/latin-letters.ts';
import type { Contact } from '../../model/contact.ts';
import { countryOf } from '../../model/country-names.ts';
import { isId } from '../../model/values.ts';
import type { NewAppeal } from '../../write/appeal.ts';
import { type AddresseeFound, addressOf } from './addressees.ts';
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

type Of<K extends ItemValue['kind']> = Extract<ItemValue, { kind: K }>;

/** The items of a draft by kind; one that nobody has confirmed is noted as unread when it is taken. */
class Taking {
  readonly unread: string[] = [];
  readonly #items: readonly Item[];
  readonly #confirmed: ReadonlySet<Item>;

  constructor(items: readonly Item[], confirmed: ReadonlySet<Item>) {
    this.#items = items;
    this.#confirmed = confirmed;
  }

  /** What each item of a kind becomes, with the name under which it is noted. */
  each<K extends ItemValue['kind'], T>(
    kind: K,
    make: (value: Of<K>, i: number) => readonly [name: string, made: T],
  ): T[] {
    return this.#items
      .filter(({ value }) => value.kind === kind)
      .map((item, i) => {
        const [name, made] = make(item.value as Of<K>, i);
        this.#note(name, item);
        return made;
      });
  }

  /** The text of the first item of a kind. */
  first(kind: 'title' | 'issuer' | 'issued' | 'deadline', name: string = kind): string | undefined {
    const found = this.#items.find(({ value }) => value.kind === kind);
    if (found) this.#note(name, found);
    return found?.value.text;
  }

  #note(name: string, item: Item): void {
    if (this.#confirmed.has(item)) return;
    const { value } = item;
    const isUnsure = value.kind === 'fact' ? !value.isSure : value.kind === 'deadline' && !value.isSure;
    const date = value.kind === 'fact' ? value.date : value.text;
    const guess = isUnsure ? ` (${date}?)` : '';
    const place = item.line === undefined ? '' : `, line ${item.line}`;
    this.unread.push(`${name}${guess}${place}: ${item.words}`);
  }
}

/** An appeal from what was read; what nobody has confirmed stands in its list of what is unread. */
export function draftAppeal(
  { reading, left }: TextRead,
  items: readonly Item[],
  basis: DraftBasis,
): NewAppeal {
  const { language } = reading.vocabulary;
  const taking = new Taking(items, basis.confirmed);
  const title = taking.first('title') ?? '';
  const issuer = taking.first('issuer') ?? '';
  const issued = taking.first('issued') ?? basis.today;
  const source = 'source-1';
  const { facts, voices } = takeFacts(taking, source, language);
  const demands = taking.each('demand', ({ text }, i) => [`demand-${i + 1}`, text]);
  const people = takePeople(taking, source);
  const actions = taking.each('action', ({ action: kind, text }) => [`action ${kind}`, { kind, text }]);
  const contacts: Contact[] = [];
  taking.each('to', ({ text, addressee }) => {
    const contact = toContact(text, addressee, language, contacts);
    contacts.push(contact);
    return [contact.id, contact];
  });
  const events = taking.each('event', ({ event: kind, date, time, text: place }, i) => {
    const id = `event-${i + 1}`;
    return [id, { id, kind, date, time, place, calledBy: issuer, source: issuer || title }];
  });
  const links = taking.each('link', ({ text }, i) => {
    const id = `source-${i + 2}`;
    return [id, { id, title: text, url: text.replace(/^www\./i, 'http://www.') }];
  });
  const nameOfText = [issuer, title].filter((part) => part !== '').join(': ') || basis.id;
  return {
    id: basis.id,
    title,
    issuer,
    language,
    further: [],
    issued,
    actBefore: taking.first('deadline', 'actBefore'),
    facts,
    voices,
    sources: [{ id: source, title: nameOfText }, ...links],
    demands,
    people,
    actions,
    targets: contacts.map(({ id }) => id),
    contacts,
    events,
    sender: { name: issuer },
    unread: taking.unread,
    left: left.map((span) => wordsOf(reading.text, span)),
  };
}

/** What happened, and the voices that speak in it. */
function takeFacts(taking: Taking, source: string, language: string) {
  const voices: { id: string; text: string }[] = [];
  const voiceId = (phrase: string) => {
    const text = inSentence(phrase, language);
    const known = voices.find((voice) => voice.text === text);
    if (known) return known.id;
    const id = `voice-${voices.length + 1}`;
    voices.push({ id, text });
    return id;
  };
  const facts = taking.each('fact', ({ text, role, date, placed }, i) => {
    const id = `fact-${i + 1}`;
    return [id, { id, role, date, text, source, figures: toFigures(placed, source, voiceId) }];
  });
  return { facts, voices };
}

function takePeople(taking: Taking, source: string) {
  const ids = new Set<string>();
  return taking.each('person', ({ text: name }, i) => {
    const made = slug(name);
    const id = isId(made) && !ids.has(made) ? made : `person-${i + 1}`;
    ids.add(id);
    return [id, { id, name, source }];
  });
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
  const country = countryOf(found.address.at(-1) ?? '');
  const own = country === undefined ? found.address : found.address.slice(0, -1);
  const { rest, ...address } = addressOf(own, country);
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
