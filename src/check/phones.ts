import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';

/** A phone number in international form, and the country that its code belongs to. */
interface Phone {
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
  const found = withoutPlus(text, known) ?? parsePhoneNumberFromString(text, known);
  if (!found || (!found.isPossible() && !isGivenWhole(text, found))) return undefined;
  return {
    number: found.ext ? `${found.number} ext. ${found.ext}` : found.number,
    country: found.country,
    isValid: found.isValid(),
    callingCode: found.countryCallingCode,
  };
}

/**
 * A number with its country's code is kept although no number there is so short: plans of numbers have grown since the
 * list was written (Djibouti's had six digits), and whoever reads it can find the new one.
 */
function isGivenWhole(text: string, { nationalNumber }: PhoneNumber): boolean {
  return /^\s*(?:\+|00)/.test(text) && nationalNumber.length >= 5 && nationalNumber.length <= 12;
}

/**
 * A spreadsheet that took `+493511234567` for a number keeps 493511234567: eleven digits or more that begin with the
 * country's code, which no list writes of a number within the country.
 */
function withoutPlus(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  if (!country || !/^\d{11,}$/.test(text) || !text.startsWith(getCountryCallingCode(country)))
    return undefined;
  const found = parsePhoneNumberFromString(`+${text}`);
  return found?.isValid() ? found : undefined;
}

/**
 * The numbers in a cell: divided by `;`, `,`, `|`, line breaks, or by a slash where a whole number follows. In
 * `030-1234567/68` the second is the first with other last digits.
 */
export function splitPhones(text: string): string[] {
  return text.split(/[;|\n,]|\s\/\s(?=[+0])/).flatMap((part) => {
    const number = part.trim();
    const [, first, last] = /^(.*\d) ?\/ ?(\d{1,3})$/.exec(number) ?? [];
    if (first && last && first.replace(/\D/g, '').length >= 7)
      return [first, first.slice(0, -last.length) + last];
    return number === '' ? [] : [number];
  });
}

/** True where a number with this calling code is dialled for `country`: +7 is both Russia and Kazakhstan. */
export function isCallingCodeOf(callingCode: string, country: string): boolean | undefined {
  return isSupportedCountry(country) ? getCountryCallingCode(country) === callingCode : undefined;
}
