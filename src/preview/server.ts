import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FontBook } from '../layout/fonts.ts';
import type { Job } from '../plan/jobs.ts';
import { basePath } from '../plan/jobs.ts';
import type { Planner } from '../plan/planned.ts';
import type { Problem } from '../problems.ts';
import { writePreviewPage } from './page.ts';
import { describeFiles, fileReply, NOT_FOUND, pageReply, type Reply, textReply } from './views.ts';

/** What is shown: the documents of an appeal as its files stand now. */
export interface PreviewState {
  readonly title: string;
  readonly jobs: readonly Job[];
  /** Undefined where the data has errors: then there are only problems to show. */
  readonly planner?: Planner | undefined;
  readonly fonts?: FontBook | undefined;
  /** Problems with their files named as a person would. */
  readonly problems: readonly Problem[];
  /** Makes the site: its files by their paths below it, each drawn when it is asked for. Left out where there is none. */
  readonly makeSite?: (() => ReadonlyMap<string, () => Promise<string | Uint8Array>>) | undefined;
  /** The pages are those from before a mistake, which `problems` tell. */
  readonly stale?: boolean | undefined;
}

/** A running preview. */
interface Preview {
  /** With the token that the page can't be had without. */
  readonly url: string;
  /** Shows another state from now on; open pages follow. */
  readonly show: (state: PreviewState) => void;
  readonly close: () => void;
}

/** Style, script and words of the page. */
interface PreviewAssets {
  readonly style: string;
  readonly script: string;
  readonly language: string;
  readonly say: (english: string) => string;
}

/** What frames a page: nobody, but for the pages of the site, which the preview itself shows. */
const NOBODY = "'none'";
const THE_PREVIEW = "'self'";

/** Connections at one time. */
const CONNECTIONS = 256;

/** What is shown now: documents are laid out, and the site is made, when they are first asked for. */
class Shown {
  version = 1;
  state: PreviewState;
  readonly #assets: PreviewAssets;
  readonly #nameProblems: NameProblems;
  #documents = new Map<string, ReturnType<Planner>>();
  #site: ReturnType<NonNullable<PreviewState['makeSite']>> | undefined;

  constructor(state: PreviewState, assets: PreviewAssets, nameProblems: NameProblems) {
    this.state = state;
    this.#assets = assets;
    this.#nameProblems = nameProblems;
  }

  /** Takes another state; where that is a mistake, the pages from before it stay. */
  change(next: PreviewState): void {
    const isMistake = !next.planner && this.state.planner !== undefined;
    this.state = isMistake ? { ...this.state, problems: next.problems, stale: true } : next;
    this.version += 1;
    if (!isMistake) [this.#documents, this.#site] = [new Map(), undefined];
  }

  reply(name: string, query: URLSearchParams): Reply {
    const { state, version } = this;
    const assets = this.#assets;
    const found = this.#planned(query.get('document') ?? '');
    const file = found?.files.find((f) => f.path === query.get('file'));
    switch (name) {
      case '':
        return { type: 'text/html', body: writePreviewPage(state.title, assets) };
      case 'preview.css':
        return { type: 'text/css', body: assets.style };
      case 'preview.js':
        return { type: 'text/javascript', body: assets.script };
      case 'state':
        return { type: 'application/json', body: JSON.stringify(describeState(state, version)) };
      case 'document': {
        if (!found) return NOT_FOUND;
        const problems = this.#nameProblems(found.problems);
        return {
          type: 'application/json',
          body: JSON.stringify({ files: describeFiles(found.files), problems }),
        };
      }
      case 'page':
        return pageReply(file, Number(query.get('page')), state.fonts);
      case 'text':
        return textReply(file);
      default:
        return NOT_FOUND;
    }
  }

  /** A file of the site, or of the material that lies in it. */
  async replyOfSite(path: string): Promise<Reply> {
    const { makeSite, jobs, fonts } = this.state;
    this.#site ??= makeSite?.();
    const draw = this.#site?.get(path);
    if (draw) return fileReply(path, await draw());
    const job = jobs.find((j) => path.startsWith(`${basePath(j)}.`));
    const file = job && this.#planned(basePath(job))?.files.find((f) => f.path === path);
    if (!file?.paged || !fonts) return textReply(file);
    return fileReply(path, await (await import('../write/pdf.ts')).writePdf(file.paged, fonts));
  }

  #planned(id: string): ReturnType<Planner> | undefined {
    const { jobs, planner } = this.state;
    const job = jobs.find((j) => basePath(j) === id);
    if (!job || !planner) return undefined;
    const known = this.#documents.get(id) ?? planner(job);
    this.#documents.set(id, known);
    return known;
  }
}

type NameProblems = (problems: readonly Problem[]) => readonly Problem[];

/** Serves a preview on 127.0.0.1, at a free port or at the one named; nobody but this machine, with the token, can see it. */
export async function startPreview(
  first: PreviewState,
  assets: PreviewAssets,
  nameProblems: NameProblems,
  port = 0,
): Promise<Preview> {
  const token = randomBytes(16).toString('hex');
  const listeners = new Set<ServerResponse>();
  const shown = new Shown(first, assets, nameProblems);
  const ownPort = () => (server.address() as AddressInfo).port;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const own = ownPort();
    const [path = '', query] = (request.url ?? '').split('?');
    const [, given = '', name = '', ...rest] = path.split('/');
    // Another host name means that a page elsewhere got this machine's browser to ask.
    const isOurs = [`127.0.0.1:${own}`, `localhost:${own}`].includes(request.headers.host ?? '');
    if (!isOurs || request.method !== 'GET' || !isToken(given, token)) {
      send(response, { code: 403, type: 'text/plain', body: '' });
    } else if (name === 'changes') {
      response.writeHead(200, headersOf('text/event-stream')).write(`data: ${shown.version}\n\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (name === 'site') {
      const file = decoded(rest.join('/'));
      send(response, file === undefined ? NOT_FOUND : await shown.replyOfSite(file), THE_PREVIEW);
    } else send(response, shown.reply(name, new URLSearchParams(query)));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const body = error instanceof Error ? error.message : String(error);
      send(response, { code: 500, type: 'text/plain', body });
    });
  });
  // A browser opens six at most; a page elsewhere that opens thousands takes no more file handles than these.
  server.maxConnections = CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${ownPort()}/${token}/`,
    show: (next) => {
      shown.change(next);
      for (const listener of listeners) listener.write(`data: ${shown.version}\n\n`);
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A path as it was before it went into an address; undefined for what no browser writes. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function isToken(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Nothing from elsewhere may be loaded, and no other page may frame or keep this one. */
function headersOf(type: string, framed = NOBODY): Record<string, string> {
  const isText = /^(text|application\/(json|xml))/.test(type);
  return {
    'content-type': isText ? `${type}; charset=utf-8` : type,
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors ${framed}; base-uri 'none'; form-action 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  };
}

function send(response: ServerResponse, { code = 200, type, body }: Reply, framed?: string): void {
  response.writeHead(code, headersOf(type, framed)).end(body);
}

function describeState(
  { title, jobs, problems, makeSite, stale = false }: PreviewState,
  version: number,
): object {
  const documents = jobs.map((job) => ({
    id: basePath(job),
    material: job.material,
    kind: job.kind,
    language: job.language,
    name: job.material === 'letter' ? job.target.id : job.kind,
  }));
  return { title, version, stale, documents, problems, hasSite: makeSite !== undefined };
}
