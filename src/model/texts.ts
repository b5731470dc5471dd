import { type AppealHead, appealHead, type Fact, fact as factSchema } from './appeal.ts';
import type { CampaignLanguage } from './campaign.ts';
import { type Event, event as eventSchema } from './event.ts';
import type { Figure, PluralForms } from './figure.ts';
import { listNoted, type NotedValue, type WordingKind } from './notes.ts';
import { hashOfWording, originalOf, type ReviewState, type Text, wordingIn } from './text.ts';

/** A text of the appeal in its languages, by a name that stays when others come and go. */
export interface AppealText {
  /** `appeal/title`, `demand/inquiry`, `fact/killed/short`, `fact/killed/unit/killed`. */
  readonly id: string;
  /** Name under which documents note that they read it: `fact/killed`, `unit/killed`. */
  readonly item: string;
  /** How messages name it: `the summary`, `the text of the fact killed`. */
  readonly name: string;
  readonly kind: Exclude<WordingKind, 'own-name'>;
  /** Part of the appeal that it stands in, and the way to it in that part's file. */
  readonly part: TextPart;
  readonly path: readonly (string | number)[];
  /** The wordings; forms of a counted noun are written `one: worker; other: workers`, and keep no review of their own. */
  readonly text: Text;
  /** False for records, and for voices that no figure quotes: nothing prints them. */
  readonly isPrinted: boolean;
  /** The fact that it is part of. */
  readonly fact?: Fact | undefined;
}

type TextPart = 'head' | 'facts' | 'events';

/** A name that is the same in all languages. */
type PlainName = Pick<AppealText, 'name' | 'item' | 'part' | 'path'> & { readonly text: string };

/** Parts of an appeal whose texts are translated, with the way to each item in its file. */
interface TextParts {
  readonly head: { readonly value: AppealHead };
  readonly facts: Items<Fact>;
  readonly events: Items<Event>;
}

interface Items<T> {
  readonly items: readonly { readonly value: T; readonly path: readonly (string | number)[] }[];
}

/** How far a text is translated. */
export const TRANSLATION_STATES = ['original', 'reviewed', 'draft', 'stale', 'missing'] as const;
type TranslationState = (typeof TRANSLATION_STATES)[number];

/** Every text per language, as the schemas of the appeal tell, in the order of the files. Plain names have no languages. */
export function listTexts({ head, facts, events }: TextParts): AppealText[] {
  const speaking = speakingVoices(facts.items.map(({ value }) => value));
  const isPrinted = ({ within }: NotedValue) =>
    within.every(
      ({ note, value }) =>
        !(note.thing?.name === 'fact' && value.role === 'record') &&
        !(note.thing?.name === 'voice' && !speaking.has(String(value.id))),
    );
  const inPart = (part: TextPart, found: readonly NotedValue[]): AppealText[] =>
    found.flatMap((one): AppealText[] => {
      const { note, path, value } = one;
      if (note.wording === undefined || note.wording === 'own-name') return [];
      if (typeof value !== 'object' || value === null) return [];
      const fact = part === 'facts' ? (one.within[0]?.value as Fact) : undefined;
      const text = note.wording === 'forms' ? writeForms(value as Figure['unit']) : (value as Text);
      return [{ ...nameText(one), kind: note.wording, part, path, text, isPrinted: isPrinted(one), fact }];
    });
  const texts = [
    ...inPart('head', listNoted(appealHead, head.value)),
    ...facts.items.flatMap(({ value, path }) => inPart('facts', listNoted(factSchema, value, path))),
    ...events.items.flatMap(({ value, path }) => inPart('events', listNoted(eventSchema, value, path))),
  ];
  return numberAlike(texts);
}

/** Names that are the same in all languages. Titles of sources, which stand as they were published, are among them. */
export function listPlainNames({ head, facts, events }: TextParts): PlainName[] {
  const inPart = (part: TextPart, found: readonly NotedValue[]): PlainName[] =>
    found.flatMap((one) => {
      if (one.note.wording !== 'name' || typeof one.value !== 'string') return [];
      const { name, item } = nameText(one);
      return [{ name, item, part, path: one.path, text: one.value }];
    });
  return [
    ...inPart('head', listNoted(appealHead, head.value)),
    ...facts.items.flatMap(({ value, path }) => inPart('facts', listNoted(factSchema, value, path))),
    ...events.items.flatMap(({ value, path }) => inPart('events', listNoted(eventSchema, value, path))),
  ];
}

/** How a text is called, by the records that it stands in. */
function nameText({ path, within }: NotedValue): Pick<AppealText, 'id' | 'item' | 'name'> {
  const field = String(path.at(-1));
  const things = within.map(({ note: { thing }, value }) => ({
    ...thing!,
    id: String(value[thing!.key] ?? ''),
  }));
  const { name, id, main } = things.at(-1)!;
  if (name === 'appeal') {
    const called = field === main ? String(path.at(-2)) : field;
    return { id: `appeal/${called}`, item: `appeal/${called}`, name: `the ${called}` };
  }
  const outer = things[0]!;
  if (field === 'unit') {
    const figure = id === outer.id ? id : `${outer.id}.${id}`;
    return {
      id: `fact/${outer.id}/unit/${id}`,
      item: `unit/${figure}`,
      name: `the unit of the figure ${figure}`,
    };
  }
  const of = `the ${name} ${id}`;
  const item = `${name}/${id}`;
  if (field === main) return { id: item, item, name: of };
  return { id: `${item}/${field}`, item, name: `the ${FIELD_NAMES[field] ?? field} of ${of}` };
}

/** What messages call a field whose own name doesn't say it. */
const FIELD_NAMES: Readonly<Record<string, string>> = { short: 'short text', calledBy: 'callers' };

/** Of several actions of a kind, the second is `action/picket-2`. */
function numberAlike(texts: readonly AppealText[]): AppealText[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const n = (seen.get(text.id) ?? 0) + 1;
    seen.set(text.id, n);
    return n === 1 ? text : { ...text, id: `${text.id}-${n}` };
  });
}

function writeForms(unit: Figure['unit']): Text {
  return Object.fromEntries(Object.entries(unit).map(([tag, forms]) => [tag, formatForms(forms)]));
}

/** Voices that some printed figure quotes. */
function speakingVoices(facts: readonly Fact[]): Set<string | undefined> {
  const printed = facts.filter((fact) => fact.role !== 'record');
  const figures = printed.flatMap((fact) => fact.figures);
  return new Set(figures.flatMap((figure) => figure.prints ?? figure.claims.map((claim) => claim.voice)));
}

/** How far a text can be trusted in a language. */
export function stateOf(
  { text }: Pick<AppealText, 'text'>,
  language: string,
  languages: readonly CampaignLanguage[],
): TranslationState {
  const original = originalOf(languages);
  const wording = text[language];
  if (wording === undefined) return 'missing';
  if (language === original) return 'original';
  const source = wordingIn(text, original);
  const { review, of } = typeof wording === 'string' ? { review: undefined, of: undefined } : wording;
  if (of !== undefined && source !== undefined && hashOfWording(source) !== of) return 'stale';
  const state: ReviewState | undefined = review ?? languages.find(({ tag }) => tag === language)?.review;
  return state === 'reviewed' || state === 'original' ? 'reviewed' : 'draft';
}

/** `one: worker; other: workers`, as a table has it. */
function formatForms(forms: string | PluralForms): string {
  if (typeof forms === 'string') return forms;
  return Object.entries(forms)
    .map(([category, form]) => `${category}: ${form}`)
    .join('; ');
}

/** The forms of such a text; the text itself where it has but one for all numbers. */
export function parseForms(text: string): string | Record<string, string> {
  if (!/^(zero|one|two|few|many|other|several|part|governed|governed-one|class|gender)\s*:/.test(text))
    return text;
  return Object.fromEntries(
    text.split(';').map((part) => {
      const [category = '', ...form] = part.split(':');
      return [category.trim(), form.join(':').trim()];
    }),
  );
}

/** Places in a text where something is put in: `{killed}`. Sorted, as often as they stand there. */
export function placeholdersOf(text: string): string[] {
  return (text.match(/\{[a-z0-9-]+\}/g) ?? []).sort();
}
