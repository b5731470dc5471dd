import { checkHidden, checkHiddenIn } from '../check/hidden.ts';
import type { FaultyRow, MemberOptions } from '../check/members.ts';
import { checkSender } from '../check/sender.ts';
import { checkWords } from '../check/words.ts';
import type { PackedList } from '../model/packed.ts';
import type { Member, Sender, Signatory } from '../model/sender.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { parsedBefore, wordsBefore } from '../read/parsed.ts';
import { readSender } from '../read/sender.ts';
import type { LocatedFile } from '../read/source.ts';
import { readTemplates } from '../read/templates.ts';

/** Everything besides the appeal that documents take their words from. */
interface Wording {
  readonly templateFiles: readonly TemplateFile[];
  readonly words: ReadonlyMap<string, Words>;
  readonly wordFiles: readonly LocatedFile[];
  readonly sender?: Sender | undefined;
  readonly members?: Members | undefined;
  readonly signatories?: readonly Signatory[] | undefined;
  readonly problems: readonly Problem[];
}

/** Many senders, each with letters of their own. */
export interface Members {
  readonly list: PackedList<Member>;
  /** Hash of what their list tells of them. */
  readonly sha256: string;
  /** Names of its columns, and the rows that were left out. */
  readonly columns: readonly string[];
  readonly faulty: readonly FaultyRow[];
}

/** What a person says of the file of a list. */
interface ListForm {
  readonly encoding?: string | undefined;
  /** Of a spreadsheet. */
  readonly sheet?: string | undefined;
}

/** Whom letters are from, by the paths of their files, and in which languages documents are made. */
interface WordingOptions {
  readonly sender?: string | undefined;
  readonly senders?: string | undefined;
  /** Those who sign each letter together. */
  readonly signatories?: string | undefined;
  /** How the list of senders is read. */
  readonly reading?: (MemberOptions & ListForm) | undefined;
  /** Tags; all that there are where they are left out. */
  readonly languages?: readonly string[] | undefined;
}

/** Reads templates, language forms, and the file of the sender or of all senders. */
export async function readWording(
  folders: readonly string[],
  { sender, senders, signatories, reading, languages }: WordingOptions,
): Promise<Wording> {
  const [{ templates, words: wordFiles, problems }, senderFile, many, together] = await Promise.all([
    readTemplates(folders, languages),
    sender === undefined ? undefined : readSender(sender),
    senders === undefined ? undefined : readMembers(senders, reading),
    signatories === undefined ? undefined : readSignatories(signatories, reading),
  ]);
  const words = checkWords(wordFiles);
  const signing = senderFile ? checkSender(senderFile) : { problems: [] };
  return {
    templateFiles: templates,
    words: words.words,
    wordFiles,
    sender: 'sender' in signing ? signing.sender : undefined,
    members: many?.members,
    signatories: together?.signatories,
    problems: [
      ...problems,
      ...words.problems,
      ...signing.problems,
      ...(many?.problems ?? []),
      ...(together?.problems ?? []),
      ...templates.filter(({ sha256 }) => !parsedBefore(sha256)).flatMap(checkHiddenIn),
      ...[
        ...wordFiles.filter(({ sha256 }) => !wordsBefore(sha256)),
        ...(senderFile ? [senderFile] : []),
      ].flatMap(checkHidden),
    ],
  };
}

/** Reads the list of all senders; what reads lists is loaded only where there is one. */
async function readMembers(
  path: string,
  reading: WordingOptions['reading'],
): Promise<{ members: Members; problems: readonly Problem[] }> {
  const [{ readSenders }, { checkMembers }, { memberFieldOf }] = await Promise.all([
    import('../read/senders.ts'),
    import('../check/members.ts'),
    import('../check/member-columns.ts'),
  ]);
  const isKnown = (column: string) => memberFieldOf(column) !== undefined;
  const file = await readSenders(path, { ...formOf(reading), isKnown, places: true });
  const { members: list, sha256, faulty, problems } = await checkMembers(file, reading);
  return { members: { list, sha256, columns: file.columns, faulty }, problems };
}

/** Reads the list of those who sign together. */
async function readSignatories(path: string, reading: WordingOptions['reading']) {
  const [{ readSenders }, { checkSignatories }, { memberFieldOf }] = await Promise.all([
    import('../read/senders.ts'),
    import('../check/members.ts'),
    import('../check/member-columns.ts'),
  ]);
  const isKnown = (column: string) => memberFieldOf(column) !== undefined;
  const file = await readSenders(path, { ...formOf(reading), isKnown, places: true });
  return checkSignatories(file, reading);
}

function formOf(reading: WordingOptions['reading']): ListForm {
  return { encoding: reading?.encoding, sheet: reading?.sheet };
}
