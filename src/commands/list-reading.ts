import { isEncoding } from '../read/encoding.ts';
import { suggestFrom, UsageError } from './usage.ts';

/** Checks the name of an encoding; throws UsageError where there is none such. */
export function checkEncoding(name: string): void {
  if (isEncoding(name)) return;
  throw new UsageError(`--encoding: there is no ${JSON.stringify(name)}. Try windows-1251 or utf-8.`);
}

/** `field=value` pairs of an option; throws UsageError where the field isn't known. */
export function fieldPairs<Field extends string>(
  option: string,
  given: readonly string[] | undefined,
  fields: readonly Field[],
  isField = (name: string): name is Field => (fields as readonly string[]).includes(name),
): (readonly [Field, string])[] {
  return (given ?? []).map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    const [field, value] = [name.trim(), rest.join('=').trim()];
    if (!isField(field)) {
      throw new UsageError(
        `${option}: there is no field ${JSON.stringify(name)}. ${suggestFrom(name, fields)}`.trim(),
      );
    }
    if (value === '') throw new UsageError(`${option}: expected ${field}=…, found ${JSON.stringify(pair)}.`);
    return [field, value] as const;
  });
}
