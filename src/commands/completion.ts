import { Argument, type Command } from 'commander';
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
      const [{ describeCommands }, { SCRIPTS }] = await Promise.all([
        import('./completion-tree.ts'),
        import('../terminal/completion.ts'),
      ]);
      const text = SCRIPTS[shell as (typeof SHELLS)[number]](describeCommands(command.parent!));
      return { text, data: { shell, script: text } };
    }),
  );
}
