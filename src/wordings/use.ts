import type { Wordings } from './wording.ts';

/** What findings of commands say. */
export const USE_WORDINGS = {
  'example-appeal/bundled': {
    message: 'No appeal was named and none lies in this folder: the bundled example is used.',
    hint: 'Name a folder, such as: handbill make {near}',
  },
  'placeholder/lost': {
    message: 'The translation of {id} has nothing in braces, the original has {wanted}.',
    hint: 'Keep what stands in braces as it is, as often as it stands there.',
  },
  'placeholder/none': {
    message: 'The translation of {id} has {found}, the original nothing in braces.',
    hint: 'Keep what stands in braces as it is, as often as it stands there.',
  },
  'placeholder/other': {
    message: 'The translation of {id} has {found}, the original {wanted}.',
    hint: 'Keep what stands in braces as it is, as often as it stands there.',
  },
  'csv-header/organisation': {
    message: 'No column holds the name of an organisation; there are: {columns}.',
    hint: 'Say which: --map organisation=NAME. If the columns look wrong, so may --delimiter or --encoding.',
  },
  'kind-from-name/known': {
    message: '{id} is taken for {kind}, after its name.',
    hint: 'If it is something else, change kind in contacts.csv: it decides which letter it gets.',
  },
  'kind-from-name/unknown': {
    message: 'Nothing in its name tells what {id} is: it is taken for {kind}, and gets the demands.',
    hint: 'If it is something else, change kind in contacts.csv: it decides which letter it gets.',
  },
  'already-sent/edition': {
    message: '{contact} was sent this edition on {sent}: not noted again.',
    hint: 'If it was sent a second time: --again',
  },
  'no-channel/unclear': {
    message: 'By which way the letter to {contact} went isn’t clear from its file.',
    hint: 'Say it with --by: {ways}.',
  },
  'not-sent/none': {
    message: 'No letter to {contact} is noted as sent.',
    hint: 'First note that it was sent: with the same command, without --answered.',
  },
  'bad-date/answered': {
    message:
      'The letter to {contact} was sent on {sent}, after {answered}: it can’t have been answered then.',
  },
  'not-sent/several': {
    message: '{file} holds letters to several addressees: which of them answered isn’t told.',
    hint: 'Name who answered with --to, such as: --to {contact}',
  },
  'not-sent/not-in': {
    message: 'None of the letters named is to {contact}.',
    hint: 'They are to: {others}',
  },
  'not-sent/another': {
    message: '{file} is a letter of another appeal, {appeal}.',
    hint: 'Name that appeal with --appeal.',
  },
  'not-ignored': {
    message: 'git will take in {file}, which tells who wrote to whom and when.',
    hint: 'Add a line "outbox.*" to .gitignore beside the appeal.',
  },
  'not-sent/early': {
    message: '{told} sent less than {after} days ago: not asked after yet.',
    hint: 'To ask all the same: --after 0',
  },
  'not-sent/run': {
    message: 'No print run whose letters handbill still knows.',
    hint: 'Write it again with --combine, and note that one.',
  },
  'not-sent/file': {
    message: 'No letter that handbill wrote and still knows of.',
    hint: 'Name a file below letters/ of the folder that make or letters wrote.',
  },
  'spot-contrast': {
    message:
      'White text on {name} would have a contrast of {contrast} to 1, less than {least} to 1: panels stay black.',
    hint: 'Take a darker colour, such as red (#b00000).',
  },
  'edited-file/template': {
    message: 'There is a template of this name already; it stays as it is.',
    hint: 'Edit that one, or move it away first.',
  },
  'unknown-reference/text': {
    message: 'There is no text {id}.',
    hint: 'It was taken out or renamed since the export: export anew.',
  },
  'edited-file/language': {
    message: 'All files of {tag} are there already; they stay as they are.',
    hint: 'What is English still in them: `handbill translate status --words {tag}`',
  },
  'placeholder/phrase': {
    message: 'The translation of {id} lacks what stands in braces, or has other: expected {wanted}.',
    hint: 'Keep what stands in braces as it is; only words in quotation marks after bySender are translated.',
  },
  'stale-translation/text': {
    message: 'The original of {id} was changed since the export.',
    hint: 'The translation is taken over as stale; export anew to see the new original.',
  },
  'no-post-address': {
    message: '{contacts} without a postal address, so nothing is printed for them: {ids}{rest}.',
    hint: '{file} has all of them, with the other ways to reach them.',
  },
  'nothing-to-do/nobody': {
    message: 'Nobody gets a letter by this choice.',
    hint: 'See who can be written to: handbill contacts list. Leave out --to, --kind, --lang or --country for all.',
  },
  'input-changed/file': {
    message: 'The file was changed while handbill was at work; nothing was written.',
    hint: 'Run the same command again.',
  },
  'input-changed/watched': {
    message: 'The file was changed while handbill was at work; nothing was written.',
    hint: 'Wait: it is made again by itself.',
  },
  interrupted: {
    message: 'Stopped before all files were made; those in the folder are as they were.',
    hint: 'The same command goes on where it stopped.',
  },
  'nothing-to-do/document': {
    message: 'No document fits this choice.',
    hint: 'See who can be written to: handbill contacts list. Leave out --lang, --kind or --country for all.',
  },
  'wrong-type/answer': {
    message: 'Expected an answer in a line of its own, such as title: "Free the strikers", found {value}.',
  },
  'unknown-key/answer': {
    message: '{key} answers no question that the other answers lead to.',
    hint: 'Answer what it belongs to first: handbill help answers',
  },
  'unknown-key/question': {
    message: 'There is no question {key}.',
    hint: 'All of them: handbill help answers',
  },
  'unknown-key/question-near': {
    message: 'There is no question {key}.',
    hint: 'Did you mean {near}?',
  },
  'file-not-found/meant': {
    message: 'There is no such file or folder.',
    hint: 'Did you mean {near}?',
  },
  'not-an-appeal/meant': {
    message: 'The folder holds no appeal.yaml or appeal.json.',
    hint: 'Did you mean {near}?',
  },
  'missing-value/row': {
    message: '1 row of the list got no letter; it stands in {file}, with the reasons.',
    hint: 'Mend them there, and make their letters: --senders {given}',
  },
  'missing-value/rows': {
    message: '{n} rows of the list got no letter; they stand in {file}, with the reasons.',
    hint: 'Mend them there, and make their letters: --senders {given}',
  },
  formula: {
    message: 'A cell begins like a spreadsheet’s formula, in column {column}: {value}.',
    hint: 'It is kept as text, with an apostrophe before it that keeps spreadsheets from calculating it.',
  },
  'formula/cells': {
    message: '{n} cells begin like a spreadsheet’s formula, in column {column}: {value}.',
    hint: 'It is kept as text, with an apostrophe before it that keeps spreadsheets from calculating it.',
  },
} as const satisfies Wordings;
