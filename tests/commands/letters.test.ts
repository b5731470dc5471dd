import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

describe('whom a sender writes to', () => {
  const letters = async (options: string) => {
    const cwd = await makeFolder();
    const ran = await handbill(cwd, `letters --format txt ${options}`);
    const files = await listFiles(join(cwd, 'out/letters'));
    return { ...ran, ids: [...new Set(files.map((file) => file.split('.')[0]!))] };
  };

  test.each([
    ['--to embassy --country DE', ['kz-de-berlin']],
    ['--to embassy --country DE --city Frankfurt', ['kz-de-frankfurt']],
    ['--to embassy --country KR --all', ['kz-kr-busan', 'kz-kr-seoul']],
    ['--to embassy --country IE,NZ', ['kz-gb-london', 'kz-sg-singapore']],
    ['--to co-citic-limited,kz-at-wien --country DE', ['co-citic-limited', 'kz-at-wien']],
  ])('%s', async (options, ids) => {
    expect((await letters(options)).ids).toEqual(ids);
  });

  test('a country without a mission still writes to the companies, and says what is nearest', async () => {
    const { code, ids, stderr } = await letters('--country AR');
    expect(code).toBe(0);
    expect(ids.every((id) => id.startsWith('co-'))).toBe(true);
    expect(stderr).toMatch(/--to\s+kz-us-washington/);
  });

  test.each([
    ['--country Germny', 'Did you mean DE?'],
    ['--country EU', 'EU is the European Union'],
    ['--city Berlin', '--city: needs --country'],
  ])('%s is wrong use', async (options, message) => {
    expect(await letters(options)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});

describe('e-mail drafts', () => {
  test('are written for contacts with an address, with the PDF where that is asked for', async () => {
    const cwd = await makeFolder({
      'sender.json': '{"name": "Jo Sample", "country": "IT", "email": "jo@example.org"}',
    });
    const options = '--to kz-gb-london,kz-it-roma --lang en,ru --format eml --attach --sender sender.json';
    const ran = await handbill(cwd, `letters ${options}`);
    expect(ran.code).toBe(0);
    expect(await listFiles(join(cwd, 'out/letters'))).toEqual(['kz-gb-london.en.eml', 'kz-gb-london.ru.eml']);
    expect(ran.stderr).toContain('kz-it-roma has no e-mail address');
    const mail = await simpleParser(await readFile(join(cwd, 'out/letters/kz-gb-london.ru.eml')));
    expect(mail.from?.text).toBe('"Jo Sample" <jo@example.org>');
    expect([mail.to].flat().map((to) => to?.text)).toEqual(['london@kazembassy.org.uk, london@mfa.kz']);
    expect(mail.subject).toMatch(/^Протест/);
    expect(mail.attachments[0]?.filename).toBe('kz-gb-london.ru.pdf');
    expect(mail.attachments[0]?.content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('--attach alone is wrong use', async () => {
    const cwd = await makeFolder();
    expect((await handbill(cwd, 'letters --attach')).code).toBe(2);
  });
});

test('an address that no font has is printed in Latin letters where it is known, and stays as it is in the text', async () => {
  const contacts = `id,kind,organisation,street,city,country,addressLatin,languages,source
known,company,Known Ltd,𒀀 1,𒀀𒀀,IQ,Example St 1;EXAMPLETON,en,made up for a test
unknown,company,Unknown Ltd,𒀀 1,𒀀𒀀,IQ,,en,made up for a test
`;
  const cwd = await makeFolder(smallAppeal('a', { 'contacts.csv': contacts }));
  const ran = await handbill(cwd, 'letters a --json');
  expect(ran.code).toBe(0);
  const told = JSON.parse(ran.stdout).problems.filter((p: { code: string }) => p.code === 'missing-glyph');
  expect(
    told.map((p: { severity: string; message: string }) => [p.severity, p.message.split(':')[0]]),
  ).toEqual([
    ['notice', 'PDFs to known have the address in Latin letters alone'],
    ['warning', 'PDFs to unknown are left out'],
  ]);
  expect(await listFiles(join(cwd, 'out/letters'))).toEqual([
    'known.en.pdf',
    'known.en.txt',
    'unknown.en.txt',
  ]);
  const text = await readFile(join(cwd, 'out/letters/known.en.txt'), 'utf8');
  expect(text).toMatch(/𒀀 1\n𒀀𒀀\nExample St 1, EXAMPLETON\nIRAQ/);
});
