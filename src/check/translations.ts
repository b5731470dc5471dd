import { hashOfWording, originalOf, wordingIn } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type CheckedParts, type CheckOptions, languagesOf } from './parts.ts';
import { calledText } from './text-name.ts';

/** Finds translations that were made from another wording than the original has now. */
export function checkTranslations(parts: CheckedParts, { languages }: CheckOptions): Problem[] {
  const original = originalOf(languagesOf(parts.head.value));
  return parts.wordings().flatMap(({ language, name, file, path, all }): Problem[] => {
    const wording = all[language];
    if (typeof wording !== 'object' || wording.of === undefined || language === original) return [];
    if (languages && !languages.includes(language)) return [];
    const source = wordingIn(all, original);
    if (source === undefined || hashOfWording(source) === wording.of) return [];
    return [
      finding(
        'warning',
        'stale-translation',
        { language, name: calledText(name), original },
        { at: file.locate(path) },
      ),
    ];
  });
}
