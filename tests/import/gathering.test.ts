import { expect, test } from 'vitest';
import type { DraftContact } from '../../src/check/foreign-contact.ts';
import { Gathering } from '../../src/import/gathering.ts';
import { KeyIndex } from '../../src/import/key-index.ts';
import type { Contact } from '../../src/model/contact.ts';
import { listFiles, makeFolder } from '../folder.ts';

test('an index of many keys finds each of them and no other', () => {
  const index = new KeyIndex();
  const keys = Array.from({ length: 50_000 }, (_, i) => `place embassy ${i} город ${i * 7919}`);
  for (const [i, key] of keys.entries()) index.add(key, i);
  index.add(keys[0]!, 99);
  expect(keys.findIndex((key, i) => index.get(key) !== i)).toBe(-1);
  expect(index.get('place embassy x')).toBeUndefined();
});

const draft = (more: Partial<DraftContact>): DraftContact => ({
  kind: 'company',
  organisation: 'Example',
  ...more,
});

async function gather(existing: Contact[], drafts: DraftContact[]) {
  const folder = await makeFolder();
  const gathering = new Gathering(existing, folder);
  const gathered = drafts.map((each) => gathering.add(each, 'a list'));
  const added = [...gathering.added()];
  gathering.close();
  expect(await listFiles(folder)).toEqual([]);
  return { gathered, added, existing: gathering.existing() };
}

test('contacts of many pieces come back as they were, with what later rows add', async () => {
  const drafts = Array.from({ length: 3000 }, (_, i) =>
    draft({ city: `Город ${i}`, notes: 'x'.repeat(i % 500) }),
  );
  const { added, gathered } = await gather(
    [],
    [...drafts, draft({ city: 'Город 7', email: ['a@example.org'] })],
  );
  expect(added).toHaveLength(3000);
  expect(gathered.at(-1)).toMatchObject({
    isNew: false,
    contact: { city: 'Город 7', email: ['a@example.org'] },
  });
  expect(added[7]).toMatchObject({
    city: 'Город 7',
    notes: 'x'.repeat(7),
    email: ['a@example.org'],
    source: 'a list',
  });
  expect(new Set(added.map(({ id }) => id)).size).toBe(3000);
});

test('ids are made of names in any script, or of state, country and city', async () => {
  const mission = { kind: 'embassy', represents: 'KZ', country: 'DE', city: 'Berlin' } as const;
  const { added } = await gather(
    [],
    [
      draft({ organisation: 'АО «Пример»' }),
      draft({ organisation: '例子公司' }),
      draft({ organisation: 'Société d’Exemple', city: 'Paris' }),
      draft({ organisation: 'Société d’Exemple', city: 'Lyon' }),
      draft({ organisation: 'Société d’Exemple', city: 'Nice' }),
      draft(mission),
      draft({ ...mission, kind: 'consulate' }),
      draft({ ...mission, kind: 'honorary-consulate' }),
    ],
  );
  expect(added.map(({ id }) => id)).toEqual([
    'ao-primer',
    'lizigongsi',
    'societe-dexemple',
    'societe-dexemple-company',
    'societe-dexemple-company-2',
    'kz-de-berlin',
    'kz-de-berlin-consulate',
    'kz-de-berlin-honorary-consulate',
  ]);
});

test('a newer edition of the list that a contact came from replaces its languages too', async () => {
  const old: Contact = {
    id: 'x',
    kind: 'company',
    organisation: 'Example',
    languages: ['en'],
    source: 'a list',
  };
  const { existing } = await gather([old], [draft({ languages: ['de'] }), draft({ languages: ['fr'] })]);
  expect(existing[0]?.now.languages).toEqual(['de']);
  const other = { ...old, source: 'mine' };
  expect((await gather([other], [draft({ languages: ['de'] })])).existing[0]?.now).toEqual(other);
});

test('two people at one organisation stay two, and organisations that differ by an accent', async () => {
  const people = [
    draft({ holder: 'Ann' }),
    draft({ holder: 'Bo' }),
    draft({ holder: 'BO', city: undefined }),
  ];
  expect((await gather([], people)).added.map(({ holder }) => holder)).toEqual(['Ann', 'Bo']);
  const named = [
    draft({ organisation: 'Pécs Kft' }),
    draft({ organisation: 'Pecs Kft' }),
    draft({ organisation: 'PÉCS, kft' }),
  ];
  expect((await gather([], named)).added).toHaveLength(2);
});
