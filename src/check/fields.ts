import type { z } from 'zod';
import { nearestOf } from '../model/nearest.ts';
import { inspect } from '../model/notes.ts';
import { valueAt } from '../model/value-at.ts';
import { TIME_OF_DAY } from '../model/values.ts';
import { type Position, PROBLEM_CODES, type Problem, type ProblemCode, type Told } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { finding, phrase } from '../wordings.ts';
import { hintFor } from './meant.ts';

/** Holds located values against a schema; `base` is where the values stand in the file. */
export function checkFields<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  file: LocatedFile,
  base: Path = [],
): { value?: z.output<Schema>; problems: Problem[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, problems: [] };
  return {
    problems: parsed.error.issues.flatMap((issue) => describeIssue(issue, value, file, base, schema)),
  };
}

type Issue = z.core.$ZodIssue;

/** What a schema finds, as problems at their places; `root` is what was checked, `base` where that stands in the file. */
export function describeIssue(
  issue: Issue,
  root: unknown,
  file: LocatedFile,
  base: Path,
  schema: z.ZodType,
): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = path.filter((step) => typeof step === 'string').join('.');
  const found = valueAt(root, path);
  const at = file.locate([...base, ...path]);
  // Who reads a log must not learn who signs: of its values only what the schema says is told.
  const isSecret = file.personal === true;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, keysAt(schema, path), file, [...base, ...path, key]));
    case 'invalid_key':
      return issue.issues.map((inner) =>
        badKey(inner, String(path.at(-1)), found, file.locateKey([...base, ...path]), isSecret),
      );
    case 'invalid_union': {
      // The alternative that fits the kind of value tells best what is wrong.
      const inner = issue.errors.filter(
        (errors) => !errors.some((e) => e.path.length === 0 && e.code === 'invalid_type'),
      );
      if (found !== undefined && inner[0]) {
        return inner[0].flatMap((i) =>
          describeIssue({ ...i, path: [...issue.path, ...i.path] } as Issue, root, file, base, schema),
        );
      }
      break;
    }
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (found === undefined) break;
      const near = nearestOf(String(found), values);
      const wanted = { field: name, wanted: values.join(', '), found: quote(found), near: near ?? '' };
      const wording = isSecret ? 'bad-value/secret-choice' : 'bad-value/choice';
      return [finding('error', near ? `${wording}-near` : wording, wanted, { at })];
    }
    case 'invalid_type': {
      if (found === undefined) break;
      const values = {
        field: name || phrase('the-file', {}),
        wanted: typeName(issue.expected),
        found: quote(found),
      };
      return [finding('error', isSecret ? 'wrong-type/secret' : 'wrong-type/found', values, { at })];
    }
  }
  const isEmpty = found === '' && issue.code === 'too_small';
  if (found === undefined || isEmpty || codeOf(issue, 'bad-value') === 'missing-value') {
    return [finding('error', 'missing-value', { field: name, key: String(path.at(-1) ?? 'it') }, { at })];
  }
  return [badValue(issue, name, found, at, isSecret)];
}

/** A key that no key of its kind can be. */
function badKey(issue: Issue, name: string, found: unknown, at: Position, isSecret: boolean): Problem {
  const code = codeOf(issue, 'bad-language');
  // YAML makes a key without a value of what stands behind a comma in braces.
  const isTail = (found ?? '') === '' && code === 'bad-language';
  const wording = isSecret ? 'bad-value/secret-key' : isTail ? 'bad-value/key-comma' : 'bad-value/key';
  return { ...finding('error', wording, { key: quote(name), what: told(issue.message) }, { at }), code };
}

/** A value that is of the right type and yet none that the field can have. */
function badValue(
  issue: Issue,
  field: string,
  found: unknown,
  at: Position | undefined,
  isSecret: boolean,
): Problem {
  const code = codeOf(issue, 'bad-value');
  const values = { field, what: told(issue.message), found: quote(found) };
  if (isSecret) return { ...finding('error', 'bad-value/secret', values, { at }), code };
  const hint = hintFor(code, found);
  return hint === undefined
    ? { ...finding('error', 'bad-value/found', values, { at }), code }
    : { ...finding('error', 'bad-value/hint', { ...values, hint }, { at }), code };
}

/** What a schema says of a value: its English, which other languages have as it stands. */
function told(english: string): Told {
  return { english, values: {} };
}

function unknownKey(key: string, all: readonly string[], file: LocatedFile, path: Path): Problem {
  const known = all.filter((k) => k !== '$schema');
  const near = nearestOf(key, known) ?? '';
  const wording = file.personal ? 'unknown-key/secret' : 'unknown-key/key';
  const end = near !== '' ? '-near' : known.length > 0 ? '-known' : '';
  const values = { key: quote(key), near, known: known.join(', ') };
  return finding('error', `${wording}${end}`, values, { at: file.locateKey(path) });
}

/** Name of a problem that the model puts into an issue's parameters. */
function codeOf(issue: Issue, otherwise: ProblemCode): ProblemCode {
  const named = issue.code === 'custom' ? issue.params?.code : undefined;
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'bad-email';
  if (issue.code === 'invalid_format' && issue.pattern === String(TIME_OF_DAY)) return 'bad-time';
  return PROBLEM_CODES.find((code) => code === named) ?? otherwise;
}

/** Keys that the schema knows at a path, through lists, records, unions, optional and defaulted values. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  const { shape, element, valueType, options } = inspect(schema).inner;
  const [step, ...rest] = path;
  if (options) return [...new Set(options.flatMap((option) => keysAt(option, path)))];
  if (step === undefined) return Object.keys(shape ?? {});
  const below = shape ? shape[step] : (element ?? valueType);
  return below ? keysAt(below, rest) : [];
}

function typeName(expected: string): Told {
  const names: Readonly<Record<string, Told>> = {
    object: phrase('keys-with-values', {}),
    array: phrase('a-list', {}),
    string: phrase('text', {}),
    record: phrase('keys-with-values', {}),
    boolean: phrase('true-or-false', {}),
  };
  return names[expected] ?? told(expected);
}

/** A value as a message shows it, cut to a readable length. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
