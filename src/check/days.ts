import { memoise } from '../model/memory.ts';

/** Days from a partial date to a day, `YYYY-MM-DD`; a month or year counts from its last day. */
export function daysSince(date: string, today: string): number {
  return Math.round((endOf(today) - endOf(date)) / 86_400_000);
}

/** The last moment that a partial date may mean, as milliseconds at midnight UTC. */
function endOf(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return Date.UTC(year, 11, 31);
  return day === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, day);
}

/** Names of the days and months of a language, as it writes them in dates; Sunday and January first. */
interface CalendarNames {
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
}

/** Names of days and months as `Intl` has them. */
export const calendarNames = memoise((language: string): CalendarNames => {
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    calendar: 'gregory',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const partOf = (date: Date, type: 'weekday' | 'month') =>
    format.formatToParts(date).find((part) => part.type === type)?.value ?? '';
  // 1 January 2023 was a Sunday.
  const weekdays = Array.from({ length: 7 }, (_, i) => partOf(new Date(Date.UTC(2023, 0, 1 + i)), 'weekday'));
  const months = Array.from({ length: 12 }, (_, i) => partOf(new Date(Date.UTC(2023, i, 15)), 'month'));
  return { weekdays, months };
});

/** Days of the week in cases that a preposition asks for, "в среду", and short ones; Sunday first. */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  ru: 'воскресенья воскресенью|понедельника понедельнику|вторника вторнику|среду среды среде|четверга четвергу|пятницу пятницы пятнице|субботу субботы субботе',
  uk: 'неділю неділі|понеділка понеділку|вівторка вівторку|середу середи середі|четверга четвергу|п’ятницю п’ятниці|суботу суботи суботі',
  pl: 'niedzielę niedzieli|poniedziałku|wtorku|środę środy środzie|czwartku|piątku|sobotę soboty sobocie',
  cs: 'neděli neděle|pondělí|úterka|středu středy středě|čtvrtka čtvrtku|pátku|sobotu soboty',
  pt: 'domingo|segunda|terça|quarta|quinta|sexta|sábado',
};

/** Every form of each day of the week that texts have, with any apostrophe; Sunday first. */
export const weekdayForms = memoise((language: string): readonly (readonly string[])[] => {
  const others = OTHER_FORMS[language.split('-')[0]!]?.split('|') ?? [];
  const any = (form: string) => [...new Set(["'", '’', 'ʼ'].map((sign) => form.replace(/['’ʼ]/g, sign)))];
  return calendarNames(language).weekdays.map((name, i) =>
    [name, ...(others[i]?.split(' ') ?? [])].filter((form) => form !== '').flatMap(any),
  );
});

/** Place of a name in a list, capital letters or not; -1 where it isn't there. */
export function placeOfName(names: readonly string[], name: string, language: string): number {
  const lower = name.toLocaleLowerCase(language);
  return names.findIndex((other) => other.toLocaleLowerCase(language) === lower);
}

/** Day of the week of a full date, 0 for Sunday. */
export function weekdayOf(date: string): number {
  return new Date(endOf(date)).getUTCDay();
}
