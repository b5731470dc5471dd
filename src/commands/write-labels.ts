import { bringRecorded, LABELS } from '../batch/recorded.ts';
import { ENVELOPE_SHEETS, type EnvelopeId } from '../layout/envelope-sheets.ts';
import { LABEL_SHEETS, type LabelSheet, type LabelSheetId, labelCount } from '../layout/label-sheets.ts';
import { layoutLabels } from '../layout/labels.ts';
import { letterLayoutFor } from '../layout/letter-layouts.ts';
import { wordingIn } from '../model/text.ts';
import { firstDay } from '../model/values.ts';
import { listRecipients, type Recipient } from '../plan/recipients.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import type { Texts } from '../terminal/texts.ts';
import { countOf } from '../terminal/wrap.ts';
import { finding, phrase } from '../wordings.ts';
import { writePdf } from '../write/pdf.ts';
import { formatRecipients } from '../write/recipients.ts';
import type { AppealOptions } from './appeal.ts';
import type { DocumentOptions } from './material.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { UsageError } from './usage.ts';

/** Whose addresses are printed, and where the files go. */
type AddressOptions = AppealOptions &
  Pick<DocumentOptions, 'to' | 'country' | 'city' | 'all' | 'kind' | 'channel' | 'sender' | 'out' | 'force'>;

/** Options of `contacts labels`. */
export interface LabelsOptions extends AddressOptions {
  readonly sheet: LabelSheetId;
  readonly start: number;
}

/** Options of `contacts envelopes`. */
export interface EnvelopesOptions extends AddressOptions {
  readonly size?: EnvelopeId;
}

const LIST = 'letters/recipients.csv';

/** Writes labels for those who get letters, and the list of all of them. Nothing is written on an error. */
export async function writeLabels(
  io: Io,
  options: LabelsOptions,
  named: string | undefined,
): Promise<Outcome> {
  const sheet = LABEL_SHEETS[options.sheet];
  if (options.start > labelCount(sheet)) {
    throw new UsageError(`--start: a sheet of ${sheet.name} has ${labelCount(sheet)} labels.`);
  }
  const path = `letters/labels.${options.sheet}.pdf`;
  return writeAddresses(io, options, named, () => ({ path, sheet, start: options.start }));
}

/** Writes envelopes for those who get letters, a page for each, and the list of all of them. */
export async function writeEnvelopes(
  io: Io,
  options: EnvelopesOptions,
  named: string | undefined,
): Promise<Outcome> {
  return writeAddresses(io, options, named, (country) => {
    const size = options.size ?? (letterLayoutFor(country) === 'us' ? 'no-10' : 'dl');
    return { path: `letters/envelopes.${size}.pdf`, sheet: ENVELOPE_SHEETS[size], start: 1 };
  });
}

/** What addresses are printed on, the file, and the first free place. */
interface Form {
  readonly path: string;
  readonly sheet: LabelSheet;
  readonly start: number;
}

async function writeAddresses(
  io: Io,
  options: AddressOptions,
  named: string | undefined,
  formFor: (country: string | undefined) => Form,
): Promise<Outcome> {
  const { input, problems } = await prepareFor(io, { ...options, sheet: undefined }, named, ['letter']);
  if (!input) return { problems };
  const { fonts, campaign, sender } = input;
  const { path, sheet, start } = formFor(sender?.country);
  const { recipients, problems: unlisted } = listRecipients(input);
  const language = campaign.languages[0]!.tag;
  const {
    paged,
    count,
    problems: unfit,
  } = layoutLabels(
    recipients
      .filter(({ address }) => address.length > 0)
      .map(({ contact, address, ...rest }) => ({ ...rest, id: contact.id, lines: address })),
    {
      sheet,
      start,
      fonts,
      title: wordingIn(campaign.appeal.title, language) ?? '',
      language,
      date: firstDay(input.settings.date),
    },
  );
  const out = outFolder(io, options.out, named);
  const found = [
    ...problems,
    ...unlisted,
    ...(recipients.length === 0 ? [nobody()] : withoutAddress(recipients)),
    ...(sheet.sender && recipients.every(({ from }) => from.length === 0) ? [withoutSender()] : []),
    ...unfit,
  ];
  if (hasErrors(found) || (options.strict && found.some(({ severity }) => severity === 'warning'))) {
    return { problems: found };
  }
  const labels = { path, content: writePdf(paged, fonts) };
  const list = { path: LIST, content: formatRecipients(recipients) };
  const { written, problems: kept } = await bringRecorded(out, count > 0 ? [labels, list] : [list], {
    record: LABELS,
    force: options.force,
  });
  const name = fileFrom(io.cwd, out);
  const sheets = paged.pages.length;
  const counts = sheet.sender ? { envelopes: count } : { labels: count, sheets };
  const summary = tellForms(sheet, { count, sheets, recipients: recipients.length }, textsFor(io));
  return {
    problems: [...found, ...kept],
    data: { out: name, written, ...counts, recipients: recipients.length },
    summary: `${summary}\n${written.map((path) => `  ${name}/${path}\n`).join('')}`,
  };
}

function tellForms(
  { name, sender }: LabelSheet,
  { count, sheets, recipients }: Readonly<Record<'count' | 'sheets' | 'recipients', number>>,
  texts: Texts,
): string {
  const told = { name, recipients: texts.count(recipients, 'recipient') };
  return sender
    ? texts.say('{envelopes} {name}, {recipients}.', { ...told, envelopes: texts.count(count, 'envelope') })
    : texts.say('{labels} on {sheets} of {name}, {recipients}.', {
        ...told,
        labels: texts.count(count, 'label'),
        sheets: texts.count(sheets, 'sheet'),
      });
}

function withoutAddress(recipients: readonly Recipient[]): Problem[] {
  const ids = recipients.filter(({ address }) => address.length === 0).map(({ contact }) => contact.id);
  if (ids.length === 0) return [];
  const rest = ids.length > 5 ? phrase('and-more', { n: ids.length - 5 }) : '';
  return [
    finding('notice', 'no-post-address', {
      contacts: countOf(ids.length, 'contact'),
      ids: ids.slice(0, 5).join(', '),
      rest,
      file: LIST,
    }),
  ];
}

function withoutSender(): Problem {
  return finding('notice', 'left-out/sender', {});
}

function nobody(): Problem {
  return finding('error', 'nothing-to-do/nobody', {});
}
