import type { Wordings } from './wording.ts';

/** What findings of reading files say. */
export const READ_WORDINGS = {
  'file-not-found/no-such': {
    message: 'There is no such file or folder.',
    hint: 'Look at the name. For a new appeal: handbill init',
  },
  'not-an-appeal/kind': {
    message: 'Expected a folder, or a file that ends in .json or .yaml.',
    hint: 'Name the folder that holds appeal.yaml.',
  },
  'not-an-appeal/no-head': {
    message: 'The folder holds no appeal.yaml or appeal.json.',
    hint: 'For a new appeal: handbill init',
  },
  'not-an-appeal/two': {
    message: 'The folder holds {first} and {others}: expected one of them.',
    hint: 'Remove or rename the other.',
  },
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
  'link-outside': {
    message: 'This is a link that leads out of the folder of the appeal; only what lies in it is read.',
    hint: 'Copy into the folder what is meant to be printed, and remove the link.',
  },
  'too-large/folder': {
    message: 'The folder holds more than {most} files; at most so many are looked at.',
    hint: 'Move away what isn’t meant for handbill.',
  },
  'file-unreadable/content': {
    message: 'The file isn’t whole: its content is missing.',
  },
  'picture-too-large/passes': {
    message: 'The JPEG is built up in more than {scans} passes.',
    hint: 'Save it again.',
  },
  'picture-broken/jpeg-size': {
    message: 'The JPEG names no size.',
    hint: 'Save it again.',
  },
  'picture-broken/no-pixels': {
    message: 'The picture has no pixels.',
  },
  'picture-too-large/pixels': {
    message: 'The picture says that it has {width} × {height} pixels; at most {most} are read.',
    hint: 'Save it smaller: 300 pixels an inch are enough.',
  },
  'picture-too-large/svg': {
    message: 'The SVG has more than {most}.',
    hint: 'Simplify its paths.',
  },
  'picture-unsafe/entities': {
    message: 'The SVG has entities of its own.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-format/no-svg': {
    message: 'The file holds no SVG.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-broken/white': {
    message: 'The SVG draws nothing: all of it is white.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-broken/undrawn': {
    message: 'The SVG can’t be drawn: {reason}.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-broken/unread': {
    message: 'The SVG can’t be read: {reason}.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-broken/svg-size': {
    message: 'The SVG names no size: expected viewBox, or width and height.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-broken/broken': {
    message: 'The picture is broken.',
    hint: 'Save it again as PNG, JPEG or SVG.',
  },
  'picture-format/kinds': {
    message: 'Expected PNG, JPEG or SVG.',
    hint: 'Save it in one of these formats.',
  },
  'po-syntax': {
    message: 'The PO file doesn’t parse: {reason}.',
    hint: 'Look at its quotes, or export it anew.',
  },
  'po-syntax/xliff': {
    message: 'Expected XLIFF 2, found XML of another kind (version {version}).',
    hint: 'Export it anew with --format xliff, or save it as XLIFF 2.',
  },
  'too-large/rows': {
    message: 'The table has more than {most} rows; at most so many are read.',
    hint: 'Divide it.',
  },
  'file-unreadable/folder': {
    message: 'A file was expected, a folder found.',
  },
  'file-unreadable/device': {
    message: 'A file was expected, a device, a pipe or a file of the system found.',
    hint: 'Save what it gives as a file first.',
  },
  'file-unreadable/moved': {
    message: 'The file was moved while it was read.',
    hint: 'Run the same command again.',
  },
  'too-large/file': {
    message: 'The file has more than {most}; at most that is read.',
    hint: 'Divide it.',
  },
  'file-not-found/broken-link': {
    message: 'This is a link to a file that isn’t there.',
    hint: 'Remove the link, or put the file there.',
  },
  'file-not-found/no-file': {
    message: 'There is no such file.',
    hint: 'Look at the name and the folder.',
  },
  'file-unreadable/socket': {
    message: 'A file was expected, a socket or a device found.',
  },
  'file-unreadable/circle': {
    message: 'Links lead in a circle there.',
  },
  'file-unreadable/failed': {
    message: 'The file can’t be read: {reason}.',
  },
  'encoding/document': {
    message: 'This is a spreadsheet or a document, whatever its name ends in: expected plain text.',
    hint: 'Open it in the program that made it, and save it there as “CSV UTF-8”, or as plain text.',
  },
  'encoding/text': {
    message: 'Expected text in UTF-8, {found}.',
    hint: 'Save the file as “CSV UTF-8” (Excel) or with the character set Unicode (UTF-8).',
  },
  'encoding/guessed': {
    message: 'This isn’t UTF-8: it is read as {name}.',
    hint: 'Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”), so that nobody has to guess.',
  },
  'encoding/unsure': {
    message: 'This isn’t UTF-8, and its letters don’t tell for sure what it is: it is read as {name}.',
    hint: 'Look whether names with accents read right. If not, name the encoding with --encoding, or save it as UTF-8.',
  },
  'encoding/old-office': {
    message: 'This is an old document of Excel or Word (.xls, .doc): expected a table.',
    hint: 'Open it in Excel or LibreOffice, and save it as .xlsx, .ods or “CSV UTF-8”.',
  },
  'encoding/pdf': {
    message: 'This is a PDF: expected a table.',
    hint: 'Ask for the table that it was made from, or copy its table into a spreadsheet, and save it as .xlsx, .ods or “CSV UTF-8”.',
  },
  'encoding/rtf': {
    message: 'This is a text document (RTF): expected a table.',
    hint: 'Copy its table into a spreadsheet, and save it as .xlsx, .ods or “CSV UTF-8”.',
  },
  'encoding/text-document': {
    message: 'This is a text document (Word, LibreOffice Writer): expected a table.',
    hint: 'Copy its table into a spreadsheet, and save it as .xlsx, .ods or “CSV UTF-8”.',
  },
  'encoding/xlsb': {
    message: 'This is a binary workbook of Excel (.xlsb): expected a table.',
    hint: 'Open it in Excel, and save it as .xlsx, .ods or “CSV UTF-8”.',
  },
  'encoding/numbers': {
    message: 'This is a document of Apple Numbers: expected a table.',
    hint: 'Export it there, by “Export To”, and save it as .xlsx, .ods or “CSV UTF-8”.',
  },
  'encoding/archive': {
    message: 'This is an archive of files (ZIP): expected a table.',
    hint: 'Unpack it, and save it as .xlsx, .ods or “CSV UTF-8”.',
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
  'picture-too-large/svg-repeats': {
    message: 'The SVG repeats its parts too often.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-broken/svg-in-itself': {
    message: 'The SVG has a part that holds itself.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-unsafe/svg': {
    message: 'The SVG {what}.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'picture-format/svg': {
    message: 'The SVG {what}.',
    hint: 'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.',
  },
  'file-unreadable/missing': {
    message: 'The file isn’t whole: {name} is missing.',
  },
  'file-unreadable/xml': {
    message: 'The file isn’t whole: XML in it doesn’t parse ({why}).',
    hint: 'Open it in the program that made it, and save it once more.',
  },
  'file-unreadable/packed': {
    message: 'The file isn’t whole: what is packed in it can’t be unpacked ({why}).',
    hint: 'Open it in the program that made it, and save it once more.',
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
  'too-large/unpacked': {
    message: 'The file is too large: more than {most} are packed in it.',
    hint: 'Divide it, or save it as CSV.',
  },
  'too-large/packed-files': {
    message: 'The file is too large: more than {most} files are packed in it.',
    hint: 'Divide it, or save it as CSV.',
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
  'file-unreadable/no-text': {
    message: 'There is no text in it.',
    hint: 'Copy the text into a .txt file.',
  },
  'file-unreadable/no-document': {
    message: 'A text was expected; this is another kind of packed file.',
    hint: 'Save it as .docx, .odt or .txt.',
  },
  'file-unreadable/pdf-text': {
    message: 'A PDF holds no text that can be relied on.',
    hint: 'Save it as text first: pdftotext -layout FILE.pdf FILE.txt',
  },
  'file-unreadable/old-word': {
    message: 'This is a document of an old Word (.doc).',
    hint: 'Open it, and save it as .docx or as text.',
  },
  'bad-language/text': {
    message: 'No language is told by the words of the text.',
    hint: 'handbill reads texts in {tags}.',
  },
} as const satisfies Wordings;
