import { withoutForms } from '../model/agreement.ts';
import type { Fact } from '../model/appeal.ts';
import { plainText } from '../model/block.ts';
import type { Correction } from '../model/correction.ts';
import { type Claim, parseStatement } from '../model/figure.ts';
import { isKnown } from '../model/ledger.ts';
import { scriptOf } from '../model/script.ts';
import { allWordings } from '../model/text.ts';
import { knowledgeDay, languagesOf, type MergeJob, ownText, textIn } from './context.ts';
import { figureContext, figureEntries, formatFigure } from './figure.ts';
import { formatDate } from './forms.ts';
import { inlineOf, type Literal } from './markdown.ts';
import type { CORRECTION_FIELDS } from './shape.ts';

type Told = Partial<Record<(typeof CORRECTION_FIELDS)[number], Literal | string | boolean>>;

/**
 * What has been set right by the day of a page, newest first, for those who come back to it: figures with their voice,
 * names as its language writes them, and what is no longer claimed. Another status of a fact changes no text and isn't
 * among it. Paper has no corrections: it is made anew.
 */
export function correctionsContext(job: MergeJob): Told[] {
  if (job.material !== 'page') return [];
  return tellCorrections(job).map(({ date, told }) => ({ day: formatDate(date, job.words), ...told }));
}

/** The same as plain text, each with its day as the data has it. */
export function listCorrections(job: MergeJob): { date: string; text: string }[] {
  const { labels } = job.words;
  return tellCorrections(job).map(({ date, told: { now, before, withdrawn } }) => {
    const was = before === undefined ? '' : ` (${labels.before}: ${plain(before)})`;
    return { date, text: `${withdrawn ? `${labels.withdrawn}: ` : ''}${plain(now)}${was}` };
  });
}

function plain(value: Told[keyof Told]): string {
  if (typeof value !== 'object') return String(value ?? '');
  return plainText(inlineOf(value));
}

function tellCorrections(job: MergeJob): { date: string; told: Told }[] {
  const day = knowledgeDay(job);
  return job.campaign.corrections
    .filter(({ date }) => isKnown(date, day))
    .toReversed()
    .flatMap((correction) => {
      const told = correction.person ? tellName(correction, job) : tellOfFact(correction, job);
      return told ? [{ date: correction.date, told }] : [];
    });
}

/** A name as the page's language writes it, by a spelling of its own or by that of its script (`Latn`); of nobody whom nothing names. */
function tellName({ person: id, language, was, now }: Correction, job: MergeJob): Told | undefined {
  const person = job.campaign.appeal.people.find((one) => one.id === id);
  if (!person) return undefined;
  const read = person.name[job.language] === undefined ? scriptOf(job.language) : job.language;
  const { publish } = person;
  const isNamed = publish === 'yes' || (publish === undefined && isInFacts([now, was], job));
  return isNamed && language === read ? { now: ownText(now), before: was && ownText(was) } : undefined;
}

/** True where a text that the page tells has one of the names. */
function isInFacts(names: readonly (string | undefined)[], job: MergeJob): boolean {
  const texts = job.campaign.facts.flatMap(({ text, short }) => [
    ...allWordings(text),
    ...allWordings(short),
  ]);
  return names.some((name) => name !== undefined && texts.some((text) => text.includes(name)));
}

function tellOfFact(correction: Correction, job: MergeJob): Told | undefined {
  const fact = job.campaign.facts.find(({ id }) => id === correction.fact);
  if (!fact) return undefined;
  if (correction.figure === undefined) return tellStatus(correction, fact, job);
  const figure = fact.figures.find(({ quantity }) => quantity === correction.figure);
  const { was, now, voice, source } = correction;
  if (!figure) return undefined;
  const claim = (statement: string): Claim => ({ ...parseStatement(statement)!, voice, source });
  const context = figureContext(job);
  return {
    now: formatFigure(figure, [claim(now)], context),
    before: was && figureEntries(figure, [claim(was)], context)[0]?.value,
  };
}

function tellStatus({ now }: Correction, fact: Fact, job: MergeJob): Told | undefined {
  if (now !== 'withdrawn') return undefined;
  const languages = languagesOf(job);
  const wording = textIn(fact.short, languages) ?? textIn(fact.text, languages);
  // Figures of what is no longer claimed aren't said once more.
  return { withdrawn: true, now: wording && withoutForms(wording).replace(/\{[a-z0-9-]+\}/g, '…') };
}
