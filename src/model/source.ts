import { z } from 'zod';
import { noted } from './notes.ts';
import { name as localName } from './text.ts';
import { id, partialDate, webUrl, words } from './values.ts';

/** The id of a source of the appeal. */
export const sourceId = noted(id, { refersTo: 'source' });

/** Where something can be read. */
export const source = noted(
  z.strictObject({
    id,
    title: localName,
    publisher: words.optional(),
    url: webUrl.optional(),
    date: partialDate.optional(),
    /** When somebody last saw it there. */
    seen: partialDate.optional(),
    /** Address of a copy in an archive, for when it is taken down. */
    archived: webUrl.optional(),
    /** Hash of a copy that was saved, as sha256sum prints it: whoever has one can tell that it is the same. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'expected 64 digits of 0-9 and a-f, as sha256sum prints them' })
      .optional(),
  }),
  { thing: { name: 'source', key: 'id', main: 'title' } },
);
