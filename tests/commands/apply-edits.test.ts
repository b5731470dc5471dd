import { expect, test } from 'vitest';
import { applyEdits } from '../../src/commands/apply-edits.ts';
import type { Editable } from '../../src/wizard/editable.ts';
import { campaignOf, edited, editedFiles } from '../wizard/edited.ts';

/** Numbers that look random and are the same each time (a linear congruence). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed * 7919 + 17;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** What a person may put in place of a value. */
function otherThan({ key, value, step, holds }: Editable, pick: (below: number) => number): string {
  if (Array.isArray(step.choices)) {
    const others = step.choices.filter(
      (choice: { value: string }) => !['', 'won', 'closed', 'withdrawn'].includes(choice.value),
    );
    return others[pick(others.length)].value;
  }
  if (/\.(date|until)$|^(issued|asOf|actBefore)$/.test(key)) return `2027-01-1${pick(9)}`;
  if (key.endsWith('.time')) return `1${pick(9)}:30`;
  if (key.endsWith('.url')) return `https://example.org/${pick(9)}`;
  if (key.endsWith('.country')) return ['DE', 'FR'][pick(2)]!;
  if (key.endsWith('.email')) return 'a@example.org; b@example.org';
  if (key.endsWith('.languages')) return 'en; ru';
  if (key.endsWith('.of')) return 'company; embassy';
  if (holds === 'sources') return ['A paper; Our union, 2 May 2026', 'A leaflet, 2027', 'A paper'][pick(3)]!;
  const words = [
    'Strike: “now”',
    holds === 'phrases' ? 'Friday, 17 December; the 22nd' : 'a, b; c #d',
    "it's",
    '{x}'.replace('{x}', '- no'),
    'Ünïon "q"',
    `${value}!`,
  ];
  return words[pick(words.length)]!;
}

/** What a field that is emptied comes to. */
const EMPTIED: Readonly<Record<string, string>> = { publish: 'no', is: 'open' };

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'what is edited stands there, nothing else has changed, and each comment stays: %i',
  (seed) => {
    const pick = randomFrom(seed);
    const files = editedFiles();
    const all = edited();
    const edits = new Map(
      Array.from({ length: 1 + pick(6) }, () => all[pick(all.length)]!)
        .filter(({ key, step }) => !step.when && !key.startsWith('target.'))
        .map((one) => {
          const isEmpty = !one.step.needed && pick(4) === 0;
          return [one.key, isEmpty ? '' : otherThan(one, pick)] as const;
        }),
    );
    const texts = applyEdits(edits, all, campaignOf(files), files);
    const gone = all
      .filter(({ key, removes }) => removes && edits.get(key) === '')
      .map(({ key }) => key.split('.')[0]);
    const isGone = (key: string) => gone.includes(key.split('.')[0]);
    const now = edited(texts).filter(({ key }) => !key.startsWith('source-'));
    expect(now.map(({ key }) => key)).toEqual(
      all.map(({ key }) => key).filter((key) => !isGone(key) && !key.startsWith('source-')),
    );
    for (const { key, value } of now) {
      const was = all.find((one) => one.key === key)!;
      const said = edits.get(key) ?? was.value;
      // A title that is changed is another title wherever it is told.
      const isTitle =
        was.holds === 'sources' && [...edits.keys()].some((name) => /^source-.*title$/.test(name));
      if (!isTitle) expect([key, value]).toEqual([key, said || (EMPTIED[key.replace(/^.*\./, '')] ?? '')]);
    }
    const comments = (text: string) => text.match(/(?<=^|\s)# .*$/gm) ?? [];
    const head = texts.get('x/appeal.yaml');
    const kept = comments(files.head.text).filter(
      (comment) => !gone.includes('demand-1') || comment !== '# now',
    );
    if (head) expect(comments(head).filter((comment) => kept.includes(comment))).toEqual(kept);
  },
);
