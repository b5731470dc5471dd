import { formatLimit, LIMITS } from '../model/limits.ts';
import { readDocx } from './docx.ts';
import { decodeUnknown } from './encoding.ts';
import { readHtml } from './html.ts';
import { readMail } from './mail.ts';
import { readOdt } from './odt.ts';
import { readRtf } from './rtf.ts';
import { problem, readBytes, readStream } from './source.ts';
import type { TextDocument } from './text-document.ts';
import { openZipOf } from './zip.ts';

/** Reads a text, mail, web page, or document of a word processor, told by its first bytes. Throws ProblemError. */
export async function readTextDocument(file: string): Promise<TextDocument> {
  return parseTextDocument(Buffer.from(await readBytes(file, { limit: LIMITS.arrived })), file);
}

/** Reads what is piped in, as `readTextDocument` does a file. Throws ProblemError. */
export async function readPipedDocument(
  stream: AsyncIterable<Uint8Array>,
  file: string,
): Promise<TextDocument> {
  return parseTextDocument(Buffer.from(await readStream(stream, file, LIMITS.arrived)), file);
}

/** The text in the bytes of a document; `file` is what messages call it. Throws ProblemError. */
export async function parseTextDocument(bytes: Buffer, file: string): Promise<TextDocument> {
  const document = await parseByForm(bytes, file);
  const text = tidy(document.text);
  if (text.length > LIMITS.told) throw problem('too-large/text', file, { most: formatLimit(LIMITS.told) });
  if (text === '') throw problem('file-unreadable/no-text', file);
  return { ...document, text };
}

async function parseByForm(bytes: Buffer, file: string): Promise<TextDocument> {
  const start = bytes.subarray(0, 8).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) {
    const packed = await openZipOf(bytes, file);
    if (packed.names.has('word/document.xml')) return readDocx(file, packed);
    if (packed.names.has('content.xml')) return readOdt(file, packed);
    throw problem('file-unreadable/no-document', file);
  }
  if (start.startsWith('%PDF')) throw problem('file-unreadable/pdf-text', file);
  if (start.startsWith('{\\rtf')) return readRtf(bytes.toString('latin1'), file);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) throw problem('file-unreadable/old-word', file);
  const text = decodeUnknown(bytes);
  const head = text.slice(0, 2_000).trimStart();
  if (/^(?:<!doctype html|<html|<head|<body|<\?xml|<meta|<div|<p[ >])/i.test(head)) return readHtml(text);
  const isMail =
    /^(?:from|date|subject|mime-version|received|return-path|message-id|to|delivered-to|x-[\w-]{1,40}): ?\S/i;
  return isMail.test(head) && /^(?:subject|message-id|mime-version): ?\S/im.test(text.slice(0, 20_000))
    ? readMail(bytes)
    : { text };
}

/** Line ends as one, no spaces at line ends, no more than one empty line, and no characters that nobody sees. */
function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(/(?![\n\r\t])\p{Cc}/gu, '')
    .split('\n')
    .map((line) => line.replaceAll('\u00a0', ' ').replaceAll('\t', ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
