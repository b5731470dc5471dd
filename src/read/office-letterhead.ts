import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { OfficeTemplate } from '../model/office-form.ts';
import { problem, readBytes } from './source.ts';
import { readXml } from './xml.ts';
import { openZipOf, type Packed } from './zip.ts';

/**
 * Reads a letterhead that a word processor wrote: its styles, page, headers and footers with their pictures, and nothing
 * else of it: no text, no names of who wrote it, no macros. Undefined for another kind of file. Throws ProblemError.
 */
export async function readOfficeLetterhead(file: string): Promise<OfficeTemplate | undefined> {
  const bytes = Buffer.from(await readBytes(file));
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return undefined;
  const packed = await openZipOf(bytes, file);
  const sha256 = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
  const read = packed.names.has('word/document.xml') ? readWord : readOpen;
  return { sha256, ...(await read(file, packed)) };
}

/** A part that must be there, and whole XML that begins with the element that is expected. */
async function xmlOf(file: string, packed: Packed, name: string, root: string): Promise<string> {
  const bytes = await packed.unpack(name);
  if (!bytes) throw problem('file-unreadable/content', file);
  let first: string | undefined;
  readXml(bytes, file, {
    open: (element) => {
      first ??= element;
    },
  });
  if (first !== root) throw problem('file-unreadable/content', file);
  return new TextDecoder().decode(bytes);
}

async function keep(
  packed: Packed,
  names: Iterable<string>,
  isMeant: (name: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const kept = new Map<string, Uint8Array>();
  for (const name of names) {
    const bytes = isMeant(name) && !kept.has(name) ? await packed.unpack(name) : undefined;
    if (bytes) kept.set(name, bytes);
  }
  return kept;
}

type Unhashed = Omit<OfficeTemplate, 'sha256'>;

async function readOpen(file: string, packed: Packed): Promise<Unhashed> {
  const styles = await xmlOf(file, packed, 'styles.xml', 'office:document-styles');
  const content = await xmlOf(file, packed, 'content.xml', 'office:document-content');
  if (!/<office:styles\/>|<\/office:styles>/.test(styles)) throw problem('file-unreadable/content', file);
  const parts = await keep(
    packed,
    packed.names,
    (name) => /^Pictures\/[\w.-]+$/.test(name) && styles.includes(name),
  );
  parts.set('styles.xml', Buffer.from(styles));
  const masterPage = firstPageOf(content, styles, file);
  return { form: 'odt', parts, masterPage, margins: marginsOfPage(styles, file, masterPage) };
}

/** The page style of the first page: that of the first paragraph, else the usual one, else the first there is. */
function firstPageOf(content: string, styles: string, file: string): string | undefined {
  const pages: string[] = [];
  const pageOf = new Map<string, string>();
  let first: string | undefined;
  const note = (name: string, attributes: Readonly<Record<string, string>>) => {
    const page = attributes['style:master-page-name'];
    if (name === 'style:style' && page) pageOf.set(attributes['style:name'] ?? '', page);
    if (name === 'style:master-page') pages.push(attributes['style:name'] ?? '');
  };
  readXml(Buffer.from(styles), file, { open: note });
  readXml(Buffer.from(content), file, {
    open: (name, attributes) => {
      note(name, attributes);
      if (name === 'text:p' || name === 'text:h') first ??= attributes['text:style-name'];
    },
  });
  const named = pageOf.get(first ?? '');
  return [named, 'Standard', pages[0]].find((page) => page !== undefined && pages.includes(page));
}

const MM_OF: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72, pc: 25.4 / 6 };

/** A length of OpenDocument in millimetres; 0 for none. */
function lengthOf(text: string | undefined): number {
  const [, number, unit = ''] = /^([\d.]+)(mm|cm|in|pt|pc)$/.exec(text ?? '') ?? [];
  return number === undefined ? 0 : Number(number) * MM_OF[unit]!;
}

/** Where the text of a page stands, below the least that its header takes and above its footer. */
function marginsOfPage(styles: string, file: string, page: string | undefined): OfficeTemplate['margins'] {
  const layouts = new Map<string, Record<Edge, number>>();
  const layoutOf = new Map<string, string>();
  let layout: Record<Edge, number> | undefined;
  let beside: Edge | undefined;
  readXml(Buffer.from(styles), file, {
    open: (name, attributes) => {
      const { 'style:name': own = '', 'style:page-layout-name': used = '' } = attributes;
      if (name === 'style:master-page') layoutOf.set(own, used);
      if (name === 'style:page-layout') {
        layout = { top: 0, right: 0, bottom: 0, left: 0 };
        layouts.set(own, layout);
      }
      if (name === 'style:header-style') beside = 'top';
      if (name === 'style:footer-style') beside = 'bottom';
      if (!layout) return;
      if (name === 'style:page-layout-properties')
        for (const edge of EDGES)
          layout[edge] = lengthOf(attributes[`fo:margin-${edge}`] ?? attributes['fo:margin']);
      if (name !== 'style:header-footer-properties' || !beside) return;
      const away = attributes[beside === 'top' ? 'fo:margin-bottom' : 'fo:margin-top'];
      layout[beside] += lengthOf(attributes['svg:height'] ?? attributes['fo:min-height']) + lengthOf(away);
    },
    close: (name) => {
      if (name === 'style:page-layout') layout = undefined;
    },
  });
  return layouts.get(layoutOf.get(page ?? '') ?? '') ?? { top: 20, right: 20, bottom: 20, left: 25 };
}

const EDGES = ['top', 'right', 'bottom', 'left'] as const;
type Edge = (typeof EDGES)[number];
type Four = [number, number, number, number];

const KEPT_TYPES = ['header', 'footer', 'theme'];

async function readWord(file: string, packed: Packed): Promise<Unhashed> {
  const text = await xmlOf(file, packed, 'word/document.xml', 'w:document');
  const styles = await xmlOf(file, packed, 'word/styles.xml', 'w:styles');
  if (!/<\/w:styles>\s*$/.test(styles)) throw problem('file-unreadable/content', file);
  const relations = (await relationsOf(file, packed, 'word/document.xml')).filter(
    ({ type, isOutside }) => !isOutside && KEPT_TYPES.includes(type),
  );
  const heads = relations.map(({ target }) => posix.join('word', target));
  const below: string[] = [];
  for (const head of heads)
    for (const { target, isOutside } of await relationsOf(file, packed, head))
      if (!isOutside) below.push(posix.join('word', target));
  const names = ['word/numbering.xml', ...heads, ...heads.map(relationsName), ...below];
  const parts = await keep(packed, names, (name) => name.startsWith('word/'));
  for (const [name, bytes] of parts) if (name.endsWith('.xml')) readXml(Buffer.from(bytes), file, {});
  parts.set('word/styles.xml', Buffer.from(styles));
  const section = text.slice(Math.max(text.lastIndexOf('<w:sectPr'), 0));
  const page = /^<w:sectPr\b[^>]*(?:\/>|>[\s\S]*?<\/w:sectPr>)/.exec(section)?.[0] ?? '';
  const types = await typesOf(file, packed);
  const isKept = ([name]: readonly [string, string]) =>
    heads.includes(name.slice(1)) || below.includes(name.slice(1));
  const twips = (edge: Edge) => Math.abs(Number(new RegExp(`w:${edge}="(-?\\d+)"`).exec(page)?.[1] ?? 1134));
  const [top, right, bottom, left] = EDGES.map((edge) => (twips(edge) * 25.4) / 1440) as Four;
  return {
    form: 'docx',
    parts,
    margins: { top, right, bottom, left },
    word: { section: page, relations, types: types.parts.filter(isKept), endings: types.endings },
  };
}

interface Relation {
  readonly id: string;
  /** The last step of its type: `header`, `image`. */
  readonly type: string;
  readonly target: string;
  readonly isOutside: boolean;
}

const relationsName = (part: string) =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

async function relationsOf(file: string, packed: Packed, part: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const bytes = await packed.unpack(relationsName(part));
  if (bytes)
    readXml(bytes, file, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship') return;
        const isOutside = TargetMode === 'External' || Target.startsWith('/') || Target.includes('..');
        relations.push({ id: Id, type: Type.split('/').at(-1)!, target: Target, isOutside });
      },
    });
  return relations;
}

async function typesOf(file: string, packed: Packed) {
  const parts: (readonly [string, string])[] = [];
  const endings: (readonly [string, string])[] = [];
  const bytes = await packed.unpack('[Content_Types].xml');
  if (bytes)
    readXml(bytes, file, {
      open: (name, { PartName = '', Extension = '', ContentType = '' }) => {
        if (name === 'Override') parts.push([PartName, ContentType]);
        if (name === 'Default' && ContentType.startsWith('image/')) endings.push([Extension, ContentType]);
      },
    });
  return { parts, endings };
}
