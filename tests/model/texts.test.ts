import { describe, expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { exportTexts } from '../../src/commands/translate-texts.ts';
import { CONTEXT, type Shape } from '../../src/merge/shape.ts';
import { appealHead, fact } from '../../src/model/appeal.ts';
import { contact } from '../../src/model/contact.ts';
import { event } from '../../src/model/event.ts';
import { fieldsOf, inspect, isList } from '../../src/model/notes.ts';
import { sender } from '../../src/model/sender.ts';
import { hashOfWording } from '../../src/model/text.ts';
import { type AppealText, listTexts } from '../../src/model/texts.ts';
import type { AppealFiles } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';

/** Values for fields that a schema of text alone doesn't tell. */
const VALUES: Readonly<Record<string, unknown>> = {
  id: 'thing',
  quantity: 'thing',
  kind: 'picket',
  languages: ['en', 'fr'],
  sources: ['thing'],
  source: 'thing',
  voice: 'thing',
  issued: '2026-01-02',
  value: '11',
  is: 'urgent',
  date: '2026-01-01',
  city: 'Exampleton',
  file: 'pictures/one.png',
  targets: [],
};

/** An item of a schema with every text per language that it can hold, and what else it must have. */
function fill(schema: Parameters<typeof inspect>[0], key = ''): unknown {
  const { inner, note } = inspect(schema);
  if (note.wording === 'forms') return { en: 'worker', fr: 'ouvrier' };
  if (note.wording) return { en: `${key} in English`, fr: `${key} en français` };
  if (inner.element && hasTexts(inner.element)) return [fill(inner.element)];
  if (key in VALUES) return VALUES[key];
  if (!inner.shape || (key !== '' && !hasTexts(inner))) return undefined;
  const entries = fieldsOf(inner).map(([name, field]) => [name, fill(field, name)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function hasTexts(schema: Parameters<typeof inspect>[0]): boolean {
  const { inner, note } = inspect(schema);
  const below = inner.element ? [inner.element] : fieldsOf(inner).map(([, field]) => field);
  return note.wording !== undefined || below.some(hasTexts);
}

const appeal = {
  ...(fill(appealHead) as object),
  people: [{ ...(fill(appealHead.shape.people.unwrap().element) as object), name: { en: 'A. Example' } }],
  facts: [
    {
      ...(fill(fact) as object),
      figures: [
        {
          quantity: 'thing',
          unit: { en: 'w', fr: 'o' },
          claims: [{ value: '11', voice: 'thing', source: 'thing' }],
        },
      ],
    },
  ],
  events: [{ ...(fill(event) as object), source: 'made up' }],
};

const check = (data: object) => {
  const head = parseStructured({ file: 'appeal.json', text: JSON.stringify(data, null, 1), sha256: '' });
  const files: AppealFiles = { head };
  return checkAppeal(files, { today: '2026-01-03' });
};

/** The appeal with one of its wordings replaced or taken out. */
function change({ part, path }: AppealText, language: string, value: unknown): object {
  const copy = structuredClone(appeal) as Record<string, unknown>;
  const steps = part === 'head' || path[0] === part ? path : [part, ...path];
  const at = steps.reduce<unknown>((inner, step) => (inner as Record<string, unknown>)[step], copy);
  if (value === undefined) delete (at as Record<string, unknown>)[language];
  else (at as Record<string, unknown>)[language] = value;
  return copy;
}

/** Ways to all texts per language that the schemas have, such as `demands.text`. */
function pathsIn(schema: Parameters<typeof inspect>[0], path: readonly string[]): string[] {
  const { inner, note } = inspect(schema);
  if (note.wording) return note.wording === 'own-name' ? [] : [path.join('.')];
  if (inner.element) return pathsIn(inner.element, path);
  return fieldsOf(inner).flatMap(([name, field]) => pathsIn(field, [...path, name]));
}

const first = check(appeal);
const texts = listTexts(first.parts!);

test('the appeal of this test is free of errors', () => {
  expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('every text that the schemas know is listed', () => {
  const wanted = [...pathsIn(appealHead, []), ...pathsIn(fact, ['facts']), ...pathsIn(event, ['events'])];
  const found = texts.map(({ path }) => path.filter((step) => typeof step === 'string').join('.'));
  expect(found.sort()).toEqual(wanted.sort());
  for (const name of [
    'images.alt',
    'issuer.name',
    'events.place',
    'facts.figures.unit',
    'sources.title',
    'people.role',
    'events.calledBy',
    'images.credit',
  ])
    expect(found).toContain(name);
});

test('each has a name of its own', () => {
  expect(new Set(texts.map(({ id }) => id)).size).toBe(texts.length);
});

describe.each(texts.map((text) => [text.id, text] as const))('%s', (id, text) => {
  test('is in the PO', () => {
    const located = { texts, fileOf: () => first.parts!.head.file };
    const { text: po } = exportTexts(located, first.campaign!, 'fr', '/');
    expect(po).toContain(`msgctxt "${id}"`);
  });

  test('is said to be missing in a language that lacks it', () => {
    const { problems, campaign } = check(change(text, 'fr', undefined));
    const isName = text.kind === 'name';
    expect(campaign!.missing.map(({ about }) => about)).toEqual(
      isName ? [] : [{ part: 'head', item: text.item, language: 'fr' }],
    );
    const code = isName ? 'fallback-language' : 'missing-translation';
    expect(
      problems.filter((problem) => problem.code === code && problem.about?.language === 'fr'),
    ).toHaveLength(1);
  });

  // Forms of a counted noun keep no review of their own.
  if (text.kind === 'forms') return;

  test('is said to be stale after its original changed', () => {
    const wording = { text: 'ancien', of: hashOfWording('another original') };
    const { problems } = check(change(text, 'fr', wording));
    expect(problems.filter(({ code }) => code === 'stale-translation')).toHaveLength(1);
  });
});

test.each([
  ['target', contact],
  ['sender', sender],
] as const)('every list of a %s is a list for templates', (name, schema) => {
  const shape = (CONTEXT as Extract<Shape, { kind: 'record' }>).fields[name] as Extract<
    Shape,
    { kind: 'record' }
  >;
  const lists = fieldsOf(schema).flatMap(([key, field]) => (isList(field) ? key : []));
  const listed = Object.entries(shape.fields).flatMap(([key, { kind }]) => (kind === 'list' ? key : []));
  expect(listed).toEqual(lists);
});
