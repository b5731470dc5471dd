import type { Block, BlockRole } from '../model/block.ts';
import type { HeadlineChoice } from './headline.ts';
import type { Leaf } from './leaf.ts';
import { setColumns, setFacts, setSections } from './leaflet-columns.ts';
import { contentOf, setFoot } from './leaflet-foot.ts';
import { isInOrder, type Section, sectionsOf } from './leaflet-order.ts';
import { setPanel } from './leaflet-panel.ts';
import { setHeadline, setSubhead, setTop } from './leaflet-top.ts';
import { setPictureRow } from './picture.ts';
import type { Segment } from './segments.ts';

/** Who speaks, the headline, and the line below it. */
export function setHead(
  blocks: readonly Block[],
  headline: HeadlineChoice | undefined,
  leaf: Leaf,
): readonly Segment[] {
  const own = blocks.filter(({ role }) => role === 'kicker' || role === 'headline' || role === 'subhead');
  const part = headline ? `head ${headline.style.size} ${headline.width} ${headline.lines}` : 'head';
  return leaf.recall(part, own, () => {
    const kicker = own.filter(({ role }) => role === 'kicker');
    const top = leaf.recallSmall('top', kicker, () => setTop(contentOf(kicker, 'kicker'), leaf));
    const segments: Segment[] = [...top];
    if (headline) segments.push(setHeadline(contentOf(blocks, 'headline'), headline, leaf));
    const subhead = contentOf(blocks, 'subhead');
    if (subhead.length > 0) segments.push(setSubhead(subhead, headline, leaf));
    return segments;
  });
}

/** Everything below the headline, in the form of leaflets or, where its template has another order, in that. */
export function setRest(kind: string, blocks: readonly Block[], leaf: Leaf): Segment[] {
  const gap = leaf.styles.body.size * (leaf.dense ? 1.4 : 1.9);
  const sections = sectionsOf(blocks);
  const middle = isInOrder(sections)
    ? setInForm(kind, sections, leaf, gap)
    : sections.flatMap((section) => setAsWritten(kind, section, leaf, gap));
  return [...middle, ...setFoot(blocks, leaf)];
}

/** What stands above what in the form of leaflets: what happened, what is asked and can be done, where to come. */
function setInForm(kind: string, sections: readonly Section[], leaf: Leaf, gap: number): Segment[] {
  const of = (role: BlockRole) => sections.flatMap((one) => (one.role === role ? one.blocks : []));
  // Where no event calls people together, the panel says what each can do.
  const events = of('event');
  const panel = events.length > 0 ? events : of('actions');
  const actions = events.length > 0 ? of('actions') : [];
  const others = sections.filter(
    ({ role }) => role !== 'event' && (role !== 'actions' || actions.length > 0),
  );
  const part = others.map(({ role, blocks }) => `${role} ${blocks.length}`).join();
  const above = leaf.recall(
    part,
    others.flatMap(({ blocks }) => blocks),
    () => setAbovePanel(of, actions, leaf, gap),
  );
  const below = panel.length > 0 ? setPanel(panel, leaf, gap, kind === 'demonstration') : [];
  return [...above, ...below];
}

/** What happened, the demands, and what each can do where the panel doesn't say it. */
function setAbovePanel(
  of: (role: BlockRole) => readonly Block[],
  actions: readonly Block[],
  leaf: Leaf,
  gap: number,
): Segment[] {
  const { look } = leaf;
  const segments: Segment[] = [];
  let told: readonly Block[] = [...of('body'), ...of('people'), ...of('background')];
  const [picture] = of('picture');
  if (picture?.kind === 'picture') {
    const row = setPictureRow(picture, told, leaf, gap);
    segments.push(...row.segments);
    told = row.rest;
  }
  if (look.columns === 'text') {
    segments.push(...setFacts([], of('figures'), leaf, gap));
    segments.push(...setColumns([...told, ...of('demands'), ...actions], leaf, gap));
  } else {
    segments.push(...setFacts(told, of('figures'), leaf, gap));
    const both = [of('demands'), actions].filter((section) => section.length > 0);
    segments.push(...setSections(both, leaf, gap));
  }
  return segments;
}

/** A section of a template in another order. */
function setAsWritten(kind: string, { role, blocks }: Section, leaf: Leaf, gap: number): Segment[] {
  const [first] = blocks;
  if (role === 'event') return setPanel(blocks, leaf, gap, kind === 'demonstration');
  if (first?.kind === 'picture') return [...setPictureRow(first, [], leaf, gap).segments];
  if (role === 'figures') return setFacts([], blocks, leaf, gap);
  if (role === 'demands' || role === 'actions') return setSections([blocks], leaf, gap);
  return setFacts(blocks, [], leaf, gap);
}
