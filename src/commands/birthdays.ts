import type { Contact } from '../model/contact.ts';
import { prisonRules } from '../model/prisons.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { formatTable } from '../terminal/table.ts';
import { nameOf } from './contact-filters.ts';
import type { Outcome } from './outcome.ts';

/** Those in prison by the next of their birthdays from today on, as a letter night needs them. */
export function listBirthdays(io: Io, contacts: readonly Contact[], today: string): Outcome {
  const born = contacts
    .flatMap((contact) => {
      const day = contact.kind === 'prisoner' && contact.defunct === undefined ? contact.birthday : undefined;
      return day === undefined ? [] : [{ contact, next: nextOf(day, today) }];
    })
    .sort((a, b) => (a.next < b.next ? -1 : a.next > b.next ? 1 : 0));
  const { say } = textsFor(io);
  if (born.length === 0)
    return { data: { birthdays: [] }, summary: `${say('No birthday of anybody in prison is known.')}\n` };
  const rows = born.map(({ contact, next }) => [
    next,
    nameOf(contact),
    contact.number ?? '',
    contact.facility ?? '',
    contact.id,
  ]);
  return {
    data: {
      birthdays: born.map(({ contact, next }) => ({ next, contact, rules: prisonRules(contact.prison) })),
    },
    text: formatTable([say('NEXT'), say('NAME'), say('NUMBER'), say('PRISON'), 'ID'], rows, columnsOf(io)),
  };
}

/** The next day of that month and day; of 29 February in other years the day before. */
function nextOf(birthday: string, today: string): string {
  const day = birthday.slice(-5);
  const year = Number(today.slice(0, 4));
  const inYear = (of: number) => {
    const isLeap = new Date(Date.UTC(of, 1, 29)).getUTCMonth() === 1;
    return `${of}-${day === '02-29' && !isLeap ? '02-28' : day}`;
  };
  return inYear(year) >= today ? inYear(year) : inYear(year + 1);
}
