/** A marked-content sequence that is open: its tag and its property list as written. */
export interface Mark {
  readonly tag: string;
  readonly properties: string;
}

/** Something that a content stream paints, with the sequences that it stands in. */
export interface Painted {
  readonly operator: string;
  readonly marks: readonly Mark[];
  /** Font resource of shown text, with `/`. */
  readonly font: string | undefined;
  /** Glyphs of shown text. */
  readonly glyphs: readonly number[];
}

const TOKEN = /<<|>>|\[|\]|<[0-9a-f]*>|\((?:\\.|[^\\)])*\)|\/[^\s<>[\]()/]+|[^\s<>[\]()/]+/gi;
const PAINTING = new Set(['f', 'f*', 'S', 'B', 'B*', 'b', 'b*', 's', 'Do', 'Tj', 'TJ', 'sh']);

/** Everything that a page's content stream paints. */
export function readContent(content: string): Painted[] {
  const painted: Painted[] = [];
  const marks: Mark[] = [];
  let font: string | undefined;
  let operands: string[] = [];
  for (const [token] of content.matchAll(TOKEN)) {
    if (!/^(?:[A-Za-z]+\*?|')$/.test(token) || token === 'true' || token === 'false') {
      operands.push(token);
      continue;
    }
    if (token === 'BDC' || token === 'BMC')
      marks.push({ tag: operands[0]!, properties: operands.slice(1).join(' ') });
    if (token === 'EMC' && !marks.pop()) throw new Error('A marked sequence ends that never began.');
    if (token === 'Tf') font = operands.at(-2);
    if (PAINTING.has(token)) {
      const isText = token === 'Tj' || token === 'TJ';
      const hex = isText ? operands.filter((o) => /^<[0-9a-f]*>$/i.test(o)).map((o) => o.slice(1, -1)) : [];
      const glyphs = (hex.join('').match(/.{4}/g) ?? []).map((code) => Number.parseInt(code, 16));
      painted.push({ operator: token, marks: [...marks], font: isText ? font : undefined, glyphs });
    }
    operands = [];
  }
  if (marks.length > 0) throw new Error('A marked sequence never ends.');
  return painted;
}

/** The marked-content identifier of a sequence; undefined where it has none. */
export function idOf({ properties }: Mark): number | undefined {
  const found = /\/MCID (\d+)/.exec(properties);
  return found ? Number(found[1]) : undefined;
}
