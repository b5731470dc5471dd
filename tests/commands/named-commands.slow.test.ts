import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/list.ts';
import { TAKES_APPEAL } from '../../src/commands/named-appeal.ts';
import { shellQuoted } from '../../src/commands/shell-quoted.ts';
import { ENGLISH } from '../../src/terminal/texts.ts';
import { typedFor } from '../../src/terminal/typed-commands.ts';
import { WORDINGS } from '../../src/wordings.ts';
import { makeFolder } from '../folder.ts';
import { readSaid } from '../terminal/said.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** A space and a quote: what breaks a command line that wasn't quoted. */
const APPEAL = "our union's appeal";
const QUOTED = shellQuoted(APPEAL);

/** What stands in a message where values are put in. */
const VALUES: Readonly<Record<string, string>> = {
  tag: 'en',
  language: 'uk',
  lacking: 'uk',
  folder: QUOTED,
  near: QUOTED,
  state: 'IR',
  id: 'fact-1',
  name: 'letter/embassy.en',
};

/** What a person has to put in, as the words around it say. */
const PLACEHOLDER = /[<…[]|FILE|FIELD|COLUMN|NAME|ID\.zip|members\.csv|union\.odt|my-appeal|\{/;

/** What stops a command that is right, in a test: nobody can be asked, and the appeal is there. */
const RIGHT_BUT = /without questions needs|nobody can be asked here|holds an appeal already/;

const helpFolder = fileURLToPath(new URL('../../templates/help/', import.meta.url));

/** Every text of the program that may name a command: findings, what is said, help. */
function listTexts(): string[] {
  const findings = Object.values(WORDINGS).flatMap(
    ({ message, hint = '' }: { message: string; hint?: string }) => [message, hint],
  );
  const help = readdirSync(helpFolder).map((file) => readFileSync(join(helpFolder, file), 'utf8'));
  const said = [...readSaid().strings].filter((text) => !text.includes('\n'));
  return [...findings, ...said, ...help.flatMap((text) => text.split('\n'))];
}

/** The commands that a text names, as a person who named an appeal reads them. */
function commandsIn(text: string): string[] {
  const names = COMMANDS.map(({ name }) => name).join('|');
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => VALUES[name] ?? whole);
  const typed = typedFor(TAKES_APPEAL, QUOTED, ENGLISH).say(filled);
  const found = typed.matchAll(
    new RegExp(`\\bhandbill (?:${names})\\b(?:'[^']*'|\\\\.| (?! )|[^'"\\\\\\s.,;:)\`]|[.,:](?=\\S))*`, 'g'),
  );
  return [...found].map(([command]) => command.trim());
}

/** Words of a command line as a shell reads them. */
function wordsOf(line: string): string[] {
  const words = line.matchAll(/(?:'[^']*'|"[^"]*"|\\.|[^\s'"\\])+/g);
  return [...words].map(([word]) =>
    word.replace(
      /'([^']*)'|"([^"]*)"|\\(.)/g,
      (_, single = '', double = '', one = '') => single + double + one,
    ),
  );
}

test('each command that a message names can be typed as it stands', { timeout: 120_000 }, async () => {
  const commands = [...new Set(listTexts().flatMap(commandsIn))].filter((line) => !PLACEHOLDER.test(line));
  expect(commands.length).toBeGreaterThan(20);
  const files = smallAppeal(APPEAL);
  const facts = `${APPEAL}/facts.csv`;
  const contacts = `${APPEAL}/contacts.csv`;
  const cwd = await makeFolder({
    ...files,
    [facts]: files[facts]!.replace('what-happened', 'fact-1').replace('twelve', '12'),
    [contacts]: `${files[contacts]!}ada,prisoner,Ada Example,Cell Road,,Exampleton,GB,en,made up for a test\n`,
    [`${APPEAL}/appeal.yaml`]: files[`${APPEAL}/appeal.yaml`]!.replace('[company, ', '[company, prisoner, '),
  });
  const failed: string[] = [];
  for (const line of commands) {
    // It serves until somebody ends it.
    const words = wordsOf(line).slice(1);
    if (words[0] === 'preview') continue;
    const { code, stderr } = await handbill(cwd, words);
    if (code >= 2 && !RIGHT_BUT.test(stderr)) failed.push(`${line}\n  ${stderr}`);
    if (/example is used|file-not-found|no such file/i.test(stderr)) failed.push(`${line}\n  ${stderr}`);
  }
  expect(failed).toEqual([]);
});

test('the commands that take an appeal are those that say so', async () => {
  const cwd = await makeFolder();
  const sink = { write: () => true };
  const io = { stdout: sink, stderr: sink, cwd, env: {}, now: new Date(0), isTTY: false };
  const takers = async (load: (typeof COMMANDS)[number]['load']) =>
    list((await load())({ io, exitCode: 0 }), '');
  const list = (command: Command, before: string): (readonly [string, number, string?])[] => {
    const name = `${before}${command.name()}`;
    const at = command.registeredArguments.findIndex((argument) => argument.name() === 'appeal');
    const needed = command.registeredArguments.filter(({ required }) => required).length;
    const option = command.options.some(({ long }) => long === '--appeal');
    const own = at >= 0 ? [[name, at] as const] : option ? [[name, needed, '--appeal'] as const] : [];
    return [...own, ...command.commands.flatMap((inner) => list(inner, `${name} `))];
  };
  const all = (await Promise.all(COMMANDS.map(({ load }) => takers(load)))).flat();
  expect([...TAKES_APPEAL].sort()).toEqual(all.sort());
});
