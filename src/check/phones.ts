import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

/** A phone number in international form, and the country that its code belongs to. */
export interface Phone {
  /** E.164 such as `+442079251757`, with ` ext. 107` after it where it has an extension. */
  readonly number: string;
  /** Undefined for codes that no single country has. */
  readonly country?: string | undefined;
  /** False where no operator gives out numbers of this length and beginning. */
  readonly isValid: boolean;
  /** Code that is dialled from abroad: `44`. */
  readonly callingCode: string;
}

/** Reads a number as it is dialled in `country`, or with its international code; undefined where it is none. */
export function readPhone(text: string, country: string | undefined): Phone | undefined {
  const known: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
  const found = parsePhoneNumberFromString(text, known);
  if (!found?.isPossible()) return undefined;
  return {
    number: found.ext ? `${found.number} ext. ${found.ext}` : found.number,
    country: found.country,
    isValid: found.isValid(),
    callingCode: found.countryCallingCode,
  };
}

/** The numbers in a cell: divided by `;`, `,`, `|`, line breaks, or by a slash where a whole number follows. */
export function splitPhones(text: string): string[] {
  return text
    .split(/[;|\n,]|\s\/\s(?=[+0])/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** True where a number with this calling code is dialled for `country`: +7 is both Russia and Kazakhstan. */
export function isCallingCodeOf(callingCode: string, country: string): boolean | undefined {
  return isSupportedCountry(country) ? getCountryCallingCode(country) === callingCode : undefined;
}
