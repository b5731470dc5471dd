import { Command, InvalidArgumentError, Option } from 'commander';
import { CHANNEL_ALIASES, CHANNELS } from '../model/channel.ts';
import { presentCountry } from '../model/country-names.ts';
import { UI_LANG } from '../terminal/ui-language.ts';
import { REPORTERS } from './outcome.ts';
import { suggestFrom } from './usage.ts';

/** A subcommand whose help begins with examples. */
export function defineCommand(name: string, summary: string, examples: readonly string[]): Command {
  const command = new Command(name)
    .summary(summary)
    .description(`${summary}.`)
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false);
  if (examples.length > 0) {
    const lines = examples.map((e) => `  handbill ${e}\n`).join('');
    command.addHelpText('before', () => `${command.createHelp().styleTitle('Examples:')}\n${lines}`);
  }
  return command;
}

/** Options of every command, at the end of its help. */
export function addCommonOptions(command: Command): Command {
  return command
    .optionsGroup('Everywhere:')
    .option('--json', 'print one JSON document on standard output')
    .option('--quiet', 'print errors only')
    .option('--no-input', 'never ask a question')
    .addOption(new Option('--reporter <form>', 'print problems for another program').choices(REPORTERS))
    .option(UI_LANG.flag, UI_LANG.description)
    .option('--debug', 'show where a defect of handbill happened');
}

/** The appeal, and the parts of it that other files replace. */
export function addAppealOptions(command: Command): Command {
  return command
    .argument('[appeal]', 'folder or file of the appeal; the current folder, or the bundled example')
    .optionsGroup('The appeal:')
    .option('--facts <file>', 'facts from this file instead')
    .option('--contacts <file>', 'contacts from this file instead')
    .option('--events <file>', 'events from this file instead')
    .addOption(new Option('--date <day>', "day of the letters, such as 2026-05-01; today's without it"));
}

/** Where the material goes, and with how many threads it is made. */
export function addOutputOptions(command: Command): Command {
  return addPlaceOptions(command, 'overwrite files that somebody has edited since').option(
    '--workers <n>',
    'threads to work with; up to as many as there are cores, one for short runs',
    parseWorkers,
  );
}

/** Where files go; `force` says what `--force` overwrites. */
export function addPlaceOptions(command: Command, force: string): Command {
  return command
    .optionsGroup('Output:')
    .option('--out <folder>', 'folder for the material', 'out')
    .option('--force', force)
    .option('--strict', 'make warnings errors');
}

function parseWorkers(value: string): number {
  const workers = Number(value);
  if (Number.isInteger(workers) && workers >= 1 && workers <= 256) return workers;
  throw new InvalidArgumentError('Expected a number of threads such as 4.');
}

/** Parser of an option that may be repeated, whose values may hold commas. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Parser of `a,b` and of repeated options. */
export function commaList(value: string, before: readonly string[] | undefined): readonly string[] {
  const values = value
    .split(',')
    .map((v) => v.trim())
    .filter((v) => v !== '');
  if (values.length === 0)
    throw new InvalidArgumentError('Expected one or more values, with commas between.');
  return [...(before ?? []), ...values];
}

/** Parser of a list of countries, by code or name; the codes of those that there are. */
export function countryList(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...commaList(value, undefined).map(presentCountry)];
}

/** Parser of a list of ways to reach somebody, by their names or what people also call them. */
export function channelList(value: string, before: readonly string[] | undefined): readonly string[] {
  const named = commaList(value, undefined).map((way) =>
    Object.hasOwn(CHANNEL_ALIASES, way) ? CHANNEL_ALIASES[way]! : way,
  );
  return commaListOf(CHANNELS)(named.join(), before);
}

/** Parser of a list of values that are known beforehand. */
export function commaListOf(known: readonly string[]) {
  return (value: string, before: readonly string[] | undefined): readonly string[] => {
    const values = commaList(value, before);
    const wrong = values.find((v) => !known.includes(v));
    if (wrong !== undefined) {
      throw new InvalidArgumentError(suggestFrom(wrong, known));
    }
    return values;
  };
}
