import { withoutForms } from '../model/agreement.ts';
import { wordingIn } from '../model/text.ts';
import type { AppealText } from '../model/texts.ts';
import type { CheckedParts, PlacedText } from './parts.ts';

/** The files that texts stand in. */
type Files = Readonly<Record<AppealText['part'], Pick<CheckedParts[AppealText['part']], 'file'>>>;

/** Every wording of the appeal's texts; records, which a template may name, are among them. */
export function listPlacedTexts(texts: readonly AppealText[], parts: Files): PlacedText[] {
  return texts.flatMap(({ text: all, name, part, path, fact }) =>
    Object.keys(all).map((language) => ({
      text: withoutForms(wordingIn(all, language)!),
      language,
      name,
      file: parts[part].file,
      path: [...path, language],
      fact,
      all,
    })),
  );
}
