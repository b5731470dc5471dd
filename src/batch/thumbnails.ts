import type { FontBook } from '../layout/fonts.ts';
import { LABELS } from '../model/labels.ts';
import { SITE_LABELS, type SiteWords } from '../model/site.ts';
import type { Words } from '../model/words.ts';
import type { Job, LeafletJob } from '../plan/jobs.ts';
import type { PlannedFile, Planner } from '../plan/planned.ts';
import { writePng } from '../write/png.ts';
import { writeSvg } from '../write/svg.ts';
import type { SheetLink, SitePicture } from './site-parts.ts';

/** Width of a thumbnail in pixels. */
const WIDTH = 300;

/** A leaflet that was laid out, with a picture of its first page. */
export interface Sheet {
  readonly job: Pick<LeafletJob, 'kind' | 'language'>;
  /** Path of its file. */
  readonly path: string;
  /** Of the picture in pixels. */
  readonly height: number;
  readonly draw: () => Promise<Uint8Array>;
}

/** The same, once its picture is drawn and its pages are let go: plain data, which other threads hand over. */
export interface DrawnSheet extends Omit<Sheet, 'draw'> {
  readonly picture: Uint8Array;
}

/** A file as a sheet to draw; undefined where it isn't the pages of a leaflet. */
function sheetOf({ job, path, paged }: PlannedFile, fonts: FontBook): Sheet | undefined {
  const page = paged?.pages[0];
  if (job.material !== 'leaflet' || !paged || !page) return undefined;
  const { kind, language } = job;
  return {
    job: { kind, language },
    path,
    height: Math.round((WIDTH * page.height) / page.width),
    draw: () => writePng(writeSvg(page, paged, fonts, ''), WIDTH),
  };
}

/** Draws the first page of a leaflet's file. */
export async function drawSheet(file: PlannedFile, fonts: FontBook): Promise<DrawnSheet | undefined> {
  const sheet = sheetOf(file, fonts);
  if (!sheet) return undefined;
  const { draw, ...rest } = sheet;
  return { ...rest, picture: await draw() };
}

/** Lays out the leaflets one by one; whoever draws each when it comes lets its pages go with that. */
export function* layoutSheets(jobs: Iterable<Job>, planner: Planner, fonts: FontBook): Generator<Sheet> {
  for (const job of jobs) {
    if (job.material !== 'leaflet') continue;
    for (const file of planner(job).files) {
      const sheet = sheetOf(file, fonts);
      if (sheet) yield sheet;
    }
  }
}

/** Path of the small picture of a leaflet's file, below the site's root. */
export function thumbnailPath(path: string): string {
  return `thumbnails/${path.slice(path.lastIndexOf('/') + 1, -'.pdf'.length)}.png`;
}

/** The first page of every leaflet as a small picture, and the links that show them, by language. */
export function listThumbnails(
  sheets: Iterable<Sheet>,
  words: ReadonlyMap<string, Words>,
  labels: ReadonlyMap<string, SiteWords['labels']>,
): { pictures: SitePicture[]; links: Map<string, SheetLink[]> } {
  const pictures: SitePicture[] = [];
  const links = new Map<string, SheetLink[]>();
  for (const { job, path, height, draw } of sheets) {
    const { kind, language } = job;
    const href = thumbnailPath(path);
    pictures.push({ path: href, draw });
    const link = {
      name: nameOf(kind, path, words.get(language), labels.get(language)),
      href: path,
      thumbnail: { href, width: WIDTH, height },
    };
    links.set(language, [...(links.get(language) ?? []), link]);
  }
  return { pictures, links };
}

/** The kind in the language's words, and what the file's name says of its form: `Boycott · A4`. */
function nameOf(
  kind: string,
  path: string,
  words: Words | undefined,
  said: SiteWords['labels'] | undefined,
): string {
  const label = LABELS.find((l) => l === kind);
  const ofSite = SITE_LABELS.find((l) => l === kind);
  const [, , ...form] = path
    .replace(/^.*\//, '')
    .replace(/\.pdf$/, '')
    .split('.');
  return [
    (label && words?.labels[label]) ?? (ofSite && said?.[ofSite]) ?? kind,
    ...form.map((part) => formOf(part, said)),
  ].join(' · ');
}

/** A part of a file's name as people call it: a paper, or how the sheet is made. */
function formOf(part: string, said: SiteWords['labels'] | undefined): string {
  const up = /^(\d+)up$/.exec(part);
  if (said && up) return said['sheets-of'].replace('{n}', up[1]!);
  if (said && part === 'tiles') return said.tiles;
  if (said && part === 'fold') return said.fold;
  if (said && part === 'large') return said['large-print'];
  return part.toUpperCase();
}
