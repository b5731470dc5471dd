import type { Command } from 'commander';
import type { Texts } from '../terminal/texts.ts';
import { type AppealTaker, typedFor } from '../terminal/typed-commands.ts';
import { shellQuoted } from './shell-quoted.ts';

/** Commands that work on an appeal; a test holds them to what the commands say themselves. */
export const TAKES_APPEAL: readonly AppealTaker[] = [
  ...[
    'make',
    'letters',
    'leaflets',
    'quick',
    'preview',
    'site',
    'check',
    'fonts',
    'status',
    'pack',
    'edit',
  ].map(alone),
  ...['list', 'check', 'export', 'labels', 'envelopes', 'coverage'].map((name) => alone(`contacts ${name}`)),
  ...['list', 'log', 'check', 'diff'].map((name) => alone(`facts ${name}`)),
  ...['status', 'export'].map((name) => alone(`translate ${name}`)),
  ...['fact', 'figure', 'person', 'demand', 'target', 'event', 'picture', 'source'].map((name) =>
    alone(`add ${name}`),
  ),
  ['explain', 1],
  ['facts show', 1],
  ['facts correct', 1],
  ['translate import', 1],
  ['translate new', 1],
  ['templates copy', 1],
  ['add language', 1],
  ['contacts import', 1, '--appeal'],
  ['templates list', 0, '--appeal'],
  ['templates show', 1, '--appeal'],
  ['words try', 1, '--appeal'],
  ['sent', 1, '--appeal'],
];

function alone(command: string): AppealTaker {
  return [command, 0];
}

/** The texts in which each command names the appeal that this one was called with. */
export function textsWithAppeal(command: Command, texts: Texts): Texts {
  // A folder that becomes an appeal is one once the command is done.
  const isNew = ['init', 'open'].includes(command.name());
  const at = command.registeredArguments.findIndex((one) => one.name() === (isNew ? 'folder' : 'appeal'));
  const named: unknown = at < 0 ? command.opts<{ appeal?: string }>().appeal : command.processedArgs[at];
  if (typeof named !== 'string') return texts;
  return typedFor(TAKES_APPEAL, shellQuoted(named), texts);
}
