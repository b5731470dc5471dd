import type { ExplainedPassage } from '../plan/explain.ts';
import { bundledPath } from '../terminal/bundled.ts';
import type { Io } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';

/** Longest stretch that is shown whole, in characters. */
const LONGEST = 240;

/** Passages with their files named from the current folder, those of handbill from its own. */
export function nameFiles(
  passages: readonly ExplainedPassage[],
  io: Io,
  sender: string | undefined,
): ExplainedPassage[] {
  const own = bundledPath('');
  const name = (file: string) =>
    file.startsWith(own) ? `handbill:${file.slice(own.length)}` : fileFrom(io.cwd, file);
  return passages.map(({ text, template, from }) => ({
    text,
    template: template && { ...template, file: name(template.file) },
    from: from.map((read) => {
      const at = read.at ?? (read.name === 'sender' && sender !== undefined ? { file: sender } : undefined);
      return at ? { ...read, at: { ...at, file: name(at.file) } } : read;
    }),
  }));
}

/** Each passage with where it comes from below it; then what has changed since the file was made. */
export function formatExplained(
  passages: readonly ExplainedPassage[],
  changes: readonly string[] | undefined,
  width: number,
  texts: Texts,
): string {
  const told = passages.flatMap(({ text, template, from }) => {
    const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
    const places = [
      ...from.map(({ name, at }) => [name.replace('/', ' '), at ? placeIn(at) : '']),
      ...(template
        ? [
            [
              template.value === undefined
                ? texts.say('template')
                : texts.say('by {value}', { value: `{{${template.value}}}` }),
              placeIn(template),
            ],
          ]
        : []),
    ];
    return [
      ...wrapText(shown, width),
      ...places.flatMap(([what, place]) => indented([what, place].filter(Boolean).join('  '), width)),
      '',
    ];
  });
  return [...told, ...sinceThen(changes, width, texts)].map((line) => `${line}\n`).join('');
}

function sinceThen(changes: readonly string[] | undefined, width: number, { say }: Texts): string[] {
  if (changes === undefined) return wrapText(say('No record of this file: so it would be made now.'), width);
  if (changes.length === 0) return [say('Nothing has changed since it was made.')];
  return [say('Changed since it was made:'), ...changes.flatMap((change) => indented(change, width))];
}

function indented(text: string, width: number): string[] {
  return wrapText(text, width - 4).map((line) => `    ${line}`);
}

function placeIn({ file, line }: { readonly file: string; readonly line?: number | undefined }): string {
  return line === undefined ? file : `${file}:${line}`;
}
