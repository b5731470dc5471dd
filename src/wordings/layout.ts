import type { Wordings } from './wording.ts';

/** What findings of the layout say. */
export const LAYOUT_WORDINGS = {
  'missing-glyph/character': {
    message: 'No font has the character {character} ({name}).',
    hint: 'Put a font that has it into the folder “fonts” of the appeal, or write it with other characters.',
  },
  'missing-glyph/script': {
    message: 'No font has the character {character} ({name}, {script}).',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/latin': {
    message: 'PDFs to {id} have the address in Latin letters alone: no font has those of its country.',
    hint: 'Install a font to have both (see: handbill fonts).',
  },
  'missing-glyph/language-impossible': {
    message: 'PDFs in {language} can’t be made: no font here has {script}, such as {character} ({name}).',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/language': {
    message: 'PDFs in {language} are left out: no font here has {script}, such as {character} ({name}).',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/addressee': {
    message: 'PDFs to {id} are left out: no font has {characters}, which stand in the address.',
    hint: 'Put the address in Latin letters into addressLatin too, install a font (see: handbill fonts), or send the plain text.',
  },
  'system-font': {
    message:
      'Some texts are set in {id}, a font of this system: on another machine they may come out otherwise.',
    hint: 'A font in the folder “fonts” of the appeal, or a font package, is the same everywhere.',
  },
} as const satisfies Wordings;
