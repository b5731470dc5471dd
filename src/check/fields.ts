import type { z } from 'zod';
import { nearestOf } from '../model/nearest.ts';
import { inspect } from '../model/notes.ts';
import { PROBLEM_CODES, type Problem, type ProblemCode } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
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

function describeIssue(
  issue: Issue,
  root: unknown,
  file: LocatedFile,
  base: Path,
  schema: z.ZodType,
): Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = path.filter((step) => typeof step === 'string').join('.');
  const found = valueAt(root, path);
  // Who reads a log must not learn who signs.
  const tell = (short: string, long: string) => (file.personal ? short : long);
  const error = (
    code: ProblemCode,
    message: string,
    at = file.locate([...base, ...path]),
    hint?: string,
  ): Problem => ({
    severity: 'error',
    code,
    message,
    // A key of somebody's own may be a secret; those of the schema are none.
    values: issue.code === 'invalid_key' ? undefined : { field: name },
    at,
    hint,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = keysAt(schema, path).filter((k) => k !== '$schema');
        const near = nearestOf(key, known);
        const hint = near
          ? `Did you mean ${near}?`
          : known.length > 0
            ? `Known are: ${known.join(', ')}.`
            : undefined;
        return error(
          'unknown-key',
          tell('This key is not known here.', `${quote(key)} is not known here.`),
          file.locateKey([...base, ...path, key]),
          hint,
        );
      });
    case 'invalid_key':
      return issue.issues.map((inner) =>
        error(
          codeOf(inner, 'bad-language'),
          tell(`This key: ${inner.message}.`, `${quote(String(path.at(-1)))}: ${inner.message}.`),
          file.locateKey([...base, ...path]),
        ),
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
      const hint = near ? `Did you mean ${near}?` : undefined;
      const wanted = values.join(', ');
      const message = tell(
        `${name}: expected one of ${wanted}.`,
        `${name}: expected one of ${wanted}; found ${quote(found)}.`,
      );
      return [error('bad-value', message, undefined, hint)];
    }
    case 'invalid_type': {
      if (found === undefined) break;
      const where = name || 'The file';
      const wanted = typeName(issue.expected);
      return [
        error(
          'wrong-type',
          tell(`${where}: expected ${wanted}.`, `${where}: expected ${wanted}, found ${quote(found)}.`),
        ),
      ];
    }
  }
  if (found === undefined) {
    return [error('missing-value', `${name} is missing.`, undefined, `Add ${String(path.at(-1) ?? 'it')}.`)];
  }
  const code = codeOf(issue, 'bad-value');
  const message = tell(`${name}: ${issue.message}.`, `${name}: ${issue.message}; found ${quote(found)}.`);
  return [error(code, message, undefined, file.personal ? undefined : hintFor(code, found))];
}

/** Name of a problem that the model puts into an issue's parameters. */
function codeOf(issue: Issue, otherwise: ProblemCode): ProblemCode {
  const named = issue.code === 'custom' ? issue.params?.code : undefined;
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'bad-email';
  return PROBLEM_CODES.find((code) => code === named) ?? otherwise;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
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

function typeName(expected: string): string {
  const names: Record<string, string> = {
    object: 'keys with values',
    array: 'a list',
    string: 'text',
    record: 'keys with values',
    boolean: 'true or false',
  };
  return names[expected] ?? expected;
}

/** A value as a message shows it, cut to a readable length. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
