import { frenchSpaces, hasFrenchSpaces } from '../model/french-spaces.ts';
import { wordingIn } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type CheckedParts, languagesOf } from './parts.ts';

/** One notice for the texts of each French whose signs have other spaces than French print sets. */
export function checkFrenchSpaces(parts: CheckedParts): Problem[] {
  const tags = languagesOf(parts.head.value).map(({ tag }) => tag);
  return tags.filter(hasFrenchSpaces).flatMap((tag) => {
    const wrong = parts.texts().filter(({ text, kind, isPrinted }) => {
      const wording = kind === 'forms' || !isPrinted ? undefined : wordingIn(text, tag);
      return wording !== undefined && frenchSpaces(wording) !== wording;
    });
    const [first] = wrong;
    if (!first) return [];
    const at = parts[first.part].file.locate([...first.path, tag]);
    return [
      finding('notice', 'french-spaces', { count: wrong.length, tag }, { about: { language: tag }, at }),
    ];
  });
}
