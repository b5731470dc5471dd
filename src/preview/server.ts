import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FontBook } from '../layout/fonts.ts';
import type { Job } from '../plan/jobs.ts';
import { basePath } from '../plan/jobs.ts';
import type { PlannedFile, Planner } from '../plan/planned.ts';
import type { Problem } from '../problems.ts';
import { writeSvg } from '../write/svg.ts';
import { writePreviewPage } from './page.ts';

/** What is shown: the documents of an appeal as its files stand now. */
export interface PreviewState {
  readonly title: string;
  readonly jobs: readonly Job[];
  /** Undefined where the data has errors: then there are only problems to show. */
  readonly planner?: Planner | undefined;
  readonly fonts?: FontBook | undefined;
  /** Problems with their files named as a person would. */
  readonly problems: readonly Problem[];
  /** The pages are those from before a mistake, which `problems` tell. */
  readonly stale?: boolean | undefined;
}

/** A running preview. */
export interface Preview {
  /** With the token that the page can't be had without. */
  readonly url: string;
  /** Shows another state from now on; open pages follow. */
  readonly show: (state: PreviewState) => void;
  readonly close: () => void;
}

/** Style and script of the page. */
export interface PreviewAssets {
  readonly style: string;
  readonly script: string;
}

interface Reply {
  readonly code?: number;
  readonly type: string;
  readonly body: string;
}

const NOT_FOUND: Reply = { code: 404, type: 'text/plain', body: '' };

/** Serves a preview on 127.0.0.1, at a free port or at the one named; nobody but this machine, with the token, can see it. */
export async function startPreview(
  first: PreviewState,
  assets: PreviewAssets,
  nameProblems: (problems: readonly Problem[]) => readonly Problem[],
  port = 0,
): Promise<Preview> {
  const token = randomBytes(16).toString('hex');
  const listeners = new Set<ServerResponse>();
  let state = first;
  let version = 1;
  let shown = new Map<string, ReturnType<Planner>>();

  /** The document's pages; laid out when first asked for. */
  const planned = (id: string) => {
    const job = state.jobs.find((j) => basePath(j) === id);
    if (!job || !state.planner) return undefined;
    const known = shown.get(id) ?? state.planner(job);
    shown.set(id, known);
    return known;
  };

  const replyTo = (name: string, query: URLSearchParams): Reply => {
    const found = planned(query.get('document') ?? '');
    switch (name) {
      case '':
        return { type: 'text/html', body: writePreviewPage(state.title) };
      case 'preview.css':
        return { type: 'text/css', body: assets.style };
      case 'preview.js':
        return { type: 'text/javascript', body: assets.script };
      case 'state':
        return { type: 'application/json', body: JSON.stringify(describeState(state, version)) };
      case 'document': {
        if (!found) return NOT_FOUND;
        const problems = nameProblems(found.problems);
        return {
          type: 'application/json',
          body: JSON.stringify({ files: describeFiles(found.files), problems }),
        };
      }
      case 'page': {
        const file = found?.files.find((f) => f.path === query.get('file'));
        const page = file?.paged?.pages[Number(query.get('page'))];
        if (!file?.paged || !page || !state.fonts) return NOT_FOUND;
        return { type: 'image/svg+xml', body: writeSvg(page, file.paged, state.fonts, file.path) };
      }
      default:
        return NOT_FOUND;
    }
  };

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { port: own } = server.address() as AddressInfo;
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${own}`);
    const [, given = '', name = ''] = url.pathname.split('/');
    // Another host name means that a page elsewhere got this machine's browser to ask.
    const isOurs = [`127.0.0.1:${own}`, `localhost:${own}`].includes(request.headers.host ?? '');
    if (!isOurs || request.method !== 'GET' || !isToken(given, token)) {
      send(response, { code: 403, type: 'text/plain', body: '' });
    } else if (name === 'changes') {
      response.writeHead(200, headersOf('text/event-stream')).write(`data: ${version}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else send(response, replyTo(name, url.searchParams));
  };

  const server = createServer((request, response) => {
    try {
      answer(request, response);
    } catch (error) {
      send(response, {
        code: 500,
        type: 'text/plain',
        body: error instanceof Error ? error.message : String(error),
      });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}/${token}/`,
    show: (next) => {
      const isMistake = !next.planner && state.planner !== undefined;
      state = isMistake ? { ...state, problems: next.problems, stale: true } : next;
      version += 1;
      if (!isMistake) shown = new Map();
      for (const listener of listeners) listener.write(`data: ${version}\n\n`);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Nothing from elsewhere may be loaded, and no other page may frame or keep this one. */
function headersOf(type: string): Record<string, string> {
  return {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  };
}

function send(response: ServerResponse, { code = 200, type, body }: Reply): void {
  response.writeHead(code, headersOf(type)).end(body);
}

function describeState({ title, jobs, problems, stale = false }: PreviewState, version: number): object {
  const documents = jobs.map((job) => ({
    id: basePath(job),
    material: job.material,
    kind: job.kind,
    language: job.language,
    name: job.material === 'letter' ? job.target.id : job.kind,
  }));
  return { title, version, stale, documents, problems };
}

function describeFiles(files: readonly PlannedFile[]): object[] {
  return files.flatMap(({ path, paged }) =>
    paged ? [{ path, pages: paged.pages.map(({ width, height }) => ({ width, height })) }] : [],
  );
}
