import { contact } from '../model/contact.ts';
import { sender } from '../model/sender.ts';

/** What stands behind a name that a template uses: a value to print, named values, or items to go through. */
export type Shape =
  | { readonly kind: 'value' }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly item: Shape };

const VALUE: Shape = { kind: 'value' };

export const APPEAL_FIELDS = [
  'id',
  'title',
  'headline',
  'subject',
  'summary',
  'lead',
  'issuer',
  'issuerAddress',
  'issuerEmail',
  'issued',
  'actBefore',
  'boycott',
  'url',
] as const;

export const EVENT_FIELDS = [
  'id',
  'kind',
  'title',
  'date',
  'time',
  'when',
  'place',
  'address',
  'city',
  'where',
  'calledBy',
  'url',
  'example',
] as const;

export const CORRECTION_FIELDS = ['day', 'now', 'before', 'withdrawn'] as const;

/** Fields of a contact that hold several values. */
const CONTACT_LISTS = ['accredited', 'addressLines', 'phone', 'fax', 'email', 'languages'];

/** Everything that a template can name; all of it is there for every document, if without a value. */
export const CONTEXT: Shape = {
  kind: 'record',
  fields: {
    appeal: record(APPEAL_FIELDS),
    target: {
      kind: 'record',
      fields: Object.fromEntries(
        Object.keys(contact.shape)
          .filter((key) => key !== 'verified')
          .map((key) => [key, CONTACT_LISTS.includes(key) ? list(VALUE) : VALUE]),
      ),
    },
    sender: record(Object.keys(sender.shape).filter((key) => key !== 'imprint' && key !== '$schema')),
    ownWords: VALUE,
    language: VALUE,
    example: VALUE,
    demands: list(record(['id', 'text', 'own'])),
    actions: list(record(['kind', 'text'])),
    events: list(record(EVENT_FIELDS)),
    corrections: list(record(CORRECTION_FIELDS)),
  },
};

function record(names: readonly string[]): Shape {
  return { kind: 'record', fields: Object.fromEntries(names.map((name) => [name, VALUE])) };
}

function list(item: Shape): Shape {
  return { kind: 'list', item };
}
