import { type Edition, flatten, type Manifest } from './manifest.ts';

/**
 * The editions that files had before they were written anew or removed, and those that were replaced earlier; none of
 * those that a file has now.
 */
export function pastEditions(
  before: Manifest | undefined,
  old: Manifest['files'] | undefined,
  files: Manifest['files'],
  changed: readonly string[],
): Manifest['editions'] {
  const editions: Record<string, Edition> = { ...before?.editions };
  for (const path of changed) {
    const entry = old?.get(path);
    const inputs = entry ? flatten(entry.inputs) : {};
    if (inputs.edition !== undefined) editions[inputs.edition] ??= { path, inputs };
  }
  if (Object.keys(editions).length === 0) return undefined;
  for (const { inputs } of files.values()) if (inputs.shared.edition) delete editions[inputs.shared.edition];
  const codes = Object.keys(editions).sort();
  return codes.length > 0 ? Object.fromEntries(codes.map((code) => [code, editions[code]!])) : undefined;
}
