import { contact } from '../model/contact.ts';
import { fieldsOf, isList, type Schema } from '../model/notes.ts';
import { sender } from '../model/sender.ts';

/** What stands behind a name that a template uses: a value to print, named values, or items to go through. */
export type Shape =
  | { readonly kind: 'value' }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly item: Shape };

const VALUE: Shape = { kind: 'value' };

/** What templates can name of an appeal. */
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

/** What templates can name of an event. */
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

/** What templates can name of a person. */
export const PERSON_FIELDS = ['id', 'name', 'role'] as const;

/** What templates can name of a correction. */
export const CORRECTION_FIELDS = ['day', 'now', 'before', 'withdrawn'] as const;

/** Everything that a template can name; all of it is there for every document, if without a value. */
export const CONTEXT: Shape = {
  kind: 'record',
  fields: {
    appeal: record(APPEAL_FIELDS),
    target: shapeOf(contact),
    sender: shapeOf(sender),
    ownWords: VALUE,
    language: VALUE,
    example: VALUE,
    demands: list(record(['id', 'text', 'own'])),
    oneDemand: VALUE,
    inCountry: VALUE,
    whatHappened: VALUE,
    actions: list(record(['kind', 'text'])),
    events: list(record(EVENT_FIELDS)),
    people: list(record(PERSON_FIELDS)),
    eventsHeading: VALUE,
    corrections: list(record(CORRECTION_FIELDS)),
  },
};

/** What templates may name of a record of the data: its values and lists; records inside it have their own helpers. */
function shapeOf(schema: Schema): Shape {
  const fields = fieldsOf(schema).filter(([key, field]) => key !== '$schema' && fieldsOf(field).length === 0);
  return {
    kind: 'record',
    fields: Object.fromEntries(fields.map(([key, field]) => [key, isList(field) ? list(VALUE) : VALUE])),
  };
}

function record(names: readonly string[]): Shape {
  return { kind: 'record', fields: Object.fromEntries(names.map((name) => [name, VALUE])) };
}

function list(item: Shape): Shape {
  return { kind: 'list', item };
}
