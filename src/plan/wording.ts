import { checkSender } from '../check/sender.ts';
import { checkWords } from '../check/words.ts';
import type { Sender } from '../model/sender.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { readSender } from '../read/sender.ts';
import type { LocatedFile } from '../read/source.ts';
import { readTemplates } from '../read/templates.ts';

/** Everything besides the appeal that documents take their words from. */
export interface Wording {
  readonly templateFiles: readonly TemplateFile[];
  readonly words: ReadonlyMap<string, Words>;
  readonly wordFiles: readonly LocatedFile[];
  readonly sender?: Sender | undefined;
  readonly problems: readonly Problem[];
}

/** Reads templates, language forms and the sender's file. */
export async function readWording(folders: readonly string[], sender: string | undefined): Promise<Wording> {
  const [{ templates, words: wordFiles, problems }, senderFile] = await Promise.all([
    readTemplates(folders),
    sender === undefined ? undefined : readSender(sender),
  ]);
  const words = checkWords(wordFiles);
  const signing = senderFile ? checkSender(senderFile) : { problems: [] };
  return {
    templateFiles: templates,
    words: words.words,
    wordFiles,
    sender: 'sender' in signing ? signing.sender : undefined,
    problems: [...problems, ...words.problems, ...signing.problems],
  };
}
