import { formatRows } from './csv.ts';

/** What a new appeal needs; everything else can be filled in later. */
export interface NewAppeal {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly language: string;
  /** Day of issue, `YYYY-MM-DD`. */
  readonly issued: string;
  readonly what: string;
  /** When it happened; may be known to the month or year only. */
  readonly when?: string | undefined;
  readonly where?: string | undefined;
  /** Where this can be read. */
  readonly source: string;
  readonly sourceUrl?: string | undefined;
  readonly demands: readonly string[];
  readonly to: readonly {
    readonly id: string;
    readonly kind: string;
    readonly organisation: string;
    readonly country?: string | undefined;
  }[];
}

/** The files of a new appeal's folder, by name, with comments on how to go on. */
export function formatAppealFolder(appeal: NewAppeal): Record<string, string> {
  const { language } = appeal;
  return {
    'appeal.yaml': formatHead(appeal),
    'facts.csv': formatRows([
      ['id', 'role', 'date', 'place', `text.${language}`, 'sources', 'status'],
      ['what-happened', 'event', appeal.when ?? '', appeal.where ?? '', appeal.what, 'source-1', 'reported'],
    ]),
    'contacts.csv': formatRows([
      [
        'id',
        'kind',
        'organisation',
        'street',
        'postalCode',
        'city',
        'country',
        'email',
        'languages',
        'source',
      ],
      ...appeal.to.map((c) => [
        c.id,
        c.kind,
        c.organisation,
        '',
        '',
        '',
        c.country ?? '',
        '',
        language,
        appeal.source,
      ]),
    ]),
    'events.csv': formatRows([
      ['id', 'kind', 'date', 'time', 'timeZone', 'place', 'address', 'city', 'source'],
    ]),
    'sender.json': `${JSON.stringify({ name: appeal.issuer }, null, 2)}\n`,
    '.gitignore': 'sender.json\nmembers.csv\nout/\n',
  };
}

function formatHead({
  id,
  title,
  issuer,
  language,
  issued,
  source,
  sourceUrl,
  demands,
  to,
}: NewAppeal): string {
  const kinds = [...new Set(to.map((c) => c.kind))];
  return `# The head of the appeal. The facts stand in facts.csv, whom to write to in contacts.csv, pickets in events.csv.
# See what is missing: handbill check. Make the letters and leaflets: handbill make.
id: ${id}

# Each text in each language of the appeal: add lines such as "de: …", and the language below.
title:
  ${language}: ${quote(title)}
# A few strong words for leaflets; the title where this is left out.
# headline:
#   ${language}: …
summary:
  ${language}: ${quote(title)}

issuer:
  name: ${quote(issuer)}
# The day it was issued; asOf is the day whose state of knowledge is printed.
issued: ${issued}

languages:
  - { tag: ${language}, review: original }

# Ids of contacts, or kinds: embassy, consulate, ministry, company, union …
targets: [${kinds.join(', ')}]

# Who a demand is put to stands in "of", as kinds or ids of contacts; all of them without it.
demands:
${demands.map((text, i) => `  - id: demand-${i + 1}\n    text:\n      ${language}: ${quote(text)}\n`).join('')}
# Kinds: letter, picket, demonstration, boycott, donate, meeting, other.
# actions:
#   - kind: picket
#     text:
#       ${language}: …

# Who says a figure, where a fact has figures: { id: official, text: { ${language}: according to official data } }
# voices:

# Every fact names the source where it can be read.
sources:
  - id: source-1
    title: ${quote(source)}
${sourceUrl ? `    url: ${quote(sourceUrl)}\n` : ''}`;
}

/** A YAML scalar that keeps any text: JSON's strings are YAML's double-quoted ones. */
function quote(text: string): string {
  return JSON.stringify(text);
}
