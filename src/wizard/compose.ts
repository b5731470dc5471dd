import { makeId } from '../check/contact-id.ts';
import { stateNamed } from '../check/foreign-contact.ts';
import { kindOfName } from '../check/kind-words.ts';
import { slug } from '../check/latin-letters.ts';
import { type Contact, type ContactKind, isMission } from '../model/contact.ts';
import { isEmail, isId } from '../model/values.ts';
import type { Part } from '../read/appeal.ts';
import type { Path } from '../read/source.ts';
import type { NewAppeal, NewFact } from '../write/appeal.ts';
import { ALL_MISSIONS, SOMEBODY_ELSE, typedName } from './ask-targets.ts';
import { listNumbers, putFigure } from './numbers.ts';
import { readAddress, splitHolder } from './read-answer.ts';
import type { Answers } from './script.ts';

/** Where an answer stands in the files of the appeal. */
export interface Place {
  readonly part: Part | 'head' | 'sender';
  readonly path: Path;
}

/** What an appeal is made from besides the answers. */
export interface Basis {
  readonly id: string;
  /** Day of issue, `YYYY-MM-DD`. */
  readonly issued: string;
  /** Contacts that can be chosen. */
  readonly known: readonly Contact[];
}

/** An appeal made of answers, complete or not, and where each of them went. */
interface Composed {
  readonly appeal: NewAppeal;
  readonly places: ReadonlyMap<string, readonly Place[]>;
}

/** Puts answers together. What isn't answered yet is left empty: the check of it says so. */
export function composeAppeal(answers: Answers, basis: Basis): Composed {
  const book = new Book(answers);
  const language = answers.get('lang') ?? 'en';
  const note = (key: string, ...path: Path) => book.note(key, 'head', path);
  note('title', 'title', language);
  note('issuer', 'issuer', 'name');
  note('lang', 'languages', 0, 'tag');
  note('issued', 'issued');
  const lists = new Lists(book, language);
  const facts = book.each('fact').map((at, i) => factOf(book, lists, language, at, i));
  const demands = book.each('demand').map((at, i) => {
    note(`${at}text`, 'demands', i, 'text', language);
    return answers.get(`${at}text`)!;
  });
  const { contacts, targets } = chooseContacts(book, basis.known);
  const appeal: NewAppeal = {
    id: basis.id,
    title: answers.get('title') ?? '',
    issuer: answers.get('issuer') ?? '',
    language,
    further: splitList(answers.get('languages')).filter((tag) => tag !== language),
    issued: answers.get('issued') || basis.issued,
    facts,
    voices: lists.voices,
    sources: lists.sources,
    demands,
    targets,
    contacts,
    events: book.each('event').map((at, i) => ({
      id: `event-${i + 1}`,
      ...book.take(at, ['kind', 'date', 'time', 'place', 'address', 'city', 'calledBy', 'source'], 'events', [
        i,
      ]),
    })),
    sender: {
      ...book.address('sender.', 'sender', []),
      ...book.take('sender.', ['name', 'street', 'postalCode', 'city', 'country'], 'sender', []),
      ...(answers.get('sender.name') ? {} : { name: answers.get('issuer') ?? '' }),
    },
  };
  return { appeal, places: book.places };
}

/** Languages and the like, with `;` or `,` between. */
export function splitList(text = ''): string[] {
  return text.split(/[;,]/).flatMap((part) => part.trim() || []);
}

/** Phrases and titles, which may have commas, with semicolons between. */
export function splitPhrases(text = ''): string[] {
  return text.split(';').flatMap((part) => part.trim() || []);
}

/** An id made of a name, `otherwise` where it makes none. */
export function idOf(name: string, otherwise: string): string {
  const made = slug(name);
  return isId(made) ? made : otherwise;
}

/** The answers, and a note for each of where it went. */
class Book {
  readonly places = new Map<string, Place[]>();
  readonly answers: Answers;
  constructor(answers: Answers) {
    this.answers = answers;
  }

  note(key: string, part: Place['part'], path: Path): void {
    this.places.set(key, [...(this.places.get(key) ?? []), { part, path }]);
  }

  /** Ways to the things of a group that have begun: `fact.1.`, `fact.2.`. */
  each(group: string): string[] {
    const ways = [...this.answers]
      .filter(([key, text]) => key.startsWith(`${group}.`) && text !== '')
      .map(([key]) => `${group}.${key.slice(group.length + 1).split('.')[0]}.`);
    return [...new Set(ways)];
  }

  /** The parts of an address that was given in one line, noted at each of their fields. */
  address(at: string, part: Place['part'], base: Path): Record<string, string> {
    const { fax, ...own } = readAddress(this.answers.get(`${at}address`) ?? '');
    // Whoever signs has no field for a fax.
    const parts = fax === undefined || part === 'sender' ? own : { ...own, fax };
    for (const name of Object.keys(parts)) this.note(`${at}address`, part, [...base, name]);
    return parts;
  }

  /** The answers that aren't empty, by name, each noted at its field. */
  take(at: string, names: readonly string[], part: Place['part'], base: Path): Record<string, string> {
    return Object.fromEntries(
      names.flatMap((name) => {
        const text = this.answers.get(at + name);
        this.note(at + name, part, [...base, name]);
        return text ? [[name, text]] : [];
      }),
    );
  }
}

/** Sources and voices of the appeal: each stands once, however many facts name it. */
class Lists {
  readonly sources: { id: string; title: string; url?: string | undefined }[] = [];
  readonly voices: { id: string; text: string }[] = [];
  readonly #book: Book;
  readonly #language: string;
  constructor(book: Book, language: string) {
    this.#book = book;
    this.#language = language;
  }

  source(key: string): string {
    const title = this.#book.answers.get(key) ?? '';
    let index = this.sources.findIndex((s) => s.title === title);
    if (index < 0) index = this.sources.push({ id: `source-${this.sources.length + 1}`, title }) - 1;
    this.#book.note(key, 'head', ['sources', index, 'title']);
    return this.sources[index]!.id;
  }

  /** The web address of the source that was named last. */
  address(key: string, source: string): void {
    const url = this.#book.answers.get(key);
    const index = this.sources.findIndex((s) => s.id === source);
    this.#book.note(key, 'head', ['sources', index, 'url']);
    if (url) this.sources[index]!.url = url;
  }

  voice(key: string): string | undefined {
    const text = this.#book.answers.get(key);
    if (!text) return undefined;
    let index = this.voices.findIndex((v) => v.text === text);
    if (index < 0) index = this.voices.push({ id: `voice-${this.voices.length + 1}`, text }) - 1;
    this.#book.note(key, 'head', ['voices', index, 'text', this.#language]);
    return this.voices[index]!.id;
  }
}

function factOf(book: Book, lists: Lists, language: string, at: string, i: number): NewFact {
  const { answers } = book;
  const get = (name: string) => answers.get(at + name) || undefined;
  const note = (name: string, ...path: Path) => book.note(at + name, 'facts', [i, ...path]);
  note('text', 'text', language);
  note('date', 'date');
  note('place', 'place');
  const source = lists.source(`${at}source`);
  lists.address(`${at}url`, source);
  let text = get('text') ?? '';
  const figures: NewFact['figures'][number][] = [];
  const asSaid = splitPhrases(get('asSaid'));
  note('asSaid', 'asSaid');
  for (const number of listNumbers(text, get('date'))) {
    const way = `figure.${number.value}.`;
    const unit = get(`${way}unit`);
    if (unit === undefined) {
      // Asked, and answered that it counts nothing.
      if (answers.has(`${at}${way}unit`)) asSaid.push(number.written);
      continue;
    }
    const f = figures.length;
    const quantity = idOf(unit, `figure-${f + 1}`);
    text = putFigure(text, number, { unit, quantity, voice: get(`${way}voice`) });
    note(`${way}unit`, 'figures', f, 'unit', language);
    const claims = [way, ...book.each(`${at}${way}other`).map((other) => other.slice(at.length))].map(
      (claim, c) => {
        note(`${claim}saidOn`, 'figures', f, 'claims', c, 'asOf');
        if (c > 0) note(`${claim}value`, 'figures', f, 'claims', c, 'value');
        return {
          value: c === 0 ? number.value : get(`${claim}value`)!,
          voice: lists.voice(`${at}${claim}voice`),
          saidOn: get(`${claim}saidOn`),
          source: c === 0 ? source : lists.source(`${at}${claim}source`),
        };
      },
    );
    figures.push({ quantity, unit, claims });
  }
  return { id: `fact-${i + 1}`, date: get('date'), place: get('place'), text, source, figures, asSaid };
}

const ADDRESS = ['organisation', 'kind', 'country', 'street', 'postalCode', 'city', 'source'];

function chooseContacts(
  book: Book,
  known: readonly Contact[],
): { contacts: readonly Contact[]; targets: readonly string[] } {
  const contacts: Contact[] = [];
  const targets = new Set<string>();
  const add = (contact: Contact) => {
    if (!contacts.some(({ id }) => id === contact.id)) contacts.push(contact);
  };
  for (const at of book.each('to')) {
    const who = book.answers.get(`${at}who`) ?? '';
    const before = targets.size;
    const found = known.find(({ id }) => id === who);
    if (who.startsWith(SOMEBODY_ELSE)) {
      const contact = newContact(book, at, contacts);
      add(contact);
      targets.add(contact.id);
    } else if (who.startsWith(ALL_MISSIONS)) {
      const missions = known
        .filter(isMission)
        .filter((m) => m.represents === who.slice(ALL_MISSIONS.length) && !m.defunct);
      for (const mission of missions) add(mission);
      for (const { kind } of missions) targets.add(kind);
    } else if (found) {
      add(found);
      targets.add(found.id);
    }
    for (let i = before; i < targets.size; i += 1) book.note(`${at}who`, 'head', ['targets', i]);
  }
  return { contacts, targets: [...targets] };
}

function newContact(book: Book, at: string, before: readonly Contact[]): Contact {
  const base = [before.length];
  const typed = typedName(book.answers, at);
  const inLine = book.address(at, 'contacts', base);
  const { email: mailInLine, phone, fax, ...line } = inLine;
  const taken = book.take(at, ADDRESS, 'contacts', base);
  const { kind, source = book.answers.get('issuer') ?? '' } = taken;
  const { organisation, ...held } = splitHolder(taken.organisation ?? (isEmail(typed) ? '' : typed));
  const { kind: _kind, source: _source, organisation: _organisation, ...own } = taken;
  const address: Record<string, string> = { ...line, ...own };
  const email = splitList(book.answers.get(`${at}email`) || mailInLine || (isEmail(typed) ? typed : ''));
  const languages = splitList(book.answers.get(`${at}languages`));
  email.forEach((_, i) => void book.note(`${at}email`, 'contacts', [...base, 'email', i]));
  languages.forEach((_, i) => void book.note(`${at}languages`, 'contacts', [...base, 'languages', i]));
  const named = (kind ?? kindOfName(organisation) ?? 'authority') as ContactKind;
  const represents = stateNamed(named, [organisation], address.country);
  const draft = { ...address, organisation, kind: named, ...(represents ? { represents } : {}) };
  const id = makeId(draft, (taken) => before.some((contact) => contact.id === taken));
  const ways = Object.entries({ phone: splitList(phone), fax: splitList(fax), email });
  const reached = Object.fromEntries(ways.filter(([, given]) => given.length > 0));
  return { id, ...draft, ...held, ...reached, languages, source };
}
