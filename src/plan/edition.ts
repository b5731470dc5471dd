import { hashOfValue } from './inputs.ts';

/** What a letter tells, of all that it read: its facts and demands by name, its figures as they stand in it. */
export function toldOf(read: Iterable<readonly [name: string, text: string | undefined]>): string[] {
  const told = [...read].flatMap(([name, text]) =>
    name.startsWith('figure/') ? [`${name}=${text}`] : /^(?:fact|demand)\//.test(name) ? [name] : [],
  );
  return told.sort();
}

/** Code of what a letter tells: the same in every language, another once a figure, a fact or a demand came or went. */
export function editionOf(told: readonly string[]): string {
  return hashOfValue([...told].sort()).slice(0, 8);
}
