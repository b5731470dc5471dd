import { countryOf } from '../model/country-names.ts';
import { addressParts, findTown, readPlace } from './address-parts.ts';

/** Codes of countries that are no state of another, as `CA` and `DE` are. */
const CLEAR_CODES = new Set(['UK', 'GB', 'US']);

/**
 * Street, town and country of an address that stands in one cell: `1 Example Road, 12345 Exampleton, Germany`; undefined
 * where nothing tells its town. What is told in cells of their own completes it, but for the region of an address as Mailchimp
 * writes it: that tells where a computer stands.
 */
export function divideAddress(
  street: string | undefined,
  told: { readonly country?: string | undefined; readonly region?: string | undefined },
) {
  if (street === undefined) return undefined;
  // Mailchimp has two spaces between the parts, and the country's code last.
  const isSpaced = / {2}/.test(street);
  const parts = addressParts(isSpaced ? street.replaceAll(/ {2,}/g, ', ') : street);
  const last = parts.at(-1) ?? '';
  const isNamed = parts.length > 1 && (isSpaced || last.length > 2 || CLEAR_CODES.has(last));
  const named = isNamed ? countryOf(last) : undefined;
  const rest = named === undefined ? parts : parts.slice(0, -1);
  const country = told.country ?? named;
  // Without a code nothing tells the town from the last part of a street.
  const town = country === undefined ? undefined : findTown(rest, country);
  if (!town?.city) return undefined;
  const region = isSpaced ? undefined : told.region;
  return { ...(region !== undefined && { region }), ...readPlace(rest, country), country };
}
