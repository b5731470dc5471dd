import type { Block, MergedDocument } from '../model/block.ts';
import { MM, type Page, type PagedDocument, type PageItem } from '../model/page.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { FontBook } from './fonts.ts';
import { flowing, setFlow, setSignatureLine } from './letter-flow.ts';
import { linesOf, setHead } from './letter-head.ts';
import { CARD } from './letter-layouts.ts';
import { missingGlyphProblems, missingIn } from './paragraph.ts';
import { capHeight, heightOf, placeRows, type Row, type Setting, setText, withBefore } from './rows.ts';
import { type LetterStep, type LetterStyles, letterStyles } from './styles/letter.ts';

/** Room for the stamp at the top right. */
const STAMP = { width: 24, height: 28 };

/** Tried in order until the text holds on its side; never under 10 pt, as in letters. */
const STEPS: readonly LetterStep[] = [
  { size: 12.5, leading: 18, space: 8, signature: 34 },
  { size: 12, leading: 16.5, space: 6.5, signature: 30 },
  { size: 11, leading: 15, space: 5.5, signature: 26 },
  { size: 10, leading: 13.5, space: 4.5, signature: 24 },
  { size: 10, leading: 12.5, space: 3.5, signature: 20 },
];

/** Sets a merged letter on a postcard: the text on one side, the sender's address, stamp and address on the other. */
export function layoutCard(
  doc: MergedDocument,
  { fonts, date }: { readonly fonts: FontBook; readonly date: string },
): { paged?: PagedDocument; problems: Problem[] } {
  const { language, direction, title, author, blocks } = doc;
  const setting: Setting = { fonts, language, direction };
  const fits = (step: LetterStep) => excessOf(setSide(blocks, step, setting)) <= 0;
  const step = STEPS.find(fits) ?? STEPS.at(-1)!;
  const side = setSide(blocks, step, setting);
  const { page, problems: overfull } = setAddressSide(blocks, letterStyles(step), setting);
  const pages = [placeSide(side), page];
  const missing = missingIn(pages.flatMap(({ items }) => items));
  const problems = [...missingGlyphProblems(missing), ...overfull];
  const excess = excessOf(side);
  if (excess > 0) return { problems: [...problems, overfullCard(excess)] };
  return {
    paged: { title, author, language, direction, pages, personal: true, date },
    problems,
  };
}

function overfullCard(excess: number): Problem {
  return finding('error', 'overfull-page/card', { excess: (excess / MM).toFixed(1) });
}

/** The rows of the side with the text: what flows from the top, and what stands at the foot. */
interface Side {
  readonly flow: readonly Row[];
  readonly foot: readonly Row[];
}

const [WIDTH, HEIGHT] = [CARD.text.width * MM, CARD.text.height * MM];

function setSide(blocks: readonly Block[], step: LetterStep, setting: Setting): Side {
  const styles = letterStyles(step);
  const note = setRole(blocks, 'note', { ...styles.notice, size: 7, leading: 9 }, setting);
  const dated = blocks.flatMap((block) => {
    if (block.role !== 'date') return [];
    if (block.kind === 'signature-line') return setSignatureLine(block.label, 55 * MM, styles, setting);
    const end = { ...styles.text, align: 'end' } as const;
    return block.kind === 'paragraph'
      ? setText(block.content, end, WIDTH, setting, { type: 'P', own: true })
      : [];
  });
  const before = (rows: readonly Row[]) =>
    withBefore(rows, styles.text.leading - capHeight(styles.text) + step.space);
  const flow = setFlow(flowing(blocks), { step, styles, width: WIDTH }, setting).flat();
  return {
    flow: [...note, ...before(dated), ...before(flow)],
    foot: setRole(blocks, 'source', styles.small, setting),
  };
}

function setRole(
  blocks: readonly Block[],
  role: 'note' | 'source',
  style: LetterStyles['small'],
  setting: Setting,
): Row[] {
  return blocks.flatMap((block) =>
    block.role === role && block.kind === 'paragraph'
      ? setText(block.content, style, WIDTH, setting, { type: 'P', before: style.leading - capHeight(style) })
      : [],
  );
}

function excessOf({ flow, foot }: Side): number {
  const apart = foot.length > 0 ? 4 * MM : 0;
  return heightOf(flow) + apart + heightOf(foot) - HEIGHT;
}

function placeSide({ flow, foot }: Side): Page {
  const { x, y } = CARD.text;
  const items = [
    ...placeRows(flow, x * MM, y * MM),
    ...placeRows(foot, x * MM, y * MM + HEIGHT - heightOf(foot)),
  ];
  return { width: CARD.paper.width * MM, height: CARD.paper.height * MM, items };
}

/** Who writes at the left, stamp and address at the right. */
function setAddressSide(
  blocks: readonly Block[],
  styles: LetterStyles,
  setting: Setting,
): { page: Page; problems: readonly Problem[] } {
  const [width, height] = [CARD.paper.width * MM, CARD.paper.height * MM];
  const margin = CARD.text.x * MM;
  const recipient = blocks.filter(({ role }) => role === 'recipient');
  const { items: address, problems } = setHead(recipient, CARD, styles, setting, 0);
  const stampX = width - margin - STAMP.width * MM;
  const items: PageItem[] = [
    ...placeRows(setSender(blocks, styles, setting), margin, margin),
    ...address,
    {
      kind: 'frame',
      x: stampX,
      y: margin,
      width: STAMP.width * MM,
      height: STAMP.height * MM,
      stroke: 0.75,
      ink: 0,
    },
    { kind: 'box', x: 70 * MM, y: margin, width: 0.75, height: height - 2 * margin, ink: 0 },
  ];
  return { page: { width, height, items }, problems };
}

/** Who writes, line by line, where a card that can't be delivered goes back to. */
function setSender(blocks: readonly Block[], { senderLines }: LetterStyles, setting: Setting): Row[] {
  return linesOf(blocks, 'sender').flatMap((line, i) => {
    const style = i === 0 ? { ...senderLines, weight: 700 as const } : senderLines;
    const before = i === 0 ? 0 : senderLines.leading - capHeight(senderLines);
    return setText(line, style, CARD.letterhead.width * MM, setting, { type: 'P', before, own: true });
  });
}
