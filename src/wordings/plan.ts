import type { Wordings } from './wording.ts';

/** What findings of planning, making and writing say. */
export const PLAN_WORDINGS = {
  'thread-ended': {
    message: 'A thread of handbill ended before its documents were made: {why}.',
    hint: 'Run the same command with --workers 1, or make less at a time, with --lang or --shard.',
  },
  'manifest-damaged': {
    message: '{name} is damaged: which files handbill wrote isn’t known, so those that differ are kept.',
    hint: 'Bring {name} back from a copy; or move the folder away, and make all anew.',
  },
  'edited-file': {
    message: '{path} was edited since handbill wrote it, or wasn’t written by handbill: it is kept as it is.',
    hint: 'To have it written anew, delete it or add --force.',
  },
  'draft-translation/templates': {
    message: 'Forms and templates that no speaker has signed are used: {tags} ({count} files: {some}{more}).',
    hint: 'Have them read, and keep your own beside the appeal with review: reviewed. `handbill templates list` shows the state of each.',
  },
  'draft-translation/site': {
    message: 'The labels of the page are signed by no speaker: {tags}.',
    hint: 'Have them read; `handbill help languages` tells how a part is signed.',
  },
  'blank-pages/fold': {
    message: '{path}: {blank} of the {all} pages of the fold stay blank.',
    hint: 'Add languages with --lang, or use the blank pages for something of your own.',
  },
  'sheet-too-small/fold': {
    message: 'The fold has {most} pages, and the languages take {pages}.',
    hint: 'Choose fewer languages with --lang.',
  },
  'sheet-too-small/zine': {
    message: 'The text takes {pages} pages of the fold in its smallest print, and has {most}.',
    hint: 'Shorten the facts (a fact may carry a shorter text for leaflets), choose fewer languages, or take --sheet a3.',
  },
  'no-demand/none': {
    message: 'No demand is put to {id} ({kind}): a letter to it would ask for nothing.',
    hint: 'Add demands to the appeal.',
  },
  'no-demand/of': {
    message: 'No demand is put to {id} ({kind}): a letter to it would ask for nothing.',
    hint: 'Add {id} or {kind} to "of" of a demand, or leave it out of the targets.',
  },
  'fallback-language/letter': {
    message: '{id} reads {languages}, none of which the appeal has: its letter is written in {tag}.',
    hint: 'Add a language of the contact to the appeal, or the appeal’s language to the contact.',
  },
  'fallback-language/addressees': {
    message: 'In letters in {tag} names stand in the letters of another script: {ids}{rest}.',
    hint: 'Add the form that they use themselves to the contacts: columns organisation.{tag} and holder.{tag}.',
  },
  'fallback-language/sender': {
    message: '{field} of {count} of those who sign stands as it is in letters in {tags}.',
    hint: 'Give its form in each language in the file of the sender, as in.en.name, in.en.role; or make one language at a time, with a file of its own.',
  },
  'fallback-language/own-words': {
    message: 'The words of your own stand as they are in letters in {tags}.',
    hint: 'Make one language at a time, with --lang {first} and words in it; or give them per language in the file of the sender, as in.en.ownWords.',
  },
  'template-not-found/words': {
    message: 'There are no forms of {language}: expected a file templates/words/{language}.yaml.',
    hint: 'Begin them beside the appeal, then translate them there: handbill translate new {language}',
  },
  'already-sent/letter': {
    message: '{id} has been sent this letter: it is left out.',
    hint: 'To write it all the same: --again',
  },
  'no-channel/draft': {
    message: '{id} has no e-mail address in the contacts: there is no draft for it.',
    hint: 'Send the letter by post, or add email to the contact.',
  },
  'left-out/form': {
    message: 'No text for the web form of {id} fits into its {limit} characters.',
    hint: 'Give the facts a shorter wording (short), or write there in your own words.',
  },
  'template-not-found/site': {
    message: 'There are no texts of the page: expected a file templates/site/en.yaml.',
    hint: 'Restore it; it comes with handbill.',
  },
  'input-changed/again': {
    message:
      '{path} was changed again and again by another program while handbill was at work; nothing was written.',
    hint: 'Close that program, or wait until it is done, and run the same command again.',
  },
  'input-changed/value': {
    message:
      'Since you were asked, somebody has changed {name}: it is “{now}”. Nothing of yours is written yet.',
    hint: 'Look at both, and write what holds.',
  },
  'input-changed/gone': {
    message:
      'Since you were asked, somebody has taken out {name}, which was “{was}”. Nothing of yours is written yet.',
    hint: 'Look whether it still holds, and add it anew.',
  },
  'font-broken': {
    message: 'The font {path} is broken.',
    hint: 'Take it away, or install it anew.',
  },
  'no-channel/no-way': {
    message: 'Not by {wanted}, nor in any other way: {ids}{rest}.',
    hint: 'Name another way with --channel, or add to the contacts: {fields}.',
  },
  'no-channel/other': {
    message: 'Not by {wanted}, but by {others}: {ids}{rest}.',
    hint: 'Name another way with --channel, or add to the contacts: {fields}.',
  },
  'no-mission': {
    message: 'There is no mission of {state} for senders in {country}: {why}.',
    hint: 'Add the one that is responsible to the contacts, or write to a ministry there.',
  },
  'no-mission/home': {
    message: 'There is no mission of {state} for senders in {country}: {why}.',
    hint: 'Write to its ministry, prosecutor, court or parliament; to add one: handbill add target',
  },
  'no-mission/home-offices': {
    message: 'There is no mission of {state} for senders in {country}: {why}.',
    hint: 'Write to its own offices: {choices}.',
  },
  'no-mission/nearest': {
    message: 'There is no mission of {state} for senders in {country}: {why}.',
    hint: 'The nearest choice is {id}, because {reason}: --to {id}{others}',
  },
  'letter-barred/passed-over': {
    message: '{id}, in {there}, is not offered to senders in {country}: {why}.',
    hint: 'That rests on an excerpt, which nobody has checked: {source}. To write there nevertheless: --to {id}',
  },
  'letter-barred/addressed': {
    message: '{id} is in {there}, and the letter comes from {country}: {why}.',
    hint: 'Ask somebody who knows, before it goes out. That rests on an excerpt, which nobody has checked: {source}',
  },
  'folder-in-use/mark': {
    message: 'Another handbill is writing into this folder: {who}{when}.',
    hint: 'Wait until it is done. If it was killed, delete {file} in that folder.',
  },
  'folder-in-use/again': {
    message: 'Another handbill is writing into this folder: {who}{when}.',
    hint: 'Wait until it is done, and run the same command again.',
  },
  'folder-in-use/other-folder': {
    message: 'Another handbill is writing into this folder: {who}{when}.',
    hint: 'Wait until it is done, or choose another folder with --out.',
  },
} as const satisfies Wordings;
