import { checkHidden, checkHiddenIn } from '../check/hidden.ts';
import { checkMembers, checkSender } from '../check/sender.ts';
import { checkWords } from '../check/words.ts';
import type { Member, Sender } from '../model/sender.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { readSender } from '../read/sender.ts';
import { readSenders } from '../read/senders.ts';
import type { LocatedFile } from '../read/source.ts';
import { readTemplates } from '../read/templates.ts';

/** Everything besides the appeal that documents take their words from. */
export interface Wording {
  readonly templateFiles: readonly TemplateFile[];
  readonly words: ReadonlyMap<string, Words>;
  readonly wordFiles: readonly LocatedFile[];
  readonly sender?: Sender | undefined;
  readonly members?: Members | undefined;
  readonly problems: readonly Problem[];
}

/** Many senders, each with letters of their own. */
export interface Members {
  readonly list: readonly Member[];
  /** Hash of their file. */
  readonly sha256: string;
}

/** Whom letters are from, by the paths of their files, and in which languages documents are made. */
export interface WordingOptions {
  readonly sender?: string | undefined;
  readonly senders?: string | undefined;
  /** Tags; all that there are where they are left out. */
  readonly languages?: readonly string[] | undefined;
}

/** Reads templates, language forms, and the file of the sender or of all senders. */
export async function readWording(
  folders: readonly string[],
  { sender, senders, languages }: WordingOptions,
): Promise<Wording> {
  const [{ templates, words: wordFiles, problems }, senderFile, sendersFile] = await Promise.all([
    readTemplates(folders, languages),
    sender === undefined ? undefined : readSender(sender),
    senders === undefined ? undefined : readSenders(senders),
  ]);
  const words = checkWords(wordFiles);
  const signing = senderFile ? checkSender(senderFile) : { problems: [] };
  const many = sendersFile && checkMembers(sendersFile);
  return {
    templateFiles: templates,
    words: words.words,
    wordFiles,
    sender: 'sender' in signing ? signing.sender : undefined,
    members: many && { list: many.members, sha256: sendersFile.sha256 },
    problems: [
      ...problems,
      ...words.problems,
      ...signing.problems,
      ...(many?.problems ?? []),
      ...templates.flatMap(checkHiddenIn),
      ...[...wordFiles, ...(senderFile ? [senderFile] : [])].flatMap(checkHidden),
    ],
  };
}
