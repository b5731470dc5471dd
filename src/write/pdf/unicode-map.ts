import { deflated } from './deflated.ts';
import { hex4, utf16Hex } from './objects.ts';

/** The text of each code, in their order. */
export type CodeTexts = readonly (readonly [code: number, text: string])[];

/**
 * Fonts in whose codes no two texts meet, with the texts of all: they have one map. Families by one maker number the
 * glyphs of common letters alike, and four maps of a letter took a thirtieth of its file.
 */
export function shareMaps<F>(
  fonts: readonly F[],
  textsOf: (font: F) => CodeTexts,
): { readonly texts: CodeTexts; readonly members: readonly F[] }[] {
  const shared: { readonly texts: Map<number, string>; readonly members: F[] }[] = [];
  for (const font of fonts) {
    const own = textsOf(font);
    const agrees = ({ texts }: { readonly texts: ReadonlyMap<number, string> }) =>
      own.every(([code, text]) => (texts.get(code) ?? text) === text);
    let map = shared.find(agrees);
    if (!map) {
      map = { texts: new Map(), members: [] };
      shared.push(map);
    }
    for (const [code, text] of own) map.texts.set(code, text);
    map.members.push(font);
  }
  return shared.map(({ texts, members }) => ({ texts: [...texts].sort(([a], [b]) => a - b), members }));
}

/** The character map `ToUnicode` for the text of each code, in their order (ISO 32000-1, 9.10.3), compressed. */
export function formatUnicode(texts: CodeTexts): Uint8Array {
  const series = findSeries(texts);
  const ranges = series.filter(({ last, first }) => last > first);
  const single = series.filter(({ last, first }) => last === first);
  const map = [
    HEAD,
    ...formatBlocks(
      'bfrange',
      ranges.map(({ first, last, text }) => `<${hex4(first)}><${hex4(last)}><${utf16Hex(text)}>`),
    ),
    ...formatBlocks(
      'bfchar',
      single.map(({ first, text }) => `<${hex4(first)}><${utf16Hex(text)}>`),
    ),
    END,
  ];
  return deflated(map.join('\n'));
}

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange`;
const END = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/** Codes that follow each other, as do the characters that they stand for; the text of the first. */
interface Series {
  readonly first: number;
  last: number;
  readonly text: string;
}

/** In a series nothing but the last byte differs, of the codes as of the characters. */
function findSeries(texts: CodeTexts): Series[] {
  const found: Series[] = [];
  for (const [code, text] of texts) {
    const series = found.at(-1);
    const follows =
      series?.last === code - 1 &&
      code % 256 !== 0 &&
      text.length === 1 &&
      text.charCodeAt(0) % 256 !== 0 &&
      series.text.length === 1 &&
      text.charCodeAt(0) - series.text.charCodeAt(0) === code - series.first;
    if (follows) series.last = code;
    else found.push({ first: code, last: code, text });
  }
  return found;
}

/** A block of such a map has at most a hundred lines. */
function formatBlocks(operator: 'bfrange' | 'bfchar', lines: readonly string[]): string[] {
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100);
    blocks.push(`${block.length} begin${operator}\n${block.join('\n')}\nend${operator}`);
  }
  return blocks;
}
