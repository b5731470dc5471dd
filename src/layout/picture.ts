import type { Block, Picture as PictureBlock } from '../model/block.ts';
import {
  MM,
  type Page,
  type PageItem,
  type PlacedImage,
  type RasterImage,
  type StructureNode,
} from '../model/page.ts';
import type { Pictures } from '../model/picture.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { Leaf } from './leaf.ts';
import { sectionStyles } from './leaflet-columns.ts';
import { setSection } from './leaflet-sections.ts';
import { DESCENT, heightOf, lineGap, moveItem, placeRows, setText } from './rows.ts';
import { printImage, type Screen } from './screen.ts';
import type { Segment } from './segments.ts';

/** Least resolution of pixels on paper, in dots an inch. */
const MIN_DPI = 150;

/** A picture in its place: as large as it may be without being stretched, its items from the top left. */
interface SetPicture {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PageItem[];
}

/** Sets a picture in the limits of a box; its alternative text goes with it. Nothing where it hasn't been read. */
export function setPicture(
  block: PictureBlock,
  pictures: Pictures,
  box: { readonly width: number; readonly height: number },
): SetPicture | undefined {
  const picture = pictures.get(block.picture);
  if (!picture) return undefined;
  const own = picture.image;
  const scale = Math.min(box.width / own.width, box.height / own.height);
  const [width, height] = [own.width * scale, own.height * scale];
  const tag: StructureNode = { type: 'Figure', alt: block.alt };
  const image = `${block.picture} ${width.toFixed(1)} ${height.toFixed(1)}`;
  return { width, height, items: [{ kind: 'image', x: 0, y: 0, width, height, image, tag }] };
}

/**
 * A picture with its credit below, beside as much of what happened as is about as high where it leaves a column for
 * that. `rest` is what still has to be told.
 */
export function setPictureRow(
  block: PictureBlock,
  told: readonly Block[],
  leaf: Leaf,
  gap: number,
): { segments: Segment[]; rest: readonly Block[] } {
  const { grid, styles, setting, dense, pictures } = leaf;
  const rtl = setting.direction === 'rtl';
  const limits = { width: grid.width, height: grid.height * (dense ? 0.17 : 0.26) };
  const set = setPicture(block, pictures, limits);
  if (!set) return { segments: [], rest: told };
  const { small } = styles;
  const credit = setText(block.credit, small, set.width, setting, { type: 'P' });
  const top = set.height + lineGap(small);
  const own = credit.length > 0 ? top + heightOf(credit) : set.height;
  const column = grid.width - set.width - grid.gutter;
  const section = sectionStyles(leaf);
  const isAsHigh = (blocks: readonly Block[]) =>
    blocks.at(-1)?.kind !== 'heading' && heightOf(setSection(blocks, section, column, setting)) < own * 1.2;
  const count =
    column < grid.width * 0.36 ? 0 : told.findLastIndex((_, i) => isAsHigh(told.slice(0, i + 1))) + 1;
  const rows = setSection(told.slice(0, count), section, column, setting);
  const x = rtl ? grid.width - set.width : 0;
  const items = [
    ...set.items.map((item) => moveItem(item, x, 0)),
    ...placeRows(credit, x, top),
    ...placeRows(rows, rtl ? 0 : set.width + grid.gutter, 0),
  ];
  const height = Math.max(own, heightOf(rows));
  return {
    segments: [{ height, gap, weight: 1, items, below: small.size * DESCENT }],
    rest: told.slice(count),
  };
}

/** The pixels of all pictures on the pages, made for print, and warnings of those too coarse for their size. */
export function printPictures(
  pages: readonly Page[],
  pictures: Pictures,
  screen: Screen,
): { images: Map<string, RasterImage>; problems: Problem[] } {
  const images = new Map<string, RasterImage>();
  const problems: Problem[] = [];
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.kind !== 'image' || images.has(item.image)) continue;
    const id = item.image.split(' ')[0]!;
    const picture = pictures.get(id);
    if (!picture) continue;
    images.set(item.image, printImage(picture, item, screen));
    if (!picture.isDrawing) problems.push(...checkResolution(id, picture.image, item));
  }
  return { images, problems };
}

function checkResolution(id: string, { width }: RasterImage, placed: PlacedImage): Problem[] {
  const dpi = Math.floor((width * 72) / placed.width);
  if (dpi >= MIN_DPI) return [];
  return [
    finding('warning', 'picture-coarse', { id, width: Math.round(placed.width / MM), dpi, least: MIN_DPI }),
  ];
}
