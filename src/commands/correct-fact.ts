import type { Fact } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Correction } from '../model/correction.ts';
import { type Claim, claim, type Figure, parseStatement, statementOf } from '../model/figure.ts';
import { isKnown, newestClaims } from '../model/ledger.ts';
import { fieldsOf, inspect } from '../model/notes.ts';
import type { AppealFiles } from '../read/appeal.ts';
import type { LocatedFile } from '../read/source.ts';
import { addRow, setCells } from '../write/edit-csv.ts';
import { addItem, setKeys } from '../write/edit-structured.ts';
import { correctName, findPerson } from './correct-name.ts';
import { definedOf, type Edit, isCsv, keepCorrection, type Wanted } from './keep-correction.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** The new texts of the data files, by path: the value, what it was, and a new source. Throws UsageError. */
export function correctFact(
  wanted: Wanted,
  campaign: Campaign,
  files: AppealFiles,
): { correction: Correction; texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  const edit = ({ file, text }: LocatedFile, change: (text: string) => string) =>
    texts.set(file, change(texts.get(file) ?? text));
  const person = findPerson(wanted, campaign);
  const { fact, figure } = person ? {} : findFact(wanted, campaign);
  const source = sourceFor(wanted, campaign);
  const correction = person
    ? correctName(person, { ...wanted, source: source.id }, campaign, files.head, edit)
    : figure
      ? correctFigure({ fact: fact!, figure }, source.id, wanted, files, edit)
      : correctStatus(fact!, source.id, wanted, files, edit);
  if ('title' in source) edit(files.head, (text) => addItem(text, ['sources'], source));
  const { asOf } = campaign.appeal;
  if (asOf !== undefined && !isKnown(wanted.date, asOf))
    edit(files.head, (text) => setKeys(text, [], { asOf: wanted.date }));
  keepCorrection(correction, campaign, files, edit, texts);
  return { correction, texts };
}

function findFact(
  { id, value }: Wanted,
  { facts, appeal }: Campaign,
): { fact: Fact; figure?: Figure | undefined } {
  const byQuantity = facts.find((f) => f.figures.some(({ quantity }) => quantity === id));
  const fact = facts.find((f) => f.id === id) ?? byQuantity;
  if (!fact) {
    const ofFacts = facts.flatMap((f) => [f.id, ...f.figures.map(({ quantity }) => quantity)]);
    const known = [...ofFacts, ...appeal.people.map((person) => person.id)];
    throw new UsageError(
      `there is no fact or person ${JSON.stringify(id)}. ${suggestFrom(id, [...new Set(known)])}`,
    );
  }
  if (value === undefined) return { fact };
  const named = fact.figures.find(({ quantity }) => quantity === id);
  const figure = named ?? (fact.figures.length === 1 ? fact.figures[0] : undefined);
  if (figure) return { fact, figure };
  const names = fact.figures.map(({ quantity }) => quantity);
  throw new UsageError(
    names.length > 0
      ? `the fact ${fact.id} has several figures: name one of ${names.join(', ')}`
      : `the fact ${fact.id} has no figure: correct its text in the file`,
  );
}

/** A figure in the fact that tells it. */
interface FigureOf {
  readonly fact: Fact;
  readonly figure: Figure;
}

function correctFigure(
  { fact, figure }: FigureOf,
  source: string,
  wanted: Wanted,
  files: AppealFiles,
  edit: Edit,
): Correction {
  const { date, reason } = wanted;
  const now = parseStatement(wanted.value!.trim());
  if (!now)
    throw new UsageError(
      `--value: expected 13, "more-than 30", 30-70, 1/3 or hundreds, found ${JSON.stringify(wanted.value)}`,
    );
  const voice = chooseVoice(figure, wanted);
  const before = newestClaims(fact, figure, '9999').find((claim) => claim.voice === voice);
  if (before && statementOf(before) === statementOf(now))
    throw new UsageError(`${figure.quantity} is ${statementOf(now)} already`);
  if (before?.asOf && !isKnown(before.asOf, date))
    throw new UsageError(`--date: ${date} is before the day of what stands there, ${before.asOf}`);
  const values = { value: now.value, qualifier: now.qualifier, asOf: date, source, note: reason };
  setClaim({ fact, figure }, before, { ...values, voice }, files, edit);
  return definedOf({
    fact: fact.id,
    figure: figure.quantity,
    voice,
    date,
    was: before && statementOf(before),
    wasSaidOn: before?.asOf,
    wasSaidIn: before?.source,
    now: statementOf(now),
    reason,
    source,
  });
}

function chooseVoice({ quantity, claims, prints }: Figure, { voice }: Wanted): string | undefined {
  if (voice !== undefined) return voice;
  const voices = [...new Set(claims.map((claim) => claim.voice))];
  if (voices.length === 1) return voices[0];
  if (prints?.length === 1) return prints[0];
  throw new UsageError(`several give a number for ${quantity}: add --voice, one of ${voices.join(', ')}`);
}

type ClaimValues = { readonly [Key in keyof Claim]?: string | undefined };

/** Columns of facts.csv that hold a claim's values. */
const CLAIM_COLUMNS = new Map(
  fieldsOf(claim).map(([name, field]) => [name, inspect(field).note.column ?? name]),
);

function setClaim(
  { fact, figure }: FigureOf,
  before: Claim | undefined,
  values: ClaimValues,
  files: AppealFiles,
  edit: Edit,
): void {
  const { file, path } = placeOf(fact, files);
  const at = [...path, 'figures', fact.figures.indexOf(figure), 'claims'];
  const index = before ? figure.claims.indexOf(before) : figure.claims.length - 1;
  const { line = 1 } = file.locate([...at, index]);
  if (!isCsv(file)) {
    edit(file, (text) =>
      before ? setKeys(text, [...at, index], values) : addItem(text, at, definedOf(values)),
    );
    return;
  }
  const header = file.text.slice(0, file.text.search(/\r|\n|$/));
  const cells = Object.fromEntries(
    Object.entries(values)
      .map(([key, value]) => [CLAIM_COLUMNS.get(key)!, value ?? ''] as const)
      .filter(([column, value]) => value !== '' || header.includes(column)),
  );
  const more = { id: fact.id, quantity: figure.quantity, ...cells };
  edit(file, (text) => (before ? setCells(text, line, cells) : addRow(text, more, line)));
}

function correctStatus(
  fact: Fact,
  source: string,
  { status, date, reason }: Wanted,
  files: AppealFiles,
  edit: Edit,
): Correction {
  const { file, path } = placeOf(fact, files);
  if (fact.status === status) throw new UsageError(`${fact.id} is ${status} already`);
  const { line = 1 } = file.locate([...path, 'id']);
  edit(file, (text) =>
    isCsv(file) ? setCells(text, line, { status: status! }) : setKeys(text, path, { status }),
  );
  return definedOf({ fact: fact.id, date, was: fact.status, now: status!, reason, source });
}

/** The file in which a fact stands, and the way to it. */
function placeOf(fact: Fact, { facts, head }: AppealFiles): { file: LocatedFile; path: (string | number)[] } {
  const file = facts ?? head;
  const list = (facts ? file.data : (file.data as { facts: unknown }).facts) as { id: string }[];
  const index = list.findIndex((item) => item.id === fact.id);
  return { file, path: facts ? [index] : ['facts', index] };
}

/** The source that is named, or a new one for a web address or a title. */
function sourceFor(
  { source, sourceTitle, date }: Wanted,
  { appeal }: Campaign,
): { id: string } | { id: string; title: string; url?: string; date: string } {
  const ids = appeal.sources.map((s) => s.id);
  if (ids.includes(source)) return { id: source };
  const isAddress = /^https?:\/\//i.test(source);
  if (!isAddress && /^[a-z0-9-]+$/.test(source))
    throw new UsageError(
      `--source: there is no source ${source}; a new one needs a web address or a title of several words. ${suggestFrom(source, ids)}`,
    );
  const known = appeal.sources.find((s) => s.url === source);
  if (known) return { id: known.id };
  const name = isAddress ? new URL(source).hostname.replace(/^www\./, '') : source;
  const base = `${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|(?<!-)-+$/g, '')
      .slice(0, 40) || 'source'
  }-${date}`;
  const taken = ids.filter((id) => id === base || id.startsWith(`${base}-`)).length;
  return {
    id: taken === 0 ? base : `${base}-${taken + 1}`,
    title: sourceTitle ?? name,
    ...(isAddress ? { url: source } : {}),
    date,
  };
}
