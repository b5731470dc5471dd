import { z } from 'zod';

/**
 * How a text per language is printed where a language lacks it: `text` is an error then; of a `name` any language steps in;
 * `forms` are those of a counted noun, and an error too; `own-name` stands as its owner writes it, and is not translated.
 */
export type WordingKind = 'text' | 'name' | 'forms' | 'own-name';

/** What the model says of a schema beyond its type. Whatever goes through the fields of the data reads it here. */
export interface SchemaNote {
  readonly wording?: WordingKind | undefined;
  /** Of a record: what it is called where documents note what they read, and in messages; the field that is its id. */
  readonly thing?: { readonly name: string; readonly key: string; readonly main?: string } | undefined;
  /** Names something else by its id. */
  readonly refersTo?: 'source' | 'voice' | 'addressee' | undefined;
  /** Its column in a table, where that isn't called as the field is. */
  readonly column?: string | undefined;
}

const notes = z.registry<SchemaNote>();

/** A schema of its own with a note. */
export function noted<S extends z.ZodType>(schema: S, note: SchemaNote): S {
  const own = schema.clone() as S;
  notes.add(own, note);
  return own;
}

/** A schema of the model; other floors go through it by the functions here. */
export type Schema = z.ZodType;

interface Inspectable {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly def?: { readonly innerType?: z.ZodType };
}

/** A schema without what wraps it (optional, with a default), and the note that it or a wrapping carries. */
export function inspect(schema: z.ZodType): { inner: Inspectable & z.ZodType; note: SchemaNote } {
  const note = notes.get(schema) as SchemaNote | undefined;
  const { innerType } = (schema as Inspectable).def ?? {};
  if (!innerType) return { inner: schema as Inspectable & z.ZodType, note: note ?? {} };
  const { inner, note: below } = inspect(innerType);
  return { inner, note: { ...below, ...note } };
}

/** The fields of a record by name; none for another schema. */
export function fieldsOf(schema: z.ZodType): [string, z.ZodType][] {
  return Object.entries(inspect(schema).inner.shape ?? {});
}

/** True for a field that holds several values. */
export function isList(schema: z.ZodType): boolean {
  return inspect(schema).inner.element !== undefined;
}

/** True for a field that holds yes or no. */
export function isBoolean(schema: z.ZodType): boolean {
  return inspect(schema).inner instanceof z.ZodBoolean;
}

/** A noted value, with the records that it stands in: the outermost first. */
export interface NotedValue {
  readonly note: SchemaNote;
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly within: readonly {
    readonly note: SchemaNote;
    readonly value: Readonly<Record<string, unknown>>;
  }[];
}

/** Every value that is there and whose schema says something of it, in the order of the schema. */
export function listNoted(
  schema: z.ZodType,
  value: unknown,
  path: NotedValue['path'] = [],
  within: NotedValue['within'] = [],
): NotedValue[] {
  if (value === undefined) return [];
  const { inner, note } = inspect(schema);
  if (note.wording ?? note.refersTo) return [{ note, path, value, within }];
  if (inner.element && Array.isArray(value))
    return value.flatMap((item, i) => listNoted(inner.element!, item, [...path, i], within));
  if (!inner.shape || typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const inside = note.thing ? [...within, { note, value: record }] : within;
  return fieldsOf(inner).flatMap(([key, field]) => listNoted(field, record[key], [...path, key], inside));
}
