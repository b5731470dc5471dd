import type { FontBook } from '../layout/fonts.ts';
import { fontsOf } from '../layout/fonts-of.ts';
import { installCommand, sampleOf } from '../layout/script-fonts.ts';
import { scriptOfLanguage } from '../layout/scripts.ts';
import { inLatin } from '../merge/address.ts';
import type { PagedDocument } from '../model/page.ts';
import type { Position, Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Job, LetterJob } from './jobs.ts';

/** A text that documents are made from. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** Layout knows which character no font has; this finds the places in the data where it stands. */
export function locateGlyphs(problems: readonly Problem[], files: readonly SourceFile[]): Problem[] {
  return problems.map((problem) => {
    const character = problem.code === 'missing-glyph' ? problem.values?.character : undefined;
    if (character === undefined || problem.at) return problem;
    const at = placeOf(String(character), files);
    return at ? { ...problem, at } : problem;
  });
}

/** The character that a problem of layout is about; what is told of a whole document is about none. */
function missingCharacter({ wording, values }: Problem): string | undefined {
  const isOne = wording === 'missing-glyph/character' || wording === 'missing-glyph/script';
  return isOne ? String(values?.character) : undefined;
}

function placeOf(character: string, files: readonly SourceFile[]): Position | undefined {
  for (const { file, text } of files) {
    const offset = text.indexOf(character);
    if (offset < 0) continue;
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return { file, line, column: offset - before.lastIndexOf('\n') };
  }
  return undefined;
}

/**
 * What is told instead of each letter that a page lacks, where that is no fault of the appeal: its language has no font
 * here, or the addressee's own name or address has none. An error where the language was asked for.
 */
export function leaveOut(job: Job, problems: readonly Problem[], fonts: FontBook): Problem | undefined {
  const characters = problems.flatMap((problem) => missingCharacter(problem) ?? []);
  if (characters.length === 0) return undefined;
  if (!isSettable(job.language, fonts)) return languageLeftOut(job);
  if (job.material !== 'letter' || job.named) return undefined;
  const own = JSON.stringify(job.target);
  return characters.every((c) => own.includes(c)) ? addresseeLeftOut(job.target.id, characters) : undefined;
}

/** The letter with its address in Latin letters, where that has all that fonts lack; see `inLatin`. */
export function latinJob(job: Job, problems: readonly Problem[]): LetterJob | undefined {
  if (job.material !== 'letter') return undefined;
  const target = inLatin(
    job.target,
    problems.flatMap((problem) => missingCharacter(problem) ?? []),
  );
  return target && { ...job, target };
}

/** What is told of it. The code is that of the font it lacks: once there is one, the letter is made anew. */
export function setInLatin(id: string): Problem {
  return finding('notice', 'missing-glyph/latin', { id });
}

function isSettable(language: string, fonts: FontBook): boolean {
  const script = scriptOfLanguage(language);
  const letters = sampleOf(script, language)?.letters;
  const chain = fonts.chain({ family: 'serif', weight: 400 });
  return letters === undefined || chain.findFor(script, language)(letters) !== undefined;
}

function languageLeftOut({ language, asked }: Job): Problem {
  const sample = sampleOf(scriptOfLanguage(language), language)!;
  const character = String.fromCodePoint(sample.letters.codePointAt(0)!);
  const name = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  const values = { language, script: sample.name, character, name, command: installCommand(sample) };
  return asked
    ? finding('error', 'missing-glyph/language-impossible', values)
    : finding('warning', 'missing-glyph/language', values);
}

function addresseeLeftOut(id: string, characters: readonly string[]): Problem {
  return finding('warning', 'missing-glyph/addressee', { id, characters: characters.join(' ') });
}

/** Hashes of the fonts beyond the bundled ones that a document is set in, by name, and what to say of the system's. */
export function furtherFontsOf(
  paged: PagedDocument,
  fonts: FontBook,
): { inputs: Record<string, string>; problems: Problem[] } {
  const used = fontsOf(paged.pages.flatMap(({ items }) => items));
  const further = [...used].map((id) => fonts.files.get(id)!).filter(({ origin }) => origin !== 'bundled');
  return {
    inputs: Object.fromEntries(further.map(({ id, content }) => [`font/${id}`, content.sha256.slice(0, 32)])),
    problems: further
      .filter(({ origin }) => origin === 'system')
      .map(({ id }) => finding('notice', 'system-font', { id })),
  };
}
