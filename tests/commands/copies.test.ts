import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';
import { handbill } from './run.ts';

const FILES = {
  'a/appeal.yaml': `id: strike
title: {en: Free the strikers}
summary: {en: Strikers were arrested.}
issuer: {name: Our union}
issued: 2026-05-01
languages: [en]
sources: [{id: s, title: Our leaflet}]
demands: [{id: release, text: {en: Release them}}]
targets: [the-police, the-union]
copies:
  - {name: Example Workers’ Union, email: union@example.org}
  - {name: The Example Gazette}
  - {name: A lawyer, email: lawyer@example.org, private: true}
`,
  'a/facts.csv': 'id,role,text.en,sources,status\nf,event,Strikers were arrested.,s,reported\n',
  'a/contacts.csv': `id,kind,organisation,street,city,country,email,languages,source
the-police,police,Example Police,1 Example Road,Exampleton,GB,a@example.org,en,s
the-union,union,Example Union,1 Example Road,Exampleton,GB,b@example.org,en,s
`,
};

test('copies stand in the letter and in the draft; what is private is in Bcc alone', async () => {
  const cwd = await makeFolder(FILES);
  expect((await handbill(cwd, 'letters a --format pdf,txt,eml')).code).toBe(0);
  const read = (name: string) => readFile(join(cwd, 'out/letters', name), 'utf8');
  const text = await read('the-police.en.txt');
  expect(text).toContain('Copies to: Example Workers’ Union; The Example Gazette');
  expect(text).not.toContain('lawyer');
  const [head = '', body = ''] = (await read('the-police.en.eml')).split('\r\n\r\n');
  expect(head.split('\r\n')).toEqual(
    expect.arrayContaining(['To: a@example.org', 'Cc: union@example.org', 'Bcc: lawyer@example.org']),
  );
  expect(body).not.toContain('lawyer');
  const solidarity = (await read('the-union.en.txt')) + (await read('the-union.en.eml'));
  expect(solidarity).not.toMatch(/Copies to|lawyer|^Cc:/m);
});

test('the site’s mails carry the copies in links, drafts and web mail, but never who is private', async () => {
  const cwd = await makeFolder(FILES);
  expect((await handbill(cwd, 'site a')).code).toBe(0);
  const page = (await readFile(join(cwd, 'out/site/en/letters/the-police.html'), 'utf8')).replaceAll(
    '&#x3D;',
    '=',
  );
  expect(page).toMatch(/href="mailto:a@example\.org\?subject=[^"]*&amp;cc=union@example\.org&amp;body=/);
  expect(
    page.match(/(?:to|To)=a%40example\.org&amp;cc=union%40example\.org/g)?.length,
  ).toBeGreaterThanOrEqual(2);
  expect(page).toContain('Copies to: <bdi>union@example.org</bdi>');
  const json = JSON.parse(/data-letter-json>(.*?)<\/script>/s.exec(page)![1]!);
  expect(json.mail).toMatchObject({ to: ['a@example.org'], cc: ['union@example.org'] });
  const union = await readFile(join(cwd, 'out/site/en/letters/the-union.html'), 'utf8');
  expect(union).not.toMatch(/cc=|Copies to/);
  for (const text of [page, union]) expect(text).not.toContain('lawyer');
});

test('the list for the one who posts names copies, in columns of their own', async () => {
  const cwd = await makeFolder(FILES);
  expect((await handbill(cwd, 'contacts labels a')).code).toBe(0);
  const list = await readFile(join(cwd, 'out/letters/recipients.csv'), 'utf8');
  const [head, police, union] = list.trimEnd().split('\n');
  expect(head).toBe('id,name,post,fax,email,form,phone,copies,cc,bcc');
  expect(police).toMatch(
    /,Example Workers’ Union; The Example Gazette,union@example\.org,lawyer@example\.org$/,
  );
  expect(union).toMatch(/,,,$/);
});

describeWith(['python3'], 'another parser of mail', () => {
  test('sees To, Cc, Bcc and the subject of a draft', async () => {
    const cwd = await makeFolder(FILES);
    await handbill(cwd, 'letters a --format eml');
    const program =
      'import email, email.policy, json, sys\nm = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)\nprint(json.dumps({k: [a.addr_spec for a in m[k].addresses] for k in ("To", "Cc", "Bcc")} | {"Subject": m["Subject"], "body": m.get_content()}))';
    const file = join(cwd, 'out/letters/the-police.en.eml');
    const seen = JSON.parse(execFileSync('python3', ['-c', program, file], { encoding: 'utf8' }));
    expect(seen).toMatchObject({
      To: ['a@example.org'],
      Cc: ['union@example.org'],
      Bcc: ['lawyer@example.org'],
      Subject: 'Free the strikers',
      body: expect.stringContaining('Release them'),
    });
  });
});

test('a demand is put to whoever has the role that it names', async () => {
  const head = FILES['a/appeal.yaml']
    .replace('targets: [the-police, the-union]', 'targets: [police, company]')
    .replace(
      'text: {en: Release them}}',
      'text: {en: Release them}, of: [police]}, {id: pay, text: {en: Pay them}, of: [employer]}',
    );
  const contacts = `id,kind,roles,organisation,street,city,country,languages,source
the-police,police,,Example Police,1 Example Road,Exampleton,GB,en,s
the-firm,company,employer,Example Ltd,2 Example Road,Exampleton,GB,en,s
the-buyer,company,,Buyer Ltd,3 Example Road,Exampleton,GB,en,s
`;
  const cwd = await makeFolder({ ...FILES, 'a/appeal.yaml': head, 'a/contacts.csv': contacts });
  const refused = await handbill(cwd, 'letters a --format txt');
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('No demand is put to the-buyer'),
  });
  expect((await handbill(cwd, 'letters a --format txt --to the-police,the-firm')).code).toBe(0);
  const letter = (id: string) => readFile(join(cwd, `out/letters/${id}.en.txt`), 'utf8');
  expect(await letter('the-firm')).toMatch(/Pay them/);
  expect(await letter('the-firm')).not.toMatch(/Release them/);
  expect(await letter('the-police')).not.toMatch(/Pay them/);
});
