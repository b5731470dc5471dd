import { isCountry } from '../model/country.ts';
import { insteadOf, nearestCountry } from '../model/country-names.ts';
import { nearestOf } from '../model/nearest.ts';
import { UsageError } from './usage-error.ts';

export { UsageError };

/** Checks the values of an option against those that exist; throws UsageError with the nearest of them. */
export function chooseFrom<T extends string>(
  option: string,
  values: readonly string[] | undefined,
  known: readonly T[],
): T[] | undefined {
  return values?.map((value) => {
    const found = known.find((k) => k === value);
    if (found !== undefined) return found;
    throw new UsageError(`${option}: there is no ${JSON.stringify(value)}. ${suggestFrom(value, known)}`);
  });
}

/** "Did you mean x?" where something is near, else the list of what there is. */
export function suggestFrom(value: string, known: readonly string[]): string {
  if (known.length === 0) return 'There is nothing to choose from.';
  const near = nearestOf(value, known);
  const names = known.join(', ');
  if (near === undefined) return known.length > 12 ? '' : `Choose from ${names}.`;
  return known.length > 12 ? `Did you mean ${near}?` : `Did you mean ${near}? Choose from ${names}.`;
}

/** Checks that the values of an option are countries; throws UsageError otherwise. */
export function checkCountries(option: string, values: readonly string[] | undefined): void {
  const wrong = values?.find((value) => !isCountry(value));
  if (wrong === undefined) return;
  const near = insteadOf(wrong) ?? nearestCountry(wrong);
  const hint = near === undefined ? '' : near.length === 2 ? `Did you mean ${near}?` : `${near}.`;
  throw new UsageError(
    `${option}: expected a country code of two letters such as DE (ISO 3166-1), found ${JSON.stringify(wrong)}. ${hint}`,
  );
}
