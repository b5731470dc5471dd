import { type Sender, sender as senderSchema } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { checkFields } from './fields.ts';

/** Checks the file of a sender. */
export function checkSender(file: LocatedFile): { sender?: Sender | undefined; problems: Problem[] } {
  const { value, problems } = checkFields(senderSchema, file.data, file);
  return { sender: value, problems };
}
