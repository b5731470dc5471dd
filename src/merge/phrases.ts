import type { TemplateFile } from '../model/template.ts';
import { fillPattern } from './number-forms.ts';

/** A phrase of a words file, of the page's labels or of a letter, for who translates it. */
export interface Phrase {
  /** `words/labels/we-demand`, `site/labels/copy`, `letter/embassy/2`. */
  readonly id: string;
  readonly english: string;
  /** Where it stands, as a place in its file and the templates that show it. */
  readonly context: string;
  /** What it comes to once its places are filled; undefined where it has none. */
  readonly example?: string | undefined;
}

type Tree = unknown;

/** Parts of a words file that a language states and nobody translates, and those that are made for it. */
const STATED = ['$schema', 'language', 'name', 'direction', 'review', 'signed', 'sources', 'locale', 'dates'];
const GRAMMAR = [
  'numbers',
  'list',
  'joins',
  'suffixes',
  'quotes',
  'labelled',
  'typed',
  'continued',
  'endings',
  'countries',
  'names',
];

/** Values that fill the places of an example, in English. */
const EXAMPLES: Readonly<Record<string, string>> = {
  n: '21',
  unit: 'workers',
  voice: 'according to the union',
  counted: '21 workers',
  from: '10',
  to: '21',
  place: 'Exampleton',
  date: '1 May 2026',
  day: '1 May 2026',
  name: 'N. N.',
  people: 'N. N. and M. M.',
  role: 'teacher',
  issuer: 'Example Union',
  label: 'Sources',
  value: 'Example Union',
  sources: 'Example Union, 2 May 2026',
  'as-of': 'As of 2 May 2026',
  total: '2',
  salutation: 'Your Excellency',
  state: 'Exampleland',
  language: 'English',
};

/** Every phrase of a words file, by the path of its keys. */
export function wordPhrases(english: Tree, templates: readonly TemplateFile[]): Phrase[] {
  return leaves(english, []).flatMap(({ path, text }) => {
    const [head = ''] = path;
    // "and" says there that the voices are joined as a list is.
    const isKeyword = path.join('/') === 'figure/join';
    if (head === 'samples' || STATED.includes(head) || GRAMMAR.includes(head) || isKeyword) return [];
    const isShown = ({ body }: TemplateFile) => body.includes(`"${path[1] ?? ''}"`);
    const places = head === 'labels' ? templates.filter(isShown).map(({ name }) => name) : [];
    const context = [path.join(' › '), ...(places.length > 0 ? [`in ${places.join(', ')}`] : [])].join('; ');
    return [phrase(`words/${path.map((key) => key.replaceAll('/', '~')).join('/')}`, text, context)];
  });
}

/** The keys that an id names; `~` stands for the stroke of `1/2`. */
export function pathOf(id: string): string[] {
  return id.split('/').map((key) => key.replaceAll('~', '/'));
}

/** Every label of the page. */
export function sitePhrases(english: Tree): Phrase[] {
  const { labels = {} } = (english ?? {}) as { labels?: Readonly<Record<string, unknown>> };
  return Object.entries(labels).map(([name, text]) =>
    phrase(`site/labels/${name}`, String(text), `page › ${name}`),
  );
}

/** The paragraphs of a letter that hold words of their own. */
export function letterPhrases(name: string, body: string): Phrase[] {
  return paragraphsOf(body).flatMap((text, i) =>
    hasWords(text) ? [phrase(`${name}/${i + 1}`, text, `${name}, paragraph ${i + 1}`)] : [],
  );
}

/** A letter's paragraphs, which blank lines divide. */
export function paragraphsOf(body: string): string[] {
  return body.trim().split(/\n[ \t]*\n/);
}

function hasWords(paragraph: string): boolean {
  const said = paragraph
    .replace(/\{\{by(?:Sender|Addressee)([^}]*)\}\}/g, '$1')
    .replace(/\{\{[^}]*\}\}/g, '');
  return /\p{L}/u.test(said);
}

function phrase(id: string, english: string, context: string): Phrase {
  const hasPlaces = /\{[\w:-]+\}/.test(english) && !english.includes('{{');
  const plain = english.replace(/\{([\w-]+):[\w-]+\}/g, '{$1}');
  return { id, english, context, example: hasPlaces ? fillPattern(plain, EXAMPLES) : undefined };
}

function leaves(tree: Tree, path: readonly string[]): { path: readonly string[]; text: string }[] {
  if (typeof tree === 'string') return [{ path, text: tree }];
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, value]) => leaves(value, [...path, key]));
}
