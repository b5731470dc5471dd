import type { AppealHead, Fact } from '../model/appeal.ts';
import type { CampaignLanguage } from '../model/campaign.ts';
import type { Contact } from '../model/contact.ts';
import type { Correction } from '../model/correction.ts';
import type { Event } from '../model/event.ts';
import type { Text } from '../model/text.ts';
import type { AppealText } from '../model/texts.ts';
import type { LocatedFile, Path } from '../read/source.ts';

/** How an appeal is checked. */
export interface CheckOptions {
  /** Languages that are asked for; those of the appeal where it is left out. */
  readonly languages?: readonly string[] | undefined;
  /** The day that counts as today, `YYYY-MM-DD`. */
  readonly today: string;
  /** Look at what is said too: claims, names and numbers in texts, the age of facts and sources. */
  readonly detailed?: boolean | undefined;
}

/** A list of the appeal with the place of each item. */
export interface LocatedList<T> {
  /** The valid items. */
  readonly items: readonly { readonly value: T; readonly path: Path }[];
  /** Ids of all items, valid or not. */
  readonly ids: readonly { readonly id: string; readonly path: Path }[];
  readonly file: LocatedFile;
}

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

/** All checked parts of an appeal, with their places. */
export interface CheckedParts {
  readonly head: { readonly value: AppealHead; readonly file: LocatedFile };
  readonly facts: LocatedList<Fact>;
  readonly contacts: LocatedList<Contact>;
  readonly events: LocatedList<Event>;
  readonly corrections: LocatedList<Correction>;
  /** Every text per language; listed when it is first asked for, once for all that look at it. */
  readonly texts: () => readonly AppealText[];
  /** Every wording of these texts; records, which a template may name, are among them. */
  readonly wordings: () => readonly PlacedText[];
}

/** Languages in their normal form; the first is the original where nothing else is said. */
export function languagesOf({ languages }: AppealHead): CampaignLanguage[] {
  return languages.map((language, i) => {
    const { tag, review, fallback } =
      typeof language === 'string' ? ({ tag: language } as CampaignLanguage) : language;
    return { tag, review: review ?? (i === 0 ? 'original' : 'draft'), fallback };
  });
}
