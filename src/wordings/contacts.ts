import type { Wordings } from './wording.ts';

/** What findings say of those who are written to and of those who write: of contacts, and of lists of members. */
export const CONTACT_WORDINGS = {
  'lost-character/row': {
    message: 'A row in which a letter was lost isn’t taken: in its place stands the sign U+FFFD.',
    hint: 'Type it anew, or import the list again with --encoding.',
  },
  'lost-character/rows': {
    message: '{n} rows in which a letter was lost aren’t taken: in its place stands the sign U+FFFD.',
    hint: 'Type it anew, or import the list again with --encoding.',
  },
  'unknown-key/no-column': {
    message: 'The list has no column {column}, as --map says of {field}.',
    hint: 'Write the name as it stands in the first line of the list.',
  },
  'unknown-key/kept': {
    message: 'Columns are read as was said before: {names}.',
    hint: 'That stands in {file}; to say it anew, use --map, or remove the file.',
  },
  'unknown-key/unused': {
    message: 'Not used of this list: {names}.',
    hint: 'If letters need one of them, say what it holds: --map FIELD=COLUMN, such as --map "street=Where you live"',
  },
  'unknown-key/nowhere': {
    message: 'No column tells street or city, and of this list isn’t used: {names}.',
    hint: 'If letters need one of them, say what it holds: --map FIELD=COLUMN, such as --map "street=Where you live"',
  },
  'bad-postal-code/zero': {
    message: 'This is no postal code of the country ({country}).',
    hint: 'A spreadsheet may have taken away the zero at its beginning: give the column the format “text” there.',
  },
  'bad-postal-code/member': {
    message: 'This is no postal code of the country ({country}).',
    hint: 'Look it up, and correct it in the list.',
  },
  'bad-postal-code/number': {
    message: 'A number stands here as spreadsheets write it, such as 2108.0, and is read as its digits.',
    hint: 'Look whether it lacks a zero at the beginning: a spreadsheet drops those.',
  },
  'csv-syntax/row': {
    message: 'The row {why}.',
  },
  'csv-syntax/card': {
    message: 'Not taken: {why}.',
  },
  'duplicate-id/sender': {
    message: 'Two senders have this id; their letters would overwrite each other.',
    hint: 'Give one of them another id.',
  },
  'duplicate-id/signatory': {
    message: 'This signatory stands in the list twice, and is printed once.',
  },
  'duplicate-contact': {
    message: '{id} has the same {reason} as {other} in line {line}; {differ} differ.',
    hint: 'If they are one, keep the better of them and remove the other.',
  },
  'duplicate-contact/same': {
    message: '{id} has the same {reason} as {other} in line {line}; nothing else differs.',
    hint: 'If they are one, keep the better of them and remove the other.',
  },
  'defunct-contact': {
    message: '{id}: is defunct since {defunct}, and gets no letters.',
  },
  'no-channel/none': {
    message: '{id}: no channel is known: no postal address, fax, e-mail or web form.',
    hint: 'Add {fields}.',
  },
  'no-channel/way': {
    message: '{id}: can’t be reached by {way}.',
    hint: 'Add {field}.',
  },
  'incomplete-address/city': {
    message: '{id}: has a street but no city.',
  },
  'incomplete-address/country': {
    message: '{id}: has an address but no country.',
    hint: 'Add it as a code of two letters, such as DE: the address is written as that country has it.',
  },
  'incomplete-address/postal-code': {
    message: '{id}: has no postal code, which {country} uses.',
  },
  'bad-postal-code/contact': {
    message: '{id}: {postalCode} is no postal code of {country}.',
    hint: 'Compare it with the source.',
  },
  'unlikely-country': {
    message: '{id}: is a mission of {country} in {country} itself.',
  },
  'incomplete-address/latin': {
    message: '{id}: has no address in Latin letters, by which post from abroad is sorted.',
    hint: 'Add addressLatin, as the office itself writes it.',
  },
  'incomplete-address/latin-letters': {
    message: '{id}: has no address in Latin letters, by which post from abroad is sorted.',
    hint: 'Add addressLatin, as the office itself writes it. Letter by letter it reads “{letters}”, which is only that.',
  },
  'bad-phone': {
    message: '{id}: {phone} is no telephone number that exists.',
  },
  'phone-country': {
    message: '{id}: {phone} is not a number in {country}.',
  },
  'unlikely-language': {
    message: '{id}: reads {languages}, which is unusual in {country}.',
  },
  'not-verified': {
    message: '{id}: was never verified.',
    hint: 'Look it up, and fill in verified.on, verified.by and verified.how.',
  },
  'stale-contact': {
    message: '{id}: was last verified on {on}, over {maxAge} days ago.',
    hint: 'Look it up, and fill in verified.on, verified.by and verified.how.',
  },
  'bad-postal-code/contact-zero': {
    message: '{id}: {postalCode} is no postal code of {country}.',
    hint: 'Spreadsheets drop a zero at the beginning: compare with the source.',
  },
  'prison-rules/unknown': {
    message: '{id}: which rules for mail the prison has isn’t known.',
    hint: 'Ask those who write there already, or the prison itself. What guides agree on: {guides}. Rules that are known: handbill help prisons',
  },
  'prison-rules/unverified': {
    message:
      '{id}: the rules of {name} are known from an excerpt of their page alone, and nobody has checked them since.',
    hint: 'Read them there before you send: {source}',
  },
  'prison-rules/pages': {
    message:
      'The letter to {id}, who is in prison, has {pages} pages: guides advise one sheet, printed on one side.',
    hint: 'Shorten it; else print each page on a sheet of its own, with name and number on each ({source}).',
  },
  'prison-rules/number': {
    message: '{id}: the prisoner’s number is missing.',
    hint: '{name} asks for it: {source}',
  },
  'prison-rules/facility': {
    message: '{id}: it isn’t said which prison it is.',
    hint: '{name} asks for it: {source}',
  },
  'prison-rules/case': {
    message:
      'The letter to {id}, who is in prison, speaks of the case ({what}): what the prison reads can be held against them.',
    hint: 'Take it out of the template. Where the prisoner’s supporters ask for it: aboutCase true in the contacts.',
  },
  'prison-rules/code': {
    message: 'The letter to {id}, who is in prison, holds a code to scan, which mailrooms refuse.',
    hint: 'Take {{code}} out of the template.',
  },
  'prison-rules/says': {
    message: '{id} is in prison. {name} says of letters: {says}.',
    hint: 'Seen in an excerpt of its page alone: read it there before you pack the letter: {source}',
  },
  'prison-rules/guides': {
    message:
      '{id} is in prison. Which rules hold there isn’t known; guides for those who write agree on: {guides}.',
    hint: 'Ask those who write there already. Rules that are known: handbill help prisons',
  },
  'prison-rules/paper': {
    message:
      'The letter to {id}, who is in prison, isn’t on paper of 8½ by 11 inches, which {name} asks for.',
    hint: 'Add --layout us: {source}',
  },
  'prison-rules/others': {
    message:
      'The letter to {id}, who is in prison, is signed by several; {name} takes nothing from anybody else in the envelope.',
    hint: 'Write one letter each: {source}',
  },
  'prison-rules/own-words': {
    message: 'Your own words stand in the letter to {id}, who is in prison: the prison reads them.',
    hint: 'Nothing about the case in them, unless the prisoner’s supporters ask for it.',
  },
  'prison-rules/postcard': {
    message: 'The postcard names the appeal beside the address: don’t send it into prison.',
    hint: 'Cards for those in prison, with number and return address, and nothing about the case: handbill letters --to prisoner --layout postcard',
  },
  'prison-rules/return': {
    message:
      'The letter to {id}, who is in prison, has no full return address: it may not be handed over, and can’t be answered.',
    hint: 'Add street and city to the sender: {name} asks for it ({source}).',
  },
  'prison-rules/no-return': {
    message:
      'The letter to {id}, who is in prison, has no full return address: it may not be handed over, and can’t be answered.',
    hint: 'Add street and city to the sender: guides advise it ({source}).',
  },
} as const satisfies Wordings;
