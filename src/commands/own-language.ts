import {
  letterPhrases,
  type Phrase,
  paragraphsOf,
  pathOf,
  sitePhrases,
  wordPhrases,
} from '../merge/phrases.ts';
import { valueAt } from '../model/value-at.ts';
import { newLanguage } from '../plan/new-language.ts';
import type { Problem } from '../problems.ts';
import type { PoMessage } from '../read/po.ts';
import { readSite } from '../read/site.ts';
import { type LocatedFile, readSource } from '../read/source.ts';
import { readTemplates } from '../read/templates.ts';
import { finding } from '../wordings.ts';
import type { AsRead } from '../write/change.ts';
import { type Setting, setAll } from '../write/edit-structured.ts';

/** A phrase of a language's files, and what stands there now. */
interface OwnPhrase extends Phrase {
  /** As it is there, in English too; undefined where it is missing. */
  readonly present: string | undefined;
  /** Empty where it is English still, or missing. */
  readonly translation: string;
}

/** The words, the page's labels and the letters of a language, with what each phrase is in English. */
interface OwnLanguage {
  readonly phrases: readonly OwnPhrase[];
  /** Nobody has signed all of it. */
  readonly isDraft: boolean;
  /** Texts of its files below `templates/`, also of those that aren't there yet. */
  readonly files: ReadonlyMap<string, string>;
  /** Those that were read, as they were. */
  readonly read: readonly AsRead[];
  /** The languages that have words. */
  readonly known: readonly string[];
}

/** Everything that the languages have, the appeal's own files before those that come with handbill. */
export async function readBeginning(folders: readonly string[]) {
  const [{ templates, words }, site] = await Promise.all([readTemplates(folders), readSite(folders)]);
  const byTag = (files: readonly LocatedFile[]) =>
    new Map(
      files.flatMap((file) => {
        const tag = (file.data as { language?: unknown } | null)?.language;
        return typeof tag === 'string' ? [[tag, file] as const] : [];
      }),
    );
  return { templates, words: byTag(words), site: byTag(site.words) };
}

/** The phrases of a language for who translates them. */
export async function readOwnLanguage(folders: readonly string[], tag: string): Promise<OwnLanguage> {
  const { templates, words, site } = await readBeginning(folders);
  const fresh = newLanguage({ tag, near: 'en', words, site, templates });
  const named = (name: string) => templates.find((one) => one.name === name);
  const files = new Map(fresh.map(({ path, text }) => [path, text]));
  if (words.has(tag)) files.set(`words/${tag}.yaml`, words.get(tag)!.text);
  if (site.has(tag)) files.set(`site/${tag}.yaml`, site.get(tag)!.text);
  const read: AsRead[] = [words.get(tag), site.get(tag)].filter((file) => file !== undefined);
  const bodies = new Map<string, string>();
  const letters = templates.filter(({ name }) => /^letter\/[^.]+\.en$/.test(name));
  for (const { name } of letters) {
    const own = named(name.replace(/en$/, tag));
    if (!own) continue;
    bodies.set(own.name, own.body);
    const source = await readSource(own.file);
    files.set(`${own.name}.md`, source.text);
    read.push(source);
  }
  const english = words.get('en')?.data;
  const said = (id: string, path: readonly string[]) => {
    const found = valueAt((id.startsWith('words/') ? words : site).get(tag)?.data, path);
    return typeof found === 'string' ? found : undefined;
  };
  const ownWords = words.get(tag)?.data;
  // What a file leaves out whole, such as how one person writes, isn't asked for.
  const isAsked = ({ id }: Phrase) => {
    const path = pathOf(id).slice(1, -1);
    if (ownWords === undefined) return path[0] !== 'speaker';
    return [path, path.slice(0, -1)].some((above) => typeof valueAt(ownWords, above) === 'object');
  };
  const phrases = [
    ...wordPhrases(english, templates).filter(isAsked),
    ...sitePhrases(site.get('en')?.data),
    ...letters.flatMap(({ name, body }) => letterPhrases(name.replace(/\.en$/, ''), body)),
  ].map((phrase): OwnPhrase => {
    const path = pathOf(phrase.id);
    const present = phrase.id.startsWith('letter/')
      ? paragraphAt(bodies.get(`letter/${path[1]}.${tag}`), Number(path[2]))
      : said(phrase.id, path.slice(1));
    const translation = present === undefined || present === phrase.english ? '' : present;
    return { ...phrase, present, translation };
  });
  const { review } = (words.get(tag)?.data ?? {}) as { review?: unknown };
  return { phrases, isDraft: review !== 'reviewed', files, read, known: [...words.keys()] };
}

/** The files of a language with the translations of a file in them, and how many there were. */
export function takePhrases(
  messages: readonly PoMessage[],
  { phrases, files }: OwnLanguage,
  { tag, file }: { readonly tag: string; readonly file: string },
): { texts: Map<string, string>; taken: number; problems: Problem[] } {
  const known = new Map(phrases.map((phrase) => [phrase.id, phrase]));
  const texts = new Map<string, string>();
  const settings = new Map<string, Setting[]>();
  const problems: Problem[] = [];
  let taken = 0;
  for (const { id, original, translation, line } of messages) {
    const at = { file, line };
    const phrase = known.get(id);
    if (translation === '') continue;
    if (!phrase) problems.push(finding('warning', 'unknown-reference/text', { id }, { at }));
    else if (placesOf(translation) !== placesOf(phrase.english))
      problems.push(
        finding('error', 'placeholder/phrase', { id, wanted: placesOf(phrase.english) || '–' }, { at }),
      );
    else if (phrase.present !== translation) {
      if (original !== phrase.english)
        problems.push(finding('warning', 'stale-translation/text', { id }, { at }));
      const [part = '', ...path] = pathOf(id);
      if (part === 'letter') {
        const name = `letter/${path[0]}.${tag}.md`;
        const before = texts.get(name) ?? files.get(name) ?? '';
        texts.set(name, setParagraph(before, Number(path[1]), translation));
      } else {
        const name = `${part}/${tag}.yaml`;
        if (!settings.has(name)) settings.set(name, []);
        settings.get(name)!.push({ path, value: translation });
      }
      taken += 1;
    }
  }
  for (const [name, all] of settings) texts.set(name, setAll(files.get(name) ?? '', all));
  return { texts, taken, problems };
}

/** What must stand in a translation too: places, and calls of helpers but for the words in them. */
function placesOf(text: string): string {
  const calls = text.match(/\{\{[^}]*\}\}/g) ?? [];
  const places = text.replace(/\{\{[^}]*\}\}/g, '').match(/\{[\w-]+/g) ?? [];
  const named = calls.map((call) => call.replace(/^(\{\{by(?:Sender|Addressee)) .*/, '$1}}'));
  return [...new Set([...named, ...places.map((place) => `${place}}`)])].sort().join(' ');
}

function paragraphAt(body: string | undefined, n: number): string | undefined {
  return body === undefined ? undefined : paragraphsOf(body)[n - 1];
}

function setParagraph(text: string, n: number, translation: string): string {
  const head = /^---\n[\s\S]*?^---\n/m.exec(text)?.[0] ?? '';
  const paragraphs = paragraphsOf(text.slice(head.length));
  const set = paragraphs.map((paragraph, i) => (i === n - 1 ? translation.trim() : paragraph));
  return `${head}${set.join('\n\n')}\n`;
}
