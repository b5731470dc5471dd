import type { Campaign } from '../model/campaign.ts';
import { wordingIn } from '../model/text.ts';
import { valueAt } from '../model/value-at.ts';
import type { AppealFiles, Part } from '../read/appeal.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import type { Script, Step } from './script.ts';
import type { Section } from './steps.ts';

/** The files of an appeal, and who signs its letters. */
export interface EditedFiles extends AppealFiles {
  readonly sender?: LocatedFile | undefined;
}

/** Where a value stands. */
export interface EditedPlace {
  readonly part: Part | 'head' | 'sender';
  readonly path: Path;
}

/** One value in the files of an appeal that can be changed on its own. */
export interface Editable {
  /** What it is called: `title`, `demand-1.text`. */
  readonly key: string;
  readonly section: string;
  readonly step: Step;
  readonly value: string;
  readonly place: EditedPlace;
  /** What its words are: several things with commas between, phrases or the titles of sources with semicolons. */
  readonly holds?: 'list' | 'phrases' | 'sources' | undefined;
  /** What goes where it is left empty: an item of a list. */
  readonly removes?: EditedPlace | undefined;
}

/** The questions, and their parts as the review lists them. */
export function editScript(all: readonly Editable[]): { script: Script; sections: Section[] } {
  const names = [...new Set(all.map(({ section }) => section))];
  return {
    script: all.map(({ step: asked }) => asked),
    sections: names.map((name) => ({
      name,
      keys: all.flatMap(({ section, key }) => (section === name ? [key] : [])),
    })),
  };
}

/** The file that a part stands in, and the way to it there. */
export function fileOf(
  files: EditedFiles,
  { part, path }: EditedPlace,
): { file: LocatedFile | undefined; path: Path } {
  if (part === 'head') return { file: files.head, path };
  if (part === 'sender') return { file: files.sender, path };
  return files[part] ? { file: files[part], path } : { file: files.head, path: [part, ...path] };
}

/** Gathers what can be changed, part by part. */
export class Editables {
  readonly all: Editable[] = [];
  readonly #files: EditedFiles;
  readonly #language: string;
  #section = '';
  constructor(files: EditedFiles, language: string) {
    this.#files = files;
    this.#language = language;
  }

  section(name: string): void {
    this.#section = name;
  }

  /** A value that is the same in each language. */
  value(
    key: string,
    asked: Step,
    place: EditedPlace,
    { otherwise = '', ...more }: Pick<Editable, 'holds' | 'removes'> & { otherwise?: string } = {},
  ): void {
    const raw = this.#raw(place);
    const value = Array.isArray(raw) ? raw.join('; ') : typeof raw === 'string' ? raw : otherwise;
    const { needed = false } = asked;
    this.all.push({
      key,
      section: this.#section,
      step: { ...asked, name: key, needed, later: !asked.when },
      value,
      place,
      ...more,
    });
  }

  /** A text of one language, with or without who reviewed it. */
  text(key: string, asked: Step, { part, path }: EditedPlace, removes?: EditedPlace): void {
    const own = [...path, this.#language];
    const isReviewed = typeof this.#raw({ part, path: own }) === 'object';
    this.value(key, asked, { part, path: isReviewed ? [...own, 'text'] : own }, { removes });
  }

  /** A text in the language of the list. */
  wordsOf(text: Parameters<typeof wordingIn>[0]): string {
    return wordingIn(text, this.#language) ?? '';
  }

  /** A name, which may be the same in each language. */
  name(key: string, asked: Step, place: EditedPlace): void {
    if (typeof this.#raw(place) === 'object') this.text(key, asked, place);
    else this.value(key, asked, place);
  }

  /** Sources by their titles. */
  sources(key: string, asked: Step, place: EditedPlace, { appeal }: Campaign): void {
    const raw = this.#raw(place);
    const ids = [raw].flat().filter((id) => typeof id === 'string');
    const titles = ids.map((id) => {
      const told = appeal.sources.find((source) => source.id === id)?.title;
      const title = typeof told === 'object' ? wordingIn(told, this.#language) : told;
      return typeof title === 'string' && !title.includes(';') ? title : id;
    });
    this.value(key, { ...asked, needed: true }, place, { holds: 'sources' });
    this.all.push({ ...this.all.pop()!, value: titles.join('; ') });
  }

  #raw(place: EditedPlace): unknown {
    const { file, path } = fileOf(this.#files, place);
    return valueAt(file?.data, path);
  }
}
