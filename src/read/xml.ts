import { parser as makeParser, type QualifiedTag, type SAXParser, type Tag } from 'sax';
import { formatLimit, LIMITS } from '../model/limits.ts';
import { problem } from './source.ts';

/** What is done with the parts of an XML file, in the order in which they stand there. */
interface XmlReader {
  /** `line` counts from 1, where the tag ends. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Bytes that are parsed in one go. */
const PIECE = 64 * 1024;

/**
 * Reads XML from its beginning to its end, holding nothing of it. Entities of its own aren't expanded: there is no way
 * to make much of little. Throws ProblemError where it isn't well-formed.
 */
export function readXml(bytes: Buffer, file: string, { open, close, text }: XmlReader): void {
  const sax: SAXParser = makeParser(true, { trim: false, normalize: false });
  let depth = 0;
  sax.onopentag = ({ name, attributes }: Tag | QualifiedTag) => {
    depth++;
    if (depth > LIMITS.elements)
      throw problem('too-large/elements', file, { most: formatLimit(LIMITS.elements) });
    open?.(name, attributes as Record<string, string>, sax.line + 1);
  };
  sax.onclosetag = (name) => {
    depth--;
    close?.(name);
  };
  sax.ontext = (piece) => text?.(piece);
  sax.oncdata = (piece) => text?.(piece);
  sax.onerror = (error) => {
    const why = error.message.split('\n')[0]!;
    throw problem('file-unreadable/xml', file, { why });
  };
  const decoder = new TextDecoder();
  for (let i = 0; i < bytes.length; i += PIECE)
    sax.write(decoder.decode(bytes.subarray(i, i + PIECE), { stream: true }));
  sax.write(decoder.decode()).close();
}
