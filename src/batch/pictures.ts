import type { FontBook } from '../layout/fonts.ts';
import { layoutPicture } from '../layout/placard.ts';
import type { SiteWords } from '../model/site.ts';
import type { Planner } from '../plan/planned.ts';
import { writePng } from '../write/png.ts';
import { writeSvg } from '../write/svg.ts';
import type { SheetLink, SitePicture } from './site-parts.ts';

/** Pictures for sharing, in pixels: for links, and upright for a telephone. */
const SIZES = [
  { name: 'wide', label: 'sideways', width: 1200, height: 630 },
  { name: 'tall', label: 'upright', width: 1080, height: 1350 },
] as const;

/** The placard of each language as pictures for sharing, and the links that show them, the wide one first. */
export function drawPictures(
  languages: readonly string[],
  planner: Planner,
  fonts: FontBook,
  labels: ReadonlyMap<string, SiteWords['labels']>,
  url?: string,
): { pictures: SitePicture[]; links: Map<string, SheetLink[]> } {
  const address = url?.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const pictures: SitePicture[] = [];
  const links = new Map<string, SheetLink[]>();
  for (const language of languages) {
    const placard = planner({ material: 'leaflet', kind: 'placard', language }).files[0];
    if (!placard?.paged) continue;
    const { date } = placard.paged;
    for (const { name, label, width, height } of SIZES) {
      const paged = layoutPicture(
        placard.document,
        { width, height },
        { fonts, style: 'poster', date, address },
      );
      const page = paged?.pages[0];
      if (!paged || !page) continue;
      const href = `pictures/${language}.${name}.png`;
      pictures.push({ path: href, draw: () => writePng(writeSvg(page, paged, fonts, ''), width) });
      const said = labels.get(language)?.[label];
      const size = `${width} × ${height}`;
      const link = {
        name: said === undefined ? size : `${said} · ${size}`,
        href,
        thumbnail: { href, width, height },
      };
      links.set(language, [...(links.get(language) ?? []), link]);
    }
  }
  return { pictures, links };
}
