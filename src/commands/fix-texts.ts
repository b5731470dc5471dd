import type { CheckedParts } from '../check/parts.ts';
import { append } from '../model/append.ts';
import { frenchSpaces, hasFrenchSpaces } from '../model/french-spaces.ts';
import { hashOfWording, type Wording, wordingIn } from '../model/text.ts';
import type { AppealText } from '../model/texts.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { USED_BY } from './appeal.ts';
import { changeAppeal } from './change-appeal.ts';
import { FileChanges } from './file-changes.ts';
import { isCsv } from './keep-correction.ts';
import type { CommonOptions, Outcome } from './outcome.ts';

/** Mends in the appeal's files what no human has to decide: the spaces of French print. */
export async function fixTexts(
  io: Io,
  options: CommonOptions,
  named: string | undefined,
): Promise<Outcome & { summary?: string }> {
  const { value, changed, problems } = await changeAppeal(
    io,
    { ...options, command: 'check --fix', named, uses: USED_BY.texts, tolerates: 'missing-translation' },
    (_, parts) => mendTexts(parts),
  );
  if (value === undefined) return { problems };
  const { say, count } = textsFor(io);
  const files = changed.map((path) => fileFrom(io.cwd, path));
  const told = [
    say('{texts} mended.', { texts: count(value, 'text') }),
    ...(files.length > 0 ? [say('Changed: {files}.', { files: files.join(', ') })] : []),
  ];
  return { problems, data: { mended: value, files }, summary: `${told.join(' ')}\n` };
}

/** The data files with every French text mended; what was translated from one stays a translation of it. */
function mendTexts(parts: CheckedParts): { texts: Map<string, string>; value: number } {
  const changes = new FileChanges();
  let value = 0;
  for (const text of parts.texts().filter(({ kind }) => kind !== 'forms')) {
    const cells = mendedCells(text.text);
    if (cells.length === 0) continue;
    value += 1;
    const { file } = parts[text.part];
    const { settings, rows } = changes.of(file);
    if (!isCsv(file))
      append(
        settings,
        cells.map(({ keys, to }) => ({ path: [...text.path, ...keys], value: to })),
      );
    else {
      const name = String(text.path.at(-1));
      const { line = 1 } = file.locate(text.path);
      const columns = cells.map(({ keys, to }) => [[name, ...keys].join('.').replace(/\.text$/, ''), to]);
      rows.push({ line, cells: Object.fromEntries(columns) });
    }
  }
  return { texts: changes.texts(), value };
}

/** The wordings of a text that change, and the hashes by which translations know the original that they were made from. */
function mendedCells(text: AppealText['text']): { keys: string[]; to: string }[] {
  return Object.keys(text)
    .filter(hasFrenchSpaces)
    .flatMap((tag) => {
      const before = wordingIn(text, tag);
      const after = before === undefined ? undefined : frenchSpaces(before);
      if (before === undefined || after === undefined || after === before) return [];
      const isPlain = typeof text[tag] === 'string';
      const hashes = Object.entries(text).flatMap(([other, wording]) =>
        (wording as Partial<Wording>).of === hashOfWording(before)
          ? [{ keys: [other, 'of'], to: hashOfWording(after) }]
          : [],
      );
      return [{ keys: isPlain ? [tag] : [tag, 'text'], to: after }, ...hashes];
    });
}
