import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';

/** Forms that the library (Unicode CLDR's old table) doesn't know. */
const FURTHER: Readonly<Record<string, RegExp>> = {
  // Kazpost: alphanumeric codes such as A10B7C8 beside those of six digits, since 2015.
  KZ: /^[A-Z]\d{2}[A-Z]\d[A-Z]\d$/,
};

/** False where a country's postal codes never look like this; undefined where it has none or nobody knows. */
export function isPostalCode(code: string, country: string): boolean | undefined {
  if (!postcodeValidatorExistsForCountry(country)) return undefined;
  return postcodeValidator(code, country) || FURTHER[country]?.test(code) === true;
}
