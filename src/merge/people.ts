import { isMeantFor } from '../model/addressee.ts';
import { type Person, sourcesOf } from '../model/appeal.ts';
import { type Inline, plainText } from '../model/block.ts';
import { personName } from '../model/person-name.ts';
import type { Words } from '../model/words.ts';
import { languagesOf, literalIn, type MergeJob, ownText } from './context.ts';
import { formatList } from './forms.ts';
import { inlineOf, type Literal, literalText } from './markdown.ts';
import { toldOf } from './origin.ts';
import { noteRead } from './reads.ts';
import type { PERSON_FIELDS } from './shape.ts';
import type { Merging } from './tell.ts';

/** Those whom a document may name: who is to be named, and concerns the target. A letter into prison names nobody. */
function namedPeople({ campaign, target, kind, material }: MergeJob): Person[] {
  if (material === 'letter' && kind === 'prisoner') return [];
  return campaign.appeal.people.filter(
    ({ publish, status, concerns }) =>
      isToBeNamed(publish) && status !== 'withdrawn' && isMeantFor(concerns, target),
  );
}

function isToBeNamed(publish: Person['publish']): boolean {
  return publish === 'yes' || publish === 'initials';
}

/** The people that a template can go through. */
export function listPeople(job: MergeJob): Record<string, unknown>[] {
  const languages = languagesOf(job);
  return namedPeople(job).map((person) =>
    toldOf(job, `person/${person.id}`, {
      id: person.id,
      name: nameOf(person, job),
      role: literalIn(person.role, languages),
    } satisfies Record<(typeof PERSON_FIELDS)[number], unknown>),
  );
}

function nameOf(person: Person, job: MergeJob): Literal {
  const { text, language } = personName(person, job.language);
  return ownText(text, language);
}

/** "We name Maria Example (chair of the union) and …": one sentence; nothing where nobody is to be named. */
export function tellPeople({ job, reads, sources }: Merging): Literal | undefined {
  const { words } = job;
  const people = namedPeople(job);
  if (people.length === 0) return undefined;
  const told = people.map((person) => {
    for (const source of sourcesOf(person)) sources.add(source);
    const content = tellPerson(person, job);
    noteRead(reads, `person/${person.id}`, plainText(content));
    return content;
  });
  const [before = '', after = ''] = words.labels['we-name'].split('{people}');
  return {
    kind: 'inline',
    content: [...literalText(before), ...joinInlines(told, words), ...literalText(after)],
  };
}

/** A name with its role, each in its own language. */
function tellPerson(person: Person, job: MergeJob): readonly Inline[] {
  const name = inlineOf(nameOf(person, job));
  const role = literalIn(person.role, languagesOf(job));
  if (!role) return name;
  const { person: pattern } = job.words.labels;
  return pattern.split(/(\{name\}|\{role\})/).flatMap((part) => {
    if (part === '{name}') return name;
    return part === '{role}' ? inlineOf(role) : literalText(part);
  });
}

/** Items in a row, with what the language puts between them. */
function joinInlines(items: readonly (readonly Inline[])[], words: Words): Inline[] {
  const texts = items.map(plainText);
  const row = formatList(texts, words);
  let end = 0;
  return items.flatMap((item, i) => {
    const start = row.indexOf(texts[i]!, end);
    const between = row.slice(end, start);
    end = start + texts[i]!.length;
    return [...(between === '' ? [] : literalText(between)), ...item];
  });
}
