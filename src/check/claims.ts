import { isMeantFor } from '../model/addressee.ts';
import type { Problem } from '../problems.ts';
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
      {
        severity: 'warning',
        code: 'no-addressee',
        message: `The demand ${demand.id} is put to nobody: no target of the appeal is among those it is put to.`,
        at: head.file.locate(['demands', i, demand.of ? 'of' : 'id']),
        hint: 'Add whom it is put to, or add them to the targets.',
      },
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
      found.push({
        severity: 'notice',
        code: 'single-source',
        message: `The fact ${fact.id} rests on one source alone, ${fact.sources[0]}.`,
        at: file.locate([...path, 'sources']),
        hint: 'Look for a second one, and name it under sources.',
      });
    for (const [i, { quantity, claims }] of fact.figures.entries()) {
      if (claims.every((claim) => claim.voice !== undefined)) continue;
      found.push({
        severity: 'notice',
        code: 'unvoiced-figure',
        message: `The figure ${quantity} is printed without who says so.`,
        at: file.locate([...path, 'figures', i, 'claims', 0, 'value']),
        hint: 'Name the voice, unless the sentence itself does.',
      });
    }
    const isForLetters = head.value.targets.length > 0 && fact.role !== 'commentary';
    if (isForLetters && fact.concerns === undefined)
      found.push({
        severity: 'notice',
        code: 'no-concern',
        message: `The fact ${fact.id} is told to every target: it doesn’t say whom it concerns.`,
        at: file.locate([...path, 'id']),
        hint: 'Name kinds of contact or contacts under concerns, so that nobody is written to about what others did.',
      });
    return found;
  });
}
