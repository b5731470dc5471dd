import { postcodeValidator, postcodeValidatorExistsForCountry } from 'postcode-validator';

/** Forms without spaces and hyphens that the library (Unicode CLDR's old table) doesn't know. */
const FURTHER: Readonly<Record<string, RegExp>> = {
  // The number alone, from before the letters; letters in use by few.
  AR: /^\d{4}$/,
  GB: /^GIR0AA$/,
  GI: /^GX111AA$/,
  IE: /^[A-Z]\d[0-9W][0-9A-Z]{4}$/,
  // Five digits until 2013, and still written.
  IL: /^\d{5}$/,
  IR: /^\d{5}$/,
  JM: /^JM[A-Z]{3}\d{2}$/,
  JP: /^\d{7}$/,
  // Six digits until 2015.
  KR: /^\d{6}$/,
  // Kazpost: alphanumeric codes such as A10B7C8 beside those of six digits, since 2015.
  KZ: /^[A-Z]\d{2}[A-Z]\d[A-Z]\d$/,
  LB: /^\d{4}(\d{4})?$/,
  NI: /^\d{5}$/,
  PE: /^\d{5}$/,
  PL: /^\d{5}$/,
  PT: /^\d{7}$/,
  // With the four digits that name the building.
  SA: /^\d{9}$/,
  // Six digits until 2018 and again since 2020, five between.
  TW: /^\d{3}(\d{2,3})?$/,
  US: /^\d{9}$/,
  VN: /^\d{5,6}$/,
};

/** What people write before the code, beside the country's own: signs of cars, as Europe's posts once asked for. */
const SIGNS: Readonly<Record<string, string>> = {
  AT: 'A',
  BE: 'B',
  DE: 'D',
  ES: 'E',
  FI: 'FIN',
  FR: 'F',
  HU: 'H',
  IT: 'I',
  LI: 'FL',
  LU: 'L',
  NO: 'N',
  PT: 'P',
  SE: 'S',
};

/** Codes that belong to a territory with a code of its own, although the table of its neighbour lets them through. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = { GB: /^(GX|JE|GY|IM)\d/ };

/** Countries of which some codes begin with 0, which a spreadsheet takes for a number's and drops. */
const ZEROS = new Set(
  'AM AU AZ BR CN CO CZ DE DK DZ EC EE ES FI FR GE GR GT IT JP KE KR KZ LK LT MX MY NO NZ PA PE PH PL PR PY RO SG SK SV TR UA US VE ZA'.split(
    ' ',
  ),
);

/**
 * False where a country's postal codes never look like this; undefined where it has none or nobody knows. Small letters,
 * spaces of any kind, hyphens and the sign of the country before the code make it no other.
 */
export function isPostalCode(code: string, country: string): boolean | undefined {
  if (!postcodeValidatorExistsForCountry(country)) return undefined;
  const form = code
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace('〒', '')
    .trim()
    .toUpperCase();
  const forms = [form, ...[country, SIGNS[country]].flatMap((sign) => withoutSign(form, sign))];
  return forms.some((each) => {
    const bare = each.replace(/[ -]/g, '');
    if (ELSEWHERE[country]?.test(bare)) return false;
    return (
      postcodeValidator(each, country) ||
      postcodeValidator(bare, country) ||
      FURTHER[country]?.test(bare) === true
    );
  });
}

function withoutSign(code: string, sign: string | undefined): string[] {
  if (sign === undefined || !code.startsWith(sign)) return [];
  const rest = code.slice(sign.length).replace(/^[ -]/, '');
  return /^\d/.test(rest) ? [rest] : [];
}

/** True where a spreadsheet may have dropped a zero at the beginning: with one it is a code, and the country has such. */
export function mayLackZero(code: string, country: string): boolean {
  return (
    ZEROS.has(country) &&
    /^[1-9]\d*(-\d+)?$/.test(code.trim()) &&
    isPostalCode(`0${code.trim()}`, country) === true
  );
}
