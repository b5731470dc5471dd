import type { FontBook } from '../layout/fonts.ts';
import { LABELS } from '../model/labels.ts';
import type { Page } from '../model/page.ts';
import type { SiteWords } from '../model/site.ts';
import type { Words } from '../model/words.ts';
import type { Job } from '../plan/jobs.ts';
import type { Planner } from '../plan/planned.ts';
import { writePng } from '../write/png.ts';
import { writeSvg } from '../write/svg.ts';
import type { SheetLink, SitePicture } from './site-parts.ts';

/** Width of a thumbnail in pixels. */
const WIDTH = 300;

/** The first page of every leaflet as a small picture, and the links that show them, by language. */
export function drawThumbnails(
  jobs: readonly Job[],
  planner: Planner,
  words: ReadonlyMap<string, Words>,
  fonts: FontBook,
  labels: ReadonlyMap<string, SiteWords['labels']>,
): { pictures: SitePicture[]; links: Map<string, SheetLink[]> } {
  const pictures: SitePicture[] = [];
  const links = new Map<string, SheetLink[]>();
  for (const job of jobs) {
    if (job.material !== 'leaflet') continue;
    const { language, kind } = job;
    for (const { path, paged } of planner(job).files) {
      const page = paged?.pages[0];
      if (!paged || !page) continue;
      const href = `thumbnails/${path.slice(path.lastIndexOf('/') + 1, -'.pdf'.length)}.png`;
      pictures.push({ path: href, draw: () => writePng(writeSvg(page, paged, fonts, ''), WIDTH) });
      const link = {
        name: nameOf(kind, path, words.get(language), labels.get(language)),
        href: path,
        thumbnail: { href, ...sizeOf(page) },
      };
      links.set(language, [...(links.get(language) ?? []), link]);
    }
  }
  return { pictures, links };
}

function sizeOf({ width, height }: Page): { width: number; height: number } {
  return { width: WIDTH, height: Math.round((WIDTH * height) / width) };
}

/** The kind in the language's words, and what the file's name says of its form: `Boycott · A4`. */
function nameOf(
  kind: string,
  path: string,
  words: Words | undefined,
  said: SiteWords['labels'] | undefined,
): string {
  const label = LABELS.find((l) => l === kind);
  const [, , ...form] = path
    .replace(/^.*\//, '')
    .replace(/\.pdf$/, '')
    .split('.');
  return [(label && words?.labels[label]) ?? kind, ...form.map((part) => formOf(part, said))].join(' · ');
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
