import { connect } from 'node:net';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { startPreview } from '../../src/preview/server.ts';
import { tryReader } from './trial.ts';

const SITE = new Map([['index.html', async () => '<p>the site']]);

/** A preview of nothing but a site; gone when the test ends. */
async function serve() {
  const preview = await startPreview(
    { title: 'Strike', jobs: [], problems: [], makeSite: () => SITE },
    { style: '', script: '', language: 'en', say: (english) => english },
    (problems) => problems,
  );
  onTestFinished(preview.close);
  const { port, pathname } = new URL(preview.url);
  return { ...preview, port: Number(port), token: pathname.slice(1, -1) };
}

/** Sends bytes as they are, and gives what comes back; without an end of the request it gives up after a moment. */
function send(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text, 'latin1'));
    const end = () => {
      resolve(answer);
      socket.destroy();
    };
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (answer.includes('\r\n\r\n')) end();
    });
    socket.on('error', end).on('close', end).setTimeout(400, end);
  });
}

const METHODS = 'GET GET GET POST PUT DELETE OPTIONS HEAD TRACE CONNECT PATCH get'.split(' ');
const NAMES = [
  ...[
    '',
    'state',
    'site/index.html',
    'page?document=x&file=../../etc/passwd&page=-1',
    'document?document=../x',
  ],
  ...[
    'site/../../../etc/passwd',
    'site/%2e%2e/%2e%2e/etc/passwd',
    'site/%',
    'site/%ff%00',
    '../package.json',
    '__proto__',
  ],
  ...[
    'site//etc/passwd',
    'text?file=%',
    'page?page=1e999',
    'constructor',
    `site/${'a/'.repeat(3000)}`,
    'state?x#y',
  ],
];
const HOSTS = [
  'evil.example',
  '127.0.0.1',
  'localhost:1',
  'own',
  'own',
  'own',
  '[::1]',
  '',
  '127.0.0.1.evil.example:own',
  'x\0',
];
const FURTHER = [
  ...[
    '',
    'Origin: https://evil.example',
    'X-Forwarded-Host: 127.0.0.1',
    'Transfer-Encoding: chunked',
    'Upgrade: websocket',
  ],
  ...[
    `X: ${'x'.repeat(20_000)}`,
    'x\r\n'.repeat(500),
    'Content-Length: 99999999999',
    'Expect: 100-continue',
    ' folded',
  ],
];
const requests = fc.record({
  method: fc.constantFrom(...METHODS),
  start: fc.constantFrom('/', '/', '/', '//', 'http://evil.example/', '/../', ''),
  token: fc.constantFrom('own', 'own', '0'.repeat(32), '', 'own0', 'OWN', '%00', '..'),
  name: fc.constantFrom(...NAMES),
  host: fc.constantFrom(...HOSTS),
  further: fc.constantFrom(...FURTHER),
  end: fc.constantFrom('\r\n\r\n', '\r\n\r\n', '\r\n\r\n', '\n\n', '', '\r\n\r\nGET / HTTP/1.1\r\n\r\n'),
});

test('what a page elsewhere or another program may ask', { timeout: 600_000 }, async () => {
  const { port, token, url } = await serve();
  await tryReader({
    what: 'requests to the preview',
    cases: 1_000,
    inputs: requests,
    read: async (asked) => {
      const given = asked.token === 'OWN' ? token.toUpperCase() : asked.token.replace('own', token);
      const host = asked.host === 'own' ? `127.0.0.1:${port}` : asked.host.replace('own', `${port}`);
      const further = asked.further === '' ? '' : `\r\n${asked.further}`;
      const line = `${asked.method} ${asked.start}${given}/${asked.name} HTTP/1.1\r\nHost: ${host}${further}${asked.end}`;
      const answer = await send(port, line);
      const code = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];
      expect(
        [undefined, '200', '403', '404', '400', '405', '408', '417', '431', '100'],
        `${line}\n${answer}`,
      ).toContain(code);
      if (code === '200') {
        const isAsked = asked.method === 'GET' && asked.host === 'own' && given === token;
        expect(isAsked, `${line}\n${answer}`).toBe(true);
      }
      expect(answer).not.toMatch(/access-control-allow|root:|at \w+ \(/i);
      expect(await send(port, `GET /${token}/state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)).toContain(
        '200 OK',
      );
    },
  });
  expect((await fetch(url)).status).toBe(200);
});

test('a thousand connections that say nothing take no more than a browser’s, and leave room for it after', {
  timeout: 60_000,
}, async () => {
  const { port, url } = await serve();
  const sockets = Array.from({ length: 1_000 }, () =>
    connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .resume(),
  );
  const open = () => sockets.filter(({ closed, destroyed }) => !closed && !destroyed).length;
  await expect.poll(open, { timeout: 20_000 }).toBeLessThanOrEqual(256);
  for (const socket of sockets) socket.destroy();
  await expect.poll(async () => (await fetch(url)).status).toBe(200);
});
