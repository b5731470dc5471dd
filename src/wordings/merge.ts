import type { Wordings } from './wording.ts';

const NAMES = 'Dates of the appeal and its events are written out already: print them without date.';
const FORMS = 'Templates know headings, paragraphs, lists, **strong**, *emphasis*, links and hard breaks.';
const FRONT_MATTER = 'Front matter stands between two lines of --- at the top of the file.';
const PASTED = 'Perhaps a file or a picture was pasted as text. Shorten it, or divide it.';
const NO_ADVICE =
  'This is help, not legal advice. An imprint and anonymity exclude each other: who must not be known does not print one.';
const PAGE =
  'Values stand in {{…}}, which prints a text as text; compare it with handbill’s own of that name.';

/** What findings of merging say: templates, their data, what is too much to lay out, the imprint. */
export const MERGE_WORDINGS = {
  'template-syntax/decorator': {
    message: 'Partial blocks and decorators have no use in a template.',
    hint: 'Templates know {{value}}, {{helper}}, {{> partial}}, and the blocks {{#if}}, {{#unless}}, {{#each}}, {{#with}}.',
  },
  'template-syntax/quoted': {
    message: 'A text in quotes prints nothing.',
    hint: 'Write it without {{ and }}.',
  },
  'template-helper/unknown': { message: 'There is no helper {name}.', hint: '{hint}' },
  'template-data/list': {
    message: '{name} is no single text.',
    hint: 'Print it with {list}, or go through it with {each}.',
  },
  'template-data/record': { message: '{name} is no single text.', hint: 'It has: {fields}.' },
  'template-helper/no-value': { message: '{name} takes no value, found {found}.', hint: 'Write {usage}.' },
  'template-helper/one-value': {
    message: '{name} takes one value ({takes}), found {found}.',
    hint: 'Write {usage}.',
  },
  'template-helper/values': {
    message: '{name} takes values ({takes}), found {found}.',
    hint: 'Write {usage}.',
  },
  'template-helper/choice': { message: '{name} knows no {takes} {found}.', hint: '{hint}' },
  'template-helper/option': { message: '{name} has no option {option}.', hint: '{hint}' },
  'template-helper/block': { message: 'There is no block {name}.', hint: 'Blocks are: {blocks}.' },
  'template-syntax/block-values': {
    message: '{block} takes one value and nothing else.',
    hint: 'Write {usage}.',
  },
  'template-syntax/block-name': { message: '{block} takes the name of a value.', hint: 'Write {usage}.' },
  'template-data/no-fields': { message: '{name} has no fields.', hint: 'Use {{#if}} to ask for a value.' },
  'template-data/no-list': { message: '{name} is no list.', hint: 'Lists are: {lists}.' },
  'template-syntax/partial-values': {
    message: 'A partial takes no values.',
    hint: 'Write {{> letterhead}}.',
  },
  'template-not-found/partial': {
    message: 'There is no partial {name}.',
    hint: '{hint} Or write templates/partials/{file}.md.',
  },
  'template-syntax/call': {
    message: 'A call inside a call isn’t known.',
    hint: 'Give a value or a text in quotes.',
  },
  'template-data/unknown': { message: 'There is nothing called {name}.', hint: '{hint}' },
  'template-syntax/circle': { message: 'The partial {name} contains itself: {circle}.' },
  'too-large/blocks': {
    message: 'Blocks lie more than {most} deep inside each other; at most so many levels are read.',
    hint: 'Take them out of each other.',
  },
  'template-syntax/mismatch': {
    message: '{open} is closed by {close}.',
    hint: 'Each {{ needs its }}, and each {{#if}}, {{#each}} … its {{/if}}, {{/each}} ….',
  },
  'template-syntax/parse': {
    message:
      'The template doesn’t parse: a {{…}} is not closed, or a block such as {{#if …}} has no end or no beginning.',
    hint: 'Each {{ needs its }}, and each {{#if}}, {{#each}} … its {{/if}}, {{/each}} ….',
  },
  'template-front-matter/name': {
    message: 'The front matter says {found}, the file’s name {expected}.',
    hint: FRONT_MATTER,
  },
  'template-front-matter/review': {
    message: 'The front matter says review: {review}.',
    hint: 'Expected one of: {states}.',
  },
  'template-front-matter/drop': {
    message: 'The front matter drops {role}, which is no role of a block.',
    hint: '{hint}',
  },
  'template-front-matter/key': { message: 'The front matter has an unknown key {key}.', hint: '{hint}' },
  'too-large/steps': {
    message: 'The template takes more than {most} steps.',
    hint: 'Look for loops inside loops, and partials in partials.',
  },
  'too-large/output': {
    message: 'The template gives more than {most} characters.',
    hint: 'Look for loops inside loops, and partials in partials.',
  },
  'template-data/no-value': {
    message: '{name} has no value here.',
    hint: 'Give it a value, or put it between {open} and {{/if}}.',
  },
  'template-data/withdrawn': { message: 'The fact {id} was withdrawn.' },
  'template-data/concern': { message: 'The fact {id} doesn’t concern {target}.' },
  'template-data/fact': { message: 'There is no fact {id}.', hint: '{hint}' },
  'template-data/figure': { message: 'There is no figure {id}.', hint: '{hint}' },
  'template-data/voice': { message: 'There is no voice of {quantity} {id}.', hint: '{hint}' },
  'template-data/language': { message: '{name} has no text in {language}.' },
  'template-data/nobody': {
    message: 'Nobody gives a number for {quantity} of the fact {id} as of {day}.',
    hint: 'Look at asOf of the appeal, and at saidOn and prints of the figure.',
  },
  'template-data/label': { message: 'There is no label {name}.' },
  'template-data/closing': { message: 'There is no closing {name}.' },
  'template-data/missing': {
    message: 'A value that is asked for here is missing.',
    hint: 'Ask for it with {{#if …}} before.',
  },
  'template-data/date': { message: '{found} is no date such as 2011-12-16.', hint: NAMES },
  'template-data/number': { message: '{found} is no number.' },
  'template-data/follow-up': {
    message: 'This letter doesn’t say that there was no answer to an earlier one.',
    hint: 'Add the helper followUp to the template, or to the partial signature beside the appeal.',
  },
  'template-not-found/document': {
    message: 'There is no template {name}.',
    hint: 'Write templates/{name}.md beside the appeal, or leave {language} out with --lang. {hint}',
  },
  'template-syntax/no-place': { message: '{what} has no place in a template.', hint: FORMS },
  'template-syntax/depth': { message: 'Marks lie too deep inside each other.', hint: FORMS },
  'template-syntax/item': {
    message: 'An item of a list holds only text.',
    hint: 'Lists inside lists have no place on a letter.',
  },
  'template-syntax/heading': { message: 'Headings have three levels.', hint: 'Use #, ## or ###.' },
  'template-syntax/link': {
    message: 'A link can’t lead to {url}.',
    hint: 'Links begin with https://, http://, mailto: or tel:.',
  },
  'template-syntax/fence': {
    message: 'A line with ::: names a role and nothing else.',
    hint: 'Write ::: demands, or ::: to close.',
  },
  'template-syntax/closes-nothing': {
    message: 'This ::: closes nothing.',
    hint: 'Open a part with ::: and its role.',
  },
  'template-syntax/role': { message: 'There is no role {role}.', hint: '{hint}' },
  'template-syntax/before': {
    message: 'The part from line {line} of the text isn’t closed before this one.',
    hint: 'Close it with :::.',
  },
  'template-syntax/open': {
    message: 'This part isn’t closed.',
    hint: 'Close it with ::: on a line of its own.',
  },
  'template-data/page': {
    message: 'The template of a page can’t be used: {name} isn’t among its values.',
    hint: PAGE,
  },
  'template-syntax/page': { message: 'The template of a page can’t be used: {what}.', hint: PAGE },
  'template-not-found/page': {
    message: 'There is no template site/{name}.hbs.',
    hint: 'Restore it; it comes with handbill.',
  },
  'too-large/items': {
    message: 'A list has more than {limit} items; at most so many are laid out.',
    hint: PASTED,
  },
  'too-large/voices': {
    message: 'A figure has more than {limit} voices; at most so many are laid out.',
    hint: PASTED,
  },
  'too-large/paragraph': {
    message: 'A paragraph has more than {limit} characters; at most so many are laid out.',
    hint: PASTED,
  },
  'too-large/headline': {
    message: 'A headline has more than {limit} characters; at most so many are laid out.',
    hint: 'Shorten it, or give the leaflets one of their own under “headline” in the appeal.',
  },
  'too-large/word': {
    message: 'A word has more than {limit} characters; at most so many are laid out.',
    hint: PASTED,
  },
  'too-large/marks': {
    message: 'A letter has more than {limit} marks; at most so many are laid out.',
    hint: PASTED,
  },
  'too-large/document': {
    message: 'A document has more than {limit} characters; at most so many are laid out.',
    hint: PASTED,
  },
  'too-large/events': {
    message: 'A leaflet has more than {limit} events; at most so many are laid out.',
    hint: 'Make a leaflet for each event with --each-event.',
  },
  'imprint/law': { message: 'The imprint follows {country}: {law}.', hint: NO_ADVICE },
  'imprint/none': { message: 'No imprint is printed. That is your own decision.', hint: NO_ADVICE },
  'imprint/none-asked': {
    message: 'No imprint is printed although {country} asks for one: {law}. That is your own decision.',
    hint: NO_ADVICE,
  },
  'imprint-missing/publisher': {
    message: 'The imprint needs {field} in {country}: {law}.',
    hint: 'Put it under imprint in the appeal or in the sender’s file, or leave the imprint out with --no-imprint. This is help, not legal advice.',
  },
  'imprint-missing/printer': {
    message: 'The imprint needs {field} in {country}: {law}.',
    hint: 'Put it under imprint in the appeal or in the sender’s file (printer: self where the publisher copies), or leave the imprint out with --no-imprint. This is help, not legal advice.',
  },
  'poster-paper': {
    message:
      'Posters in black on white paper are for the authorities alone in France (loi du 29 juillet 1881, art. 15).',
    hint: 'Print placards and posters on coloured paper.',
  },
} as const satisfies Wordings;
