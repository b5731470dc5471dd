import type { Command } from 'commander';
import { UsageError } from './usage-error.ts';

/** Arguments that name files and folders. */
const PATHS = ['appeal', 'folder', 'file', 'files', 'pack'];

/**
 * Throws UsageError for an empty name of a file or folder. As a path it would be the current folder; it is there mostly
 * because a variable of the shell isn't set.
 */
export function refuseEmptyPaths(command: Command): void {
  const options = command.options
    .filter(({ flags }) => /<(?:file|folder)>/.test(flags))
    .map((option) => [option.long ?? option.flags, command.getOptionValue(option.attributeName())] as const);
  const args = command.registeredArguments
    .map((argument, i) => [argument.name(), command.processedArgs[i] as unknown] as const)
    .filter(([name]) => PATHS.includes(name));
  const empty = [...options, ...args].find(([, value]) => [value].flat().some(isEmpty));
  if (empty) throw new UsageError(`${empty[0]}: the name is empty; is a variable of your shell not set?`);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}
