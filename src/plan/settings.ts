import type { LetterForm } from '../layout/letter-layouts.ts';
import type { Screen } from '../layout/screen.ts';
import type { SpotColour } from '../layout/spot.ts';
import type { LeafletPaperId } from '../layout/styles/leaflet.ts';
import type { Imprint } from '../merge/imprint.ts';
import type { LeafletStyle } from '../model/material.ts';
import type { SheetOptions } from './sheets.ts';

/** Format of a file. */
export type Format = 'pdf' | 'txt' | 'eml' | OfficeFormat;
/** Documents of word processors. */
export type OfficeFormat = 'docx' | 'odt';
/** Formats of word processors. */
export const OFFICE_FORMATS: readonly OfficeFormat[] = ['docx', 'odt'];

/** What shapes documents besides their data, templates, fonts and pictures. A run's hash takes it whole. */
export interface Settings {
  /** Those that fit where they are left out: PDF and text, or what the channels ask for by which letters go. */
  readonly formats?: readonly Format[] | undefined;
  /** True where e-mail drafts carry the letter as a PDF too. */
  readonly attach?: boolean | undefined;
  /** Papers of the leaflets; the usual ones of each kind where they are left out. */
  readonly papers?: readonly LeafletPaperId[] | undefined;
  /** How leaflets look; as the appeal says where it is left out. */
  readonly style?: LeafletStyle | undefined;
  /** How leaflets are set on sheets. */
  readonly sheets: SheetOptions;
  readonly screen: Screen;
  /** Printed besides black on leaflets. */
  readonly spot?: SpotColour | undefined;
  /** Leaflets for a print shop: PDF/X-4 in black and the spot colour, with bleed. */
  readonly printShop?: boolean | undefined;
  /** At 16 pt and up, on as many pages as it takes. */
  readonly largePrint?: boolean | undefined;
  /** The form of letters, or a card; that of the sender's country where it is left out. */
  readonly layout?: LetterForm | undefined;
  /** Draw the envelope's window on letters, for a look before printing. */
  readonly showWindow?: boolean | undefined;
  /** A sentence of the sender's own, for each letter. */
  readonly ownWords?: string | undefined;
  /** Who answers for leaflets. */
  readonly imprint?: Imprint | undefined;
  /** Number the sources in letters. */
  readonly notes?: boolean | undefined;
  /** Day that the documents bear; a month or year alone is allowed. */
  readonly date: string;
}

/** Which files a setting shapes: of a material, their text or their pages alone; `none` where it only chooses files. */
type Reach =
  | 'all'
  | 'pages'
  | 'letter'
  | 'letter-pages'
  | 'leaflet'
  | 'leaflet-pages'
  | 'sheets'
  | 'mail'
  | 'none';

const REACHES: Readonly<Record<keyof Settings, Reach>> = {
  formats: 'none',
  attach: 'mail',
  papers: 'none',
  style: 'leaflet-pages',
  sheets: 'sheets',
  screen: 'leaflet-pages',
  spot: 'leaflet-pages',
  printShop: 'leaflet-pages',
  largePrint: 'pages',
  layout: 'letter-pages',
  showWindow: 'letter-pages',
  ownWords: 'letter',
  imprint: 'leaflet',
  notes: 'letter',
  date: 'all',
};

/** A file of a document: what its settings depend on. */
interface ShapedFile {
  readonly material: 'letter' | 'leaflet';
  readonly format: Format;
  /** True for pages set on sheets. */
  readonly isImposed?: boolean | undefined;
}

/** The settings that shape a file; those of others don't make it another. */
export function settingsOf(
  { material, format, isImposed }: ShapedFile,
  settings: Settings,
): Partial<Settings> {
  const hasPages = format === 'pdf' || (format === 'eml' && settings.attach === true);
  const reached: readonly Reach[] = [
    'all',
    material,
    ...(hasPages ? (['pages', `${material}-pages`] as const) : []),
    ...(format === 'eml' ? (['mail'] as const) : []),
    ...(isImposed ? (['sheets'] as const) : []),
  ];
  const names = Object.keys(REACHES) as (keyof Settings)[];
  return Object.fromEntries(
    names.filter((name) => reached.includes(REACHES[name])).map((name) => [name, settings[name]]),
  );
}
