import type { FontBook } from '../layout/fonts.ts';
import type { PlannedFile } from '../plan/planned.ts';
import { writeSvg } from '../write/svg.ts';
import { writeText } from '../write/text.ts';

/** What is answered to a request. */
export interface Reply {
  readonly code?: number;
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** The answer where there is nothing of that name. */
export const NOT_FOUND: Reply = { code: 404, type: 'text/plain', body: '' };

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml',
  ics: 'text/calendar',
  pdf: 'application/pdf',
  txt: 'text/plain',
  eml: 'message/rfc822',
};

/** A file as a browser takes it, by its ending. */
export function fileReply(path: string, body: string | Uint8Array): Reply {
  return { type: TYPES[path.replace(/^.*\./, '')] ?? 'application/octet-stream', body };
}

/** A page of a file as a picture. */
export function pageReply(file: PlannedFile | undefined, number: number, fonts: FontBook | undefined): Reply {
  const page = file?.paged?.pages[number];
  if (!file?.paged || !page || !fonts) return NOT_FOUND;
  return { type: 'image/svg+xml', body: writeSvg(page, file.paged, fonts, file.path) };
}

/** A text as it stands in its file; a mail with whom it goes to above its text, as a mail program shows it. */
export function textReply(file: PlannedFile | undefined): Reply {
  if (!file || file.format === 'pdf') return NOT_FOUND;
  const documents = file.second ? [file.document, file.second] : [file.document];
  const text = documents.map((document) => writeText(document, {})).join('\n* * *\n\n');
  const { to = [], cc = [], bcc = [], from } = file.mail ?? {};
  const head = Object.entries({ From: from ? [from.email] : [], To: to, Cc: cc, Bcc: bcc })
    .filter(([, addresses]) => addresses.length > 0)
    .map(([name, addresses]) => `${name}: ${addresses.join(', ')}\n`);
  return { type: 'text/plain', body: head.length > 0 ? `${head.join('')}\n${text}` : text };
}

/** Which files a document has, with the sizes of their pages in points; one without pages is a text. */
export function describeFiles(files: readonly PlannedFile[]): object[] {
  return files.map(({ path, paged, format }) => ({
    path,
    pages: format === 'pdf' ? paged?.pages.map(({ width, height }) => ({ width, height })) : undefined,
  }));
}
