import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import { formatTerms } from '../terminal/table.ts';
import type { Texts } from '../terminal/texts.ts';
import { wrapText } from '../terminal/wrap.ts';

/** How commander writes the help: its headings and descriptions in the person's language. */
export function formatHelp({ say }: Texts, columns: number): HelpConfiguration {
  return {
    styleTitle: (title) => wrapText(say(title), columns).join('\n'),
    styleUsage: (usage) => usage.replace('[options]', () => `[${say('options')}]`),
    subcommandTerm: termOf,
    commandDescription: (command) =>
      command.summary() === '' ? say(command.description()) : `${say(command.summary())}.`,
    subcommandDescription: (command) => say(command.summary() || command.description()),
    optionDescription: (option) => describe(option, option.required || option.optional, say),
    argumentDescription: (argument) => describe(argument, true, say),
    formatItem: (term, termWidth, description, { helpWidth = 80 }) =>
      formatTerms([[term, description]], termWidth + 4, helpWidth).trimEnd(),
  };
}

/** What it is for, what can be chosen, and what holds without it. */
function describe(
  { description, argChoices, defaultValue }: Option | Argument,
  takesValue: boolean,
  say: Texts['say'],
): string {
  const quote = (value: unknown) => JSON.stringify(value);
  const choices = argChoices && say('choices: {values}', { values: argChoices.map(quote).join(', ') });
  const preset =
    takesValue && defaultValue !== undefined && say('default: {value}', { value: quote(defaultValue) });
  const more = [choices, preset].filter(Boolean).join(', ');
  return [say(description), ...(more ? [`(${more})`] : [])].join(' ');
}

/** A subcommand in the list of its parent: its name and its arguments. */
function termOf(command: Command): string {
  return [
    command.name(),
    ...command.registeredArguments.map((a) => (a.required ? `<${a.name()}>` : `[${a.name()}]`)),
  ].join(' ');
}
