import { resolve } from 'node:path';
import type { Shard } from '../batch/shards.ts';
import { forPublic } from '../check/for-public.ts';
import type { LetterForm } from '../layout/letter-layouts.ts';
import { type Imprint, POSTED_KINDS, writeImprint } from '../merge/imprint.ts';
import { letterKindOf } from '../model/addressee.ts';
import { append } from '../model/append.ts';
import { atRest } from '../model/at-rest.ts';
import type { Campaign } from '../model/campaign.ts';
import { CONTACT_KINDS } from '../model/contact.ts';
import { LEAFLET_KINDS } from '../model/material.ts';
import type { Sender } from '../model/sender.ts';
import { splitLanguages, type Unanswered } from '../plan/jobs.ts';
import type { PlanInput } from '../plan/planned.ts';
import type { Format } from '../plan/settings.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { readOwnFonts } from '../read/own-fonts.ts';
import { bundledVersion } from '../terminal/bundled.ts';
import { fontPlaces } from '../terminal/font-folders.ts';
import type { Io } from '../terminal/io.ts';
import { loadAppeal } from './appeal.ts';
import { appealFolder, locateAppeal, templateFolders } from './locate.ts';
import type { DocumentOptions } from './material.ts';
import { checkSpot, sheetsOf } from './sheets.ts';
import { checkCountries, chooseFrom, UsageError } from './usage.ts';

/** What planning needs of the command line; `--out` and its kin are not among it. */
export type PlanningOptions = Omit<DocumentOptions, 'out' | 'check' | 'dryRun' | 'survey' | 'shard'>;

/** Everything that a run starts from, read and checked. */
export interface Prepared {
  /** Undefined where the data has errors. */
  readonly input?: PlanInput | undefined;
  readonly problems: readonly Problem[];
}

/** Reads and checks what the command line asks for; nothing is merged yet. */
export async function prepareFor(
  io: Io,
  options: PlanningOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  shard?: Shard,
): Promise<Prepared> {
  const [{ readWording }, { openFonts }, { readPictures }, { readLetterheads }] = await Promise.all([
    import('../plan/wording.ts'),
    import('../layout/fonts.ts'),
    import('../plan/pictures.ts'),
    import('../plan/letterhead.ts'),
  ]);
  const { path } = locateAppeal(io, named);
  const [loaded, ownFonts] = await Promise.all([loadAppeal(io, options, named), readOwnFonts(path)]);
  const fonts = await openFonts({ ...fontPlaces(io, path), ownHash: ownFonts.sha256 });
  const languages = loaded.campaign && languagesOf(loaded.campaign, options);
  const senders = await sendersOf(io, options);
  const wording = await readWording(templateFolders(path), { ...senders, languages });
  const { files, date } = loaded;
  const told = loaded.campaign && (options.force ? loaded.campaign : atRest(loaded.campaign));
  // Only what is published keeps its records elsewhere.
  const shown = told && options.records !== undefined ? forPublic(told) : { campaign: told, problems: [] };
  const { campaign } = shown;
  const imprint = chooseImprint(campaign, wording.sender, options, materials);
  const problems = [
    ...loaded.problems,
    ...shown.problems,
    ...ownFonts.problems,
    ...wording.problems,
    ...imprint.problems,
    ...checkSpot(options.spot),
  ];
  if (campaign) checkChoices(campaign, options);
  if (!campaign || !files || hasErrors(problems)) return { problems };
  const outbox = await sentBefore(io, path, options, date);
  append(problems, outbox.problems);
  const [pictures, head] = await Promise.all([
    readPictures(campaign, files),
    readLetterheads(wording.sender, pathOf(io, options.sender), pathOf(io, options.letterhead)),
  ]);
  append(problems, pictures.problems, head.problems);
  if (hasErrors(problems)) return { problems };
  checkLetterhead(options, head.template?.form);
  const input: PlanInput = {
    campaign,
    files,
    ...wording,
    fonts,
    version: bundledVersion(),
    selection: { ...selectionOf(options, materials), followUps: outbox.followUps, shard },
    sent: outbox.sent,
    pictures: pictures.pictures,
    picturesHash: pictures.sha256,
    letterhead: head.letterhead,
    template: head.template,
    settings: settingsOf(options, imprint.imprint, date),
  };
  return { input, problems };
}

/** What is made, for whom and in which languages. */
function selectionOf(
  options: PlanningOptions,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
): PlanInput['selection'] {
  return {
    materials,
    to: options.to,
    countries: options.country,
    city: options.city,
    all: options.all,
    channels: options.channel,
    languages: options.lang,
    kinds: options.kind,
    eachEvent: options.eachEvent,
    together: options.fold !== undefined && options.fold !== 'zine',
  };
}

/** What shapes the documents. */
function settingsOf(
  options: PlanningOptions,
  imprint: Imprint | undefined,
  date: string,
): PlanInput['settings'] {
  return {
    formats: options.format,
    attach: options.attach,
    papers: options.paper,
    style: options.style,
    sheets: sheetsOf(options),
    screen: options.screen ?? 'none',
    spot: options.spot,
    printShop: options.for === 'print-shop' || undefined,
    largePrint: options.largePrint,
    layout: formOf(options),
    showWindow: options.showWindow,
    ownWords: options.ownWords,
    imprint,
    notes: options.notes,
    date,
  };
}

/** The form of letters. Throws UsageError for a card that couldn't hold what is asked of it. */
function formOf({ layout, largePrint, lang }: PlanningOptions): LetterForm | undefined {
  if (layout !== 'postcard') return layout;
  if (largePrint) throw new UsageError('--layout postcard: a card has no room for large print.');
  if (lang?.some((tag) => tag.includes('+')))
    throw new UsageError('--layout postcard: a card has no room for two languages.');
  return layout;
}

/** Throws UsageError where nothing that is asked for could be on the letterhead that is given. */
function checkLetterhead({ letterhead, format, senders }: PlanningOptions, form: Format | undefined): void {
  if (letterhead === undefined) return;
  if (senders !== undefined)
    throw new UsageError('--letterhead: of one sender; leave out --senders, whose letters are their own.');
  if (form !== undefined && !format?.includes(form))
    throw new UsageError(
      `--letterhead: that document is for --format ${form}; for PDFs take a picture of it.`,
    );
}

/** What was sent of the appeal, as far as it decides which letters are written. */
async function sentBefore(
  io: Io,
  appeal: string,
  { unsent, again, followUp, after }: PlanningOptions,
  today: string,
): Promise<{ sent?: ReadonlySet<string>; followUps?: readonly Unanswered[]; problems: readonly Problem[] }> {
  if (after !== undefined && !followUp)
    throw new UsageError('--after: needs --follow-up, the letters that wait for an answer.');
  if (!unsent) return { problems: [] };
  const { decideBySent } = await import('./outbox.ts');
  return decideBySent(io, appealFolder(appeal), { again, followUp, after, today });
}

/** Tags of the languages that documents are made in. */
function languagesOf({ languages }: Campaign, { lang }: PlanningOptions): readonly string[] {
  return lang?.flatMap(splitLanguages) ?? languages.map(({ tag }) => tag);
}

/** The imprint of leaflets, where any are wanted: the sender's own before the appeal's. */
function chooseImprint(
  campaign: Campaign | undefined,
  sender: Sender | undefined,
  { imprint, country, kind }: PlanningOptions,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
): { imprint?: Imprint; problems: readonly Problem[] } {
  if (!campaign || (materials && !materials.includes('leaflet'))) return { problems: [] };
  const data = { ...campaign.appeal.imprint, ...sender?.imprint };
  const kinds: readonly string[] = kind ?? campaign.appeal.materials ?? [];
  const posters = kinds.some((name) => POSTED_KINDS.includes(name));
  const own = data.country ?? (sender?.imprint && sender.country);
  return writeImprint(data, { country: country?.[0] ?? own, none: imprint === false, posters });
}

function checkChoices(campaign: Campaign, options: PlanningOptions): void {
  const ids = campaign.contacts.map((c) => c.id);
  const kinds = [...new Set(campaign.contacts.flatMap((c) => [c.kind, letterKindOf(c.kind)]))];
  chooseFrom('--kind', options.kind, [...CONTACT_KINDS, ...LEAFLET_KINDS]);
  chooseFrom('--to', options.to, [...ids, ...kinds]);
  checkCountries('--country', options.country);
  if ((options.city !== undefined || options.all) && !options.country) {
    throw new UsageError(`${options.all ? '--all' : '--city'}: needs --country, where the senders live.`);
  }
  const hasMail = options.format ? options.format.includes('eml') : options.channel?.includes('email');
  if (options.attach && !hasMail) {
    throw new UsageError(
      '--attach: needs --format eml or --channel email, the mail that the letter goes with.',
    );
  }
}

function pathOf({ cwd }: Io, file: string | undefined): string | undefined {
  return file === undefined ? undefined : resolve(cwd, file);
}

/** Paths of the files that say who signs. */
async function sendersOf(io: Io, options: PlanningOptions) {
  const { sender, senders, signatories, country } = options;
  if (senders !== undefined && (sender !== undefined || country !== undefined)) {
    throw new UsageError(
      '--senders: each of them has a country and signs; leave out --sender and --country.',
    );
  }
  if (senders !== undefined && signatories !== undefined)
    throw new UsageError(
      '--signatories: they sign one letter together; with --senders each signs letters of their own.',
    );
  return {
    sender: pathOf(io, sender),
    senders: pathOf(io, senders),
    signatories: pathOf(io, signatories),
    reading: await readingOf(io, options),
  };
}

/** How the list of senders is read; what reads lists is loaded only where there is one. */
async function readingOf(io: Io, options: PlanningOptions) {
  const { set, encoding, skipFaulty, senders, signatories } = options;
  const { list: map, sheet } = options.map
    ? (await import('./list-reading.ts')).partMap(options.map)
    : { list: [], sheet: undefined };
  if (senders === undefined && signatories === undefined) {
    const flag = LIST_FLAGS.find((name) => options[name] !== undefined);
    if (flag || map.length > 0 || sheet !== undefined)
      throw new UsageError(
        `--${flag === 'skipFaulty' ? 'skip-faulty' : (flag ?? 'map')}: needs --senders, the list that is read so.`,
      );
    return undefined;
  }
  const [{ MEMBER_FIELDS }, { checkEncoding, fieldPairs }, { recallColumns }] = await Promise.all([
    import('../check/member-columns.ts'),
    import('./list-reading.ts'),
    import('./keep-columns.ts'),
  ]);
  if (encoding !== undefined) checkEncoding(encoding);
  const columns = fieldPairs('--map', map, MEMBER_FIELDS).map(([field, column]) => [column, field] as const);
  const defaults = fieldPairs('--set', set, MEMBER_FIELDS);
  const kept = await recallColumns(io, (senders ?? signatories)!, 'senders', MEMBER_FIELDS);
  return {
    map: new Map(columns),
    kept: kept.named,
    defaults: new Map(defaults),
    encoding,
    sheet: sheet ?? kept.sheet,
    skipFaulty,
  };
}

const LIST_FLAGS = ['set', 'encoding', 'skipFaulty'] as const;
