import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isPlain } from '../write/files.ts';
import { inFolder, makeInside } from '../write/held.ts';
import { takePlace } from '../write/take-place.ts';
import { MANIFEST } from './manifest.ts';
import { PAGES } from './recorded.ts';

/** Name of the folder of a site in an output folder. */
export const SITE = 'site';

/** The folder beside a site that holds its records: a site is published as it stands, and they are nobody's business. */
export function siteRecords(out: string): string {
  return join(out, 'handbill-site');
}

/** Takes the records out of a site that was made when they still lay within it. */
export async function moveSiteRecords(out: string): Promise<void> {
  const records = siteRecords(out);
  for (const name of [MANIFEST, PAGES]) {
    if (!isPlain(out, `${SITE}/${name}`) || existsSync(join(records, name))) continue;
    makeInside(out, records, name);
    const home = realpathSync(out);
    inFolder(join(out, SITE), home, name, (site) =>
      inFolder(records, home, name, (beside) => takePlace(join(site, name), join(beside, name))),
    );
  }
}
