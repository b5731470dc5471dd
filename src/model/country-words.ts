import { z } from 'zod';

const code = z.string().regex(/^[A-Z]{2}$/);
const part = z.string().min(1);

/** What a name becomes where it ends or begins so; `{name}` is the name, `{stem}` without that end, or that beginning. */
const nameRule = z.strictObject({
  ends: z.array(part).min(1).optional(),
  begins: z.array(part).min(1).optional(),
  /** Where something happened: "in der Türkei"; in which language: "auf Deutsch". */
  in: part.optional(),
});

/**
 * What the name of a country becomes in a sentence, where it is one of these countries, or ends or begins so: Russian
 * `ends: [ия]`, `in: "в {stem}ии"`.
 */
const countryRule = nameRule.extend({
  for: z.array(code).min(1).optional(),
  /** Whose ambassador: "der Türkei". */
  of: part.optional(),
});
export type CountryRule = z.infer<typeof countryRule>;

/** Countries in the sentences of a language. */
export const countryWords = z.strictObject({
  /** Where the forms were looked up. */
  sources: z.array(part).optional(),
  /** Names other than Node has them: `VC: Saint Vincent and the Grenadines`. */
  names: z.record(code, part).optional(),
  /** For each form the first that fits and has it; where none does, the sentence does without the country. */
  rules: z.array(countryRule).min(1),
  /** A heading over what happened: "What happened {in}". */
  happened: z.string().includes('{in}').optional(),
  /** Whom a mission's letter is for, where its name is in another language: "{attention} {of}". */
  attention: z.string().includes('{attention}').includes('{of}').optional(),
});

const place = part.regex(/\{(?:name|quoted)\}/);

/**
 * Other names in the sentences of a language. Where their cases can't be known, a construction that needs none: Russian
 * "в городе {name}". `{quoted}` has the quotation marks of the language around a name in its own script.
 */
export const nameWords = z.strictObject({
  /** Cities by name: `Москва: в Москве`; `city` for every other. */
  cities: z.record(part, part).optional(),
  city: place,
  /** Languages, by their names as Node has them: `ends: [ий]`, `in: "на {stem}ом языке"`. */
  languages: z.array(nameRule).min(1),
  /** Whose: "der Gewerkschaft {name}". */
  of: z.strictObject({ company: place, union: place, organisation: place }),
});
export type NamedKind = keyof z.infer<typeof nameWords>['of'];
/** All of these kinds. */
export const NAMED_KINDS: readonly NamedKind[] = ['organisation', 'company', 'union'];

/**
 * Countries that are put into sentences: the members of the United Nations, its two observers, and what letters go to
 * beside them. Of no other have the forms been read.
 */
export const SENTENCE_COUNTRIES: readonly string[] = [
  'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG',
  'CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID',
  'IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME',
  'MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG',
  'SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW',
  'VA PS TW XK',
].flatMap((codes) => codes.split(' '));
