import { isMeantFor } from '../model/addressee.ts';
import { stateOf } from '../model/contact.ts';
import { countryName } from '../model/country.ts';
import { countriesIn } from '../model/country-names.ts';
import { allWordings } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';

/**
 * Warns of letters to a state that the appeal doesn't speak of: they would go to the wrong government. What it is about
 * are its country and those that its texts name; where there are none, nobody can tell.
 */
export function checkStates({ head, facts, contacts }: CheckedParts): Problem[] {
  const { country, title, summary, targets } = head.value;
  const states = contacts.items.flatMap(({ value }) =>
    isMeantFor(targets, value) ? (stateOf(value) ?? []) : [],
  );
  // Names of all countries take a while to be read: only where there is something to ask.
  if (states.every((state) => state === country)) return [];
  const told = facts.items.flatMap(({ value: { text, place } }) => [
    ...allWordings(text),
    ...(typeof place === 'string' ? [place] : allWordings(place)),
  ]);
  const named = [...allWordings(title), ...allWordings(summary), ...told].flatMap(countriesIn);
  const about = new Set([...named, ...(country === undefined ? [] : [country])]);
  if (about.size === 0) return [];
  const warned = new Set<string>();
  return targets.flatMap((target, i): Problem[] => {
    const addressed = contacts.items.map(({ value }) => value).filter((c) => isMeantFor([target], c));
    const others = [...new Set(addressed.flatMap((c) => stateOf(c) ?? []))].filter(
      (state) => !about.has(state) && !warned.has(state),
    );
    return others.map((state) => {
      warned.add(state);
      return finding(
        'warning',
        'other-state',
        { state: countryName(state), about: [...about].map(countryName).join(', ') },
        { at: head.file.locate(['targets', i]) },
      );
    });
  });
}
