import type { Contact } from '../model/contact.ts';
import { formatContacts } from './contacts.ts';
import { formatRows } from './csv.ts';

/** A new appeal as somebody told it; everything else can be filled in later. */
export interface NewAppeal {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly language: string;
  /** Languages that it will be translated to. */
  readonly further: readonly string[];
  /** Day of issue, `YYYY-MM-DD`. */
  readonly issued: string;
  readonly facts: readonly NewFact[];
  readonly voices: readonly { readonly id: string; readonly text: string }[];
  /** Where the facts can be read. */
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly url?: string | undefined;
  }[];
  readonly demands: readonly string[];
  /** Contact ids, or kinds of contact. */
  readonly targets: readonly string[];
  readonly contacts: readonly Contact[];
  readonly people?: readonly { readonly id: string; readonly name: string; readonly source: string }[];
  readonly actions?: readonly { readonly kind: string; readonly text: string }[];
  /** Last day for acting. */
  readonly actBefore?: string | undefined;
  readonly events: readonly Readonly<Record<string, string>>[];
  /** What was taken from a text and nobody has confirmed. */
  readonly unread?: readonly string[];
  /** Parts of the text that were taken for nothing. */
  readonly left?: readonly string[];
  /** Who signs the letters: values by key of `sender.json`. */
  readonly sender: Readonly<Record<string, string>>;
}

/** A fact of a new appeal. */
export interface NewFact {
  readonly id: string;
  /** Its role; an event where it is left out. */
  readonly role?: string;
  /** When it happened; may be known to the month or year only. */
  readonly date?: string | undefined;
  readonly place?: string | undefined;
  /** `{quantity}` stands where a figure is printed. */
  readonly text: string;
  readonly source: string;
  /** Words of the text that stand as its source says them: numbers that count nothing. */
  readonly asSaid?: readonly string[];
  readonly figures: readonly {
    readonly quantity: string;
    readonly unit: string;
    readonly claims: readonly {
      readonly value: string;
      readonly qualifier?: string | undefined;
      readonly voice?: string | undefined;
      readonly saidOn?: string | undefined;
      readonly source: string;
    }[];
  }[];
}

/** Columns of a new contacts file whose contacts fill none. */
const CONTACT_COLUMNS = ['id', 'kind', 'organisation', 'street', 'postalCode', 'city', 'country', 'email'];
const EVENT_COLUMNS = ['id', 'kind', 'date', 'time', 'timeZone', 'place', 'address', 'city', 'calledBy'];

/** What git must not see: who writes, and answers that aren't in their files yet. */
export const GITIGNORE = 'sender.json\nmembers.*\noutbox.*\n*.rejected.csv\ndraft.yaml\nundo.json\nout/\n';

/** Says an English text in the language of the person. */
type Say = (english: string) => string;

/** The files of a new appeal's folder, by name, with comments on how to go on in the language of the person. */
export function formatAppealFolder(
  appeal: NewAppeal,
  say: Say = (english) => english,
): Record<string, string> {
  return {
    'appeal.yaml': formatHead(appeal, say),
    'facts.csv': formatFacts(appeal),
    'contacts.csv': formatContacts(appeal.contacts, [...CONTACT_COLUMNS, 'languages', 'source']),
    'events.csv': formatEvents(appeal.events),
    'sender.json': `${JSON.stringify(appeal.sender, null, 2)}\n`,
    'README.txt': `${say(HOW_TO_GO_ON)}\n`,
    '.gitignore': GITIGNORE,
  };
}

function formatFacts({ facts, language }: NewAppeal): string {
  const isQualified = facts.some(({ figures }) => figures.some((f) => f.claims.some((c) => c.qualifier)));
  const qualifier = isQualified ? ['qualifier'] : [];
  const figureColumns = ['quantity', `unit.${language}`, 'value', ...qualifier, 'voice', 'saidOn', 'saidIn'];
  const said = facts.some(({ asSaid = [] }) => asSaid.length > 0) ? ['asSaid'] : [];
  const own = ['id', 'role', 'date', 'place', `text.${language}`, 'sources', 'status', ...said];
  const head = [...own, ...figureColumns];
  return formatRows([
    head,
    ...facts.flatMap((fact) => {
      const { id, role = 'event', date = '', place = '', text, source, figures, asSaid = [] } = fact;
      const disputed = figures.some(({ claims }) => claims.length > 1);
      const status = disputed ? 'disputed' : 'reported';
      const own = [id, role, date, place, text, source, status, ...said.map(() => asSaid.join(';'))];
      const claims = figures.flatMap(({ quantity, unit, claims }) =>
        claims.map((claim, i) => [
          quantity,
          i === 0 ? unit : '',
          claim.value,
          ...qualifier.map(() => claim.qualifier ?? ''),
          claim.voice ?? '',
          claim.saidOn ?? '',
          claim.source,
        ]),
      );
      const [first = figureColumns.map(() => ''), ...more] = claims;
      return [[...own, ...first], ...more.map((claim) => [id, ...own.slice(1).map(() => ''), ...claim])];
    }),
  ]);
}

function formatEvents(events: NewAppeal['events']): string {
  const columns = [...EVENT_COLUMNS, 'source'];
  return formatRows([columns, ...events.map((event) => columns.map((column) => event[column] ?? ''))]);
}

function formatHead(appeal: NewAppeal, say: Say): string {
  const { id, title, issuer, language, further, issued, sources, voices, demands, targets } = appeal;
  const key = quoteKey(language);
  return `${formatUnread(appeal, say)}# ${say('The head of the appeal. The facts stand in facts.csv, whom to write to in contacts.csv, pickets in events.csv.')}
# ${say('In this folder: handbill check . tells what is missing, handbill make . makes the letters and leaflets.')}
id: ${id}

# ${say('Each text in each language of the appeal: add lines such as “de: …”, and the language below.')}
title:
  ${key}: ${quote(title)}
# ${say('A few strong words for leaflets; the title where this is left out.')}
# headline:
#   ${key}: …
summary:
  ${key}: ${quote(title)}

issuer:
  name: ${quote(issuer)}
# ${say('The day it was issued; asOf is the day whose state of knowledge is printed.')}
issued: ${issued}
${appeal.actBefore ? `# ${say('Last day on which acting makes sense.')}\nactBefore: ${appeal.actBefore}\n` : ''}
# ${say('A further language, with its texts: handbill add language <language> .')}
languages:
  - { tag: ${quote(language)}, review: original }
${further.map((tag) => `  # - { tag: ${quote(tag)}, review: draft }\n`).join('')}
# ${say('Ids of contacts, or kinds: embassy, consulate, ministry, company, union …')}
targets: [${targets.join(', ')}]

# ${say('Whom a demand is put to stands in “of”, as kinds or ids of contacts; all of them without it.')}
demands:
${demands.map((text, i) => `  - id: demand-${i + 1}\n    text:\n      ${key}: ${quote(text)}\n`).join('')}
# ${say('Kinds: letter, picket, demonstration, boycott, donate, meeting, other.')}
${formatActions(appeal.actions ?? [], key)}
# ${say('Who says a figure, where a fact has figures:')} { id: official, text: { ${key}: according to official data } }
${voices.length === 0 ? '# voices:' : 'voices:'}
${voices.map((voice) => `  - id: ${voice.id}\n    text:\n      ${key}: ${quote(voice.text)}\n`).join('')}
# ${say('Every fact names the source where it can be read.')}
sources:
${sources.map((s) => `  - id: ${s.id}\n    title: ${quote(s.title)}\n${s.url ? `    url: ${quote(s.url)}\n` : ''}`).join('')}${formatPeople(appeal.people ?? [], key, say)}`;
}

function formatActions(actions: NonNullable<NewAppeal['actions']>, key: string): string {
  if (actions.length === 0) return `# actions:\n#   - kind: picket\n#     text:\n#       ${key}: …\n`;
  const each = actions.map(
    ({ kind, text }) => `  - kind: ${kind}\n    text:\n      ${key}: ${quote(text)}\n`,
  );
  return `actions:\n${each.join('')}`;
}

function formatPeople(people: NonNullable<NewAppeal['people']>, key: string, say: Say): string {
  if (people.length === 0) return '';
  const each = people.map(
    ({ id, name, source }) => `  - id: ${id}\n    name: { ${key}: ${quote(name)} }\n    source: ${source}\n`,
  );
  return `\n# ${say('Those the appeal is about, as it spells their names.')}\npeople:\n${each.join('')}`;
}

/** What was taken from a text: first of all in the file, since nothing is made before it was read. */
function formatUnread({ unread = [], left = [] }: NewAppeal, say: Say): string {
  const parts = [
    ...(unread.length > 0
      ? [
          `# ${say('Taken from a text by rules alone. Hold each against the text, mend it below or in the tables, and take its line out of this list.')}`,
          `# ${say('Nothing is made before the list is empty.')}`,
          'unread:',
          ...unread.map((what) => `  - ${quote(what)}`),
          '',
        ]
      : []),
    ...(left.length > 0
      ? [
          `# ${say('What else stands in the text, and was taken for nothing:')}`,
          ...left.map((words) => `# ${words}`),
          '',
        ]
      : []),
  ];
  return parts.map((line) => `${line}\n`).join('');
}

/** CSV and JSON hold no comments. */
const HOW_TO_GO_ON = `How to go on with this appeal
============================

All files here are plain text: change them in an editor, or the .csv files in a
spreadsheet (save them as "CSV UTF-8"). Then look what is wrong or missing, and
make everything anew, in a terminal opened in this folder:

    handbill check .
    handbill make .

appeal.yaml   Title, demands, languages, sources. Comments in it say more.
facts.csv     A row for each thing that happened: date, place, a whole sentence,
              source. A number has its own columns: "quantity" is its name,
              {that-name} stands in the sentence where the number is printed;
              "value", "voice" (who says so, see voices in appeal.yaml),
              "saidOn" (on which day), "saidIn" (the source). A further row with
              the same id adds what another voice says: both are printed.
contacts.csv  Whom to write to: address, the languages they read, where you
              found it. handbill contacts list shows whom handbill knows.
events.csv    Pickets and demonstrations: day, time, place, who calls them.
sender.json   Your name and address, for the letters. It stays out of git.
              handbill letters . --sender sender.json

More: handbill help data`;

/** A YAML scalar that keeps any text: JSON's strings are YAML's double-quoted ones. */
function quote(text: string): string {
  return JSON.stringify(text);
}

/** A language as a key; quoted where it can be none, so that the check finds it in its place. */
function quoteKey(language: string): string {
  return /^[A-Za-z][\w-]*$/.test(language) && language !== 'no' ? language : quote(language);
}
