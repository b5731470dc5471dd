import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOffice } from '../../src/check/contact-values.ts';
import { completeContact, stateNamed, understandRow } from '../../src/check/foreign-contact.ts';
import { kindOfName } from '../../src/check/kind-words.ts';
import { addressLines, attentionOf, salutationOf } from '../../src/merge/address.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates } from '../../src/merge/template.ts';
import { isSolidarity, letterFor, letterKindOf } from '../../src/model/addressee.ts';
import type { Demand } from '../../src/model/appeal.ts';
import { CONTACT_KINDS, type Contact, type ContactKind, type Office } from '../../src/model/contact.ts';
import { listJobs } from '../../src/plan/list-jobs.ts';
import { readWording } from '../../src/plan/wording.ts';
import { writeText } from '../../src/write/text.ts';
import { campaign as base } from '../merge/fixture.ts';
import { sharedPath } from '../shared.ts';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fa', 'fr', 'it', 'kk', 'pl', 'pt', 'ru', 'tr', 'uk', 'zh-Hans'];
const all = (text: string) => Object.fromEntries(LANGUAGES.map((tag) => [tag, text]));
const contactOf = (kind: ContactKind): Contact => ({
  id: `the-${kind}`,
  kind,
  organisation: 'Example Organisation',
  street: '1 Example Road',
  city: 'Exampleton',
  country: 'GB',
  languages: ['en'],
  source: 'made up for this test',
});
const demands: Demand[] = [
  { id: 'all', text: all('DEMAND-ALL') },
  { id: 'one', text: all('DEMAND-COMPANY'), of: ['company'] },
  { id: 'state', text: all('DEMAND-STATE'), of: ['GB'] },
];

describe('a letter holds the demands put to its addressee, or is solidarity to those whom it happened to', async () => {
  const { words, templateFiles } = await readWording(['templates'], { languages: LANGUAGES });
  const templates = gatherTemplates(templateFiles);
  const campaign = {
    ...base,
    languages: LANGUAGES.map((tag) => ({ tag, review: 'original' as const })),
    appeal: { ...base.appeal, title: all('T'), subject: all('S'), demands },
    facts: [],
  };
  it.each(CONTACT_KINDS)('%s', (kind) => {
    const target = contactOf(kind);
    for (const language of LANGUAGES) {
      const letter = letterFor([], target);
      expect(templates.find(`letter/${letter}.${language}`), `letter/${letter}.${language}`).toBeDefined();
      const { document, problems } = mergeDocument({
        material: 'letter',
        kind: letter,
        language,
        campaign,
        words: words.get(language)!,
        templates,
        target,
        date: '2026-05-01',
      });
      expect(problems).toEqual([]);
      const text = writeText(document!, { columns: 70 });
      const said = [...text.matchAll(/DEMAND-\w+/g)].map(([name]) => name);
      if (isSolidarity(letter)) {
        expect(['union', 'strikers', 'prisoner']).toContain(kind);
        expect(said).toEqual([]);
        if (kind === 'prisoner') expect(text).not.toMatch(/^S$/m);
      } else {
        expect(said[0]).toBe('DEMAND-ALL');
        expect(said.includes('DEMAND-COMPANY')).toBe(kind === 'company');
        const isState = /head|ministry|parliament|court|prosecutor|police|^prison$|authority/.test(kind);
        expect(said.includes('DEMAND-STATE')).toBe(isState);
      }
    }
  });

  it.each([
    ['court', 'The Presiding Judge', 'Your Honour,'],
    ['prosecutor', 'The Public Prosecutor', 'Dear Prosecutor,'],
    ['prison', 'The Prison Governor', 'Dear Governor,'],
    ['ministry', 'The Minister', 'Dear Minister,'],
    ['embassy', 'The Ambassador', 'Your Excellency,'],
  ] as const)('%s: whoever heads it is named under it, and greeted so', (kind, line, greeting) => {
    const target = contactOf(kind);
    const forms = words.get('en')!;
    expect(addressLines(target, forms, undefined)[1]?.text).toBe(line);
    expect(salutationOf(target, forms)).toBe(greeting);
    for (const language of LANGUAGES)
      expect(attentionOf(target, words.get(language)!), language).toBeDefined();
  });

  it.each<[ContactKind, string, string | undefined, string]>([
    ['ministry', 'Minister of Justice', undefined, 'Dear Minister,'],
    ['ministry', 'Ministry of Justice', 'The Minister', 'Dear Minister,'],
    ['ministry', 'Secretary of Home Affairs', undefined, 'Dear Sir or Madam,'],
    ['prosecutor', 'Prosecutor General of Kazakhstan', undefined, 'Dear Prosecutor,'],
    ['prosecutor', 'Генеральный прокурор', undefined, 'Dear Prosecutor,'],
    ['prosecutor', 'Генеральная прокуратура', 'The Public Prosecutor', 'Dear Prosecutor,'],
    ['ministry', 'Adalet Bakanı', undefined, 'Dear Minister,'],
    ['ministry', 'Adalet Bakanlığı', 'The Minister', 'Dear Minister,'],
    ['ministry', 'Bundesministerium der Justiz', 'The Minister', 'Dear Minister,'],
    ['ministry', 'Innenminister', undefined, 'Dear Minister,'],
    ['embassy', 'Ambassador of Belarus', undefined, 'Your Excellency,'],
    ['embassy', 'Embassy of Belarus', 'The Ambassador', 'Your Excellency,'],
    ['court', 'Supreme Court', 'The Presiding Judge', 'Your Honour,'],
    ['prison', 'Warden, State Correctional Institution', undefined, 'Dear Governor,'],
  ])(
    '%s "%s": a title isn’t said twice, and nobody is greeted by one that isn’t theirs',
    (kind, organisation, line, greeting) => {
      const target = { ...contactOf(kind), organisation };
      const forms = words.get('en')!;
      expect(attentionOf(target, forms)).toBe(line);
      expect(salutationOf(target, forms)).toBe(greeting);
    },
  );

  it('a letter without a demand for its addressee is an error', () => {
    const only = [{ id: 'one', text: all('x'), of: ['company'] }];
    const targets = (['police', 'company', 'media', 'union'] as const).map(contactOf);
    const { problems } = listJobs(
      { ...campaign, appeal: { ...campaign.appeal, demands: only }, contacts: targets, targets },
      { materials: ['letter'] },
    );
    expect(problems).toMatchObject([{ severity: 'error', code: 'no-demand' }]);
    expect(problems[0]!.message).toContain('the-police');
  });

  it('a union of which something is demanded by name gets the demand', () => {
    expect(letterFor(demands, contactOf('union'))).toBe('union');
    expect(letterFor([{ of: ['the-union'] }], contactOf('union'))).toBe('authority');
    expect(letterKindOf('authority')).toBe('authority');
  });
});

it.each<[string, ContactKind | undefined]>([
  ['Embassy of Belarus, London', 'embassy'],
  ['Prison No. 3 of Minsk', 'prison'],
  ['Attorney General of Iran', 'prosecutor'],
  ['UN Special Rapporteur on torture', 'international-body'],
  ['The Daily Example newspaper', 'media'],
  ['Permanent Mission of the Islamic Republic of Iran', 'permanent-mission'],
  ['Presidente de la República', 'head-of-state'],
  ['Secretaría de Gobernación', 'ministry'],
  ['Ministère du Travail', 'ministry'],
  ['深圳某某科技股份有限公司', 'company'],
  ['Генеральная прокуратура Республики Казахстан', 'prosecutor'],
  ['Мангистауский областной суд', 'court'],
  ['Аким Мангистауской области', 'regional-authority'],
  ['سفارة جمهورية كازاخستان', 'embassy'],
  ['سفارت قزاقستان', 'embassy'],
  ['哈萨克斯坦共和国大使馆', 'embassy'],
  ['Kazakistan Büyükelçiliği', 'embassy'],
  ['Ambasada Republiki Kazachstanu', 'embassy'],
  ['Bundesministerium des Innern', 'ministry'],
  ['Europäisches Parlament', 'international-body'],
  ['Industriegewerkschaft Bau', 'union'],
  ['Union Example Corporation', 'company'],
  ['European Union Delegation', 'international-body'],
  ['Example Group', 'company'],
  ['Human rights office', undefined],
  ['President Nazarbayev', 'head-of-state'],
  ['Kazakhstan’s President Nursultan Nazarbayev', 'head-of-state'],
  ['President of Kazakhstan', 'head-of-state'],
  ['Señor Presidente Felipe Calderón', 'head-of-state'],
  ['Monsieur le Président Example', 'head-of-state'],
  ['Президент Назарбаев', 'head-of-state'],
  ['Präsident von Kasachstan', 'head-of-state'],
  ['Presidente de la República', 'head-of-state'],
  ['Le Président de la République', 'head-of-state'],
  ['President of Example University', undefined],
  ['Regina Example', undefined],
  ['President and CEO, Example', 'company'],
  ['President of the Council of Ministers', 'head-of-government'],
  ['Chancellor Example', 'head-of-government'],
  ['Innenminister Beispiel', 'ministry'],
  ['Adalet Bakanı Example', 'ministry'],
  ['Juez Ejemplo', 'court'],
  ['Head of the Judiciary, c/o Embassy of Iran', 'court'],
  ['Director-General, International Labour Office', 'international-body'],
  ['Home Secretary', 'ministry'],
  ['Akim of Mangystau region', 'regional-authority'],
  ['police, prosecutors and courts', 'authority'],
  ['Policía y Fiscalía del Estado', 'authority'],
  ['Прокуратура и суд города', 'authority'],
  ['Police and Fire Services', 'police'],
  ['Supreme Court', 'court'],
])('the kind of %s is taken from its name', (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});

it('the kinds of offices, bodies and companies, as appeals in fourteen languages name them', () => {
  const rows = readFileSync(new URL('../fixtures/offices.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const wrong = rows.slice(1).flatMap((row) => {
    const [, kind, name] = row.split('\t') as [string, ContactKind, string];
    // What no word is known for is an authority too.
    const found = kindOfName(name) ?? 'authority';
    return found === kind ? [] : [`${name}: ${kind}, not ${found}`];
  });
  expect(wrong).toEqual([]);
  expect(rows.length).toBeGreaterThan(1000);
});

it.each<[string, ContactKind, Office | undefined]>([
  ['Presidente de la República', 'authority', 'head-of-state'],
  ['Président de la République', 'authority', 'head-of-state'],
  ['President', 'head-of-state', 'head-of-state'],
  ['President', 'company', 'chair'],
  ['President', 'union', undefined],
  ['Ministre de la Justice', 'ministry', 'minister'],
  ['Justizminister', 'ministry', 'minister'],
  ['Deputy Minister of Labour', 'ministry', undefined],
  ['Prime Minister', 'authority', 'head-of-government'],
  ['Attorney General', 'authority', 'prosecutor'],
  ['Consultant', 'company', undefined],
  ['police, prosecutors and courts', 'authority', undefined],
])(
  'a function, %s of one who is %s, is an office where its holder is greeted by it',
  (cell, kind, office) => {
    expect(readOffice(cell, kind)).toBe(office);
  },
);

it('a permanent mission speaks for the state in its name, so that demands put to that state reach it', () => {
  expect(stateNamed('permanent-mission', ['Permanent Mission of the Islamic Republic of Iran'], 'US')).toBe(
    'IR',
  );
});

/** Real appeals, where they lie beside handbill. */
const APPEALS = sharedPath('appeals');
describe.skipIf(!existsSync(APPEALS))(
  'addressees of real appeals (skipped where ../shared is missing)',
  async () => {
    interface Target {
      readonly name: string | null;
      readonly role_or_office: string;
      readonly organisation: string;
      readonly language: string;
      readonly fax?: string;
    }
    const { words, templateFiles } = await readWording(['templates'], { languages: LANGUAGES });
    const templates = gatherTemplates(templateFiles);
    const files = existsSync(APPEALS) ? readdirSync(APPEALS).filter((file) => file.endsWith('.json')) : [];
    const targets = files.flatMap((file) => {
      const { targets } = JSON.parse(readFileSync(`${APPEALS}/${file}`, 'utf8')) as { targets: Target[] };
      return targets.map((target) => ({ title: `${file.slice(0, 2)} ${target.role_or_office}`, ...target }));
    });
    /** Kind, attention line, greeting and closing, by the beginning of the file: read aloud, each is right. */
    const READ: Record<string, readonly [ContactKind, string | undefined, string, string]> = {
      '02': ['head-of-state', 'Presidente de la República', 'Excelencia:', 'Con la mayor consideración,'],
      '03': ['ministry', 'Ministre', 'Excellence,', 'Excellence, l’assurance de notre haute'],
      '06': ['authority', undefined, '尊敬的先生/女士：', '顺致崇高敬意'],
      '09': ['employers', undefined, 'Dear Sir or Madam,', 'Yours faithfully,'],
      '12': ['permanent-mission', 'The Ambassador', 'Your Excellency,', 'Yours faithfully,'],
    };
    it.each(targets)('$title', (target) => {
      const [language = 'en'] = target.language.split(';');
      const cells = Object.entries({
        organisation: target.organisation,
        office: target.role_or_office,
        holder: target.name ?? '',
        languages: target.language,
        fax: target.fax ?? '',
      }).flatMap(([column, cell]) => (cell === '' ? [] : [[column, [cell]] as const]));
      const draft = understandRow(new Map(cells as never)).draft!;
      const contact = completeContact(draft, 'one', 'the appeal');
      const [kind, attention, greeting, closing] = READ[target.title.slice(0, 2)]!;
      expect(contact.kind).toBe(kind);
      const forms = words.get(language)!;
      // Each of three ministers of one government keeps the ministry, and a fax of six digits.
      if (kind === 'ministry') {
        expect(attentionOf(contact, forms)).toBe(target.role_or_office);
        expect(addressLines(contact, forms, undefined).map(({ text }) => text)).toEqual([
          target.organisation,
          target.role_or_office,
          expect.stringContaining(target.name!),
        ]);
        expect(contact.fax).toEqual([target.fax!.replaceAll(' ', '')]);
      } else expect(attentionOf(contact, forms)).toBe(attention);
      expect(salutationOf(contact, forms)).toBe(greeting);
      expect(isSolidarity(letterFor([], contact))).toBe(false);
      const { document, problems } = mergeDocument({
        material: 'letter',
        kind: letterFor([], contact),
        language,
        campaign: {
          ...base,
          languages: LANGUAGES.map((tag) => ({ tag, review: 'original' as const })),
          appeal: { ...base.appeal, title: all('T'), subject: all('S'), demands },
          facts: [],
        },
        words: forms,
        templates,
        target: contact,
        date: '2026-05-01',
      });
      expect(problems).toEqual([]);
      const text = writeText(document!, { columns: 200 });
      for (const part of [target.organisation, greeting, closing, 'DEMAND-ALL']) expect(text).toContain(part);
      expect(text).not.toContain('DEMAND-COMPANY');
    });
  },
);
