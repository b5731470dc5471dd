import { type Command, InvalidArgumentError, Option } from 'commander';
import { LETTER_FORMS, type LetterForm } from '../layout/letter-layouts.ts';
import { LEAFLET_PAPER_IDS, type LeafletPaperId } from '../layout/styles/leaflet.ts';
import type { Channel } from '../model/channel.ts';
import { LEAFLET_STYLES, type LeafletStyle } from '../model/material.ts';
import type { Format } from '../plan/settings.ts';
import type { AppealOptions } from './appeal.ts';
import { channelList, collect, commaList, commaListOf, countryList } from './options.ts';
import { addSheetOptions, type SheetFlags } from './sheets.ts';

/** Options of the commands that make letters and leaflets. */
export interface DocumentOptions extends AppealOptions, SheetFlags {
  readonly to?: readonly string[];
  readonly country?: readonly string[];
  readonly city?: string;
  readonly all?: boolean;
  readonly kind?: readonly string[];
  readonly channel?: readonly Channel[];
  readonly format?: readonly Format[];
  readonly attach?: boolean;
  readonly paper?: readonly LeafletPaperId[];
  readonly style?: LeafletStyle;
  readonly eachEvent?: boolean;
  /** False where no imprint is wanted. */
  readonly imprint?: boolean;
  readonly layout?: LetterForm;
  readonly showWindow?: boolean;
  readonly largePrint?: boolean;
  readonly sender?: string;
  readonly letterhead?: string;
  readonly senders?: string;
  readonly signatories?: string;
  readonly set?: readonly string[];
  readonly encoding?: string;
  readonly skipFaulty?: boolean;
  readonly combine?: 'single' | 'duplex';
  /** Grams of a square metre of the paper that letters are printed on. */
  readonly paperWeight?: number;
  readonly ownWords?: string;
  /** Only to those who didn't answer, after so many days. */
  readonly followUp?: boolean;
  readonly after?: number;
  /** What was sent already is written again. */
  readonly again?: boolean;
  /** Leave out what was sent already; set by the command that writes letters alone. */
  readonly unsent?: boolean;
  readonly notes?: boolean;
  readonly out: string;
  readonly force?: boolean;
  readonly check?: boolean;
  readonly dryRun?: boolean;
  /** Folder of the manifest, where it isn't `out`; set by the command whose output is published as it stands. */
  readonly records?: string;
  /** Draw leaflets small, too; set by the command that shows them on pages. */
  readonly thumbnails?: boolean;
  /** Look at what can be made where something can't; set by the commands that only tell. */
  readonly survey?: boolean;
  readonly shard?: string;
  readonly workers?: number;
}

/** Nothing is written, but it is told what would change. */
export function isDry({ check, dryRun }: DocumentOptions): boolean {
  return check === true || dryRun === true;
}

/** Who gets letters, and in which languages. */
export function addSelectionOptions(command: Command): Command {
  return command
    .optionsGroup('Which:')
    .option('--to <ids>', 'contacts by id or kind, such as company,embassy', commaList)
    .option(
      '--country <codes>',
      'where the senders live, such as DE,FR: picks the embassy that is theirs',
      countryList,
    )
    .option('--city <name>', 'where the senders live: a consulate in this city goes before the embassy')
    .option('--all', 'with --country: every embassy and consulate there, not only the responsible one')
    .option('--kind <kinds>', 'kinds of contact, such as embassy,company', commaList)
    .option(
      '--channel <ways>',
      'only those who can be reached so: post, fax, email, form (or web), phone; writes the files that go that way',
      channelList,
    )
    .option('--lang <tags>', 'languages, such as en,kk; ar+fr for documents in both', commaList);
}

/** Who signs letters, and how a list of them is read. */
export function addSignerOptions(command: Command): Command {
  return command
    .option('--sender <file>', 'who signs: a JSON file; a line to sign by hand without it')
    .option('--senders <file>', 'many who sign: a spreadsheet, CSV or JSON; letters for each of them')
    .option('--signatories <file>', 'those who sign each letter together: a list like that of senders')
    .option(
      '--map <field=column>',
      'which column of that list holds a field, of a table of the appeal: facts.date=COLUMN; may be repeated',
      collect,
    )
    .option('--set <field=value>', 'value for its rows that have none, such as country=DE', collect)
    .option('--encoding <name>', 'of that list, such as windows-1251 or koi8-r');
}

/** How letters look and who signs them. */
export function addLetterOptions(command: Command): Command {
  addSignerOptions(command.optionsGroup('Letters:'));
  return command
    .option(
      '--letterhead <file>',
      'your own under letters: a PNG, JPEG or SVG; an .odt or .docx for --format odt, docx',
    )
    .option('--skip-faulty', 'leave out its rows that have errors; they come back in a file to be mended')
    .option(
      '--paper-weight <g/m²>',
      'of the paper, for the weights told with --senders; 80 without it',
      grams,
    )
    .option('--own-words <text>', "a sentence of the sender's own, printed in each letter")
    .option('--notes', 'number the sources, and put the numbers after what is told from them')
    .addOption(
      new Option(
        '--layout <form>',
        "form of the letter, or a card; that of the sender's country without it",
      ).choices(LETTER_FORMS),
    );
}

function grams(value: string): number {
  const weight = Number(value);
  if (weight >= 30 && weight <= 400) return weight;
  throw new InvalidArgumentError('Expected grams of a square metre, such as 80.');
}

/** Which paper leaflets are for, how they look, and how they are set on sheets. */
export function addLeafletOptions(command: Command): Command {
  command
    .optionsGroup('Leaflets:')
    .option('--paper <sizes>', LEAFLET_PAPER_IDS.join(', '), commaListOf(LEAFLET_PAPER_IDS))
    .addOption(new Option('--style <style>', 'how they look').choices(LEAFLET_STYLES))
    .option('--no-imprint', 'no imprint: your own decision');
  return addSheetOptions(command);
}

/** What kinds of file to write, and in what print. */
export function addFormatOption(
  command: Command,
  formats: readonly Format[] = ['pdf', 'txt', 'docx', 'odt'],
): Command {
  return command
    .option('--format <formats>', formats.join(), commaListOf(formats))
    .option('--large-print', 'in large print: 16 pt and up, on as many pages as it takes');
}

/** Letters may be drafts for a mail program too. */
export function addMailOptions(command: Command): Command {
  return addFormatOption(command, ['pdf', 'txt', 'eml', 'docx', 'odt']).option(
    '--attach',
    'with --format eml: the letter as a PDF goes with the mail',
  );
}
