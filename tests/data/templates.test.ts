import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkAppeal } from '../../src/check/appeal.ts';
import { checkTemplates } from '../../src/check/templates.ts';
import { LETTER_KINDS } from '../../src/model/addressee.ts';
import { appealHead } from '../../src/model/appeal.ts';
import { QUALIFIERS } from '../../src/model/figure.ts';
import { type Words, words } from '../../src/model/words.ts';
import { readAppeal } from '../../src/read/appeal.ts';
import { readTemplates } from '../../src/read/templates.ts';

const files = readdirSync('templates/words').filter((file) => file.endsWith('.yaml'));
const wordsOf = (file: string): Words => words.parse(parse(readFileSync(`templates/words/${file}`, 'utf8')));
const letters = readdirSync('templates/letter').filter((file) => file.endsWith('.md'));
const names = appealHead
  .parse(parse(readFileSync('data/zhanaozen/appeal.yaml', 'utf8')))
  .people.flatMap((person) => Object.values(person.name))
  .flatMap((name) => name.split(/[ ·]/));

describe('language forms', () => {
  it.each(files)('%s is complete and a draft unless it is English', (file) => {
    const form = wordsOf(file);
    expect(`${form.language}.yaml`).toBe(file);
    expect(form.review).toBe(form.language === 'en' ? 'original' : 'draft');
  });

  it.each(files)('%s has the endings that its patterns ask for, for every last part of a number', (file) => {
    const form = wordsOf(file);
    const parts = [
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '20',
      '30',
      '40',
      '50',
      '60',
      '70',
      '80',
      '90',
      '100',
      '1000',
      '1000000',
    ];
    for (const qualifier of QUALIFIERS) {
      const asked = /\{n:(\w+)\}/.exec(form.qualifiers[qualifier])?.[1];
      if (asked) expect(Object.keys(form.endings?.[asked] ?? {}).sort()).toEqual([...parts].sort());
      else expect(form.qualifiers[qualifier]).toContain('{n}');
    }
  });

  it('Kazakh and Turkish endings follow how the number is spoken', () => {
    const kazakh = wordsOf('kk.yaml').endings;
    // отыздан, он бірден, жетпістен, мың бес жүзден
    expect([
      kazakh?.ablative?.[30],
      kazakh?.ablative?.[1],
      kazakh?.ablative?.[70],
      kazakh?.ablative?.[100],
    ]).toEqual(['-дан', '-ден', '-тен', '-ден']);
    // отызға, алпысқа, үшке
    expect([kazakh?.dative?.[30], kazakh?.dative?.[60], kazakh?.dative?.[3]]).toEqual(['-ға', '-қа', '-ке']);
    const turkish = wordsOf('tr.yaml').endings;
    // otuzdan, yirmiden, kırktan
    expect([turkish?.ablative?.[30], turkish?.ablative?.[20], turkish?.ablative?.[40]]).toEqual([
      '’dan',
      '’den',
      '’tan',
    ]);
  });
});

describe('templates hold no facts', () => {
  it('none of them: no number, no date, nobody’s name, no organisation', async () => {
    const { files } = await readAppeal('data/zhanaozen', {});
    const { campaign } = checkAppeal(files!, { today: '2011-12-20' });
    const { templates } = await readTemplates(['templates']);
    expect(templates.length).toBeGreaterThan(60);
    expect(checkTemplates(templates, campaign!)).toEqual([]);
  });

  it.each(letters)('%s has neither digits nor anybody’s name', (file) => {
    const body = readFileSync(`templates/letter/${file}`, 'utf8').split(/^---$/m).slice(2).join('---');
    const prose = body.replace(/\{\{[^}]*\}\}/g, '');
    expect(prose).not.toMatch(/\p{Nd}/u);
    for (const name of names) expect(prose).not.toContain(name);
    for (const word of ['Kazakh', 'Kasach', 'Казах', 'Қазақ', 'Kazaj', 'CITIC', 'Zhanaozen', 'KazMunay'])
      expect(prose).not.toContain(word);
  });

  it.each(files)('%s has nobody’s name', (file) => {
    const text = readFileSync(`templates/words/${file}`, 'utf8');
    for (const name of names) expect(text).not.toContain(name);
  });
});

/** What a letter puts in; not where its own sentences agree with one demand or with many, or with who speaks. */
function partsOf(text: string): string[] {
  const parts = [...text.matchAll(/\{\{[^}]*\}\}/g)].map((match) => match[0]);
  return parts
    .filter((part) => !/^\{\{(?:by(?:Sender|Addressee) .*|#if oneDemand|else|\/if)\}\}$/.test(part))
    .sort();
}

describe('letters', () => {
  const languages = files.map((file) => file.replace('.yaml', '')).filter((language) => language !== 'en');
  it.each(languages)('%s has every kind, with the same parts in every language', (language) => {
    for (const kind of LETTER_KINDS) {
      const text = readFileSync(`templates/letter/${kind}.${language}.md`, 'utf8');
      expect(text).toContain(`language: ${language}\nreview: draft\n`);
      const german = readFileSync(`templates/letter/${kind}.de.md`, 'utf8');
      expect(partsOf(text)).toEqual(partsOf(german));
    }
  });
});

it.each(['words/fr.yaml', 'site/fr.yaml'])(
  'no line of %s can end before a French sign that belongs to its word',
  (name) => {
    const lines = readFileSync(`templates/${name}`, 'utf8').split('\n');
    expect(lines.filter((line) => /[\p{L}})»] [;:?!»](?=[\s"])|« [^\s»]/u.test(line))).toEqual([]);
  },
);
