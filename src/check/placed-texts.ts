import { withoutForms } from '../model/agreement.ts';
import type { Fact } from '../model/appeal.ts';
import { type Text, wordingIn } from '../model/text.ts';
import { listTexts } from '../model/texts.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import type { CheckedParts } from './parts.ts';

/** One wording of the data, with its place. */
export interface PlacedText {
  readonly text: string;
  readonly language: string;
  /** `the summary`, `the text of the fact killed`: how messages name it. */
  readonly name: string;
  readonly file: LocatedFile;
  readonly path: Path;
  /** The fact that it tells, if it is one's. */
  readonly fact?: Fact | undefined;
  /** All wordings that stand with it. */
  readonly all: Text;
}

/** Every wording of the appeal's texts; records, which a template may name, are among them. */
export function listPlacedTexts(parts: CheckedParts): PlacedText[] {
  return listTexts(parts).flatMap(({ text: all, name, part, path, fact }) =>
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
