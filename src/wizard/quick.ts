import { checkSender } from '../check/sender.ts';
import { nameOfLanguage } from '../engine.ts';
import type { Problem } from '../problems.ts';
import { parseStructured } from '../read/structured.ts';
import { readAddress } from './read-answer.ts';
import * as read from './readings.ts';
import type { Answers, Script } from './script.ts';

/** The questions of a quick letter; `languagesFor` tells in which languages the letter from a country can be, best first. */
export function quickLetter(languagesFor: (country: string) => readonly string[]): Script {
  const languages = (answers: Answers) => languagesFor(answers.get('country') ?? '');
  return [
    {
      name: 'country',
      ask: 'In which country do you live? A name or a code such as DE',
      flag: 'country',
      needed: true,
      read: read.country,
    },
    { name: 'name', ask: 'Your name (Enter: a line to sign by hand)', flag: 'name' },
    {
      name: 'address',
      ask: 'Your address: street, postal code and city (Enter: left out)',
      flag: 'address',
      when: (answers) => Boolean(answers.get('name')),
    },
    {
      name: 'lang',
      ask: 'In which language?',
      flag: 'lang',
      needed: true,
      choices: (answers) => languages(answers).map((tag) => ({ value: tag, name: languageName(tag) })),
      preset: (answers) => languages(answers)[0],
      when: (answers) => languages(answers).length > 1,
    },
  ];
}

/** The one who signs, as `sender.json` would have it; undefined where a line to sign by hand is wanted. */
export function senderFrom(answers: Answers): Record<string, string> | undefined {
  const name = answers.get('name');
  if (!name) return undefined;
  const { fax: _, ...address } = readAddress(answers.get('address') ?? '');
  return {
    country: answers.get('country') ?? '',
    name,
    writes: 'I',
    ...address,
  };
}

/** What a check of `sender.json` says of an answer. */
export function checkSenderAnswer(key: string, answers: Answers): readonly Problem[] {
  const text = JSON.stringify(
    { name: '–', ...senderFrom(answers), country: answers.get('country') },
    null,
    1,
  );
  const file = parseStructured({ file: 'sender.json', text, sha256: '' });
  const place = JSON.stringify(file.locate([key]));
  return checkSender(file).problems.filter(({ at }) => JSON.stringify(at) === place);
}

function languageName(tag: string): string {
  return nameOfLanguage(tag, [tag]);
}
