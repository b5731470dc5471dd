import { FIGURE_PLACE } from '../model/agreement.ts';
import { wordingIn } from '../model/text.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';
import { unknownReference } from './references.ts';
import { calledText } from './text-name.ts';

/** Braces with whatever stands in them. */
const BRACES = /\{([^{}]*)\}/g;

/** Finds braces that would be printed as they stand: no figure of the fact is called so, or the text is no fact's. */
export function checkFigurePlaces(parts: CheckedParts): Problem[] {
  return parts.texts().flatMap(({ text, name, part, path, fact }) => {
    const { file } = parts[part];
    const isFilled = fact !== undefined && ['text', 'short'].includes(String(path.at(-1)));
    const known = isFilled ? fact.figures.map(({ quantity }) => quantity) : [];
    return Object.keys(text).flatMap((language) => {
      const wording = wordingIn(text, language) ?? '';
      const isKnown = (place: string) => {
        const [whole] = place.matchAll(FIGURE_PLACE);
        return whole?.[0] === place && known.includes(whole[1]!);
      };
      const strange = [...wording.matchAll(BRACES)].filter(([place]) => !isKnown(place));
      return strange.map(([code, inside = '']): Problem => {
        const place = [...path, language];
        const [asked = ''] = inside.trim().split(/\s/);
        if (isFilled) return unknownReference(asked, known, 'figure-of-fact', file, place);
        const values = { code, name: calledText(name), language };
        return finding('error', 'unknown-reference/loose', values, { at: file.locate(place) });
      });
    });
  });
}
