import { plainDigits } from './digits.ts';
import { once } from './memory.ts';
import { normalForm } from './normal-form.ts';
import { isPartialDate } from './values.ts';

/** Whether day or month comes first between slashes. */
export type DayOrder = 'day-first' | 'month-first';

/** Countries that write the month first. Canada writes both. */
const MONTH_FIRST = ['US', 'FM', 'MH', 'PW', 'GU', 'PR', 'VI', 'AS', 'MP'];
const BOTH = ['CA', 'PH'];

/** How a country orders day and month between slashes; undefined where it writes both, or isn't known. */
export function dayOrderOf(country: string | undefined): DayOrder | undefined {
  if (country === undefined || BOTH.includes(country)) return undefined;
  return MONTH_FIRST.includes(country) ? 'month-first' : 'day-first';
}

/** Names of the months, with `|` between those of one language, as dates have them. */
const MONTHS: readonly string[] = [
  'January|Januar|Jänner|janvier|enero|janeiro|gennaio|styczeń stycznia|январь января|січень січня|қаңтар|Ocak|يناير|كانون الثاني|ژانویه',
  'February|Februar|février|febrero|fevereiro|febbraio|luty lutego|февраль февраля|лютий лютого|ақпан|Şubat|فبراير|شباط|فوریه',
  'March|März|mars|marzo|março|marzec marca|март марта|березень березня|наурыз|Mart|مارس|آذار',
  'April|avril|abril|aprile|kwiecień kwietnia|апрель апреля|квітень квітня|сәуір|Nisan|أبريل|نيسان|آوریل',
  'May|Mai|mayo|maio|maggio|maj maja|май мая|травень травня|мамыр|Mayıs|مايو|أيار|مه|می',
  'June|Juni|juin|junio|junho|giugno|czerwiec czerwca|июнь июня|червень червня|маусым|Haziran|يونيو|حزيران|ژوئن',
  'July|Juli|juillet|julio|julho|luglio|lipiec lipca|июль июля|липень липня|шілде|Temmuz|يوليو|تموز|ژوئیه|جولای',
  'August|août|agosto|sierpień sierpnia|август августа|серпень серпня|тамыз|Ağustos|أغسطس|آب|اوت',
  'September|Sept|septembre|septiembre|setiembre|setembro|settembre|wrzesień września|сентябрь сентября|вересень вересня|қыркүйек|Eylül|سبتمبر|أيلول|سپتامبر',
  'October|Oktober|octobre|octubre|outubro|ottobre|październik października|октябрь октября|жовтень жовтня|қазан|Ekim|أكتوبر|تشرين الأول|اکتبر',
  'November|novembre|noviembre|novembro|listopad listopada|ноябрь ноября|листопад листопада|қараша|Kasım|نوفمبر|تشرين الثاني|نوامبر',
  'December|Dezember|décembre|diciembre|dezembro|dicembre|grudzień grudnia|декабрь декабря|грудень грудня|желтоқсан|Aralık|ديسمبر|كانون الأول|دسامبر',
];

const LATIN_OR_CYRILLIC = /^[\p{sc=Latn}\p{sc=Cyrl}]+$/u;

const forms = once(() =>
  MONTHS.map((names) =>
    names
      .split('|')
      .flatMap((name) => (LATIN_OR_CYRILLIC.test(name.replaceAll(' ', '')) ? name.split(' ') : [name]))
      .map(normalForm),
  ),
);

/** The month that a name means, whole or shortened; undefined for what several months may be called. */
function monthOf(name: string): number | undefined {
  const form = normalForm(name);
  const whole = forms().findIndex((names) => names.includes(form));
  if (whole >= 0) return whole + 1;
  if (form.length < 3 || !LATIN_OR_CYRILLIC.test(form)) return undefined;
  const short = forms().flatMap((names, i) => (names.some((name) => name.startsWith(form)) ? [i + 1] : []));
  return short.length === 1 ? short[0] : undefined;
}

/**
 * The day, month or year that a person wrote, as `2026-05-01`, `2026-05` or `2026`: "1. Mai 2026", "May 1st, 2026",
 * "01.05.2026", "2026年5月1日", "5/1/2026" where `order` says what comes first or only one reading is a day. Undefined
 * for what is none, or may be two days.
 */
export function writtenDay(written: string, order?: DayOrder): string | undefined {
  const text = tidied(written);
  if (text.length > 60) return undefined;
  if (isPartialDate(text)) return text;
  return numericDay(text, order) ?? chineseDay(text) ?? namedDay(text);
}

/** With plain digits, single spaces, and without marks of direction. */
function tidied(written: string): string {
  return plainDigits(written)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The two days that a date between slashes may mean, day first and month first; undefined where it can be one only. */
export function bothDays(written: string): readonly [dayFirst: string, monthFirst: string] | undefined {
  if (writtenDay(written) !== undefined) return undefined;
  const [first, second] = [writtenDay(written, 'day-first'), writtenDay(written, 'month-first')];
  return first !== undefined && second !== undefined ? [first, second] : undefined;
}

function numericDay(text: string, order: DayOrder | undefined): string | undefined {
  // A time of midnight stands behind days that came through a spreadsheet.
  const day = text.replace(/(?:T| )00:00(?::00)?(?:\.0+)?Z?$/, '');
  const [, year, month = '', date = ''] =
    /^(\d{4})(?:[-/.] ?| )(\d{1,2})(?:[-/.] ?| )(\d{1,2})\.?$/.exec(day) ?? [];
  if (year !== undefined) return isoDay(year, month, date);
  const [, a = '', sign = '', b = '', end = ''] =
    /^(\d{1,2}) ?([./-]) ?(\d{1,2}) ?[./-] ?(\d{4})(?: ?(?:г|р|ж)\.?)?$/.exec(day) ?? [];
  const [dayFirst, monthFirst] = [isoDay(end, b, a), isoDay(end, a, b)];
  if (sign === '.') return dayFirst;
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst)
    return dayFirst ?? monthFirst;
  return order === undefined ? undefined : order === 'day-first' ? dayFirst : monthFirst;
}

function chineseDay(text: string): string | undefined {
  const [, year, month, date] =
    /^(\d{4}) ?[年년] ?(?:(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日号號일])?)?(?: ?[(（]?(?:星期|周|週)?[一二三四五六日天月火水木金土][)）]?)?$/.exec(
      text,
    ) ?? [];
  return year === undefined ? undefined : isoDay(year, month, date);
}

/** Words beside the parts of a date: days of the week and "of" in some languages. */
function namedDay(text: string): string | undefined {
  const words = text
    .replace(/^[^\d,]{2,20}, ?(?=\S)/, '')
    .replace(/(\d{1,2})(?:st|nd|rd|th|er|re|º|°|ª|\.|-?го|-?е)(?=[ ,]|\p{L}|$)/iu, '$1 ')
    .replace(/(\d{4}) ?(?:жылғы|жылдың|жыл|года|год|року|рік|roku|ж|г|р|r)\.?(?= |$)/iu, '$1 ')
    .split(/[\s,.\-/]+/)
    .filter((word) => word !== '' && !/^(?:de|del|of|the|le|el|il|dnia|den|am|on)$/i.test(word));
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const names = words.filter((word) => !/^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4);
  const days = numbers.filter((number) => number !== year);
  if (year === undefined || days.length > 1 || names.length === 0) return undefined;
  // Arabic names of months may be two words; a day of the week may stand before them.
  const month = monthOf(names.join(' ')) ?? (names.length === 2 ? monthOf(names[1]!) : undefined);
  if (month === undefined || (days[0]?.length ?? 1) > 2) return undefined;
  return isoDay(year, String(month), days[0]);
}

function isoDay(year: string, month?: string, day?: string): string | undefined {
  const parts = [month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')]));
  const date = [year, ...parts].join('-');
  return isPartialDate(date) ? date : undefined;
}

/** The time that a person wrote, as `17:30`: "9:00", "17.30 Uhr", "17h30", "5 PM", "5 p. m.", "下午5点半". */
export function writtenTime(written: string): string | undefined {
  const text = tidied(written);
  if (text.length > 30 || /^\d+$/.test(text)) return undefined;
  const [, half = '', hour, minute, after = ''] =
    /^(?:um|à|a las|alle|ore|h|às|o|в|об|godz\.?|o godz\.?|saat|ساعت|الساعة|kl\.?|at)? ?(上午|下午|晚上|早上)? ?(\d{1,2}) ?(?:(?:[:.h٫]|Uhr|heures?|hs?|horas?|час(?:ов|а)?|годин[аи]?|点|點|时|時) ?(?:(\d{2})(?::00)?|(?=\D|$)))? ?(?:分|Uhr|hrs?\.?|h|hs|uhr|мин|min)? ?(a\.? ?m\.?|p\.? ?m\.?|ص|م|صباحا|صباحًا|مساء|مساءً|ق\.?ظ|ب\.?ظ|утра|вечера|дня|半)?$/iu.exec(
      text,
    ) ?? [];
  if (hour === undefined) return undefined;
  const isAfternoon = /^(?:p|م|ب|下午|晚上|вечера|дня)/iu.test(half || after);
  const isMorning = /^(?:a|ص|ق|上午|早上|утра)/iu.test(half || after);
  const said = Number(hour);
  if ((isAfternoon || isMorning) && /^[ap]/i.test(after) && (said < 1 || said > 12)) return undefined;
  const hours = isAfternoon && said < 12 ? said + 12 : isMorning && said === 12 ? 0 : said;
  const minutes = minute ?? (after === '半' ? '30' : '00');
  return hours < 24 && Number(minutes) < 60 ? `${String(hours).padStart(2, '0')}:${minutes}` : undefined;
}
