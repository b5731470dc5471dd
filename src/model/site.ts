import { z } from 'zod';
import { languageTag, REVIEW_STATES } from './text.ts';

/** Texts of the action page besides those of `words`; places in braces: `{state}`, `{name}`, `{language}`. */
export const SITE_LABELS = [
  'write-now',
  'where-do-you-live',
  'choose',
  'no-mission',
  'nearest',
  'left-out',
  'left-out-law',
  'left-out-post',
  'left-out-report',
  'others',
  'all-addresses',
  'letter-to',
  'letter-in',
  'your-name',
  'your-words',
  'why-own-words',
  'stays-here',
  'copy',
  'copied',
  'open-mail',
  'too-long',
  'pdf',
  'text-file',
  'post',
  'form',
  'back',
  'leaflets',
  'share',
  'calendar',
  'languages',
  'skip',
  'not-listed',
  'from-anywhere',
  'write-to',
  'act-before',
  'over',
  'street',
  'postal-code',
  'city',
  'region',
  'country',
  'why-address',
  'your-details',
  'forget',
  'send-it',
  'print',
  'draft-file',
  'write-in',
  'copy-to',
  'copy-subject',
  'copy-text',
  'mail-hint',
  'not-copied',
  'translation',
  'website',
  'by-phone',
  'fax-file',
  'no-way',
  'next',
  'sent',
  'done',
  'tell-others',
  'share-page',
  'copy-link',
  'short-texts',
  'published-by',
  'feed',
  'sheets-of',
  'tiles',
  'fold',
  'large-print',
  'placard',
  'poster',
  'sticker',
  'upright',
  'sideways',
  'copy-post',
  'embed',
] as const;
export type SiteLabel = (typeof SITE_LABELS)[number];

/** The action page in one language: `templates/site/<language>.yaml`. */
export const siteWords = z.strictObject({
  language: languageTag,
  review: z.enum(REVIEW_STATES),
  /** Where a label is missing, the English one stands. */
  labels: z.partialRecord(z.enum(SITE_LABELS), z.string().min(1)),
});
/** The labels of a language, whole. */
export type SiteWords = Omit<z.infer<typeof siteWords>, 'labels'> & {
  readonly labels: Readonly<Record<SiteLabel, string>>;
};

/** Values that a letter is merged with in place of a name, of own words and of a town; the page has fields for them. */
export const NAME_PLACE = '\u{E010}';
/** For own words. */
export const WORDS_PLACE = '\u{E011}';
/** For a town. */
export const CITY_PLACE = '\u{E012}';
/** What stands on the page in place of the blocks that hold the sender, the addressee and the date. */
export const SENDER_PLACE = '\u{E013}';
/** In place of the addressee. */
export const RECIPIENT_PLACE = '\u{E014}';
/** In place of the date. */
export const DATE_PLACE = '\u{E015}';
