import type { Command } from 'commander';
import type { CommandTree } from '../terminal/completion.ts';

/** The program's commands and options, as completions and the manual page need them. */
export function describeCommands(program: Command): CommandTree {
  return {
    name: program.name(),
    summary: program.summary() || program.description(),
    usage: program.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`)).join(' '),
    words: program.registeredArguments.flatMap((a) => a.argChoices ?? []),
    options: program.options.map((option) => ({
      flags: option.flags,
      long: option.long ?? option.short ?? '',
      description: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
    })),
    commands: program.commands.map(describeCommands),
  };
}
