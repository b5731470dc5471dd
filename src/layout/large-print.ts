import { numberFormat } from '../engine.ts';
import type { Block, Inline, MergedDocument } from '../model/block.ts';

/** Large print stresses by weight alone: slanted letters are hard to read (UKAAF). */
export function withoutItalics(doc: MergedDocument): MergedDocument {
  const upright = (inline: Inline): Inline =>
    inline.kind === 'text' && inline.emphasis ? { ...inline, emphasis: false, strong: true } : inline;
  const blocks = doc.blocks.map((block): Block => {
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, content: block.content.map(upright) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(upright)) };
      default:
        return block;
    }
  });
  return { ...doc, blocks };
}

/** A page's number after the language's pattern, in its digits: "Page 2 of 3". */
export function pageLabel({ language, pageOf }: MergedDocument, page: number, total: number): string {
  const format = numberFormat(language);
  const pattern = pageOf ?? '{n} / {total}';
  return pattern.replace('{n}', format.format(page)).replace('{total}', format.format(total));
}
