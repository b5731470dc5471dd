import type { Wordings } from './wording.ts';

/** What findings say of how a text is written: of tables, JSON, YAML, PO, and what is meant for an appeal in them. */
export const READ_WORDINGS = {
  'unknown-key/unused-of-table': {
    message: 'Not used of this table: {names}.',
    hint: 'If one is needed, say what it holds: --map {part}.FIELD=COLUMN. The fields: {known}.',
  },
  'revision/spreadsheet': {
    message: 'In that revision {name} is a spreadsheet; only text can be compared.',
    hint: 'Save it as CSV.',
  },
  'not-changed/foreign': {
    message: 'handbill reads this table, and changes only CSV with handbill’s own names of columns.',
    hint: 'Save it as {name}, with the columns named so: {known}; and take away the other.',
  },
  'bad-date/order': {
    message: '{found} is read as {day}.',
    hint: 'Other dates of this list, or the country of the row, show what comes first: day or month. If that isn’t meant, write the date so: {day}.',
  },
  'too-large/table': {
    message: 'The table has more than {most} {what}; at most so many are read.',
    hint: 'Divide it.',
  },
  'too-large/row': {
    message: 'The row in line {line} has more than {most} characters; at most so many are read.',
    hint: 'Perhaps a quote is opened there and never closed.',
  },
  'csv-syntax/unclosed-near': {
    message: 'A quote is opened in or after line {line} and never closed.',
    hint: 'A quote inside a quoted cell is written twice: "".',
  },
  'csv-syntax/unparsed-near': {
    message: 'CSV doesn’t parse near line {line}: {reason}',
    hint: 'A quote inside a quoted cell is written twice: "".',
  },
  'csv-empty/header': {
    message: 'The file is empty: expected a line of column names.',
  },
  'csv-delimiter': {
    message: 'Expected columns divided by commas, semicolons or tabs, found one column.',
    hint: 'Save the file as CSV with commas.',
  },
  'csv-header': {
    message: 'A column has no name.',
  },
  'csv-header/doubled': { message: 'There are two columns with this name.', hint: 'Remove one of them.' },
  'csv-header/doubled-name': {
    message: 'There are two columns with the name {name}.',
    hint: 'Remove one of them.',
  },
  'csv-syntax/width': {
    message: 'Expected {expected} cells as in the header, found {found}.',
    hint: 'A cell with a comma in it needs quotes around it.',
  },
  'csv-empty/contacts': {
    message: 'The file is empty: expected contacts.',
  },
  'csv-empty/sheet': {
    message: 'There is no sheet {named}; there are: {names}.',
  },
  'csv-empty/no-rows': {
    message: 'The spreadsheet has no rows: expected a table.',
  },
  'csv-empty/rows': {
    message: 'The list has no rows.',
    hint: 'Write a row for each entry below the names of the columns, or name another list.',
  },
  'wrong-type/list': {
    message: 'Expected a list of contacts.',
  },
  'too-large/contact-columns': {
    message: 'The table has more than {most} columns; at most so many are read.',
    hint: 'Leave out those that no contact needs.',
  },
  'po-syntax': {
    message: 'The PO file doesn’t parse: {reason}.',
    hint: 'Look at its quotes, or export it anew.',
  },
  'po-syntax/twice': {
    message: 'The text {id} is translated here twice, in two ways.',
    hint: 'Leave the one that holds.',
  },
  'po-syntax/xliff': {
    message: 'Expected XLIFF 2, found XML of another kind (version {version}).',
    hint: 'Export it anew with --format xliff, or save it as XLIFF 2.',
  },
  'too-large/rows': {
    message: 'The table has more than {most} rows; at most so many are read.',
    hint: 'Divide it.',
  },
  'too-large/values': {
    message: 'The file has more than {most} values; at most so many are read.',
    hint: 'Keep long lists as CSV.',
  },
  'json-syntax/unparsed': {
    message: 'JSON doesn’t parse{reason}.',
  },
  'yaml-syntax/tags': {
    message: 'Tags (!name) are not read here.',
    hint: 'Leave it out.',
  },
  'yaml-syntax/aliases': {
    message: 'Aliases (*name) are not read here.',
    hint: 'Write the value out.',
  },
  'too-large/keys': {
    message: 'An object has more than {most} keys; at most so many are read.',
    hint: 'Write a list.',
  },
  'too-large/depth': {
    message: 'Values lie more than {depth} deep inside each other; at most so many levels are read.',
    hint: 'Take them out of each other.',
  },
  'csv-syntax/unclosed': {
    message: 'A quote is opened and never closed.',
    hint: 'A quote inside a quoted cell is written twice: "".',
  },
  'csv-syntax/unparsed': {
    message: 'CSV doesn’t parse.',
    hint: 'A quote inside a quoted cell is written twice: "".',
  },
  'csv-syntax/unparsed-why': {
    message: 'CSV doesn’t parse: {reason}',
    hint: 'A quote inside a quoted cell is written twice: "".',
  },
  'json-syntax/place': {
    message: 'JSON doesn’t parse{reason}.',
    hint: 'Look at quotes, commas and brackets there and in the line before.',
  },
  'yaml-syntax/place': {
    message: 'YAML doesn’t parse{reason}.',
    hint: 'Look at quotes, commas and brackets there and in the line before.',
  },
  'json-syntax/twice': {
    message: 'This key stands here twice.',
    hint: 'Remove one of them.',
  },
  'yaml-syntax/twice': {
    message: 'This key stands here twice.',
    hint: 'Remove one of them.',
  },
  'json-syntax/key-twice': {
    message: 'The key {key} stands here twice.',
    hint: 'Remove one of them.',
  },
  'yaml-syntax/key-twice': {
    message: 'The key {key} stands here twice.',
    hint: 'Remove one of them.',
  },
  'revision/no-git': {
    message: 'git was not found.',
    hint: 'Install git, or compare two days: --from 2026-05-01.',
  },
  'revision/git': {
    message: 'git: {reason}.',
    hint: 'Name a revision that holds the appeal, such as HEAD~1.',
  },
  'revision/no-revision': {
    message: '{revision} is no revision.',
  },
  'too-large/text': {
    message: 'The text has more than {most} characters; at most so many are read.',
    hint: 'Leave out what is no part of the appeal.',
  },
  'too-large/elements': {
    message: 'Elements lie more than {most} deep inside each other; at most so many levels are read.',
  },
  'too-large/groups': {
    message: 'Groups lie more than {most} deep inside each other; at most so many levels are read.',
  },
  'bad-language/text': {
    message: 'The text isn’t in a language that can be read.',
    hint: 'handbill reads texts in {tags}. Without --from, init asks for what others say.',
  },
} as const satisfies Wordings;
