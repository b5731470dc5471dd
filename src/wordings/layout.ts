import type { Wordings } from './wording.ts';

/** What findings of the layout say. */
export const LAYOUT_WORDINGS = {
  'left-out/event': {
    message: 'The event {id} ({kind}) stands on no leaflet: {leaflets} name only events of their own kind.',
    hint: 'Make a leaflet for each event with --each-event, or a poster, which names all.',
  },
  'left-out/fold': {
    message: '{kind} isn’t set on a fold ({fold}): none is printed.',
    hint: 'Leave out --fold for it; leaflets to be handed out can be folded.',
  },
  'left-out/paper': {
    message: '{kind} isn’t made on {papers}: none is printed.',
    hint: 'Leave out --paper for it, or choose among {possible}.',
  },
  'missing-glyph/character': {
    message: 'No font has the character {character} ({name}): the PDFs that would print it aren’t made.',
    hint: 'Put a font that has it into the folder “fonts” of the appeal, or write it with other characters.',
  },
  'missing-glyph/script': {
    message:
      'No font has the character {character} ({name}, {script}): the PDFs that would print it aren’t made.',
    hint: 'Install a font: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/emoji': {
    message: '{character} ({name}, {script}) is left out where it would be printed: no font has it.',
    hint: 'Install a font that prints it in black: {command}, or put one into the folder “fonts” of the appeal.',
  },
  'missing-glyph/substitute': {
    message: '{character} ({name}, {script}) is printed as {instead}: no font has it.',
    hint: 'Install a font that has it: {command}, or put one into the folder “fonts” of the appeal.',
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
  'sheet-too-small/up': {
    message: "{up} pages of {size} with the space between them don't fit on {sheet}.",
    hint: 'Take a larger sheet with --sheet, fewer pages with --up, or no --gutter and --bleed.',
  },
  'overfull-box/label': {
    message: 'The address of {id} doesn’t fit a label of {name} at {at} pt: it has none.',
    hint: 'Take larger labels with --sheet, or shorten the address in the contacts.',
  },
  'left-out/label': {
    message: 'The address of {id} has characters that no font has: {characters}. It has no label.',
    hint: 'Put a font that has them into the folder “fonts” of the appeal.',
  },
  'left-out/sender': {
    message: 'The envelopes name no sender: no address of one is known.',
    hint: 'Give a file with street, postal code and city of who signs with --sender, or write it by hand.',
  },
  'left-out/return-address': {
    message: 'The envelope to {id} names no sender: the address has no room, or characters that no font has.',
    hint: 'Shorten the sender’s address, or write it by hand.',
  },
  'overfull-page/leaflet': {
    message:
      'The leaflet is {excess} mm too long for {id} with its text at {minBody} pt, the smallest that can be read.',
    hint: 'Shorten the facts (a fact may carry a shorter text for leaflets), the demands or the events, or take a larger paper.',
  },
  'overfull-page/poster': {
    message:
      'The poster is {excess} mm too long for {id} with its text at {minBody} pt, the smallest that can be read.',
    hint: 'Shorten the facts (a fact may carry a shorter text for leaflets), the demands or the events, or take a larger paper.',
  },
  'overfull-page/sides': {
    message:
      'The leaflet is {excess} mm too long for one side of {id} with its text at {minBody} pt, the smallest that can be read: it goes on over {pages} pages.',
    hint: 'Print it on both sides. For one side, shorten the facts (a fact may carry a shorter text for leaflets), the demands or the events, or take a larger paper.',
  },
  'left-out/leaflet': {
    message: '{kind} on {id}: no room for {roles} where the text is long.',
    hint: 'Shorten the facts, the demands or the events, or take a larger paper.',
  },
  'overfull-box/letterhead': {
    message: 'The letterhead runs {excess} mm into what stands below it in {name}, in its smallest print.',
    hint: 'Shorten the sender’s organisation or address, or take another form of letter with --layout.',
  },
  'overfull-box/letterhead-window': {
    message: 'The letterhead has ink where the window of an envelope for {name} shows the address alone.',
    hint: 'Take a letterhead that leaves that place white, or another form of letter with --layout.',
  },
  'overfull-box/letterhead-text': {
    message: 'Text of the letter stands on what is printed in the letterhead.',
    hint: 'Write beside its picture in the sender’s file how many millimetres it needs: top, right, bottom or left. See: handbill help letterhead',
  },
  'overfull-box/sender': {
    message:
      'The sender’s address is too long for the line over the address of {name}, in its smallest print.',
    hint: 'Shorten the sender’s street.',
  },
  'overfull-page/card': {
    message: 'The letter is {excess} mm too long for a postcard.',
    hint: 'Cards are for short letters, such as those to prisoners.',
  },
  'overfull-page/letter': {
    message:
      'The letter is {excess} mm too long for one page of {name}, in the smallest size: it takes {pages} pages.',
    hint: 'Shorten the facts, the demands or the words of your own.',
  },
  'picture-coarse': {
    message:
      'The picture {id} is {width} mm wide and has {dpi} pixels an inch there; it takes {least} to print well.',
    hint: 'Take the picture in its original size.',
  },
  'overfull-page/postcard': {
    message: 'The postcard is {excess} mm too long for A6.',
    hint: 'Shorten its template.',
  },
  proof: {
    message: 'Page {page}, {across} mm from the left and {down} mm from the top: {cause}.',
    hint: 'Look at that place before you print. Shorten the text, or take another paper or style; and tell those who make handbill.',
  },
  'overfull-page/text-page': {
    message:
      'The text over the signatures is {excess} mm too long to leave room for {leastLines} of them on one page: it goes on over {pages}.',
    hint: 'Print it on both sides, so that those who sign see what they sign. For one page, shorten the facts (a fact may carry a shorter text for leaflets) or the demands.',
  },
  'overfull-box/smallest': {
    message: 'The address {what}, and it is in the smallest print.',
    hint: 'Shorten the address in the contacts, or post the letter in an envelope without a window.',
  },
  'overfull-box/address': {
    message: 'The address {what}: {excess} mm too much.',
    hint: 'Shorten the address in the contacts, or post the letter in an envelope without a window.',
  },
} as const satisfies Wordings;
