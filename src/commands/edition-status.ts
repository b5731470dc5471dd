import {
  changedInputs,
  type Edition,
  flatten,
  type InputChange,
  type Manifest,
  readManifest,
} from '../batch/manifest.ts';
import type { RunResult } from '../batch/run.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Shown } from '../terminal/table.ts';
import { wrapText } from '../terminal/wrap.ts';
import type { Outcome } from './outcome.ts';
import { seenChanges } from './reasons.ts';
import { fateOf } from './status-report.ts';
import { UsageError } from './usage.ts';

/** An edition that a code may mean: what is to be done with its paper, and why. */
interface FoundEdition {
  readonly edition: string;
  readonly path: string;
  readonly fate: 'recall' | 'reprint' | 'current';
  readonly reasons: readonly string[];
}

/** What has changed since the editions whose code begins like this. Throws UsageError where none is known. */
export async function editionStatus(
  code: string,
  out: { readonly path: string; readonly name: string },
  result: RunResult,
  campaign: Campaign,
  { say, width }: Shown,
): Promise<Outcome> {
  const manifest = await readManifest(out.path);
  const meant = [...editionsOf(manifest)].filter(([edition]) => edition.startsWith(code));
  if (meant.length === 0) {
    throw new UsageError(
      `there is no edition ${code} in ${out.name}: it was made into another folder, or of another appeal`,
    );
  }
  const editions = meant.map(([edition, { path, inputs }]): FoundEdition => {
    const now = newestInputs(path, manifest, result);
    if (!now) return { edition, path, fate: 'recall', reasons: [say('no longer made')] };
    const changes = seenChanges(changedInputs({ shared: inputs, own: {} }, { shared: now, own: {} }));
    if (changes.length === 0) return { edition, path, fate: 'current', reasons: [] };
    return { edition, path, ...fateOf(changes, campaign, say) };
  });
  const lines = editions.flatMap(({ edition, path, fate, reasons }) => [
    `${edition}  ${path}  ${fate === 'current' ? say('nothing has changed since') : say(fate)}`,
    ...reasons.flatMap((reason) =>
      wrapText(reason, width - 4).map((line, i) => `${i === 0 ? '  - ' : '    '}${line}`),
    ),
  ]);
  return { data: { out: out.name, editions }, text: `${lines.join('\n')}\n` };
}

/** All editions that a manifest knows by their codes: those of its files, and those before them. */
function editionsOf(manifest: Manifest | undefined): Map<string, Edition> {
  const editions = new Map(Object.entries(manifest?.editions ?? {}));
  for (const [path, entry] of manifest?.files ?? []) {
    const inputs = flatten(entry.inputs);
    if (inputs.edition !== undefined && !editions.has(inputs.edition))
      editions.set(inputs.edition, { path, inputs });
  }
  return editions;
}

/** What a file would be made from now: what it was made from, and what the run would change. */
function newestInputs(
  path: string,
  manifest: Manifest | undefined,
  { removed, changes }: RunResult,
): Record<string, string> | undefined {
  const entry = manifest?.files.get(path);
  if (!entry || removed.includes(path)) return undefined;
  const inputs = new Map(Object.entries(flatten(entry.inputs)));
  for (const { name, now } of changes[path] ?? ([] as InputChange[])) {
    if (now === undefined) inputs.delete(name);
    else inputs.set(name, now);
  }
  return Object.fromEntries(inputs);
}
