import type { ImprintData, Party } from '../model/imprint.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';

/** The imprint as it is printed: lines in the language of the law that asks for it. */
export interface Imprint {
  readonly language?: string | undefined;
  readonly lines: readonly string[];
  /** Printed on what is handed out, not on what is hung up. */
  readonly handout?: string | undefined;
}

/** A field that a law asks for, as the appeal's data names it. */
type Field = `${'publisher' | 'printer'}.${'name' | 'address' | 'place'}`;

/** What the law of a country asks for on a leaflet, and how it is usually said there. */
interface Profile {
  readonly language: string;
  /** Where the rule stands. */
  readonly law: string;
  readonly needs: readonly Field[];
  readonly lines: (data: Parties) => readonly (string | undefined)[];
  readonly handout?: string;
}

interface Parties {
  readonly publisher: Party;
  readonly printer: Party;
  /** True where the publisher copies. */
  readonly self: boolean;
  readonly responsible?: Party | undefined;
}

const PROFILES: Readonly<Record<string, Profile>> = {
  DE: {
    language: 'de',
    law: 'press laws of the Länder, § 6 to § 8 “Impressum” (for example § 8 LPG NRW, § 7 BlnPrG): name and address of the printer and of the publisher, in self-publishing of the author or editor',
    needs: ['publisher.name', 'publisher.address', 'printer.name', 'printer.address'],
    lines: ({ publisher, printer, self, responsible }) => [
      `Herausgeber: ${of(publisher)}`,
      self ? 'Druck: Eigendruck' : `Druck: ${of(printer)}`,
      responsible && `V. i. S. d. P.: ${of(responsible)}`,
    ],
  },
  AT: {
    language: 'de',
    law: 'MedienG § 24 Abs. 1: names of the media owner and of the producer, places of publication and production',
    needs: ['publisher.name', 'publisher.place', 'printer.name', 'printer.place'],
    lines: ({ publisher, printer, self }) => [
      self ? `Medieninhaber und Hersteller: ${publisher.name}` : `Medieninhaber: ${publisher.name}`,
      self ? undefined : `Hersteller: ${printer.name}`,
      self && publisher.place === printer.place
        ? `Verlags- und Herstellungsort: ${publisher.place}`
        : `Verlagsort: ${publisher.place}, Herstellungsort: ${printer.place}`,
    ],
  },
  FR: {
    language: 'fr',
    law: 'Loi du 29 juillet 1881, art. 3: name and address of the printer',
    needs: ['printer.name', 'printer.address'],
    lines: ({ printer, self }) => [`${self ? 'Imprimé par nos soins' : 'Imprimé par'} : ${of(printer)}`],
    handout: 'Ne pas jeter sur la voie publique',
  },
  GB: {
    language: 'en',
    law: 'Newspapers, Printers, and Reading Rooms Repeal Act 1869, schedule 2, and Printer’s Imprint Act 1961: name and address of the printer',
    needs: ['printer.name', 'printer.address', 'publisher.name', 'publisher.address'],
    lines: ({ publisher, printer, self }) => [
      self
        ? `Printed and published by ${of(publisher)}`
        : `Printed by ${of(printer)}. Published by ${of(publisher)}`,
    ],
  },
};

/** Kinds of material that are hung up. */
export const POSTED_KINDS: readonly string[] = ['poster', 'placard'];

/** The lines for a kind of leaflet: nothing that is about what is handed out on what is hung up. */
export function imprintLines({ lines, handout }: Imprint, kind: string): string[] {
  return [...lines, ...(handout && !POSTED_KINDS.includes(kind) ? [handout] : [])];
}

/** What was asked for: the law of a country, what the data says, or no imprint. */
interface ImprintChoice {
  readonly country?: string | undefined;
  /** The organiser's own decision to leave it out. */
  readonly none?: boolean | undefined;
  /** True if something will be hung up. */
  readonly posters?: boolean | undefined;
}

/**
 * Writes the imprint that the law of the country asks for; a field that it needs and the data hasn't is an error.
 * Without a country, or in one without a profile, what the data names is printed plain.
 */
export function writeImprint(
  data: ImprintData,
  choice: ImprintChoice,
): { imprint?: Imprint; problems: Problem[] } {
  const { country } = choice;
  const profile = country === undefined ? undefined : PROFILES[country];
  const paper = country === 'FR' && choice.posters ? [posterPaper()] : [];
  if (choice.none) return { problems: country === undefined ? [] : [leftOut(country, profile), ...paper] };
  if (!profile) return { imprint: { lines: plainLines(data) }, problems: [] };
  const publisher: Partial<Party> = data.publisher ?? {};
  const self = data.printer === 'self';
  const printer: Partial<Party> = data.printer === 'self' ? publisher : (data.printer ?? {});
  const parties = { publisher, printer };
  const needs = profile.needs.map((field) =>
    self ? (field.replace('printer', 'publisher') as Field) : field,
  );
  const missing = [...new Set(needs)].filter((field) => {
    const [who, what] = field.split('.') as ['publisher' | 'printer', 'name' | 'address' | 'place'];
    return parties[who][what] === undefined;
  });
  if (missing.length > 0) return { problems: missing.map((field) => missingField(field, country!, profile)) };
  const { responsible } = data;
  const { language, handout } = profile;
  const lines = profile.lines({
    publisher: publisher as Party,
    printer: printer as Party,
    self,
    responsible,
  });
  return {
    imprint: { language, lines: lines.filter((line) => line !== undefined), handout },
    problems: [notice(country!, profile), ...paper],
  };
}

function plainLines({ publisher, printer, responsible }: ImprintData): string[] {
  const parties = [publisher, printer === 'self' ? undefined : printer, responsible];
  return parties.flatMap((one) => (one ? [of(one)] : []));
}

function of({ name, address, place }: Party): string {
  const where = address?.replace(/(?<!\s)\s*\n\s*/g, ', ') ?? place;
  return where === undefined ? name : `${name}, ${where}`;
}

function notice(country: string, { law }: Profile): Problem {
  return finding('notice', 'imprint/law', { country, law });
}

function leftOut(country: string, profile: Profile | undefined): Problem {
  return profile
    ? finding('warning', 'imprint/none-asked', { country, law: profile.law })
    : finding('warning', 'imprint/none', {});
}

function missingField(field: Field, country: string, { law }: Profile): Problem {
  const [who] = field.split('.') as ['publisher' | 'printer'];
  return finding('error', `imprint-missing/${who}`, { field, country, law });
}

function posterPaper(): Problem {
  return finding('warning', 'poster-paper', {});
}
