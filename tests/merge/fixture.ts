import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { MergeJob } from '../../src/merge/context.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates, type TemplateSet } from '../../src/merge/template.ts';
import { appealHead, type Fact, fact } from '../../src/model/appeal.ts';
import type { Block, Inline } from '../../src/model/block.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import { type Contact, contact } from '../../src/model/contact.ts';
import { event } from '../../src/model/event.ts';
import type { TemplateFile } from '../../src/model/template.ts';
import { type Words, words } from '../../src/model/words.ts';
import { parseTemplate } from '../../src/read/templates.ts';

/** The bundled forms of a language. */
export function bundledWords(language: string): Words {
  return words.parse(parse(readFileSync(`templates/words/${language}.yaml`, 'utf8')));
}

/** A template as if it were read from a file of this name. */
export function template(name: string, body: string, front?: Record<string, string>): TemplateFile {
  const [material = '', rest = ''] = name.split('/');
  const [kind = '', language] = rest.split('.');
  const own = { material, kind, ...(language ? { language } : {}) };
  const lines = name.startsWith('partials/') ? {} : (front ?? own);
  return { name, file: `${name}.md`, sha256: '', front: lines, body, bodyLine: 7 };
}

const PARTIALS = readdirSync('templates/partials').map((file) => `partials/${file.slice(0, -3)}`);

/** The bundled templates by name. */
export function bundledTemplates(...names: string[]): TemplateSet {
  return gatherTemplates(
    [...names, ...PARTIALS].map((name) => {
      const file = `templates/${name}.md`;
      return parseTemplate(name, { file, text: readFileSync(file, 'utf8'), sha256: '' });
    }),
  );
}

/** An invented appeal: a strike at a mill that never was. */
export const appeal = appealHead.parse({
  id: 'mill-strike',
  title: { en: 'Stand by the mill workers', de: 'Steht den Arbeitern der Mühle bei' },
  headline: { en: 'Locked out', de: 'Ausgesperrt' },
  subject: { en: 'Protest against the shooting at the mill', de: 'Protest gegen die Schüsse an der Mühle' },
  issuer: { name: 'Millers’ Union', url: 'https://example.org' },
  issued: '2021-05',
  country: 'DE',
  languages: ['en', { tag: 'de', fallback: 'en' }],
  summary: { en: 'Workers were shot at.', de: 'Auf Arbeiter wurde geschossen.' },
  demands: [
    {
      id: 'inquiry',
      text: { en: 'An independent inquiry', de: 'Eine unabhängige Untersuchung' },
      of: ['embassy'],
    },
    { id: 'pay', text: { en: 'Pay what is owed', de: 'Den Lohn zahlen' }, of: ['the-mill'] },
    { id: 'talks', text: { en: 'Talks with the union' } },
  ],
  actions: [
    { kind: 'letter', text: { en: 'Write letters', de: 'Briefe schreiben' } },
    { kind: 'picket', text: { en: 'Hold pickets', de: 'Mahnwachen halten' } },
  ],
  boycott: { en: 'Flour of the mill', de: 'Mehl der Mühle' },
  targets: ['embassy', 'the-mill'],
  voices: [
    { id: 'official', text: { en: 'according to official data', de: 'nach amtlichen Angaben' } },
    { id: 'unofficial', text: { en: 'according to unofficial data', de: 'nach inoffiziellen Angaben' } },
  ],
  sources: [
    { id: 'appeal', title: 'Appeal', publisher: 'Millers’ Union', date: '2021-05-03' },
    { id: 'paper', title: { en: 'The Mill Gazette' }, date: '2021-05-04' },
  ],
  url: 'https://example.org/mill',
});

export const facts: Fact[] = [
  {
    id: 'shots',
    date: '2021-05-01',
    text: {
      en: 'On 1 May 2021 a picket at the mill was shot at: {killed}.',
      de: 'Am 1. Mai 2021 wurde auf Streikposten der Mühle geschossen: {killed}.',
    },
    short: { en: 'A picket was shot at: {killed}.', de: 'Auf Streikposten wurde geschossen: {killed}.' },
    sources: ['appeal'],
    status: 'disputed',
    figures: [
      {
        quantity: 'killed',
        unit: { en: 'dead', de: { one: 'Toter', other: 'Tote' } },
        prints: ['official', 'unofficial'],
        claims: [
          { value: '1', voice: 'official', asOf: '2021-05-02', source: 'appeal' },
          { value: '11', voice: 'official', asOf: '2021-05-03', source: 'appeal' },
          { value: '70', voice: 'unofficial', asOf: '2021-05', source: 'appeal' },
          { value: '99', voice: 'official', asOf: '2021-06-20', source: 'paper' },
          { value: '13', voice: 'police', asOf: '2021-05-03', source: 'paper' },
        ],
      },
    ],
  },
  { id: 'state-only', text: { en: 'The state sent police.' }, sources: ['paper'], concerns: ['embassy'] },
  { id: 'rumour', text: { en: 'A rumour.' }, sources: ['paper'], status: 'withdrawn' },
  {
    id: 'strike',
    role: 'background',
    text: { en: 'Since April {strikers} have been on strike.', de: 'Seit April streiken {strikers}.' },
    sources: ['appeal'],
    figures: [
      {
        quantity: 'strikers',
        unit: { en: { one: 'worker', other: 'workers' }, de: 'Arbeiter' },
        claims: [{ value: '1500', qualifier: 'about', source: 'appeal' }],
      },
    ],
  },
].map((value) => fact.parse(value));

export const embassy: Contact = contact.parse({
  id: 'xx-gb',
  kind: 'embassy',
  organisation: { de: 'Botschaft von Beispielland', fr: 'Ambassade de Beispielland' },
  street: '1 Example Street',
  postalCode: 'SW1 1AA',
  city: 'London',
  country: 'GB',
  languages: ['en'],
  source: 'invented',
});

export const company: Contact = contact.parse({
  id: 'the-mill',
  kind: 'company',
  organisation: 'The Mill Ltd',
  city: 'Exampletown',
  country: 'US',
  languages: ['en'],
  source: 'invented',
});

export const events = [
  {
    id: 'gate',
    kind: 'picket',
    date: '2021-05-08',
    time: '18:30',
    timeZone: 'Europe/London',
    place: 'At the mill gate',
    address: '2 Mill Lane',
    city: 'Exampletown',
    calledBy: 'Millers’ Union',
    source: 'invented',
  },
].map((value) => event.parse(value));

export const campaign: Campaign = {
  appeal,
  languages: [
    { tag: 'en', review: 'original' },
    { tag: 'de', review: 'draft', fallback: 'en' },
  ],
  facts,
  contacts: [embassy, company],
  events,
  corrections: [],
  missing: [],
  targets: [embassy, company],
};

/** A job about the invented appeal; parts replace those of the same name. */
export function job(parts: Partial<MergeJob> = {}): MergeJob {
  const language = parts.language ?? 'en';
  return {
    material: 'letter',
    kind: 'embassy',
    language,
    campaign,
    words: bundledWords(language),
    date: '2021-05-05',
    ...parts,
  };
}

/** Merges one template that stands alone, as a leaflet. */
export function mergeBody(body: string, parts: Partial<MergeJob> = {}, more: readonly TemplateFile[] = []) {
  const templates = gatherTemplates([template('leaflet/test', body), ...more]);
  return mergeDocument({ ...job({ material: 'leaflet', kind: 'test', ...parts }), templates });
}

/** Words of a line, with line breaks as `\n`. */
export function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.text : '\n')).join('');
}

/** Words of the first block of a merged body. */
export function firstText(body: string, parts: Partial<MergeJob> = {}): string | undefined {
  const { document, problems } = mergeBody(body, parts);
  if (problems.length > 0) throw new Error(problems.map((p) => p.message).join('\n'));
  const block: Block | undefined = document?.blocks[0];
  return block && 'content' in block ? textOf(block.content) : undefined;
}

/** Code, line and column of each problem. */
export function placesOf(problems: readonly { code: string; at?: { line?: number; column?: number } }[]) {
  return problems.map(({ code, at }) => `${code} ${at?.line}:${at?.column}`);
}
