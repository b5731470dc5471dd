import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

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
