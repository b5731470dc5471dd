import type { Command } from 'commander';
import type { CommandName } from './command-names.ts';
import type { Session } from './outcome.ts';

/** A subcommand as the program's help shows it; its own file is loaded only when it is called. */
export interface ListedCommand {
  readonly name: CommandName;
  /** Its arguments as they stand in the help: `[appeal]`, `<part>`. */
  readonly args?: string;
  readonly summary: string;
  readonly load: () => Promise<(session: Session) => Command>;
}

/** All subcommands, in the order of the help. */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'make',
    args: '[appeal]',
    summary: 'Write everything that the appeal asks for; only what changed',
    load: async () => (await import('./make.ts')).makeCommand,
  },
  {
    name: 'letters',
    args: '[appeal]',
    summary: 'Write the letters to the targets of the appeal',
    load: async () => (await import('./letters.ts')).lettersCommand,
  },
  {
    name: 'leaflets',
    args: '[appeal]',
    summary: 'Write the leaflets of the appeal',
    load: async () => (await import('./leaflets.ts')).leafletsCommand,
  },
  {
    name: 'quick',
    args: '[appeal]',
    summary: 'Ask four questions, and write one letter into the current folder',
    load: async () => (await import('./quick.ts')).quickCommand,
  },
  {
    name: 'preview',
    args: '[appeal]',
    summary: 'Show every page as it will print, and follow changes',
    load: async () => (await import('./preview.ts')).previewCommand,
  },
  {
    name: 'site',
    args: '[appeal]',
    summary: 'Write a static web page where anyone can act, with all the material',
    load: async () => (await import('./site.ts')).siteCommand,
  },
  {
    name: 'check',
    args: '[appeal]',
    summary: 'Read, validate and plan an appeal; write nothing',
    load: async () => (await import('./check.ts')).checkCommand,
  },
  {
    name: 'contacts',
    summary: 'Embassies, companies and others who can be written to',
    load: async () => (await import('./contacts.ts')).contactsCommand,
  },
  {
    name: 'explain',
    args: '<file> [appeal]',
    summary: 'Tell where each sentence of a letter or leaflet came from',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  {
    name: 'facts',
    summary: 'What is claimed, by whom, since when; and what was before',
    load: async () => (await import('./facts.ts')).factsCommand,
  },
  {
    name: 'translate',
    summary: 'State of the translations; texts to translators and back',
    load: async () => (await import('./translate.ts')).translateCommand,
  },
  {
    name: 'templates',
    summary: 'Wording of the letters and leaflets',
    load: async () => (await import('./templates.ts')).templatesCommand,
  },
  {
    name: 'words',
    summary: 'Forms of the languages: dates, numbers, forms of address',
    load: async () => (await import('./words.ts')).wordsCommand,
  },
  {
    name: 'schema',
    args: '<part>',
    summary: 'Print the JSON Schema of a data file',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
  {
    name: 'init',
    args: '[folder]',
    summary: 'Ask what happened, and write the folder of a new appeal',
    load: async () => (await import('./init.ts')).initCommand,
  },
  {
    name: 'add',
    summary: 'Add a fact, a demand, an addressee, a language … to an appeal',
    load: async () => (await import('./add.ts')).addCommand,
  },
  {
    name: 'edit',
    args: '[appeal]',
    summary: 'Change what an appeal says, or take something out of it',
    load: async () => (await import('./edit.ts')).editCommand,
  },
  {
    name: 'fonts',
    args: '[appeal]',
    summary: 'List the scripts that can be set, and with which fonts',
    load: async () => (await import('./fonts.ts')).fontsCommand,
  },
  {
    name: 'sent',
    args: '<files>',
    summary: 'Note which letters were sent, and which were answered',
    load: async () => (await import('./sent.ts')).sentCommand,
  },
  {
    name: 'status',
    args: '[appeal] [edition]',
    summary: 'Tell what on paper is out of date, and which fact or address changed',
    load: async () => (await import('./status.ts')).statusCommand,
  },
  {
    name: 'pack',
    args: '[appeal]',
    summary: 'Make one file of an appeal, to hand on; signed where asked',
    load: async () => (await import('./pack.ts')).packCommand,
  },
  {
    name: 'open',
    args: '<pack> [folder]',
    summary: 'Check such a file, and take over what it brings; your own changes stay',
    load: async () => (await import('./open.ts')).openCommand,
  },
  {
    name: 'key',
    args: '<file>',
    summary: 'Make a pair of keys to sign packs with',
    load: async () => (await import('./key.ts')).keyCommand,
  },
  {
    name: 'clean',
    summary: 'Remove the files that handbill wrote, and no others',
    load: async () => (await import('./clean.ts')).cleanCommand,
  },
  {
    name: 'manifest',
    summary: 'Join what several machines made in parts',
    load: async () => (await import('./manifest.ts')).manifestCommand,
  },
  {
    name: 'completion',
    args: '<shell>',
    summary: 'Print a script that completes commands in a shell, or a manual page',
    load: async () => (await import('./completion.ts')).completionCommand,
  },
  {
    name: 'help',
    args: '[name] [subcommand]',
    summary: 'Show the help of a command, or on a topic: handbill help topics',
    load: async () => (await import('./help.ts')).helpCommand,
  },
];
