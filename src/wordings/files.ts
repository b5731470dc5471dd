import type { Wordings } from './wording.ts';

/** What findings say of files that can’t be read, or are of another kind. */
export const FILE_WORDINGS = {
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
  'not-an-appeal/name': {
    message: 'This isn’t read: the name that is expected is {name}.',
    hint: 'Rename it to {name}, or take it out of the folder.',
  },
  'not-an-appeal/two': {
    message: 'The folder holds {first} and {others}: expected one of them.',
    hint: 'Remove or rename the other.',
  },
  'link-outside': {
    message: 'This is a link that leads out of the folder of the appeal; only what lies in it is read.',
    hint: 'Copy into the folder what is meant to be printed, and remove the link.',
  },
  'two-versions/copy': {
    message:
      'This is another version of {original}, as programs that share folders keep it where two people change a file at once. It isn’t read.',
    hint: 'Take over into {original} what is missing there, and remove this one.',
  },
  'two-versions/git': {
    message: 'Here git left two versions side by side, as two people changed the same lines.',
    hint: 'Keep what holds of each, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  },
  'too-large/folder': {
    message: 'The folder holds more than {most} files; at most so many are looked at.',
    hint: 'Move away what isn’t meant for handbill.',
  },
  'file-unreadable/content': {
    message: 'The file isn’t whole: its content is missing.',
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
  'file-unreadable/watched': {
    message: 'The file was moved while it was read.',
    hint: 'Wait: it is made again by itself.',
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
  'file-unreadable/no-right': {
    message: 'You have no right to read this.',
    hint: 'Give yourself the right to read it, or ask whose it is.',
  },
  'file-unreadable/drive': {
    message: 'This can’t be read: the network drive doesn’t answer.',
    hint: 'See that it is there. Run the same command again.',
  },
  'file-unreadable/many-open': {
    message: 'The file can’t be read: too many files are open.',
    hint: 'Raise the limit, such as by `ulimit -n 1024`.',
  },
  'file-unreadable/failed': {
    message: 'The file can’t be read: {reason}.',
    hint: 'Run the same command again.',
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
  'too-large/unpacked': {
    message: 'The file is too large: more than {most} are packed in it.',
    hint: 'Divide it, or save it as CSV.',
  },
  'too-large/packed-files': {
    message: 'The file is too large: more than {most} files are packed in it.',
    hint: 'Divide it, or save it as CSV.',
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
} as const satisfies Wordings;
