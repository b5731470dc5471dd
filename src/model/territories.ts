/**
 * Territories with a country code of their own, and the state that acts for them abroad: a mission that is accredited
 * to the state is accredited for them. Codes that ISO 3166-2 lists as parts of FI, FR, NL, NO, US and of CN as special
 * administrative regions; British overseas territories (British Nationality Act 1981, schedule 6) and crown
 * dependencies; the parts of the Danish realm; external territories of Australia and New Zealand. States in free
 * association (CK, NU) and what is disputed are left out: they decide for themselves, or others would differ.
 */
const TERRITORIES = {
  AU: 'CC CX HM NF',
  CN: 'HK MO',
  DK: 'FO GL',
  FI: 'AX',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  GB: 'AI BM GG GI IM JE KY MS PN SH TC VG',
  NL: 'AW BQ CW SX',
  NO: 'SJ',
  NZ: 'TK',
  US: 'AS GU MP PR UM VI',
} as const;

const STATE_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(TERRITORIES).flatMap(([state, codes]) =>
    codes.split(' ').map((code) => [code, state] as const),
  ),
);

/** A country's code, and behind it that of the state which acts for it where it is a territory. */
export function statesFor(country: string): readonly string[] {
  const state = STATE_OF.get(country);
  return state === undefined ? [country] : [country, state];
}
