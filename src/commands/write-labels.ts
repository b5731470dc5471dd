import { bringRecorded, LABELS } from '../batch/recorded.ts';
import type { LabelSheetId } from '../layout/label-sheets.ts';
import { LABEL_SHEETS, labelCount } from '../layout/label-sheets.ts';
import { layoutLabels } from '../layout/labels.ts';
import { wordingIn } from '../model/text.ts';
import { firstDay } from '../model/values.ts';
import { listRecipients, type Recipient } from '../plan/recipients.ts';
import { hasErrors, type Problem } from '../problems.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { countOf } from '../terminal/wrap.ts';
import { finding, phrase } from '../wordings.ts';
import { writePdf } from '../write/pdf.ts';
import { formatRecipients } from '../write/recipients.ts';
import type { AppealOptions } from './appeal.ts';
import type { MaterialOptions } from './material.ts';
import { outFolder } from './out-folder.ts';
import type { Outcome } from './outcome.ts';
import { prepareFor } from './plan.ts';
import { UsageError } from './usage.ts';

export interface LabelsOptions
  extends AppealOptions,
    Pick<
      MaterialOptions,
      'to' | 'country' | 'city' | 'all' | 'kind' | 'channel' | 'sender' | 'out' | 'force'
    > {
  readonly sheet: LabelSheetId;
  readonly start: number;
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
  const { input, problems } = await prepareFor(io, { ...options, sheet: undefined }, named, ['letter']);
  if (!input) return { problems };
  const { fonts, campaign } = input;
  const listed = listRecipients(input);
  const { recipients } = listed;
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
      start: options.start,
      fonts,
      title: wordingIn(campaign.appeal.title, language) ?? '',
      language,
      date: firstDay(input.settings.date),
    },
  );
  const out = outFolder(io, options.out, named);
  const found = [
    ...problems,
    ...listed.problems,
    ...(recipients.length === 0 ? [nobody()] : withoutAddress(recipients)),
    ...unfit,
  ];
  if (hasErrors(found) || (options.strict && found.some(({ severity }) => severity === 'warning'))) {
    return { problems: found };
  }
  const labels = { path: `letters/labels.${options.sheet}.pdf`, content: writePdf(paged, fonts) };
  const list = { path: LIST, content: formatRecipients(recipients) };
  const { written, problems: kept } = await bringRecorded(out, count > 0 ? [labels, list] : [list], {
    record: LABELS,
    force: options.force,
  });
  const name = fileFrom(io.cwd, out);
  const sheets = paged.pages.length;
  const texts = textsFor(io);
  return {
    problems: [...found, ...kept],
    data: { out: name, written, labels: count, sheets, recipients: recipients.length },
    summary: `${texts.say('{labels} on {sheets} of {name}, {recipients}.', {
      labels: texts.count(count, 'label'),
      sheets: texts.count(sheets, 'sheet'),
      name: sheet.name,
      recipients: texts.count(recipients.length, 'recipient'),
    })}\n${written.map((path) => `  ${name}/${path}\n`).join('')}`,
  };
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

function nobody(): Problem {
  return finding('error', 'nothing-to-do/nobody', {});
}
