import type { PagedDocument } from '../model/page.ts';
import { inSection } from './retag.ts';

/** Joins documents to one, each a section in its own language; title, day and direction are those of the first. */
export function joinDocuments(docs: readonly [PagedDocument, ...PagedDocument[]]): PagedDocument {
  const sections = docs.map((doc) => inSection(doc, { language: doc.language }));
  const pages = sections.flatMap((doc) => doc.pages);
  const reading = sections.flatMap((doc) => doc.reading ?? doc.pages);
  const images = new Map(docs.flatMap((doc) => [...(doc.images ?? [])]));
  return { ...docs[0], pages, reading, images };
}
