import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { linkTo } from '../../src/batch/site-letter.ts';
import * as thumbnails from '../../src/batch/thumbnails.ts';
import { LABELS } from '../../src/model/labels.ts';
import { LEAFLET_KINDS } from '../../src/model/material.ts';
import { type SiteWords, siteWords } from '../../src/model/site.ts';
import type { SiteEdition } from '../../src/plan/site.ts';
import type { SiteLetter } from '../../src/plan/site-letter.ts';
import { listFiles, makeFolder, readFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const HOSTILE = `Example <script>alert(1)</script> "Ltd" onload='x' </title><img src=x onerror=alert(1)> & Co`;

test('a page and a letter in each language, the material beside them, and nothing outside', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const { code, stdout } = await handbill(folder, 'site a --out public');
  expect(code).toBe(0);
  expect(stdout).toContain('public/site/index.html');
  const files = await listFiles(join(folder, 'public'));
  expect(files).toEqual(
    expect.arrayContaining([
      'site/act.js',
      'site/en/index.html',
      'site/en/letters/example-ltd.html',
      'site/en/letters/xx-embassy.html',
      'site/index.html',
      'site/letters/example-ltd.en.pdf',
      'site/letters/example-ltd.en.txt',
      'site/style.css',
    ]),
  );
  // What tells which files handbill wrote lies beside what is published.
  const records = files.filter((file) => !file.startsWith('site/'));
  expect(records.sort()).toEqual([
    'handbill-site/handbill-drawn.json',
    'handbill-site/handbill-manifest.json',
    'handbill-site/handbill-pages.json',
  ]);
  expect(files.filter((file) => file.startsWith('site/') && file.endsWith('.json'))).toEqual([]);
  const page = await readFile(join(folder, 'public/site/en/index.html'), 'utf8');
  expect(page).toContain('On 1 May 2026 twelve strikers were arrested.');
  expect(page).toContain('href="letters/example-ltd.html"');
  for (const [, href] of page.matchAll(/ href="([^"#:]+)"/g)) {
    const target = new URL(href!, 'http://x/en/').pathname.replace(/\/$/, '/index.html');
    expect(files, href).toContain(`site${target}`);
  }
});

test('pictures for sharing are PNGs of the sizes that networks show, and go with links to the page', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  await handbill(folder, 'site a --url https://example.org/strike');
  const size = async (name: string) => {
    const { width, height } = PNG.sync.read(await readFile(join(folder, 'out/site/pictures', name)));
    return [width, height];
  };
  expect(await size('en.wide.png')).toEqual([1200, 630]);
  expect(await size('en.tall.png')).toEqual([1080, 1350]);
  const page = await readFile(join(folder, 'out/site/en/index.html'), 'utf8');
  expect(page).toContain(
    '<meta property="og:image" content="https://example.org/strike/pictures/en.wide.png">',
  );
  expect(page).toContain('<meta property="og:url" content="https://example.org/strike/en/index.html">');
});

test('texts of the appeal are text on the page, and nothing but', async () => {
  const { 'a/contacts.csv': contacts, ...rest } = smallAppeal('a');
  const cell = `"${HOSTILE.replaceAll('"', '""')}"`;
  const folder = await makeFolder({ ...rest, 'a/contacts.csv': contacts!.replace('Example Ltd', cell) });
  const { code } = await handbill(folder, 'site a');
  expect(code).toBe(0);
  for (const file of (await listFiles(join(folder, 'out/site'))).filter((f) => f.endsWith('.html'))) {
    const html = await readFile(join(folder, 'out/site', file), 'utf8');
    const ours =
      /<script src="(\.\.\/)*(?:act|letter|countries)\.js"><\/script>|<img src="(?:thumbnails|pictures)\/[\w.-]+\.png"|<img src="\.\.\/(?:thumbnails|pictures)\/[\w.-]+\.png"/g;
    const tags = html.replace(ours, '').match(/<(script|img)\b(?! type="application\/(?:ld\+)?json")[^>]*>/g);
    expect(tags ?? [], file).toEqual([]);
    expect(html, file).not.toMatch(/<[^>]* on\w+=/);
    expect(html, file).not.toMatch(/href="(?!https?:|mailto:|tel:|#|[\w./-]*")/);
  }
});

test('a second run writes nothing; an edited page is kept and told; what is gone is removed', async () => {
  const files = smallAppeal('a');
  const folder = await makeFolder(files);
  await handbill(folder, 'site a');
  const before = await readFolder(join(folder, 'out/site'));
  const again = await handbill(folder, 'site a --json');
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, pages: [], removed: [] });
  expect(await readFolder(join(folder, 'out/site'))).toEqual(before);

  await writeFile(join(folder, 'out/site/style.css'), 'body{color:red}');
  const kept = await handbill(folder, 'site a');
  expect(kept.stderr).toContain('style.css was edited');
  expect(await readFile(join(folder, 'out/site/style.css'), 'utf8')).toBe('body{color:red}');
  await handbill(folder, 'site a --force');
  expect(await readFolder(join(folder, 'out/site'))).toEqual(before);

  const contacts = files['a/contacts.csv']!.split('\n').filter((line) => !line.startsWith('xx-embassy'));
  await writeFile(join(folder, 'a/contacts.csv'), contacts.join('\n'));
  const gone = await handbill(folder, 'site a --json --force');
  expect(JSON.parse(gone.stdout).removed).toContain('en/letters/xx-embassy.html');
});

test('names in another language than the page say which', async () => {
  const contacts = `id,kind,organisation.de,city,country,languages,source
example-ag,company,Beispiel AG,Musterstadt,DE,de;en,made up for a test
xx-embassy,embassy,Botschaft von Beispielland,Musterstadt,DE,de;en,made up for a test
`;
  const folder = await makeFolder(smallAppeal('a', { 'contacts.csv': contacts }));
  await handbill(folder, 'site a');
  const page = await readFile(join(folder, 'out/site/en/index.html'), 'utf8');
  expect(page).toContain(
    '<a href="letters/example-ag.html"><bdi lang="de">Beispiel AG</bdi>, Musterstadt, Germany</a>',
  );
  const letter = await readFile(join(folder, 'out/site/en/letters/example-ag.html'), 'utf8');
  expect(letter).toContain('<bdi lang="de">Beispiel AG, Musterstadt, Germany</bdi>');
});

test('a letter of which nobody knows where it is delivered is printed for no post', async () => {
  const contacts = `id,kind,organisation,street,city,country,email,languages,source
example-ltd,company,Example Ltd,1 Example Road,Exampleton,GB,,en,made up for a test
xx-embassy,embassy,Embassy of Exampleland,,Exampleton,GB,embassy@example.org,en,made up for a test
`;
  const folder = await makeFolder(smallAppeal('a', { 'contacts.csv': contacts }));
  await handbill(folder, 'site a');
  const letterTo = (id: string) => readFile(join(folder, `out/site/en/letters/${id}.html`), 'utf8');
  const [posted, mailed] = [await letterTo('example-ltd'), await letterTo('xx-embassy')];
  for (const part of ['<h3>Post</h3>', 'data-print', 'example-ltd.en.pdf']) expect(posted).toContain(part);
  for (const part of ['<h3>Post</h3>', 'data-print', '.pdf']) expect(mailed).not.toContain(part);
  expect(mailed).toContain('data-copy="letter"');
});

test('between the name of an office and its place stands the comma of the page’s language', () => {
  const contact = { id: 'xx-embassy', city: 'Exampleton' };
  const letter = {
    contact,
    organisation: { text: 'سفارة' },
    address: { abroad: [] },
  } as unknown as SiteLetter;
  const labels = { 'part-join': '، ' };
  const edition = { homes: [], labels: {}, words: { labels } } as unknown as SiteEdition;
  expect(linkTo(letter, edition)).toMatchObject({ name: 'سفارة', comma: '، ', place: 'Exampleton' });
});

test('a pair of languages is wrong use: each has pages of its own', async () => {
  const { code, stderr } = await handbill('/', 'site --lang ar+fr');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'handbill: --lang: each language has pages of its own here. Write ar,fr for ar+fr.\n',
  });
});

test('the archived copy of a source stands beside it, named by who keeps it', async () => {
  const small = smallAppeal('a');
  const title = '"Our union, 2 May 2026"';
  const archived = 'https://web.archive.org/web/2026/https://example.org/a';
  const named = small['a/appeal.yaml']!.replace(
    title,
    `${title}\n    url: https://example.org/a\n    archived: ${archived}`,
  );
  expect(named).not.toBe(small['a/appeal.yaml']);
  const folder = await makeFolder({ ...small, 'a/appeal.yaml': named });
  expect(await handbill(folder, 'site a --out public')).toMatchObject({ code: 0 });
  const page = await readFile(join(folder, 'public/site/en/index.html'), 'utf8');
  expect(page).toContain(`href="${archived}"`);
  expect(page).toMatch(/>web\.archive\.org<\/(?:a|bdi)>/);
});

test('a letter on a page is written by the one person who fills it in', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  expect(await handbill(folder, 'site a --lang en --out public')).toMatchObject({ code: 0 });
  const letter = await readFile(join(folder, 'public/site/en/letters/xx-embassy.html'), 'utf8');
  expect(letter).toContain('I am writing to you');
  expect(letter).not.toContain('We are writing to you');
});

test('of very many letters a page goes on to the next hundred, and to each from somewhere', async () => {
  const files = smallAppeal('a');
  const row = (i: number) =>
    `office-${i},company,Office ${i} Ltd,${i} Road,EX1 1EX,Exampleton,GB,en,made up\n`;
  const rows = Array.from({ length: 120 }, (_, i) => row(i)).join('');
  const cwd = await makeFolder({
    ...files,
    'a/contacts.csv': `${files['a/contacts.csv']!.split('\n')[0]}\n${rows}`,
  });
  expect(await handbill(cwd, 'site a --workers 1')).toMatchObject({ code: 0 });
  const reached = new Set<string>();
  for (let i = 0; i < 120; i += 1) {
    const page = await readFile(join(cwd, `out/site/en/letters/office-${i}.html`), 'utf8');
    const ids = [...page.matchAll(/"id":"(office-\d+)"/g)]
      .map(([, id]) => id!)
      .filter((id) => id !== `office-${i}`);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) reached.add(id);
  }
  expect(reached.size).toBe(120);
});

test('an unchanged site lays out no leaflet again, and what changes gives the bytes of a site made from nothing', async () => {
  const files = smallAppeal('a');
  const folder = await makeFolder(files);
  await handbill(folder, 'site a');
  const drawn = join(folder, 'out/handbill-site/handbill-drawn.json');
  const first = await readFolder(join(folder, 'out'));
  const counts = vi.spyOn(thumbnails, 'layoutSheets');
  await handbill(folder, 'site a');
  expect(counts).not.toHaveBeenCalled();
  expect(await readFolder(join(folder, 'out'))).toEqual(first);
  // Where nothing tells what was drawn, all is drawn anew, to the same bytes.
  await writeFile(drawn, '{}');
  await handbill(folder, 'site a');
  expect(counts).toHaveBeenCalled();
  expect(await readFolder(join(folder, 'out'))).toEqual(first);
  counts.mockRestore();

  const yaml = files['a/appeal.yaml']!;
  const other = yaml.replace(/^(title:.*?)(strikers)/ms, '$1six $2');
  expect(other).not.toBe(yaml);
  for (const [text, flags] of [
    [other, ''],
    [yaml, ' --url https://example.org/strike/'],
    [other, ' --url https://example.org/strike/'],
  ] as const) {
    await writeFile(join(folder, 'a/appeal.yaml'), text);
    for (const out of ['out', 'fresh']) {
      await rm(join(folder, 'fresh'), { recursive: true, force: true });
      await handbill(folder, `site a --out ${out}${flags}`);
    }
    expect(await readFolder(join(folder, 'out/site'))).toEqual(await readFolder(join(folder, 'fresh/site')));
  }
  const picture = join(folder, 'out/site/pictures/en.wide.png');
  await writeFile(picture, 'mine');
  const { stderr } = await handbill(folder, 'site a --url https://example.org/strike/');
  expect(stderr).toContain('pictures/en.wide.png');
  expect(await readFile(picture, 'utf8')).toBe('mine');
  await handbill(folder, 'clean');
  expect(await listFiles(join(folder, 'out'))).toEqual(
    ['site/pictures/en.wide.png', 'handbill-site/handbill-pages.json'].sort(),
  );
});

test('each kind of leaflet has a name in every language of the site', async () => {
  const folder = new URL('../../templates/site/', import.meta.url);
  const named: readonly string[] = LABELS;
  const unnamed = LEAFLET_KINDS.filter((kind) => !named.includes(kind));
  expect(unnamed.length).toBeGreaterThan(0);
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.yaml'))) {
    const { language, labels } = siteWords.parse(parse(await readFile(new URL(file, folder), 'utf8')));
    const sheets = unnamed.map((kind) => ({
      job: { kind, language },
      path: `leaflets/${kind}.${language}.a3.pdf`,
      height: 424,
      draw: async () => new Uint8Array(),
    }));
    const { links } = thumbnails.listThumbnails(
      sheets,
      new Map(),
      new Map([[language, labels as SiteWords['labels']]]),
    );
    for (const [i, { name }] of links.get(language)!.entries()) {
      expect(name).toMatch(/^\p{L}.* · A3$/u);
      expect(name).not.toContain(unnamed[i]);
    }
  }
});
