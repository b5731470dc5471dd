import { Argument, type Command } from 'commander';
import type { CommandTree } from '../terminal/completion.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell', 'man'] as const;

/** The command `completion`. */
export function completionCommand(session: Session): Command {
  const command = defineCommand(
    'completion',
    'Print a script that completes commands in a shell, or a manual page',
    [
      'completion bash >> ~/.bashrc',
      'completion zsh > ~/.zfunc/_handbill',
      'completion fish > ~/.config/fish/completions/handbill.fish',
      'completion powershell >> $PROFILE',
      'completion man > handbill.1',
    ],
  ).addArgument(
    new Argument('<shell>', 'bash, zsh, fish, powershell, or man for the manual page').choices(SHELLS),
  );
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async (_, [shell]) => {
      const { SCRIPTS } = await import('../terminal/completion.ts');
      const text = SCRIPTS[shell as (typeof SHELLS)[number]](describeCommands(command.parent!));
      return { text, data: { shell, script: text } };
    }),
  );
}

/** The program's commands and options, as completions and the manual page need them. */
function describeCommands(program: Command): CommandTree {
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
