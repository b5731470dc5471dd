import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { bundledPath } from '../terminal/bundled.ts';
import { columnsOf, textsFor } from '../terminal/io.ts';
import { formatTerms } from '../terminal/table.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';
import { defineCommand } from './options.ts';
import type { Session } from './outcome.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** What there is help about besides commands, each a file in `templates/help`. */
export const TOPICS = {
  answers: 'all answers to init in one file',
  data: 'files of an appeal',
  templates: 'your own wording',
  languages: 'translations and fonts',
  printing: 'paper, folding, copying',
  letterhead: 'your own letterhead under letters',
  law: 'imprint, boycott',
  prisons: 'letters to prisoners',
  ci: 'checking and publishing at each push',
  systems: 'what differs on Windows and macOS',
  safety: 'what handbill does for it, and what it can’t',
  packs: 'an appeal as one signed file, and back',
  limits: 'how much is read at most',
  package: 'what handbill is made of',
} as const;

/** The command `help`. */
export function helpCommand({ io }: Session): Command {
  return defineCommand('help', 'Show the help of a command, or on a topic: handbill help topics', [
    'help make',
    'help topics',
    'help printing',
  ])
    .argument('[name]', 'a command, a topic, or topics for their list')
    .argument('[subcommand]', 'its subcommand')
    .action(async function (this: Command, name: string | undefined, inner: string | undefined) {
      const program = this.parent!;
      if (name === undefined) return program.outputHelp();
      const find = (command: Command, wanted: string) => command.commands.find((c) => c.name() === wanted);
      const command = find(program, name);
      const topic = Object.hasOwn(TOPICS, name) ? fitTo(await readTopic(name), columnsOf(io)) : undefined;
      if (command) ((inner && find(command, inner)) || command).outputHelp();
      if (name === 'topics') io.stdout.write(listTopics(textsFor(io), columnsOf(io)));
      else if (topic && inner === undefined) io.stdout.write(command ? `\n${topic}` : topic);
      if (command || topic || name === 'topics') return;
      const known = [...program.commands.map((c) => c.name()), ...Object.keys(TOPICS), 'topics'];
      throw new UsageError(
        `help: there is nothing called ${JSON.stringify(name)}. ${suggestFrom(name, known)}`,
      );
    });
}

function readTopic(name: string): Promise<string> {
  return readFile(bundledPath(`templates/help/${name}.txt`), 'utf8');
}

/** A topic in lines of a narrow terminal; a file to be copied stays as it is. */
function fitTo(topic: string, columns: number): string {
  if (columns >= 80) return topic;
  const isFile = (part: string) => /^[\w-]+:.*\n\s*[\w-]+:/.test(part);
  const parts = topic.trimEnd().split('\n\n');
  return `${parts.map((part) => (isFile(part) ? part : fitPart(part, columns))).join('\n\n')}\n`;
}

/** Lines of words, items of a list, and commands with what they do: that goes below them. */
function fitPart(part: string, columns: number): string {
  const isList = /^- /m.test(part);
  return part
    .replace(isList ? /\n(?!- )\s*/g : /(?<=\S)\n(?=\S)/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const isMore = line.startsWith('      ');
      if (line.length <= columns && !isMore) return [line];
      if (isList) return wrapText(line, columns - 2).map((text, i) => (i === 0 ? text : `  ${text}`));
      if (!line.startsWith(' ')) return wrapText(line, columns);
      const [command = '', ...meaning] = line.split(/(?<=\S) {2,}| {6,}/).filter((text) => text !== '');
      const below = [...(isMore ? [command] : []), ...meaning].flatMap((text) => wrapText(text, columns - 6));
      return [...(isMore ? [] : [command]), ...below.map((text) => `      ${text}`)];
    })
    .join('\n');
}

function listTopics({ say }: Texts, columns: number): string {
  const topics = Object.entries(TOPICS).map(
    ([name, about]) => [`handbill help ${name}`, say(about)] as const,
  );
  return `${say('Topics:')}\n${formatTerms(topics, 28, columns)}`;
}
