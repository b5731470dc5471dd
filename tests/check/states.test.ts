import { expect, test } from 'vitest';
import { checkAppeal } from '../../src/check/appeal.ts';
import { parsePart } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';

const head = (more: string) => `id: a
title: {en: "Strike in Minsk"}
summary: {en: "Strikers were arrested in Belarus."}
issuer: {name: us}
issued: 2026-05-01
languages: [en]
sources: [{id: s, title: t}]
demands: [{id: d, text: {en: Release them}}]
${more}
`;
const contacts = `id,kind,organisation,represents,country,languages,source
kz,embassy,Embassy of Kazakhstan,KZ,DE,en,s
by,embassy,Embassy of Belarus,BY,DE,en,s
court,court,Court,,BY,en,s
co,company,Firm,,KZ,en,s
`;
const source = (file: string, text: string) => ({ file, text, sha256: '' });
const problemsOf = (more: string) =>
  checkAppeal(
    {
      folder: '.',
      head: parseStructured(source('appeal.yaml', head(more))),
      contacts: parsePart(source('contacts.csv', contacts), 'contacts'),
    } as Parameters<typeof checkAppeal>[0],
    { today: '2026-05-02' },
  ).problems.filter(({ code }) => code === 'other-state');

test.each([
  ['targets: [kz, by]', 1],
  ['targets: [embassy]', 1],
  ['targets: [by, court, co]', 0],
  ['targets: [kz]\ncountry: KZ', 0],
])('a letter to a state that the appeal doesn’t speak of is a warning: %s', (more, count) => {
  expect(problemsOf(more)).toHaveLength(count);
});
