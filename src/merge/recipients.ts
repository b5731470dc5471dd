import type { ContactKind } from '../model/contact.ts';
import { type Name, nameIn } from '../model/text.ts';
import { languagesOf } from './context.ts';
import { noteRead } from './reads.ts';
import type { Merging } from './tell.ts';

/** Kinds of contact that a country's embassy speaks for. */
const CONSULAR: readonly ContactKind[] = ['consulate-general', 'consulate', 'honorary-consulate'];

/** Whom the appeal addresses: one embassy for all of a state's, consulates left to it, each name once. */
export function recipientsOf({ job, reads }: Merging): Name[] {
  const { targets } = job.campaign;
  const hasEmbassy = targets.some((target) => target.kind === 'embassy');
  const names = new Map<string, Name>();
  for (const target of targets) {
    if (hasEmbassy && CONSULAR.includes(target.kind)) continue;
    const name = nameIn(target.organisation, languagesOf(job));
    const key = target.kind === 'embassy' ? `embassy of ${target.represents}` : name.text;
    const known = names.get(key);
    // Of an embassy's names the one in the document's language is the best.
    if (known && (known.language === undefined || name.language !== undefined)) continue;
    names.set(key, name);
    noteRead(reads, `contact/${target.id}`, name.text);
  }
  return [...names.values()];
}
