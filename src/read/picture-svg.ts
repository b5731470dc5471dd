import { XMLParser } from 'fast-xml-parser';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { lightness, type Picture } from '../model/picture.ts';
import { renderSvg, resolveSvg } from '../model/svg-pixels.ts';
import { phrase } from '../wordings.ts';
import { PictureError, pictureError } from './picture-limits.ts';
import { onWhite } from './pixels.ts';
import { checkSvg, type SvgNode } from './svg-check.ts';
import { affordableWidth } from './svg-cost.ts';

/** How a drawing becomes pixels. */
export interface SvgDrawing {
  /** Pixels of its longer side. */
  readonly longSide: number;
  /** False where it is printed in greys. */
  readonly hasColours: boolean;
}

/** 600 dots an inch up to a width of 100 mm. */
const IN_GREYS: SvgDrawing = { longSide: 2400, hasColours: false };

/**
 * Draws an SVG as a browser shows it on white paper, in greys if not asked otherwise. What could run, load or grow without end, and what would
 * look otherwise than in a browser, is refused with its reason. Throws PictureError.
 */
export async function parseSvg(text: string, drawing: SvgDrawing = IN_GREYS): Promise<Picture> {
  if (Buffer.byteLength(text) > LIMITS.drawing) {
    throw pictureError('picture-too-large/svg', { most: formatLimit(LIMITS.drawing, 'bytes') });
  }
  if (/<!ENTITY|<!DOCTYPE[^>]*\[/i.test(text)) {
    throw pictureError('picture-unsafe/entities');
  }
  const svg = text.replace(/<!DOCTYPE[^>]*>/i, '');
  const root = parseXml(svg).find(({ name }) => name === 'svg');
  if (!root) throw pictureError('picture-format/no-svg');
  checkSvg(root);
  const { width, height } = sizeOf(root.attributes);
  const across = Math.max(1, Math.round(drawing.longSide * Math.min(1, width / height)));
  const image = await draw(svg, await affordable(svg, across), drawing.hasColours);
  if (image.data.every((grey) => grey === 255)) {
    throw pictureError('picture-broken/white');
  }
  return { image, isDrawing: true };
}

/** Half as wide at the least, where all of it would take too long: 300 dots an inch up to a width of 100 mm. */
async function affordable(svg: string, across: number): Promise<number> {
  const widths = [across, across * 0.75, across * 0.5].map((width) => Math.max(1, Math.round(width)));
  const resolved = parseXml(await orUndrawn(() => resolveSvg(svg))).find(({ name }) => name === 'svg');
  return resolved ? affordableWidth(resolved, widths) : across;
}

/** Pixels on white, as grey of the same lightness (Rec. 709 weights) where colours aren't asked for. */
async function draw(svg: string, across: number, hasColours: boolean): Promise<Picture['image']> {
  return await orUndrawn(() =>
    renderSvg(svg, across, ({ pixels, height }) => {
      if (hasColours) return onWhite(across, height, pixels);
      const data = new Uint8Array(across * height);
      for (let i = 0; i < data.length; i += 1) {
        const [r, g, b] = [pixels[i * 4]!, pixels[i * 4 + 1]!, pixels[i * 4 + 2]!];
        data[i] = r === g && g === b ? r : Math.round(lightness(r, g, b));
      }
      return { width: across, height, samples: 'grey8', data };
    }),
  );
}

async function orUndrawn<T>(draw: () => Promise<T>): Promise<T> {
  try {
    return await draw();
  } catch (cause) {
    const reason = (cause instanceof Error ? cause.message : String(cause)).slice(0, 200);
    throw pictureError('picture-broken/undrawn', { reason });
  }
}

function parseXml(text: string): SvgNode[] {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    processEntities: false,
  });
  try {
    return (parser.parse(text) as Raw[]).flatMap((raw) => nodeOf(raw, Object.create(null) as Namespaces));
  } catch (cause) {
    if (cause instanceof PictureError) throw cause;
    const reason = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw pictureError('picture-broken/unread', { reason });
  }
}

type Raw = Readonly<Record<string, unknown>>;

/** Namespaces by their prefixes, where they hold; those of elements around lie in the prototype, as copies would take ever longer. */
type Namespaces = Readonly<Record<string, string | undefined>>;

const SVG = 'http://www.w3.org/2000/svg';

function nodeOf(raw: Raw, outer: Namespaces): SvgNode[] {
  const tag = Object.keys(raw).find((key) => key !== ':@');
  if (tag === undefined || tag.startsWith('?') || tag === '#comment') return [];
  const attributes = (raw[':@'] ?? {}) as Record<string, string>;
  const inner = raw[tag];
  if (!Array.isArray(inner)) return [{ name: tag, attributes, children: [], text: String(inner) }];
  const own = Object.entries(attributes).flatMap(([key, value]): [string, string][] =>
    /^xmlns(?::|$)/.test(key) ? [[key.slice('xmlns:'.length), value]] : [],
  );
  const namespaces = own.length === 0 ? outer : within(outer, own);
  checkPrefixes(attributes, namespaces);
  const children = (inner as Raw[]).flatMap((child) => nodeOf(child, namespaces));
  return [{ name: nameOf(tag, namespaces), attributes, children, text: '' }];
}

function within(outer: Namespaces, own: readonly [string, string][]): Namespaces {
  return Object.assign(Object.create(outer) as Namespaces, Object.fromEntries(own));
}

/** An element of SVG has its bare name, whatever prefix a drawing program gives it; any other has one with a colon. */
function nameOf(tag: string, namespaces: Namespaces): string {
  const [, prefix = '', name = tag] = /^([^:]*):(.*)$/.exec(tag) ?? [];
  const namespace = namespaces[prefix] ?? (prefix === '' ? SVG : undefined);
  return namespace === SVG ? name : `${prefix}:${name}`;
}

/** What draws takes an attribute with a prefix of SVG for one without, and a browser for none. Throws PictureError. */
function checkPrefixes(attributes: Readonly<Record<string, string>>, namespaces: Namespaces): void {
  for (const [name, value] of Object.entries(attributes)) {
    const prefix = /^([^:]+):/.exec(name)?.[1];
    if (prefix === undefined || prefix === 'xmlns' || namespaces[prefix] !== SVG) continue;
    const shown = `${name}="${value.slice(0, 40)}"`;
    throw pictureError('picture-format/svg', { what: phrase('svg-has', { shown }) });
  }
}

/** Its size in any unit: only the ratio counts. */
function sizeOf({ viewBox, width, height }: SvgNode['attributes']): { width: number; height: number } {
  const [, , boxWidth = 0, boxHeight = 0] = (viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const lengths = [width, height].map((length) =>
    /%$/.test(length ?? '') ? Number.NaN : parseFloat(length ?? ''),
  );
  const [ownWidth, ownHeight] = lengths as [number, number];
  const size =
    ownWidth > 0 && ownHeight > 0
      ? { width: inPixels(width!), height: inPixels(height!) }
      : { width: boxWidth, height: boxHeight };
  const ratio = size.width / size.height;
  if (ratio > 0.01 && ratio < 100) return size;
  throw pictureError('picture-broken/svg-size');
}

const UNITS: Readonly<Record<string, number>> = { mm: 96 / 25.4, cm: 96 / 2.54, in: 96, pt: 96 / 72, pc: 16 };

function inPixels(length: string): number {
  const unit = /(?<![a-z])[a-z]+\s*$/i.exec(length)?.[0].trim().toLowerCase() ?? 'px';
  return parseFloat(length) * (UNITS[unit] ?? 1);
}
