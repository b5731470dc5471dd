import type { Campaign } from '../model/campaign.ts';
import { blankComments, type TemplateFile } from '../model/template.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { calendarNames } from './days.ts';

/** Finds facts in templates: digits, dates, names of people and of organisations. They belong into the data. */
export function checkTemplates(templates: readonly TemplateFile[], campaign: Campaign): Problem[] {
  const { appeal, contacts, languages } = campaign;
  const people = appeal.people.flatMap(({ name, also = [] }) => [...Object.values(name), ...also]);
  const surnames = people.flatMap((name) => name.split(' ').at(-1) ?? []).filter((name) => name.length > 3);
  const organisations = contacts
    .filter(({ kind }) => kind === 'company' || kind === 'union')
    .flatMap(({ organisation }) =>
      typeof organisation === 'string' ? [organisation] : Object.values(organisation),
    )
    .map((name) => (typeof name === 'string' ? name : name.text));
  return templates.flatMap(({ file, name, front, body, bodyLine }) => {
    const tags = front.language ? [front.language] : languages.map(({ tag }) => tag);
    const months = tags.flatMap((tag) => calendarNames(tag).months).filter((month) => month.length > 3);
    return blankComments(body)
      .split('\n')
      .flatMap((line, i): Problem[] => {
        const prose = line
          .replace(/\{\{.*?\}\}/g, (tag) => ' '.repeat(tag.length))
          .replace(/^\s*\d+\.\s/, (n) => ' '.repeat(n.length));
        const found = [
          { what: 'a number', at: prose.search(/\p{Nd}/u) },
          ...surnames.map((person) => ({ what: person, at: prose.indexOf(person) })),
          ...organisations.map((other) => ({ what: other, at: prose.indexOf(other) })),
          ...months.map((month) => ({ what: month, at: indexOfWord(prose, month) })),
        ].find(({ at }) => at >= 0);
        if (!found) return [];
        return [
          finding(
            'warning',
            'fact-in-template',
            { name, what: found.what },
            { at: { file, line: bodyLine + i, column: found.at + 1 }, excerpt: line },
          ),
        ];
      });
  });
}

/** Place of a month's name that stands as a word of its own: March, and not to march. */
function indexOfWord(text: string, word: string): number {
  return text.search(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'));
}
