import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fieldOf, isContactColumn } from '../check/contact-columns.ts';
import { readExisting } from '../import/existing.ts';
import { type ImportResult, importContacts } from '../import/run.ts';
import { chooseSource, type ImportSource } from '../import/source.ts';
import { append } from '../model/append.ts';
import { CONTACT_FIELDS } from '../model/contact.ts';
import { hasErrors, type Problem, ProblemError } from '../problems.ts';
import { openForeignList } from '../read/foreign-list.ts';
import { SHEET_ENDINGS } from '../read/part-sheet.ts';
import { tellGuess } from '../read/source.ts';
import { isStructured } from '../read/structured.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { changeFolder, type Publish } from '../write/change.ts';
import type { ContactFilters } from './contact-filters.ts';
import { checkFilters, isWanted } from './contact-filters.ts';
import { describeSource, previewSource } from './describe-import.ts';
import { keepColumns, recallColumns } from './keep-columns.ts';
import { checkEncoding, fieldPairs } from './list-reading.ts';
import { locateAppeal } from './locate.ts';
import type { CommonOptions } from './outcome.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** Options of `contacts import`. */
export interface ImportCommandOptions extends CommonOptions, ContactFilters {
  readonly appeal?: string;
  readonly outFile?: string;
  readonly format?: 'columns' | 'embassies';
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  readonly map?: readonly string[];
  readonly set?: readonly string[];
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

/** Reads lists into a contacts file: shows what was understood, asks where somebody is there to answer, and writes. */
export async function importLists(
  io: Io,
  options: ImportCommandOptions,
  files: readonly string[],
): Promise<Outcome> {
  await checkFilters(options);
  const target = targetOf(io, options);
  const { sources, problems } = await openSources(io, options, files);
  if (hasErrors(problems)) return { problems };
  const terminal = options.yes || options.dryRun ? undefined : terminalFor(io, options);
  let agreed: readonly ImportSource[] | undefined = sources;
  if (!options.quiet && !options.json)
    for (const source of sources) io.stderr.write(await previewSource(source, io));
  if (terminal) {
    await readExisting(target);
    const { agreeOn } = await import('./agree-import.ts');
    agreed = await agreeOn(terminal, textsFor(io), sources, fileFrom(io.cwd, target));
  }
  if (!agreed) return { summary: `${textsFor(io).say('Nothing was imported.')}\n` };
  const lists = agreed;
  // Read again, once nobody else writes: what was added during the questions stays.
  const work = async (publish: Publish | undefined) =>
    importContacts({
      sources: lists,
      target,
      existing: await readExisting(target),
      publish,
      wants: (draft) => isWanted(draft, options),
    });
  const result = options.dryRun ? await work(undefined) : await changeFolder(dirname(target), work);
  if (!options.dryRun)
    for (const { list, said } of lists)
      await keepColumns(list.file, 'contacts', { columns: said, sheet: options.sheet });
  const told = { ...result, problems: [...problems, ...result.problems] };
  return describe(io, told, agreed, target, options);
}

async function openSources(
  io: Io,
  options: ImportCommandOptions,
  files: readonly string[],
): Promise<{ sources: ImportSource[]; problems: Problem[] }> {
  if (options.encoding !== undefined) checkEncoding(options.encoding);
  const delimiter = options.delimiter === 'tab' ? '\t' : options.delimiter;
  if (delimiter !== undefined && delimiter.length !== 1) {
    throw new UsageError('--delimiter: expected one sign such as ; or the word tab.');
  }
  const named = fieldPairs('--map', options.map, CONTACT_FIELDS, isContactColumn).map(
    ([field, column]) => [column, field] as const,
  );
  const defaults = new Map(fieldPairs('--set', options.set, CONTACT_FIELDS, isContactColumn));
  const sources: ImportSource[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const earlier = await recallColumns(io, file, 'contacts', CONTACT_FIELDS, isContactColumn);
      const list = await openForeignList(resolve(io.cwd, file), {
        encoding: options.encoding,
        delimiter,
        sheet: options.sheet ?? earlier.sheet,
        isKnown: (column) => fieldOf(column) !== undefined,
      });
      const map = new Map([...earlier.named, ...named]);
      const source = chooseSource(list, { format: options.format, map, defaults, leftOut: earlier.leftOut });
      if (list.encoding.isUnsure) problems.push(tellGuess(list.file, list.encoding.name, false));
      if (source.format === 'embassies' || hasName(source)) sources.push(source);
      else problems.push(noNames(source));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      append(problems, error.problems);
    }
  }
  const known = new Set(sources.flatMap((source) => source.list.columns));
  const missing = hasErrors(problems) ? undefined : named.find(([column]) => !known.has(column));
  if (missing) {
    throw new UsageError(
      `--map: there is no column ${JSON.stringify(missing[0])}. ${suggestFrom(missing[0], [...known])}`,
    );
  }
  return { sources, problems };
}

function hasName({ columns }: ImportSource): boolean {
  return [...columns.values()].some((field) => /^(organisation|lastName)/.test(field));
}

function noNames({ list }: ImportSource): Problem {
  return finding(
    'error',
    'csv-header/organisation',
    { columns: list.columns.join(', ') },
    { at: { file: list.file, line: 1 } },
  );
}

/** The contacts file that is written. */
function targetOf(io: Io, { outFile, appeal }: ImportCommandOptions): string {
  if (outFile !== undefined) {
    const target = resolve(io.cwd, outFile);
    if (!/\.csv$/i.test(target)) throw new UsageError('--out-file: expected a name that ends in .csv.');
    if (!existsSync(dirname(target)))
      throw new UsageError(`--out-file: there is no folder ${dirname(outFile)}.`);
    return target;
  }
  const { path, bundled } = locateAppeal(io, appeal);
  if (bundled) throw new UsageError('Say where to: --appeal FOLDER, or --out-file contacts.csv.');
  const other = [...SHEET_ENDINGS, 'json', 'yaml', 'yml']
    .map((end) => join(path, `contacts.${end}`))
    .find((file) => existsSync(file));
  if (other || isStructured(path)) {
    const held = other ? basename(other) : basename(path);
    throw new UsageError(
      `The contacts stand in ${held}, and an import adds to CSV only: name one with --out-file.`,
    );
  }
  if (!existsSync(path)) throw new UsageError(`--appeal: there is no folder ${appeal}.`);
  return join(path, 'contacts.csv');
}

function describe(
  io: Io,
  result: ImportResult,
  sources: readonly ImportSource[],
  target: string,
  options: ImportCommandOptions,
): Outcome {
  const { problems, rejectedFiles, differences, ...counts } = result;
  const { say, count } = textsFor(io);
  const name = fileFrom(io.cwd, target);
  const files = rejectedFiles.map((file) => fileFrom(io.cwd, file));
  const lines = [
    `${say('{rows} read: {imported} imported, {merged} merged, {rejected} rejected', {
      rows: count(counts.read, 'row'),
      imported: counts.imported,
      merged: counts.merged,
      rejected: counts.rejected,
    })}${counts.leftOut > 0 ? `, ${say('{n} not asked for', { n: counts.leftOut })}` : ''}.`,
    options.dryRun
      ? say('Nothing was written.')
      : counts.imported + counts.updated > 0
        ? say('{file} is written.', { file: name })
        : say('{file} stays as it is.', { file: name }),
    ...(files.length > 0
      ? [
          say('{rows} and {values} that can’t be used are listed in {files}.', {
            rows: count(counts.rejected, 'row'),
            values: count(counts.values, 'value'),
            files: files.join(', '),
          }),
        ]
      : []),
    ...(differences.length > 0
      ? [
          say('{values} differ from what stands there, which was kept (--json shows them).', {
            values: count(differences.length, 'value'),
          }),
        ]
      : []),
  ];
  return {
    problems,
    data: {
      file: name,
      ...counts,
      rejectedFiles: files,
      differences: differences.map((d) => ({ ...d, file: fileFrom(io.cwd, d.file) })),
      sources: sources.map((source) => describeSource(source, io)),
    },
    summary: `${lines.join('\n')}\n`,
  };
}
