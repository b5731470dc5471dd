import type { Wordings } from './wording.ts';

/** What findings of checking an appeal say. */
export const CHECK_WORDINGS = {
  'missing-translation': {
    message: '{name} is missing in {tag}.',
    hint: 'Add it, name a fallback for {tag} under languages, or leave {tag} out with --lang.',
  },
  'fallback-language/texts': {
    message: '{count} texts have no wording in {tag}: that in {fallback} is printed.',
    hint: 'Translate them, or leave the fallback out to have each one named.',
  },
  'fallback-language/names': {
    message: '{count} names have no form in {tag}: that of another language is printed, and marked as such.',
    hint: 'See which: handbill translate status --lang {tag}',
  },
  'draft-translation/appeal': {
    message: 'Texts of the appeal are drafts that no speaker has signed: {tags}.',
    hint: 'Have them read, then set review: reviewed under languages.',
  },
} as const satisfies Wordings;
