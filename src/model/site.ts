import { z } from 'zod';
import { languageTag, REVIEW_STATES } from './text.ts';

/** Texts of the action page besides those of `words`; places in braces: `{state}`, `{name}`, `{language}`. */
export const SITE_LABELS = [
  'write-now',
  'where-do-you-live',
  'choose',
  'no-mission',
  'nearest',
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
] as const;
export type SiteLabel = (typeof SITE_LABELS)[number];

/** The action page in one language: `templates/site/<language>.yaml`. */
export const siteWords = z.strictObject({
  language: languageTag,
  review: z.enum(REVIEW_STATES),
  labels: z.record(z.enum(SITE_LABELS), z.string().min(1)),
});
export type SiteWords = z.infer<typeof siteWords>;

/** Values that a letter is merged with in place of a name and of own words; the page has fields for them. */
export const NAME_PLACE = '\u{E010}';
export const WORDS_PLACE = '\u{E011}';
