import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const ADDRESS = 'https://example.org/strike';

/** Runs `site` for the small appeal; gives what reads a file of it. */
async function makeSite(args: string, changes: Record<string, string> = {}) {
  const cwd = await makeFolder({ ...smallAppeal('a'), ...changes });
  const ran = await handbill(cwd, `site a ${args}`);
  return { cwd, ran, read: (path: string) => readFile(join(cwd, 'out/site', path), 'utf8') };
}

test.each([
  'javascript:alert(1)',
  'example.org',
  'ftp://example.org/',
  'https://example.org/?a=1',
  'https://example.org/#a',
  'https://me:word@example.org/',
])('--url %s is wrong use, and nothing is written', async (url) => {
  const { cwd, ran } = await makeSite(`--url ${url}`);
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('https://example.org/strike/') });
  expect(await listFiles(cwd)).not.toContain('out/site/index.html');
});

test('the feed tells the edition and each correction, and reads as Atom', async () => {
  const { 'a/appeal.yaml': head } = smallAppeal('a');
  const { cwd, read } = await makeSite('', {
    'a/appeal.yaml': head!.replace(
      'summary:\n  en: "Free the strikers"',
      'summary:\n  en: "Twelve < thirteen & more"',
    ),
  });
  const corrected = await handbill(
    cwd,
    'facts correct what-happened a --status withdrawn --source source-1 --date 2026-05-03',
  );
  expect(corrected).toMatchObject({ code: 0, stderr: '' });
  expect((await handbill(cwd, `site a --date 2026-05-04 --url ${ADDRESS}`)).code).toBe(0);
  const text = await read('en/feed.xml');
  expect(XMLValidator.validate(text)).toBe(true);
  const { feed } = new XMLParser({ ignoreAttributes: false }).parse(text);
  expect(feed['@_xmlns']).toBe('http://www.w3.org/2005/Atom');
  expect(feed.id).toBe(`${ADDRESS}/en/`);
  expect(feed.link.map((link: Record<string, string>) => link['@_href'])).toEqual([
    `${ADDRESS}/en/index.html`,
    `${ADDRESS}/en/feed.xml`,
  ]);
  const entries = [feed.entry].flat();
  expect(entries.length).toBe(2);
  expect(entries[1].updated).toBe('2026-05-03T00:00:00Z');
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(entries[0].content['#text']).toBe('Twelve < thirteen & more');
  for (const { updated } of entries) expect(updated).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
  const page = await read('en/index.html');
  expect(page).toContain('<link rel="alternate" type="application/atom+xml" href="../en/feed.xml">');
});

test('the sitemap names every page by its whole address, and there is none where no address is known', async () => {
  const { read } = await makeSite(`--url ${ADDRESS}`);
  const text = await read('sitemap.xml');
  expect(XMLValidator.validate(text)).toBe(true);
  const { urlset } = new XMLParser().parse(text);
  expect(urlset.url.map(({ loc }: { loc: string }) => loc).sort()).toEqual(
    ['index.html', 'letters/example-ltd.html', 'letters/xx-embassy.html'].map((p) => `${ADDRESS}/en/${p}`),
  );
  const without = await makeSite('');
  expect(await listFiles(join(without.cwd, 'out/site'))).not.toContain('sitemap.xml');
});

test('the frame for other sites is the act alone; the page gives the line to put into theirs', async () => {
  const { read, cwd } = await makeSite(`--embed --url ${ADDRESS}`);
  const frame = await read('en/embed.html');
  expect(frame).toContain('href="letters/example-ltd.html"');
  expect(frame).not.toContain('Twelve strikers were arrested');
  expect(await read('en/index.html')).toContain(`src&#x3D;&quot;${ADDRESS}/en/embed.html&quot;`);
  await handbill(cwd, 'site a --out plain');
  expect(await listFiles(join(cwd, 'plain'))).not.toContain('site/en/embed.html');
});

test('a page of one’s own goes before the bundled one; what could let a text be markup is refused', async () => {
  const { cwd } = await makeSite('');
  expect(await handbill(cwd, 'templates copy site/deadline a')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('a/templates/site/deadline.hbs is written.'),
  });
  const list = await handbill(cwd, 'templates list --appeal a');
  expect(list.stdout).toMatch(/site\/deadline\.hbs +all +appeal/);
  expect(list.stdout).toMatch(/site\/de\.yaml +de +bundled/);
  await writeFile(join(cwd, 'a/templates/site/deadline.hbs'), '<p class="mine">{{title}}</p>\n');
  expect((await handbill(cwd, 'site a')).code).toBe(0);
  const page = () => readFile(join(cwd, 'out/site/en/index.html'), 'utf8');
  expect(await page()).toContain('<p class="mine">Free the strikers</p>');
  await writeFile(join(cwd, 'a/templates/site/deadline.hbs'), '<p>\n  {{{title}}}</p>\n');
  const refused = await handbill(cwd, 'site a');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('a/templates/site/deadline.hbs:2:3');
  expect(await page()).toContain('class="mine"');
});

test('each language of the page has every label that English has, and no other', async () => {
  const folder = new URL('../../templates/site/', import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
  const labelsOf = async (name: string) =>
    Object.entries(parse(await readFile(new URL(name, folder), 'utf8')).labels as Record<string, string>);
  const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  const english = new Map(await labelsOf('en.yaml'));
  expect(names.length).toBeGreaterThan(19);
  for (const name of names) {
    const labels = await labelsOf(name);
    expect(labels.map(([label]) => label).sort(), name).toEqual([...english.keys()].sort());
    for (const [label, text] of labels)
      expect(placesIn(text), `${name} ${label}`).toEqual(placesIn(english.get(label)!));
  }
});
