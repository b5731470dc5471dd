import { nameOfRegion } from '../engine.ts';
import { type Block, type Inline, plainText } from '../model/block.ts';
import type { Signatory } from '../model/sender.ts';
import type { Words } from '../model/words.ts';
import { joinParts, ownText } from './context.ts';
import { fillPattern, formatNumber, localeOf } from './forms.ts';
import { inlineOf, literalText } from './markdown.ts';
import { noteRead } from './reads.ts';
import type { Merging } from './tell.ts';

/** Those who sign together, in the order of their list; nothing where nobody does. */
export function signatoriesOf({ job, reads }: Merging): Block[] {
  const { signatories = [], words } = job;
  if (signatories.length === 0) return [];
  const names = signatories.map((signatory) => nameOf(signatory, words));
  noteRead(reads, 'signatories', names.map(plainText).join('\n'));
  const n = formatNumber(names.length, words);
  return [
    {
      kind: 'signatories',
      role: 'signatories',
      label: literalText(words.labels.signatories),
      note: literalText(fillPattern(words.labels['signatories-follow'], { n })),
      items: names,
    },
  ];
}

/** "Example Union, Exampleton, Kazakhstan – Jane Doe, secretary": who it is first, then who signs for it. */
function nameOf({ name, organisation, role, city, country }: Signatory, words: Words): readonly Inline[] {
  const land = country && nameOfRegion(country, [localeOf(words), 'en']);
  const place = [city, land === city ? undefined : land];
  const parts = (all: readonly (string | undefined)[]) =>
    inlineOf(
      joinParts(
        all.map((part) => part && ownText(part)),
        words,
      ),
    );
  if (organisation === undefined || organisation === name) return parts([name, role, ...place]);
  return [...parts([organisation, ...place]), ...literalText(' – '), ...parts([name, role])];
}
