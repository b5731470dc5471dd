import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const appeal = (unit: string, value: string) => ({
  'a/appeal.yaml': `id: strike
title: {uk: Звільніть їх}
summary: {uk: Людей звільнено.}
issuer: {name: Приклад}
issued: 2025-12-01
languages: [uk]
sources: [{id: s, title: Листівка}]
demands: [{id: back, text: {uk: Поверніть їх}}]
targets: []
`,
  'a/facts.csv': `id,role,text.uk,sources,quantity,unit.uk,value,saidIn
f,event,Його засуджено {times}.,s,times,${unit},${value},s
`,
  'a/corrections.csv': `fact,figure,date,was,now,reason,source
f,times,2025-12-02,3,${value},counted anew,s
`,
});

const said = async (files: Record<string, string>) => {
  const cwd = await makeFolder(files);
  return (await handbill(cwd, 'check a')).stderr.replace(/\s+/g, ' ');
};

test('a unit of one form is told where a correction needs another, with what to write', async () => {
  const told = await said(appeal('рази', '5'));
  expect(told).toContain('The unit “рази” of times in uk is one form for all numbers; 5, 3 need several.');
  expect(told).toContain('Write each of them as the unit: many: …; few: …; other: …');
  expect(await said(appeal('рази', '4'))).not.toContain('one form for all numbers');
  expect(await said(appeal('few: рази; many: разів; other: разу', '5'))).not.toContain('one form');
});

/** The small appeal with twelve strikers, in a sentence and a unit. */
const strikers = (text: string, unit = 'strikers') =>
  smallAppeal('a', {
    'facts.csv': `id,date,text.en,sources,quantity,unit.en,value,saidIn\nf,2026-05-01,"${text}",source-1,strikers,${unit},12,source-1\n`,
  });

const correct = (cwd: string, value: string) =>
  handbill(cwd, `facts correct strikers a --value ${value} --source source-1 --date 2026-05-03`);

test('from many to one, or back, what no longer agrees is told when it is set right', async () => {
  const cwd = await makeFolder(strikers('On 1 May {strikers} were arrested.'));
  const told = (await correct(cwd, '1')).stderr.replace(/\s+/g, ' ');
  expect(told).toContain(
    'The unit “strikers” of strikers in en is one form for all numbers; 12, 1 need several.',
  );
  expect(told).toContain('there are now 1 and no longer 12: words around it may have to change in en.');
  expect(told).toContain('{strikers one: …; other: …}');
  const some = await makeFolder(strikers('On 1 May {strikers} were arrested.'));
  expect((await correct(some, '11')).stderr).toBe('');
});

test('words of a text take the form that agrees with a figure, and nothing is told of them', async () => {
  const text =
    'On 1 May {strikers} {strikers one: was; other: were} arrested in {strikers one: a home; other: their homes}.';
  const cwd = await makeFolder(strikers(text, 'one: striker; other: strikers'));
  const letter = async () => {
    await handbill(cwd, 'letters a --format txt --to example-ltd --date 2026-05-04');
    return (await readFile(join(cwd, 'out/letters/example-ltd.en.txt'), 'utf8')).replace(/\s+/g, ' ');
  };
  expect(await letter()).toContain('On 1 May 12 strikers were arrested in their homes.');
  expect(await correct(cwd, '1')).toMatchObject({ code: 0, stderr: '' });
  expect(await letter()).toContain('On 1 May 1 striker was arrested in a home.');
  expect((await handbill(cwd, 'facts check a')).stderr).not.toMatch(/retyped|typed once more|one form/);
});
