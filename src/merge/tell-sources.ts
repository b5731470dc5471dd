import type { Inline } from '../model/block.ts';
import { isKnown } from '../model/ledger.ts';
import { nameIn } from '../model/text.ts';
import { isPartialDate } from '../model/values.ts';
import type { Words } from '../model/words.ts';
import { joinParts, knowledgeDay, ownText } from './context.ts';
import { fillPattern, formatDate } from './forms.ts';
import type { Options } from './helper-forms.ts';
import { inlineOf, type Literal, literalText } from './markdown.ts';
import { originOf } from './origin.ts';
import { noteRead } from './reads.ts';
import type { Merging } from './tell.ts';

/**
 * How old the knowledge of a document is: the day of the appeal, or the newest day of what the document tells. A month
 * that has not ended by then is told as a month.
 */
export function asOfDay({ job, days }: Merging): string {
  const { asOf, issued } = job.campaign.appeal;
  const day = knowledgeDay(job);
  if (asOf !== undefined) return day.startsWith(asOf) ? asOf : day;
  return [issued, ...days.filter((d) => isKnown(d, day))].sort().at(-1)!;
}

/**
 * The sources of what was told: publisher, title, date; without the title where it is to be short. With notes they
 * stand in the order in which they were told, each with its number and its address on the web; without notes, plain
 * text has the addresses of the long form.
 */
export function tellSources({ job, reads, sources }: Merging, { short }: Options): Literal {
  const { words, campaign, language, notes } = job;
  const all = campaign.appeal.sources;
  const isPage = job.material === 'page';
  const told = notes
    ? [...sources].flatMap((id) => all.find((source) => source.id === id) ?? [])
    : all.filter((source) => sources.has(source.id));
  const content = told.flatMap((source, i) => {
    const title = nameIn(source.title, [language]);
    const { publisher, url, archived } = source;
    const by = publisher !== undefined && !title.text.includes(publisher) ? publisher : undefined;
    const date = source.date && isPartialDate(source.date) ? formatDate(source.date, words) : undefined;
    const titled = quoted(title.text, words);
    const name = (short === true && publisher !== undefined ? [publisher] : [by, titled]).filter(isTold);
    const parts = [...name, date].filter(isTold);
    noteRead(
      reads,
      `source/${source.id}`,
      [...parts, ...((notes || isPage) && archived ? [archived] : [])].join(', '),
    );
    const link = short || notes || url === undefined ? {} : { href: url };
    const address = notes ? [url, archived].filter(isTold).map((one) => ownText(one)) : [];
    const origin = originOf(job, [`source/${source.id}`]);
    const from = origin ? { origin } : {};
    const said = joinParts([...parts.map((part) => ownText(part)), ...address], words);
    return [
      ...(i > 0 ? literalText(words.labels['source-join']) : []),
      ...(notes ? literalText(`[${i + 1}] `) : []),
      ...inlineOf(said).map((span, n) =>
        // The parts stand at even places, with what joins them in between; the address goes with the title.
        span.kind === 'text' ? { ...span, ...(n === 2 * (name.length - 1) ? link : {}), ...from } : span,
      ),
      ...(isPage && archived ? archiveLink(archived) : []),
    ];
  });
  return { kind: 'inline', content };
}

/** The archived copy of a source on a page: named by who keeps it, so that no language needs a word for it. */
function archiveLink(archived: string): Inline[] {
  const [open, close] = [literalText(' ('), literalText(')')];
  return [
    ...open,
    { kind: 'text', text: new URL(archived).hostname, href: archived, isolate: true },
    ...close,
  ];
}

function isTold(part: string | undefined): part is string {
  return part !== undefined;
}

/** A title in the quotation marks of the language. */
function quoted(title: string, { quotes }: Words): string {
  return quotes ? quotes.open + title + quotes.close : title;
}

/** The sources and the day of what is known, as one line of small print with the language's own punctuation. */
export function tellSourceLine(merging: Merging, options: Options): Literal {
  const { job, sources } = merging;
  const { labels } = job.words;
  // An abbreviated year ends with a full stop of its own: "2011 г."
  const asOf = tellAsOf(merging).replace(/\.$/, '');
  const pattern = fillPattern(labels['source-line'], {
    label: sources.size > 1 ? labels.sources : labels.source,
    'as-of': asOf,
  });
  const [before = '', after = ''] = pattern.split('{sources}');
  const told = inlineOf(tellSources(merging, options));
  const last = told.at(-1);
  const isStopped = last?.kind === 'text' && last.text.endsWith('.');
  return {
    kind: 'inline',
    content: [...literalText(before), ...told, ...literalText(isStopped ? after.replace(/^\./, '') : after)],
  };
}

/** "As of December 2011": the day whose state of knowledge the material shows. */
export function tellAsOf(merging: Merging): string {
  const { words } = merging.job;
  const day = asOfDay(merging);
  noteRead(merging.reads, 'as-of', day);
  return fillPattern(words.labels['as-of'], { date: formatDate(day, words) });
}
