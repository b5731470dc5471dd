import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAppealText, type TextRead } from '../../src/import/text/read-text.ts';
import { readVocabularies } from '../../src/import/text/vocabulary.ts';
import { sharedPath } from '../shared.ts';

/** Facts of five published appeals, where they lie beside handbill; never published with it. */
const FOLDER = sharedPath('appeals');
const READING = fileURLToPath(new URL('../../data/reading', import.meta.url));

interface Answers {
  readonly title: string;
  readonly published: string;
  readonly issuer: string;
  readonly what_happened: readonly {
    readonly fact: string;
    readonly date?: string;
    readonly figure?: {
      readonly value: number | string;
      readonly unit: string;
      readonly according_to: string;
      readonly qualifier?: string;
    };
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly role: string;
    readonly what_happened: string;
  }[];
  readonly targets: readonly {
    readonly name: string | null;
    readonly role_or_office: string;
    readonly organisation: string;
    readonly address_lines?: readonly string[];
    readonly fax?: string;
    readonly phone?: string;
  }[];
  readonly demands: readonly string[];
  readonly deadline?: string;
  readonly events: readonly { readonly what: string; readonly when: string; readonly where: string }[];
}

const written = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00Z`));

/** The answers as an appeal would tell them: sentences, lists, addresses in lines of their own. */
function tell({ title, published, issuer, deadline, ...told }: Answers): string {
  const facts = told.what_happened.map(({ fact, date, figure }) => {
    const when = date ? `On ${written(date)}: ` : '';
    const who =
      figure && !/^issuer$/i.test(figure.according_to) ? `, according to ${figure.according_to}` : '';
    const number = figure
      ? `, ${[figure.qualifier, figure.value, figure.unit].filter(Boolean).join(' ')}${who}`
      : '';
    return `${when}${fact}${number}.`;
  });
  const people = told.people.map(({ name, role, what_happened }) => `The ${role} ${name}: ${what_happened}.`);
  const events = told.events.map(
    ({ what, when, where }) =>
      `Join the ${what} on ${written(when.slice(0, 10))}, ${when.slice(11)}, ${where}.`,
  );
  const targets = told.targets.map(({ name, role_or_office, organisation, address_lines = [], fax, phone }) =>
    [
      name === null ? role_or_office : `${name}, ${role_or_office}`,
      organisation,
      ...address_lines,
      ...(phone ? [`Tel: ${phone}`] : []),
      ...(fax ? [`Fax: ${fax}`] : []),
    ].join('\n'),
  );
  return [
    title,
    written(published),
    ...facts,
    ...people,
    ...(told.demands.length > 0
      ? [`We demand:\n${told.demands.map((demand) => `- ${demand}`).join('\n')}`]
      : []),
    ...events,
    `Please send letters of protest${deadline ? ` before ${written(deadline)}` : ''} to:`,
    ...targets,
    issuer,
  ].join('\n\n');
}

/** What of each kind was found: right, wrong (another value stands there), missed. */
function measure(answers: Answers, read: TextRead): Record<string, [found: number, of: number]> {
  const claims = read.facts.flatMap(({ figures }) => figures.flatMap((figure) => figure.claims));
  const ways = read.ways.map(({ value }) => value.replace(/\D/g, ''));
  const dates = read.dates.map(({ value }) => value);
  const flat = read.reading.text.replace(/\s+/g, ' ');
  const demands = read.demands.map(({ from, to }) => read.reading.text.slice(from, to).trim());
  const share = <T>(all: readonly T[], isFound: (one: T) => boolean): [number, number] => [
    all.filter(isFound).length,
    all.length,
  ];
  const figures = answers.what_happened.flatMap(({ figure }) => figure ?? []);
  // Nothing is told that doesn't stand there.
  const digits = flat.replace(/(?<=\d)[,.](?=\d{3})/g, '');
  for (const { value } of claims)
    for (const number of value.match(/\d+/g) ?? []) expect(digits).toContain(number);
  for (const { name } of read.people) {
    expect(flat).toContain(name);
    const answered = answers.people.some((person) => person.name.includes(name));
    expect({ name, answered }).toEqual({ name, answered: true });
  }
  return {
    dates: share(
      [
        answers.published,
        ...answers.what_happened.flatMap(({ date }) => date ?? []),
        ...(answers.deadline ? [answers.deadline] : []),
      ],
      (date) => dates.includes(date),
    ),
    'fax, telephone': share(
      answers.targets.flatMap(({ fax, phone }) => [fax, phone].filter((way) => way !== undefined)),
      (way) => ways.includes(way.replace(/\D/g, '')),
    ),
    figures: share(figures, ({ value }) => claims.some((claim) => claim.value === String(value))),
    'with their voice': share(
      figures.filter(({ according_to }) => !/^issuer$/i.test(according_to)),
      ({ value, according_to }) =>
        claims.some(
          ({ value: v, voice = '' }) =>
            v === String(value) && voice.includes(according_to.split(/[,(]/)[0]!.trim()),
        ),
    ),
    people: share(answers.people, ({ name }) => read.people.some((person) => name.includes(person.name))),
    demands: share(answers.demands, (demand) => demands.includes(demand)),
    addressees: share(answers.targets, ({ name, organisation, role_or_office }) =>
      read.addressees.some((to) =>
        [name, organisation, role_or_office].some(
          (one) => one && (to.name.includes(one) || to.holder?.includes(one)),
        ),
      ),
    ),
    deadline: share(answers.deadline ? [answers.deadline] : [], (day) => read.deadline?.value === day),
    events: share(answers.events, ({ when }) =>
      read.events.some(({ date, time }) => `${date}T${time}` === when),
    ),
  };
}

test.skipIf(!existsSync(FOLDER))(
  'five published appeals, their facts told as sentences: what of them is found (skipped where ../shared is missing)',
  async () => {
    const all = await readVocabularies(READING);
    const sums = new Map<string, [number, number]>();
    for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.json'))) {
      const answers = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as Answers;
      const read = readAppealText(
        { text: tell(answers) },
        all.filter(({ language }) => language === 'en'),
      )!;
      const found = measure(answers, read);
      console.info(
        name.slice(0, 12),
        Object.entries(found)
          .map(([what, [n, of]]) => `${what} ${n}/${of}`)
          .join(', '),
      );
      for (const [what, [n, of]] of Object.entries(found)) {
        const [a, b] = sums.get(what) ?? [0, 0];
        sums.set(what, [a + n, b + of]);
      }
    }
    const share = (what: string) => Math.round((100 * sums.get(what)![0]) / sums.get(what)![1]);
    console.info([...sums].map(([what, [n, of]]) => `${what} ${n}/${of}`).join(', '));
    expect(share('dates')).toBeGreaterThanOrEqual(95);
    expect(share('fax, telephone')).toBe(100);
    expect(share('figures')).toBeGreaterThanOrEqual(80);
    expect(share('with their voice')).toBeGreaterThanOrEqual(80);
    expect(share('demands')).toBeGreaterThanOrEqual(80);
    expect(share('people')).toBeGreaterThanOrEqual(80);
  },
);
