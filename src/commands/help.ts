import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { bundledPath } from '../terminal/bundled.ts';
import { defineCommand } from './options.ts';
import type { Session } from './outcome.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** What there is help about besides commands, each a file in `templates/help`. */
export const TOPICS = {
  data: 'files of an appeal',
  templates: 'your own wording',
  languages: 'translations and fonts',
  printing: 'paper, folding, copying',
  law: 'imprint, boycott',
  ci: 'checking and publishing at each push',
  safety: 'what handbill does for it, and what it can’t',
} as const;

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
      const topic = Object.hasOwn(TOPICS, name) ? await readTopic(name) : undefined;
      if (command) ((inner && find(command, inner)) || command).outputHelp();
      if (name === 'topics') io.stdout.write(listTopics());
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

function listTopics(): string {
  const lines = Object.entries(TOPICS).map(([name, about]) => `  handbill help ${name.padEnd(11)}${about}\n`);
  return `Topics:\n${lines.join('')}`;
}
