import { isMeantFor } from '../model/addressee.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';

/** Finds demands that nobody gets, and what is said by one alone, by nobody, or to everybody. */
export function checkClaims(parts: CheckedParts): Problem[] {
  return [...checkDemands(parts), ...checkFacts(parts)];
}

function checkDemands({ head, contacts }: CheckedParts): Problem[] {
  const { demands, targets } = head.value;
  const addressed = contacts.items
    .map((item) => item.value)
    .filter((c) => !c.defunct && isMeantFor(targets, c));
  return demands.flatMap((demand, i): Problem[] => {
    const reaches = addressed.some((c) => isMeantFor(demand.of, c));
    if (reaches) return [];
    return [
      finding(
        'warning',
        'no-addressee',
        { id: demand.id },
        { at: head.file.locate(['demands', i, demand.of ? 'of' : 'id']) },
      ),
    ];
  });
}

function checkFacts({ head, facts }: CheckedParts): Problem[] {
  const { file } = facts;
  return facts.items.flatMap(({ value: fact, path }): Problem[] => {
    if (fact.role === 'record' || fact.status === 'withdrawn') return [];
    const found: Problem[] = [];
    const sources = new Set([...fact.sources, ...fact.figures.flatMap((f) => f.claims.map((c) => c.source))]);
    if (sources.size === 1)
      found.push(
        finding(
          'notice',
          'single-source',
          { id: fact.id, source: fact.sources[0]! },
          { at: file.locate([...path, 'sources']) },
        ),
      );
    for (const [i, { quantity, claims }] of fact.figures.entries()) {
      if (claims.every((claim) => claim.voice !== undefined)) continue;
      found.push(
        finding(
          'notice',
          'unvoiced-figure/alone',
          { quantity },
          { at: file.locate([...path, 'figures', i, 'claims', 0, 'value']) },
        ),
      );
    }
    const isForLetters = head.value.targets.length > 0 && fact.role !== 'commentary';
    if (isForLetters && fact.concerns === undefined)
      found.push(finding('notice', 'no-concern', { id: fact.id }, { at: file.locate([...path, 'id']) }));
    return found;
  });
}
