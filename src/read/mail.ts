import { decodeBytes, decodeUnknown } from './encoding.ts';
import { readHtml } from './html.ts';
import type { TextDocument } from './text-document.ts';

/** Parts of parts that are looked into. */
const DEPTH = 8;

/** The text of a mail (RFC 5322, MIME by RFC 2045 and 2047): its plain part, else that of its page. */
export function readMail(bytes: Buffer): TextDocument {
  const { headers, body } = divide(bytes.toString('latin1'));
  const found = findText(headers, body, DEPTH);
  const subject = headers.get('subject');
  return {
    text: found?.text ?? '',
    title: subject
      ? decodeWords(subject)
          .replace(/^(?:(?:re|fwd?|aw|wg|tr|rv|enc|i)\s?: ?)+/i, '')
          .trim()
      : undefined,
    date: dayOf(headers.get('date')),
  };
}

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

function divide(entity: string): Entity {
  const text = entity.replaceAll('\r\n', '\n');
  const end = text.startsWith('\n') ? 0 : text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\n[ \t]/g, ' ').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? '' : text.slice(end).replace(/^\n{1,2}/, '') };
}

/** The best text of an entity: plain before a page. */
function findText(
  headers: Entity['headers'],
  body: string,
  depth: number,
): { text: string; isPlain: boolean } | undefined {
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^attachment/i.test(headers.get('content-disposition') ?? '')) return undefined;
  const boundary = parameterOf(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary && depth > 0) {
    const parts = `\n${body}`.split(`\n--${boundary}`).slice(1, 100);
    const texts = parts
      .filter((part) => !part.startsWith('--'))
      .map((part) => divide(part.slice(part.indexOf('\n') + 1)))
      .flatMap((part) => findText(part.headers, part.body, depth - 1) ?? []);
    return texts.find(({ isPlain }) => isPlain) ?? texts[0];
  }
  if (!/^text\//i.test(type)) return undefined;
  const bytes = decodeTransfer(body, headers.get('content-transfer-encoding') ?? '');
  const charset = parameterOf(type, 'charset');
  const text = charset ? decodeBytes(bytes, charset) : decodeUnknown(bytes);
  if (/^text\/html/i.test(type)) return { text: readHtml(text).text, isPlain: false };
  // Lines of format=flowed that end with a space go on in the next one (RFC 3676).
  const isFlowed = /format="?flowed/i.test(type);
  return { text: isFlowed ? text.replace(/(?<!--) \n/g, ' ') : text, isPlain: true };
}

function decodeTransfer(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  return unquote(body.replace(/=[ \t]?\n/g, ''));
}

function unquote(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Words of a header that were encoded, as they are read: `=?utf-8?B?…?=`. */
function decodeWords(header: string): string {
  return header
    .replace(/\?= =\?/g, '?==?')
    .replace(
      /=\?([\w-]{1,40})\?([bq])\?([^?]{0,500})\?=/gi,
      (_, charset: string, how: string, word: string) =>
        decodeBytes(
          /b/i.test(how) ? Buffer.from(word, 'base64') : unquote(word.replaceAll('_', ' ')),
          charset,
        ),
    );
}

function parameterOf(header: string, name: string): string | undefined {
  for (const part of header.split(';').slice(1)) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim().toLowerCase() === name)
      return part
        .slice(equals + 1)
        .trim()
        .replaceAll('"', '');
  }
  return undefined;
}

/** The day of a mail as its sender's clock had it. */
function dayOf(date = ''): string | undefined {
  const found = /(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4})/i.exec(date);
  if (!found) return undefined;
  const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
  const month = months.toLowerCase().indexOf(found[2]!.toLowerCase()) / 3 + 1;
  return `${found[3]}-${String(month).padStart(2, '0')}-${found[1]!.padStart(2, '0')}`;
}
