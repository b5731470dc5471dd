import type { GlyphRun, StructureNode } from '../../model/page.ts';
import { type Area, areaOf, joinAreas, type Matrix } from './geometry.ts';
import { type LinkArea, linkTarget } from './links.ts';
import type { StructureTree } from './structure-tree.ts';

/** Where the links and pictures of a page stand, noted while it is drawn. */
export class PageAreas {
  /** Line by line. */
  readonly links: LinkArea[] = [];
  /** By structure node. */
  readonly pictures = new Map<number, Area>();
  private readonly tree: StructureTree;

  constructor(tree: StructureTree) {
    this.tree = tree;
  }

  /** Notes a run that belongs to a link; runs of one line beside each other are one place. */
  noteLink({ x, y, size, glyphs, text, tag: node }: GlyphRun, matrix: Matrix): void {
    const target = node?.type === 'Link' ? linkTarget(node.href) : undefined;
    if (node === undefined || target === undefined) return;
    const tag = this.tree.numberOf(node);
    const width = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    const area = areaOf(matrix, x, y - size * 0.8, width, size);
    const last = this.links.at(-1);
    const continues = last?.tag === tag && last.area[1] === area[1] && last.area[3] === area[3];
    if (continues) {
      const joined = { text: last.text + text, area: joinAreas(last.area, area) };
      this.links[this.links.length - 1] = { ...last, ...joined };
    } else this.links.push({ tag, target, text, area });
  }

  /** Notes a picture, or a part of one; nothing for an artifact. */
  notePicture(node: StructureNode | undefined, area: Area): void {
    if (node === undefined) return;
    const tag = this.tree.numberOf(node);
    const known = this.pictures.get(tag);
    this.pictures.set(tag, known ? joinAreas(known, area) : area);
  }
}
