import { posix } from 'node:path';
import { LIMITS } from '../model/limits.ts';
import { LEAFLET_KINDS } from '../model/material.ts';
import { hashOf, writeOutput } from '../write/files.ts';
import { hashOutput, readOutput } from '../write/there.ts';
import { isOwnPath } from './own.ts';
import { type DrawnSheet, thumbnailPath } from './thumbnails.ts';

/** Name of the record of the pictures of a site. */
export const DRAWN = 'handbill-drawn.json';

/** A leaflet that a picture shows. What a page calls it is told by its name, so that no record puts words on a page. */
type SheetNote = Pick<DrawnSheet, 'path' | 'height'>;

/** The pictures of a site as they were drawn last. It has hashes of its own: those of the pages may be of another run. */
interface Drawn {
  /** Hash of everything that they were drawn from. */
  readonly from: string;
  /** The leaflets in the order of the plan. */
  readonly sheets: readonly SheetNote[];
  /** Hash of each picture by its path in the site. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** What was drawn from the same; undefined where that was something else, and where nothing tells. */
export function readDrawn(records: string, from: string): Drawn | undefined {
  const bytes = readOutput(records, DRAWN, LIMITS.manifest);
  if (!bytes) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isDrawn(value) && value.from === from ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A picture that lies in the site as it was drawn. */
export function recallPicture(site: string, path: string, drawn: Drawn | undefined): Uint8Array | undefined {
  const sha256 = drawn?.pictures[path];
  if (sha256 === undefined || !isOwnPath(path)) return undefined;
  const bytes = readOutput(site, path, LIMITS.manifest);
  return bytes && hashOf(bytes) === sha256 ? bytes : undefined;
}

/** The leaflets with their pictures, where every one lies in the site as it was drawn, and each is of this material. */
export function recallSheets(
  site: string,
  drawn: Drawn | undefined,
  material: ReadonlySet<string>,
): DrawnSheet[] | undefined {
  const sheets = drawn?.sheets.flatMap(({ path, height }): DrawnSheet[] => {
    const picture = material.has(path) ? recallPicture(site, thumbnailPath(path), drawn) : undefined;
    const [name, language] = posix.basename(path).split('.');
    const kind = LEAFLET_KINDS.find((known) => known === name);
    return picture && kind && language ? [{ job: { kind, language }, path, height, picture }] : [];
  });
  return sheets?.length === drawn?.sheets.length ? sheets : undefined;
}

/** Writes the record where it says something else than before. */
export async function keepDrawn(records: string, drawn: Drawn): Promise<void> {
  const text = `${JSON.stringify(drawn, null, 1)}\n`;
  if (hashOutput(records, DRAWN) !== hashOf(text)) await writeOutput(records, DRAWN, text);
}

function isDrawn(value: unknown): value is Drawn {
  const { from, sheets, pictures } = (value ?? {}) as Partial<Record<keyof Drawn, unknown>>;
  const isRecord = typeof pictures === 'object' && pictures !== null;
  return typeof from === 'string' && isRecord && Array.isArray(sheets) && sheets.every(isNote);
}

function isNote(value: unknown): boolean {
  const { path, height } = (value ?? {}) as Partial<SheetNote>;
  return typeof path === 'string' && Number.isSafeInteger(height);
}
