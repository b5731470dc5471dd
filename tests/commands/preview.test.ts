import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { HAS_NOTO, NOTO } from '../layout/noto.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** Starts a preview, which ends with the test. */
async function preview(folder: string, line: string): Promise<{ url: string; done: Promise<unknown> }> {
  const stop = new AbortController();
  let done: Promise<unknown> = Promise.resolve();
  const url = await new Promise<string>((resolve) => {
    const write = (text: string) => resolve(/http:\S+/.exec(text)?.[0] ?? text);
    done = handbill(folder, line, { stdout: { write }, interrupt: () => stop.signal });
  });
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  return { url, done };
}

interface Shown {
  readonly documents: readonly { readonly id: string }[];
  readonly problems: readonly unknown[];
}

async function readState(url: string): Promise<Shown> {
  return (await fetch(`${url}state`)).json() as Promise<Shown>;
}

/** Status of a request with another method or host name. */
function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string> },
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, options, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('every document and page is served, to this machine and with the token alone', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const { url } = await preview(folder, 'preview a');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/);
  const html = await fetch(url);
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await html.text()).toContain('<title>Free the strikers');
  const state = await readState(url);
  const ids = state.documents.map((d) => d.id);
  expect(ids).toEqual(
    expect.arrayContaining(['letters/example-ltd.en', 'letters/xx-embassy.en', 'leaflets/picket.en']),
  );
  for (const id of ids) {
    const found = await fetch(`${url}document?document=${id}`);
    const { files } = (await found.json()) as { files: { path: string }[] };
    expect(files.length, id).toBeGreaterThan(0);
    const page = await fetch(`${url}page?document=${id}&file=${files[0]!.path}&page=0`);
    expect(page.headers.get('content-type')).toContain('image/svg+xml');
    expect(await page.text()).toMatch(/^<svg/);
  }
  const wrong = new URL(url);
  wrong.pathname = `/${'0'.repeat(32)}/`;
  expect(await ask(wrong.href, {})).toBe(403);
  expect(await ask(new URL('/', url).href, {})).toBe(403);
  expect(await ask(url, { headers: { host: 'evil.example' } })).toBe(403);
  expect(await ask(url, { method: 'POST' })).toBe(403);
  expect(await ask(`${url}page?document=letters/example-ltd.en&file=../../etc/passwd&page=0`, {})).toBe(404);
  expect(await ask(`${url}../package.json`, {})).toBe(403);
});

test('a save is followed: what is wrong is told at its place, and the pages come back', async () => {
  const files = smallAppeal('a');
  const folder = await makeFolder(files);
  const { url } = await preview(folder, 'preview a');
  const reader = (await fetch(`${url}changes`)).body!.getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toBe('data: 1\n\n');
  await writeFile(join(folder, 'a/facts.csv'), files['a/facts.csv']!.replace('2026-05-01', '1 May'));
  expect(await next()).toBe('data: 2\n\n');
  const broken = await readState(url);
  // The last good pages stay beside the problem.
  expect(broken.documents).toHaveLength(3);
  expect(broken.problems).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        code: 'bad-date',
        at: expect.objectContaining({ file: 'a/facts.csv', line: 2 }),
      }),
    ]),
  );
  await writeFile(join(folder, 'a/facts.csv'), files['a/facts.csv']!);
  while ((await readState(url)).documents.length === 0) await next();
  await reader.cancel();
});

test('--contact-sheet puts every page into one PDF', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const { code, stdout } = await handbill(folder, 'preview a --contact-sheet all.pdf --json');
  const { documents, pages, file } = JSON.parse(stdout);
  expect({ code, file, pages }).toEqual({ code: 0, file: 'all.pdf', pages: 1 });
  expect(documents).toBeGreaterThanOrEqual(4);
  expect((await handbill(folder, 'preview a --contact-sheet all.png')).code).toBe(2);
});

test.skipIf(!HAS_NOTO)(
  `--contact-sheet takes the fonts that the pages are set in${HAS_NOTO ? '' : ' (skipped: Debian’s Noto fonts are not installed)'}`,
  async () => {
    const folder = await makeFolder(
      smallAppeal('a', {
        'contacts.csv':
          'id,kind,organisation,street,city,country,languages,source\n' +
          'example-ltd,company,ភ្នំពេញ,1 Example Road,Exampleton,GB,en,made up for a test\n',
      }),
    );
    const world = { fontFolders: [NOTO] };
    const ran = await handbill(folder, 'preview a --contact-sheet all.pdf', world);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('Noto') });
  },
);

test('a port that is taken is told as wrong use', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  expect(await handbill(folder, `preview a --port ${port}`)).toMatchObject({
    code: 2,
    stderr: `handbill: --port: ${port} is taken by another program. Name another, or leave it out: a free one is found then.\n`,
  });
});

test('a letter as text, a mail with its head, and the site with its files are served too', async () => {
  const files = smallAppeal('a');
  const folder = await makeFolder(files);
  const { url } = await preview(folder, 'preview a');
  const get = async (way: string) => {
    const reply = await fetch(`${url}${way}`);
    return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() };
  };
  const id = 'letters/example-ltd.en';
  const { files: made } = JSON.parse((await get(`document?document=${id}`)).text) as {
    files: { path: string; pages?: unknown[] }[];
  };
  const text = made.find(({ path }) => path.endsWith('.txt'));
  expect(text?.pages).toBeUndefined();
  const shown = await get(`text?document=${id}&file=${text!.path}`);
  expect(shown).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
  expect(shown.text).toContain('Example Ltd');

  const page = await get('site/en/index.html');
  expect(page.type).toContain('text/html');
  expect(page.text).toContain('Free the strikers');
  const ways = [...page.text.matchAll(/ (?:href|src)="(?!https?:|mailto:|#)([^"#?]+)"/g)].map(
    ([, way]) => way!,
  );
  expect(ways.length).toBeGreaterThan(10);
  for (const way of new Set(ways))
    expect((await fetch(new URL(way, `${url}site/en/index.html`))).status, way).toBe(200);
  const pdf = await fetch(`${url}site/letters/example-ltd.en.pdf`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect((await get('site/../../package.json')).status).not.toBe(200);
  expect((await get('site/en/none.html')).status).toBe(404);
  expect((await fetch(url)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test('the preview speaks the language of the interface, and opens where it is asked to', async () => {
  const folder = await makeFolder(smallAppeal('a'));
  const opened: string[] = [];
  const stop = new AbortController();
  const done = handbill(folder, 'preview a --open --ui-lang de', {
    open: (address: string) => opened.push(address),
    interrupt: () => stop.signal,
  });
  onTestFinished(async () => {
    stop.abort();
    await done;
  });
  await expect.poll(() => opened.length, { timeout: 60_000 }).toBe(1);
  const html = await (await fetch(opened[0]!)).text();
  expect(html).toContain('<html lang="de"');
  expect(html).toContain('Sprache');
  const head = join(folder, 'a/appeal.yaml');
  await writeFile(head, (await readFile(head, 'utf8')).replace('issued:', 'isued:'));
  await expect
    .poll(async () => JSON.stringify(await readState(opened[0]!)), { timeout: 60_000 })
    .toContain('Gemeint: issued?');
});
