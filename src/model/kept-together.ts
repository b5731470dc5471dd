/** A word of a date: a month, or what stands between it and its numbers, as "de" does. */
const DATE_WORD = String.raw`[\p{L}\p{M}]{1,15}\.?`;

/** Titles and forms of address that a name follows, in the languages of the letters; whole words. */
const TITLES = [
  'Mr Mrs Ms Mx Dr Prof St Hon Sir Herr Herrn Frau Hr Fr MM? Mme Mlle Me Sr Sra Srta Srs D Dª Dña Don Doña',
  'Sig Sigra Dott Avv Ing On Pan Pani Panu pan pani panu panem panią Sn Sayın ông bà anh chị',
  'г-н г-жа г-ну г-же г-на г-жи г-ном господин госпожа господину госпоже тов проф пан пані п-н п-ні мырза ханым',
]
  .join(' ')
  .replaceAll(' ', '|');

/** Abbreviations that a number or a name follows. */
const ABBREVIATIONS = [
  'No Nos Nr nr Núm núm n no p pp S s Art art Arts Abs Kap cap ch vol Vol Bd fig Abb al par §§? c č čl odst str lit',
  'ст стр с п пп ч гл рис табл д буд кв корп оф каб эт стор № Mt Mk Lk Jn Ps',
]
  .join(' ')
  .replaceAll(' ', '|');

/** What stands before the name of a street, a town or somebody whose name something bears. */
const PLACES =
  'ул|вул|пл|пр|просп|пер|бул|бульв|г|гор|м|с|пос|обл|р-н|им|ім|көш|ul|al|pl|os|nám|tř|Av|Avda|Av\\.da|C|Cl|Pza|Plza|Rue|Rd|Str';

const BEGINS = String.raw`(?:^|[\s(«“"„‚‘¿¡])`;
const NO_DIGIT = String.raw`(?<!\p{Nd})`;
const ENDS = String.raw`(?!\p{Nd})`;
const DAY = String.raw`${NO_DIGIT}\p{Nd}{1,2}(?:er|º|ª|\.|st|nd|rd|th)?`;

/** The space between two things: what follows is tried first, as it is what most spaces lack. */
function between(before: string, behind: string): RegExp {
  return new RegExp(String.raw`\s(?=${behind})(?<=${before}\s)`, 'gu');
}

/** Between the month and the year of a whole date. */
const MONTH_AND_YEAR = between(
  String.raw`${DAY}\s(?:de |of )?${DATE_WORD}`,
  String.raw`(?:de |del )?\p{Nd}{4}${ENDS}`,
);

/** A time of day, by its form: "18:30", "18 h", "6 pm". */
const TIME = String.raw`\p{Nd}{1,2}(?:[:.]\p{Nd}{2}(?!\p{Nd})|h\p{Nd}{0,2}(?!\p{L})|\s(?:Uhr|h|[ap]\.?m|ч|час(?:ов|а)?)(?!\p{L}))`;

/** Between a whole date and its time, where no word joins them. */
const DATE_AND_TIME = between(String.raw`\p{Nd}{4}(?:\s[гр]\.)?,?`, TIME);

const UNITS =
  '(?:%|‰|[°℃]|[€$£¥₸₽₴₺]|(?:k|c|m)?m[²³]?|kg|g|t|ha|l|h|min|s|kWh|MW|[ap]\\.?m\\b|Uhr|heures?|horas?|o’clock|час|часа|часов|ч|годин|години|година|hodin|giờ|बजे|км|кг|т|м|г|гг|р|рр|r|лет|чел|тыс|тис|млн|млрд|руб|грн|тг|zł|tys|mln|mld|Mio|Mrd|mil|Kč|Ft|kr|EUR|USD)';

/** Months as dates have them, of the languages that are known by these letters. */
const MONTHS = [
  'January|February|March|April|May|June|July|August|September|October|November|December',
  'Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember',
  'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня',
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince',
  'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
  'Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık',
  'қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан',
].join('|');

const SPACE_AND_YEAR = /\s\p{Nd}{4}/u;
const DAY_BEFORE_YEAR = /\d,\s\p{Nd}{4}/u;
const LIKE_A_TIME = /\p{Nd}(?:[:.]\p{Nd}{2}|h|\s(?:Uhr|h|[ap]\.?m|ч))/u;

/** A pattern, and what every text has in which it finds something: it takes long to make, and a look at that doesn't. */
type Kept = readonly [looked: RegExp, pattern: RegExp];

/** Behind a number, or before one: a text without any needs none of these. */
const WITH_NUMBERS: readonly Kept[] = [
  // a number and its unit, or the thousands of a number
  [new RegExp(String.raw`\d\s${UNITS}`), between(String.raw`\d`, String.raw`${UNITS}(?![\p{L}\p{N}])`)],
  [/\d\s\d{3}/, between(String.raw`\d`, String.raw`\d{3}(?!\d)`)],
  [/[€$£¥₸₽₴₺]/, between(String.raw`\d\s\p{L}{2,5}\.?`, '[€$£¥₸₽₴₺]')],
  // a day, its month and its year: "1 May 2026", "1er mai 2026", "1 de mayo de 2026", "1. Mai 2026"
  [SPACE_AND_YEAR, between(DAY, String.raw`(?:de |of )?${DATE_WORD}\s(?:de |del )?\p{Nd}{4}${ENDS}`)],
  [SPACE_AND_YEAR, MONTH_AND_YEAR],
  [
    /\p{Nd}\s(?:de|of)\s/u,
    between(String.raw`${NO_DIGIT}\p{Nd}{1,2}\s(?:de|of)`, String.raw`[\p{L}\p{M}]{1,15}\s`),
  ],
  [/\sdel?\s/, between(String.raw`\s(?:de|del)`, String.raw`\p{Nd}{4}${ENDS}`)],
  // Kazakh, Korean, and what a number counts in scripts without spaces
  [/жыл|[년월]/, /(?<=\d)\s(?=жыл)|(?<=\d\sжыл(?:ғы|ы))\s(?=\d)|(?<=\d[년월])\s(?=\d)/gu],
  [/[^\0-\u10ff]/, /\p{Nd}(?=[\p{Script=Hangul}年月日時时分號号名人])/gu],
  // "May 1, 2026"; "tháng 5 năm 2026"
  [DAY_BEFORE_YEAR, between(String.raw`\p{Lu}[\p{L}\p{M}]{1,12}`, String.raw`\d{1,2},\s\p{Nd}{4}${ENDS}`)],
  [DAY_BEFORE_YEAR, between(String.raw`\p{Lu}[\p{L}\p{M}]{1,12}\s\d{1,2},`, String.raw`\p{Nd}{4}${ENDS}`)],
  [/(?:ngày|tháng|năm)\s\d/, between(String.raw`(?<!\p{L})(?:ngày|tháng|năm)`, String.raw`\d`)],
  [/\d\s(?:tháng|năm)/, between(String.raw`\d`, String.raw`(?:tháng|năm)\s\d`)],
  // a time of day: what stands before it, and its minutes
  [
    /(?:godz|ore|saat|сағат|الساعة|ساعت|בשעה|hora|kl\.)/,
    between(
      String.raw`${BEGINS}(?:godz\.|godzin[ay]|godzinie|ore|saat|сағат|الساعة|ساعت|בשעה|hora|kl\.)`,
      String.raw`\p{Nd}{1,2}${ENDS}`,
    ),
  ],
  [LIKE_A_TIME, between(`${BEGINS}(?:at|um|ab|à|às|las|alle|в|о|об|o)`, TIME)],
  [/\d\s(?:h|giờ)\s\d/, between(String.raw`\d\s(?:h|giờ)`, String.raw`\d{2}(?!\d)`)],
  [LIKE_A_TIME, DATE_AND_TIME],
  // a day and its month without a year
  [
    new RegExp(String.raw`\s(?:${MONTHS})`),
    between(String.raw`${NO_DIGIT}\p{Nd}{1,2}\.?`, String.raw`(?:${MONTHS})(?!\p{L})`),
  ],
  // a dash between numbers ends no line
  [/[\u2013\u2014]/, between(String.raw`\d\s[\u2013\u2014]`, String.raw`\d`)],
];

const WITH_WORDS: readonly Kept[] = [
  // a title that is cut short within itself
  [/[гп]-/, /(?<=(?:^|[\s(])[гп])-(?=(?:н|жа|ну|же|на|жи|ном|ні)(?!\p{L}))/gu],
  // a sign or an abbreviation and its number
  [
    new RegExp(String.raw`(?:[§№]|[Nn][°ºo.]{1,2}|No:|${ABBREVIATIONS})\.?\s(?:\p{Nd}|[IVXL])`, 'u'),
    between(
      String.raw`${BEGINS}(?:[§№]|[Nn][°ºo.]{1,2}|No:|(?:${ABBREVIATIONS})\.?)`,
      String.raw`\p{Nd}|[IVXL]+(?!\p{L})`,
    ),
  ],
  // a title, or initials, and the name
  [
    new RegExp(String.raw`${BEGINS}(?:${TITLES})\.?\s`),
    between(String.raw`${BEGINS}(?:${TITLES})\.?`, String.raw`[\p{Lu}\p{N}]`),
  ],
  [
    new RegExp(String.raw`${BEGINS}[^\s]{1,2}\.\s`),
    between(String.raw`${BEGINS}\p{Lu}\.`, String.raw`\p{Lu}`),
  ],
  // a street or a town and its name
  [
    new RegExp(String.raw`${BEGINS}(?:${PLACES})\.\s`),
    between(String.raw`${BEGINS}(?:${PLACES})\.(?<!\d\s\p{L}{1,2}\.)`, String.raw`[\p{Lu}\p{N}«“"]`),
  ],
  // a dash that stands between spaces begins no line
  [/[\u2013\u2014]/, /\s(?=[\u2013\u2014](?:\s|$))/g],
  // abbreviations of two words
  [
    /\./,
    between(
      String.raw`(?:^|[\s(])(?:т\.|z\.|d\.|u\.|i\.|e\.|s\.|и|і|m\.)`,
      String.raw`(?:е|д|п|к|ч|н|B|h|a|e|g|o|in)\.`,
    ),
  ],
];

/** All of them, for the test that none is passed over. */
export const KEPT: readonly Kept[] = [...WITH_NUMBERS, ...WITH_WORDS];

/** Languages in which no line ends with a word of one letter: a preposition or conjunction. */
const ONE_LETTER = /^(?:be|cs|pl|ru|sk|uk)\b/;

const LONE_LETTER = /(?<=(?:^|[\s(„“"«\u00a0])\p{L})\s(?=\S)/gu;

/**
 * Places in a text where no line ends although there is a space, or a hyphen: within dates and titles, between a number
 * and what it counts, behind a word of one letter. With `yearApart` the year of a date, or its time, may begin a line.
 */
export function findKept(text: string, language: string, yearApart = false): number[] {
  return [...(/\p{Nd}/u.test(text) ? WITH_NUMBERS : []), ...WITH_WORDS]
    .filter(([, pattern]) => !yearApart || (pattern !== MONTH_AND_YEAR && pattern !== DATE_AND_TIME))
    .filter(([looked]) => looked.test(text))
    .map(([, pattern]) => pattern)
    .concat(ONE_LETTER.test(language) ? [LONE_LETTER] : [])
    .flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index + 1));
}
