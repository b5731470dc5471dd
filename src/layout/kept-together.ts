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

const BEGINS = String.raw`(?<=(?:^|[\s(«“"„‚‘¿¡])`;

/** Between the month and the year of a whole date. */
export const MONTH_AND_YEAR = new RegExp(
  `(?<=(?<!\\p{Nd})\\p{Nd}{1,2}(?:er|º|ª|\\.|st|nd|rd|th)?\\s(?:de |of )?${DATE_WORD})\\s(?=(?:de |del )?\\p{Nd}{4}(?!\\p{Nd}))`,
  'gu',
);

/** Places where no line ends although there is a space, or a hyphen: no line ends behind the one character of each match. */
export const KEPT_TOGETHER: readonly RegExp[] = [
  // a number and its unit, or the thousands of a number
  /(?<=\d)\s(?=(?:%|‰|[°℃]|[€$£¥₸₽₴₺]|(?:k|c|m)?m[²³]?|kg|g|t|ha|l|h|min|s|kWh|MW|[ap]\.?m\b|Uhr|км|кг|т|м|г|гг|р|рр|r|лет|чел|тыс|тис|млн|млрд|руб|грн|тг|zł|tys|mln|mld|Mio|Mrd|mil|Kč|Ft|kr|EUR|USD)(?![\p{L}\p{N}]))/gu,
  /(?<=\d)\s(?=\d{3}(?!\d))/g,
  /(?<=\d\s\p{L}{2,5}\.?)\s(?=[€$£¥₸₽₴₺])/gu,
  // a title that is cut short within itself
  /(?<=(?:^|[\s(])[гп])-(?=(?:н|жа|ну|же|на|жи|ном|ні)(?!\p{L}))/gu,
  // a sign or an abbreviation and its number
  new RegExp(
    `${BEGINS}(?:[§№]|[Nn][°ºo.]{1,2}|No:|(?:${ABBREVIATIONS})\\.?))\\s(?=\\p{Nd}|[IVXL]+(?!\\p{L}))`,
    'gu',
  ),
  // a title, or initials, and the name
  new RegExp(`${BEGINS}(?:${TITLES})\\.?)\\s(?=[\\p{Lu}\\p{N}])`, 'gu'),
  new RegExp(`${BEGINS}\\p{Lu}\\.)\\s(?=\\p{Lu})`, 'gu'),
  // a street or a town and its name
  new RegExp(`${BEGINS}(?:${PLACES})\\.)(?<!\\d\\s\\p{L}{1,2}\\.)\\s(?=[\\p{Lu}\\p{N}«“"])`, 'gu'),
  // a day, its month and its year: "1 May 2026", "1er mai 2026", "1 de mayo de 2026", "1. Mai 2026"
  new RegExp(
    `(?<=(?<!\\p{Nd})\\p{Nd}{1,2}(?:er|º|ª|\\.|st|nd|rd|th)?)\\s(?=(?:de |of )?${DATE_WORD}\\s(?:de |del )?\\p{Nd}{4}(?!\\p{Nd}))`,
    'gu',
  ),
  MONTH_AND_YEAR,
  /(?<=(?<!\p{Nd})\p{Nd}{1,2}\s(?:de|of))\s(?=[\p{L}\p{M}]{1,15}\s)/gu,
  /(?<=\s(?:de|del))\s(?=\p{Nd}{4}(?!\p{Nd}))/gu,
  // Kazakh, Korean, and what a number counts in scripts without spaces
  /(?<=\d)\s(?=жыл)|(?<=\d\sжыл(?:ғы|ы))\s(?=\d)|(?<=\d[년월])\s(?=\d)/gu,
  /\p{Nd}(?=[\p{Script=Hangul}年月日时時分号號名人])/gu,
  // "May 1, 2026"; "tháng 5 năm 2026"
  /\s(?=\d{1,2},\s\p{Nd}{4}(?!\p{Nd}))(?<=\p{Lu}[\p{L}\p{M}]{1,12}\s)/gu,
  /\s(?=\p{Nd}{4}(?!\p{Nd}))(?<=\p{Lu}[\p{L}\p{M}]{1,12}\s\d{1,2},\s)/gu,
  /(?<=(?<!\p{L})(?:ngày|tháng|năm))\s(?=\d)|(?<=\d)\s(?=(?:tháng|năm)\s\d)/gu,
  // a day and its month without a year, in the languages whose months are known by their letters
  /(?<=(?<!\p{Nd})\p{Nd}{1,2}\.?)\s(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık|қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)(?!\p{L}))/gu,
  // a dash that stands between spaces begins no line, and between numbers ends none
  /\s(?=[\u2013\u2014](?:\s|$))/g,
  /(?<=\d\s[\u2013\u2014])\s(?=\d)/g,
  // abbreviations of two words
  /(?<=(?:^|[\s(])(?:т\.|z\.|d\.|u\.|i\.|e\.|s\.|и|і|m\.))\s(?=(?:е|д|п|к|ч|н|B|h|a|e|g|o|in)\.)/gu,
];
