import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PRISON_GUIDANCE, PRISON_RULES } from '../../src/model/prisons.ts';
import { listFiles, makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const HEAD =
  'id,kind,organisation,street,postalCode,city,country,number,facility,prison,birthday,aboutCase,languages,source\n';
const SENDER = '{"name": "Jane Doe", "street": "1 Example Road", "city": "Exampleton", "country": "GB"}';
const contacts = {
  pa: 'one,prisoner,Sam Example,,,,US,AB1234,SCI Example,us-pa,1980-03-01,,en,made up for a test\n',
  wa: 'two,prisoner,Kim Example,1 Prison Way,98520,Exampleton,US,123456,Example Corrections Center,us-wa,--02-29,,en,made up for a test\n',
  unknown:
    'three,prisoner,Lee Example,2 Prison Way,EX1 1EX,Exampleton,GB,,,,--12-24,,en,made up for a test\n',
};

async function appeal(rows: string, changes: Record<string, string> = {}) {
  const files = smallAppeal('a', { 'contacts.csv': HEAD + rows, ...changes });
  const head = files['a/appeal.yaml']!.replace('[company, embassy]', '[prisoner]');
  return makeFolder({ ...files, 'a/appeal.yaml': head, 'jane.json': SENDER });
}
const letter = (cwd: string, id: string) => readFile(join(cwd, `out/letters/${id}.en.txt`), 'utf8');

describe('a letter to somebody in prison', () => {
  test('goes to the firm that scans it, under name and number as the prison asks', async () => {
    const cwd = await appeal(contacts.pa);
    expect(await handbill(cwd, 'letters a --format txt --sender jane.json')).toMatchObject({ code: 0 });
    expect(await letter(cwd, 'one')).toContain(
      'Smart Communications/PA DOC\nSam Example/AB1234\nSCI Example\nPO Box 33028\nSt. Petersburg, Florida 33733\nUNITED STATES\n',
    );
  });

  test('names prison and number over the address, and says nothing of the case', async () => {
    const cwd = await appeal(contacts.wa);
    await handbill(cwd, 'letters a --format txt --sender jane.json');
    const text = await letter(cwd, 'two');
    expect(text).toContain('Kim Example, 123456\nExample Corrections Center\n1 Prison Way\n');
    expect(text).not.toMatch(/arrested|strikers|Release|https?:/);
    expect(text).toContain('1 Example Road');
  });

  test('is told of what the prison asks for and the data lack, with the source', async () => {
    const cwd = await appeal(contacts.wa.replace('123456', ''));
    const { stderr } = await handbill(cwd, 'check a');
    expect(stderr.replace(/\s+/g, ' ')).toContain('the prisoner’s number is missing');
    expect(stderr.replace(/\s+/g, '')).toContain(
      'https://www.doc.wa.gov/corrections/incarceration/send/mail.htm',
    );
    const unknown = await handbill(await appeal(contacts.unknown), 'check a');
    expect(unknown.stderr.replace(/\s+/g, ' ')).toContain('which rules for mail the prison has isn’t known');
  });

  test('is told of where the rules of the prison rest on an excerpt, and warned of beyond one page', async () => {
    const many = Array.from({ length: 90 }, (_, i) => `Line ${i} of a long letter.`).join('\n\n');
    const template = `---\nmaterial: letter\nkind: prisoner\nlanguage: en\n---\n{{> letterhead-plain}}\n\n${many}\n\n{{> signature-plain}}\n`;
    const cwd = await appeal(contacts.pa, { 'templates/letter/prisoner.en.md': template });
    const { stderr } = await handbill(cwd, 'letters a --sender jane.json');
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/has [2-9] pages: guides advise one sheet/);
    const short = await handbill(await appeal(contacts.pa), 'letters a --sender jane.json');
    expect(short.stderr).not.toContain('guides advise one sheet');
    const told = await handbill(await appeal(contacts.pa), 'check a');
    expect(told.stderr.replace(/\s+/g, ' ')).toContain('known from an excerpt of their page alone');
  });

  test('is warned of without a return address, and refused where it speaks of the case or holds a code', async () => {
    const plain = await appeal(contacts.pa, { 'sender.json': '{"name": "Jane Doe"}' });
    expect((await handbill(plain, 'letters a --sender a/sender.json')).stderr).toContain(
      'no full return address',
    );
    const template =
      '---\nmaterial: letter\nkind: prisoner\nlanguage: en\n---\n{{> letterhead-plain}}\n\n{{facts "event"}}\n\n{{> signature-plain}}\n';
    const told = { 'templates/letter/prisoner.en.md': template };
    const cwd = await appeal(contacts.pa, told);
    const refused = await handbill(cwd, 'letters a --sender jane.json');
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('speaks of the case'),
    });
    expect(await listFiles(join(cwd, 'out/letters')).catch(() => [])).toEqual([]);
    const asked = await appeal(contacts.pa.replace('1980-03-01,,', '1980-03-01,yes,'), told);
    expect(await handbill(asked, 'letters a --sender jane.json')).toMatchObject({ code: 0 });
    const coded = await appeal(contacts.pa, {
      'templates/letter/prisoner.en.md': template.replace('{{facts "event"}}', '{{code}}'),
    });
    const head = await readFile(join(coded, 'a/appeal.yaml'), 'utf8');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(coded, 'a/appeal.yaml'), `url: https://example.org/\n${head}`);
    expect(await handbill(coded, 'letters a --sender jane.json')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('holds a code to scan'),
    });
  });
});

describeWith(['pdftotext', 'pdfinfo'], 'on paper', () => {
  test('letter and label bear name, number and prison; the letter is one sheet printed on one side', async () => {
    const cwd = await appeal(contacts.pa + contacts.wa);
    expect((await handbill(cwd, 'letters a --sender jane.json')).code).toBe(0);
    expect((await handbill(cwd, 'contacts labels a')).code).toBe(0);
    const read = (file: string) =>
      execFileSync('pdftotext', [join(cwd, 'out/letters', file), '-'], { encoding: 'utf8' });
    const label = (await listFiles(join(cwd, 'out/letters'))).find((file) => file.startsWith('labels.'))!;
    for (const text of [read('one.en.pdf'), read(label)]) expect(text).toContain('Sam Example/AB1234');
    expect(read(label)).toContain('Kim Example, 123456');
    expect(execFileSync('pdfinfo', [join(cwd, 'out/letters/one.en.pdf')], { encoding: 'utf8' })).toMatch(
      /Pages:\s+1\b/,
    );
  });
});

describe('what the prison asks of the envelope', () => {
  const told = async (rows: string, options = '', changes: Record<string, string> = {}) => {
    const cwd = await appeal(rows, changes);
    const { code, stderr } = await handbill(cwd, `letters a --format txt,pdf --sender jane.json ${options}`);
    return { code, said: stderr.replace(/\s+/g, ' ') };
  };

  test('is told with its source when letters are made; for other prisons what guides agree on', async () => {
    const pa = await told(contacts.pa);
    expect(pa.said).toContain('at most 25 photographs');
    expect(pa.said.replaceAll(' ', '')).toContain('https://www.pa.gov/agencies/cor/');
    expect((await told(contacts.unknown)).said).toContain('nothing glued or stapled on');
  });

  test('is checked: paper, and who signs', async () => {
    expect((await told(contacts.pa)).said).toContain('isn’t on paper of 8½ by 11 inches');
    expect((await told(contacts.pa, '--layout us')).said).not.toContain('8½ by 11 inches, which');
    expect((await told(contacts.wa)).said).not.toContain('signed by several');
    const two = { 'two.csv': 'name,city\nJane Doe,Exampleton\nJohn Doe,Exampleton\n' };
    expect((await told(contacts.wa, '--signatories a/two.csv', two)).said).toContain('is signed by several');
    const own = await told(contacts.wa, '--own-words Hello-from-the-sea.');
    expect(own.said).toContain('the prison reads them');
  });

  test('nobody is asked to vary letters into prison as if an office sorted them out', async () => {
    const cwd = await appeal(contacts.wa);
    const { stdout } = await handbill(cwd, 'letters a --sender jane.json');
    expect(stdout).not.toContain('Offices sort out letters');
  });
});

describe('a card to somebody in prison', () => {
  const cards = async (rows: string, options = '') => {
    const cwd = await appeal(rows);
    const ran = await handbill(cwd, `letters a --sender jane.json --layout postcard ${options}`);
    return { cwd, ...ran, said: ran.stderr.replace(/\s+/g, ' ') };
  };

  test('that holds the text of a long letter is an error with what is too much', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `Line ${i} of a long letter.`).join('\n\n');
    const template = `---\nmaterial: letter\nkind: prisoner\nlanguage: en\n---\n{{> letterhead-plain}}\n\n${many}\n\n{{> signature-plain}}\n`;
    const cwd = await appeal(contacts.wa, { 'templates/letter/prisoner.en.md': template });
    expect(await handbill(cwd, 'letters a --sender jane.json --layout postcard')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/mm too long for a\s+postcard/),
    });
  });

  test('has no room for large print', async () => {
    expect(await cards(contacts.wa, '--large-print')).toMatchObject({ code: 2 });
  });

  test('of the leaflets names the appeal, which is told where somebody in prison is written to', async () => {
    const cwd = await appeal(contacts.wa);
    const { stderr } = await handbill(cwd, 'leaflets a --kind postcard');
    expect(stderr.replace(/\s+/g, ' ')).toContain('don’t send it into prison');
  });

  describeWith(['pdftotext', 'pdfinfo'], 'on paper', () => {
    test('bears return address, name, number and prison on one side and nothing of the case', async () => {
      const { cwd, code, said } = await cards(contacts.pa + contacts.wa);
      expect(code).toBe(0);
      expect(said).not.toContain('pages');
      const file = (id: string) => join(cwd, `out/letters/${id}.en.pdf`);
      expect(execFileSync('pdfinfo', [file('two')], { encoding: 'utf8' })).toMatch(
        /Pages:\s+2\b[\s\S]*419\.5\d* x 297\.6/,
      );
      const side = (id: string, page: string) =>
        execFileSync('pdftotext', ['-f', page, '-l', page, file(id), '-'], { encoding: 'utf8' });
      expect(side('two', '1')).toContain('you are not alone');
      const address = side('two', '2');
      for (const line of ['Jane Doe', '1 Example Road', 'Kim Example, 123456', 'Example Corrections Center'])
        expect(address).toContain(line);
      expect(side('one', '2')).toContain('Sam Example/AB1234');
      for (const page of ['1', '2'])
        expect(side('two', page)).not.toMatch(/arrested|strikers|Release|https?:/);
    });
  });
});

test('birthdays for a letter night: the next first, the year left out where it isn’t told', async () => {
  const cwd = await appeal(contacts.pa + contacts.wa + contacts.unknown);
  const { stdout } = await handbill(cwd, 'contacts list a --birthdays --date 2026-02-10');
  expect(
    stdout
      .split('\n')
      .slice(1, 4)
      .map((line) => line.slice(0, 10)),
  ).toEqual(['2026-02-28', '2026-03-01', '2026-12-24']);
  expect(stdout).toContain('Sam Example');
  expect(stdout).toContain('AB1234');
  expect((await handbill(cwd, 'contacts list a --birthdays --date 2026-03-02')).stdout).toMatch(
    /2026-12-24[\s\S]*2027-02-28[\s\S]*2027-03-01/,
  );
  const none = await handbill(
    await appeal(contacts.pa.replace('1980-03-01', '')),
    'contacts list a --birthdays',
  );
  expect(none.stdout).toContain('No birthday');
});

test('every rule has a source that can be read, and the help names all of them', async () => {
  const help = await readFile('templates/help/prisons.txt', 'utf8');
  for (const { id, name, source, says } of PRISON_RULES) {
    expect(source).toMatch(/^https:\/\//);
    expect(says.length).toBeGreaterThan(0);
    for (const text of [`${id} `, name, new URL(source).host]) expect(help).toContain(text);
  }
  for (const source of PRISON_GUIDANCE.sources) expect(help).toContain(new URL(source).host);
});
