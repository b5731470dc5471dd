import { join, resolve } from 'node:path';
import { liesIn } from '../model/place.ts';
import { hasErrors, type Problem } from '../problems.ts';
import type { PoMessage } from '../read/po.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { formatTable } from '../terminal/table.ts';
import { changeFolder, type Publish } from '../write/change.ts';
import { appealFolder, locateAppeal, templateFolders } from './locate.ts';
import type { Outcome } from './outcome.ts';
import { readBeginning, readOwnLanguage, takePhrases } from './own-language.ts';
import { formatEntries } from './translate-texts.ts';
import { UsageError } from './usage.ts';

/** A file for translators, and how many of its texts are to be translated or read; nothing where the appeal has errors. */
export interface Exported {
  readonly text?: string;
  readonly open: number;
  readonly problems: readonly Problem[];
}

/** The words, labels and letters of a language as a file for translators. */
export async function exportWords(
  io: Io,
  appeal: string | undefined,
  language: string,
  format: 'po' | 'xliff',
): Promise<Exported> {
  const folders = templateFolders(locateAppeal(io, appeal).path);
  const { phrases, isDraft } = await readOwnLanguage(folders, language);
  const entries = phrases.map(({ id, english, context, example, translation }) => ({
    id,
    original: english,
    translation,
    note: [context, ...(example === undefined ? [] : [`As in: ${example}`])].join('\n'),
    fuzzy: isDraft,
  }));
  const open = entries.filter(({ translation, fuzzy }) => fuzzy || translation === '').length;
  const head = { project: `words ${language}`, language, original: 'en' };
  return { text: formatEntries(head, entries, format), open, problems: [] };
}

/** The phrases of a language's files that are English still. */
export async function wordsStatus(io: Io, tag: string, appeal: string | undefined): Promise<Outcome> {
  const folders = templateFolders(locateAppeal(io, appeal).path);
  const { phrases } = await readOwnLanguage(folders, tag);
  const open = phrases.filter(
    ({ translation, english }) => translation === '' && /\p{L}/u.test(english.replace(/\{[^}]*\}/g, '')),
  );
  const rows = open.map(({ id, english }) => [id, english.replace(/\s+/g, ' ')]);
  const { say, count } = textsFor(io);
  return {
    data: { language: tag, phrases: phrases.length, english: open.map(({ id }) => id) },
    text: formatTable([say('PHRASE'), say('ENGLISH')], rows, columnsOf(io)),
    summary: `${say('{open} of {all} are English still.', { open: open.length, all: count(phrases.length, 'phrase') })}\n`,
  };
}

/** Takes the phrases of a language's words, labels and letters into its files beside the appeal. */
export async function importWords(
  io: Io,
  messages: readonly PoMessage[],
  asked: {
    tagOf: (known: readonly string[]) => string;
    file: string;
    dryRun: boolean | undefined;
    appeal: string | undefined;
  },
): Promise<Outcome> {
  const { tagOf, file, dryRun, appeal } = asked;
  const { path, bundled } = locateAppeal(io, appeal);
  if (bundled) throw new UsageError('translate import: name your appeal; the bundled example stays as it is');
  const folder = appealFolder(path);
  const { words } = await readBeginning(templateFolders(folder));
  const language = tagOf([...words.keys()]);
  const work = async (publish: Publish | undefined) => {
    const own = await readOwnLanguage(templateFolders(folder), language);
    const decided = takePhrases(messages, own, { tag: language, file: resolve(io.cwd, file) });
    const texts = new Map(
      [...decided.texts].map(([name, text]) => [join(folder, 'templates', name), text] as const),
    );
    // Those that come with handbill stay as they are: a file of one's own goes before them.
    const read = own.read.filter((one) => liesIn(folder, one.file));
    if (!hasErrors(decided.problems) && texts.size > 0) publish?.(texts, read);
    return decided;
  };
  const { texts, taken, problems } = await (dryRun ? work(undefined) : changeFolder(folder, work));
  if (hasErrors(problems)) return { problems };
  const names = [...texts.keys()].map((name) => `templates/${name}`);
  const { say, count } = textsFor(io);
  const told = [
    say('{texts} in {language} taken over.', { texts: count(taken, 'text'), language }),
    ...(names.length > 0 ? [say('Changed: {files}.', { files: names.join(', ') })] : []),
  ];
  return { problems, data: { language, taken, files: names }, summary: `${told.join(' ')}\n` };
}
