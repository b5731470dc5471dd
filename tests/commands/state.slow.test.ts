import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LEAFLET_KINDS } from '../../src/model/material.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { textOfPdf, WITHOUT_PDFTOTEXT } from '../tools.ts';
import { handbill, type Ran } from './run.ts';

const APPEAL = `id: strike
title: {en: Free the strikers}
summary: {en: Strikers were arrested.}
issuer: {name: Our union, email: office@example.org}
issued: 2026-05-01
actBefore: 2026-06-01
country: GB
languages: [en]
sources: [{id: s, title: Our leaflet}, {id: news, title: Our news}]
demands: [{id: release, text: {en: Release them}}]
actions: [{kind: picket, text: {en: Come}}]
targets: [the-police]
`;
const FILES = {
  'a/appeal.yaml': APPEAL,
  'a/facts.csv': 'id,role,text.en,sources,status\nf,event,Strikers were arrested.,s,reported\n',
  'a/contacts.csv':
    'id,kind,organisation,street,city,country,languages,source\nthe-police,police,Example Police,1 Example Road,Exampleton,GB,en,s\n',
};
const now = (is: string) =>
  `${APPEAL}state: {is: ${is}, since: 2026-05-20, source: news, text: {en: All of them are free}}\n`;
const SAID = {
  won: 'This appeal has reached its aim (20 May 2026). All of them are free.',
  closed: 'This appeal is closed (20 May 2026). All of them are free.',
  withdrawn: 'This appeal was withdrawn (20 May 2026). All of them are free.',
};
const DAY = '--date 2026-07-01';

/** What was said, without the breaks of the lines of a terminal. */
function unwrapped({ code, stderr }: Ran): Pick<Ran, 'code' | 'stderr'> {
  return { code, stderr: stderr.replace(/\s+/g, ' ') };
}

test.skipIf(WITHOUT_PDFTOTEXT)(
  'a won appeal makes thanks in place of its protests, which status tells to take down (skipped where pdftotext is missing)',
  async () => {
    const cwd = await makeFolder(FILES);
    expect((await handbill(cwd, 'make a --date 2026-05-10')).code).toBe(0);
    const before = await listFiles(join(cwd, 'out'));
    expect(before).toContain('letters/the-police.en.pdf');
    await writeFile(join(cwd, 'a/appeal.yaml'), now('won'));
    const status = await handbill(cwd, `status a ${DAY}`);
    expect(status.stdout.replace(/\s+/g, ' ')).toContain(
      'Because the appeal is won since 2026-05-20 (source: news): recall leaflets/',
    );
    expect(status.stdout).toContain('recall   letters/the-police.en.pdf');
    const made = await handbill(cwd, `make a ${DAY}`);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('The appeal is won') });
    const after = await listFiles(join(cwd, 'out'));
    expect(after.filter((file) => !file.endsWith('.json')).every((file) => file.includes('/thanks.'))).toBe(
      true,
    );
    const told = textOfPdf(join(cwd, 'out/leaflets/thanks.en.a4.pdf'));
    expect(told).toContain('Thank you to everybody who wrote');
    expect(told).toContain(SAID.won);
    expect(told).toContain('Our news');
    expect(told).not.toContain('Release them');
    expect(told).not.toContain('Act before');
  },
);

test('of a closed or withdrawn appeal nothing is made, and what was made is to be taken down', async () => {
  for (const is of ['closed', 'withdrawn'] as const) {
    const cwd = await makeFolder(FILES);
    await handbill(cwd, 'make a --date 2026-05-10');
    const before = await listFiles(join(cwd, 'out'));
    await writeFile(join(cwd, 'a/appeal.yaml'), now(is));
    for (const command of ['make a', 'letters a', 'leaflets a --kind picket', 'quick a --country GB'])
      expect(unwrapped(await handbill(cwd, `${command} ${DAY}`)), command).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`The appeal is ${is}, since 2026-05-20 (source: news)`),
      });
    expect(await listFiles(join(cwd, 'out'))).toEqual(before);
    const status = await handbill(cwd, `status a ${DAY} --json`);
    const { files } = JSON.parse(status.stdout) as { files: { path: string; fate: string }[] };
    expect(files.every(({ fate }) => fate === 'recall')).toBe(true);
    expect(files.map(({ path }) => path)).toContain('letters/the-police.en.pdf');
    expect((await handbill(cwd, `check a ${DAY}`)).code).toBe(0);
  }
});

test.skipIf(WITHOUT_PDFTOTEXT)(
  'what is made by force of an appeal that calls nobody any more says so, on every kind of paper (skipped where pdftotext is missing)',
  async () => {
    const cwd = await makeFolder({ ...FILES, 'a/appeal.yaml': now('closed') });
    const kinds = LEAFLET_KINDS.filter((kind) => kind !== 'thanks');
    const made = await handbill(cwd, `leaflets a --kind ${kinds.join()} ${DAY} --force`);
    expect(made.code).toBe(0);
    expect((await handbill(cwd, `letters a ${DAY} --force`)).code).toBe(0);
    const files = (await listFiles(join(cwd, 'out'))).filter(
      (file) => /\.(pdf|txt)$/.test(file) && !file.includes('tiles'),
    );
    for (const kind of kinds)
      expect(
        files.some((file) => file.includes(`/${kind}.`)),
        kind,
      ).toBe(true);
    for (const file of files) {
      const path = join(cwd, 'out', file);
      const text = file.endsWith('.pdf')
        ? textOfPdf(path)
        : (await readFile(path, 'utf8')).replace(/\s+/g, ' ');
      expect(text, file).toContain(SAID.closed);
    }
  },
);

test('the site says it, calls nobody, and has no letters', async () => {
  for (const is of ['won', 'closed'] as const) {
    const cwd = await makeFolder(FILES);
    expect((await handbill(cwd, 'site a --date 2026-05-10 --embed')).code).toBe(0);
    await writeFile(join(cwd, 'a/appeal.yaml'), now(is));
    const made = await handbill(cwd, `site a ${DAY} --embed`);
    expect(made.code, made.stderr).toBe(0);
    const files = await listFiles(join(cwd, 'out/site'));
    expect(files.filter((file) => file.includes('letters/') || file.includes('pictures/'))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.pdf')).every((file) => file.includes('thanks'))).toBe(true);
    for (const page of ['index.html', 'en/index.html', 'en/embed.html']) {
      const html = await readFile(join(cwd, 'out/site', page), 'utf8');
      expect(html, page).toContain(SAID[is]);
      expect(html, page).not.toMatch(/Write now|Release them|Act before/);
    }
  }
});

test('the site of an urgent appeal says so', async () => {
  const cwd = await makeFolder({ ...FILES, 'a/appeal.yaml': `${APPEAL}state: {is: urgent}\n` });
  expect((await handbill(cwd, 'site a --date 2026-05-10')).code).toBe(0);
  const page = await readFile(join(cwd, 'out/site/en/index.html'), 'utf8');
  expect(page).toContain('<p class="deadline">Urgent!</p>');
});

test.skipIf(WITHOUT_PDFTOTEXT)(
  'the day and the source of an end are asked for; urgent is said before the last day (skipped where pdftotext is missing)',
  async () => {
    const cwd = await makeFolder({ ...FILES, 'a/appeal.yaml': `${APPEAL}state: {is: won}\n` });
    expect(unwrapped(await handbill(cwd, 'check a'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('expected since (the day) and source (where that can be read)'),
    });
    await writeFile(join(cwd, 'a/appeal.yaml'), `${APPEAL}state: {is: urgent}\n`);
    await handbill(cwd, 'leaflets a --kind picket --date 2026-05-10');
    expect(textOfPdf(join(cwd, 'out/leaflets/picket.en.a4.pdf'))).toContain(
      'Urgent! Act before 1 June 2026.',
    );
  },
);
