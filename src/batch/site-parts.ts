import type { Campaign } from '../model/campaign.ts';
import type { SiteEdition } from '../plan/site.ts';
import type { SiteLayout } from '../plan/site-letter.ts';

/** What the pages are rendered from. */
export interface SiteParts {
  readonly campaign: Campaign;
  readonly editions: readonly SiteEdition[];
  /** Renders a template of a page. */
  readonly render: (name: string, values: object) => string;
  readonly style: string;
  /** Scripts by the names of their files. */
  readonly scripts: Readonly<Record<string, string>>;
  /** Forms of letters that the pages can print. */
  readonly layouts: readonly SiteLayout[];
  /** Paths of the letters and leaflets that lie in the site. */
  readonly material: readonly string[];
  /** Leaflets with their thumbnails, by language; `href` from the site's root. */
  readonly leaflets: ReadonlyMap<string, readonly SheetLink[]>;
  /** Pictures for sharing, likewise; the first goes with links to the page. */
  readonly pictures: ReadonlyMap<string, readonly SheetLink[]>;
  /** Absolute address that the site will have, where it is known. */
  readonly url?: string | undefined;
  /** Write the act alone too, as a frame for other sites. */
  readonly embed?: boolean | undefined;
  /** Day of the data, `YYYY-MM-DD`. */
  readonly stamp: string;
}

/** A leaflet or picture to take along. */
export interface SheetLink {
  readonly name: string;
  readonly href: string;
  readonly thumbnail: { readonly href: string; readonly width: number; readonly height: number };
}
/** A file of the site besides the material: its path below the site's root, with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A picture on a page: drawn when it is written, or when a browser asks for it. */
export interface SitePicture {
  readonly path: string;
  readonly draw: () => Promise<Uint8Array>;
}
