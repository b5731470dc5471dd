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
  const all = templates.map(({ body }) => body).join('\n');
  const organisations = contacts
    .filter(({ kind }) => kind === 'company' || kind === 'union')
    .flatMap(({ organisation }) =>
      typeof organisation === 'string' ? [organisation] : Object.values(organisation),
    )
    .map((name) => (typeof name === 'string' ? name : name.text));
  // Thousands of names stand in no template: only those that do are looked for in every line.
  const names = [...new Set([...surnames, ...organisations])].filter((name) => all.includes(name));
  return templates.flatMap(({ file, name, front, body, bodyLine }) => {
    const tags = front.language ? [front.language] : languages.map(({ tag }) => tag);
    const month = wordOf(tags.flatMap((tag) => calendarNames(tag).months));
    return blankComments(body)
      .split('\n')
      .flatMap((line, i): Problem[] => {
        const prose = line
          .replace(/\{\{.*?\}\}/g, (tag) => ' '.repeat(tag.length))
          .replace(/^\s*\d+\.\s/, (n) => ' '.repeat(n.length));
        const found = [
          { what: 'a number', at: prose.search(/\p{Nd}/u) },
          ...names.map((what) => ({ what, at: prose.indexOf(what) })),
          ...[...(prose.match(month) ?? [])].map((what) => ({ what, at: prose.search(month) })),
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

/** A month's name that stands as a word of its own: March, and not to march. */
function wordOf(months: readonly string[]): RegExp {
  const long = [...new Set(months)].filter((month) => month.length > 3);
  return new RegExp(`(?<!\\p{L})(?:${long.join('|') || '(?!)'})(?!\\p{L})`, 'u');
}
