import MimeNode from 'nodemailer/lib/mime-node';
import type { Block, MergedDocument } from '../model/block.ts';
import { oneLine, plainLines } from '../model/escape.ts';
import type { MailHead } from '../model/mail.ts';
import { hashOf } from './files.ts';
import { writeText } from './text.ts';

/** A file that goes with a mail. */
interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

/** What stands in the head of a mail, or is no part of one. */
const NOT_IN_BODY = new Set<Block['role']>(['sender', 'recipient', 'date', 'subject']);
/** Longest line of flowed text (RFC 3676, section 4.2). */
const COLUMNS = 72;

/**
 * A letter, in one language or several, as a draft that a mail program opens (RFC 5322, `X-Unsent: 1`): flowed plain text (RFC 3676) in UTF-8. It
 * has no date and no message id, which would tell when and on which machine it was made; the program that sends it
 * puts them in.
 */
export async function writeEml(
  documents: readonly MergedDocument[],
  { to, cc = [], bcc = [], from }: MailHead,
  attachments: readonly Attachment[] = [],
): Promise<Uint8Array> {
  const text = plainLines(documents.map(mailText).join('\n* * *\n\n'));
  const root = new MimeNode('multipart/mixed', { baseBoundary: hashOf(text).slice(0, 24), keepBcc: true });
  const body = attachments.length > 0 ? root.createChild('text/plain') : root;
  body.setHeader('Content-Type', 'text/plain; charset=utf-8; format=flowed');
  body.setContent(flowText(text));
  for (const { name, type, content } of attachments) {
    const part = root.createChild(type, { filename: name });
    part.setHeader('Content-Disposition', 'attachment');
    part.setContent(Buffer.from(content));
  }
  if (from) root.setHeader('From', { name: oneLine(from.name), address: oneLine(from.email) });
  root.setHeader('To', to.map(oneLine));
  if (cc.length > 0) root.setHeader('Cc', cc.map(oneLine));
  if (bcc.length > 0) root.setHeader('Bcc', bcc.map(oneLine));
  root.setHeader('Subject', oneLine(documents.map(subjectOf).join(' / ')));
  root.setHeader('X-Unsent', '1');
  return withoutTraces(await root.build());
}

function subjectOf(document: MergedDocument): string {
  const blocks = document.blocks.filter(({ role }) => role === 'subject');
  return writeText({ ...document, blocks }, { columns: Number.POSITIVE_INFINITY })
    .trim()
    .replaceAll(/\s+/g, ' ');
}

/** The text of the mail, a paragraph a line. */
function mailText(document: MergedDocument): string {
  const blocks = document.blocks.filter(
    ({ role, kind }) => !NOT_IN_BODY.has(role) && kind !== 'signature-line',
  );
  return writeText({ ...document, blocks }, { columns: Number.POSITIVE_INFINITY });
}

/** Lines of at most 72 characters; one that goes on in the next ends with a space. */
function flowText(text: string): string {
  return text
    .split('\n')
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.trimEnd().split(' ')) {
        if (line !== '' && line.length + 1 + word.length > COLUMNS) {
          lines.push(`${line} `);
          line = word;
        } else line = line === '' ? word : `${line} ${word}`;
      }
      return [...lines, line].map(stuff);
    })
    .join('\r\n');
}

/** A space before what would be taken for something else at the start of a line (RFC 3676, section 4.4). */
function stuff(line: string): string {
  return /^( |>|From )/.test(line) ? ` ${line}` : line;
}

/** The message without the headers that tell time and machine. */
function withoutTraces(message: Buffer): Uint8Array {
  const text = message.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end).replace(/^(Date|Message-ID):.*(\r\n[ \t].*)*\r\n/gim, '');
  return Buffer.from(head + text.slice(end), 'latin1');
}
