import { z } from 'zod';
import { type Member, member as memberSchema, type Sender, sender as senderSchema } from '../model/sender.ts';
import { type Problem, ProblemError } from '../problems.ts';
import type { SenderFile } from '../read/senders.ts';
import type { LocatedFile } from '../read/source.ts';
import { checkFields } from './fields.ts';

/** Checks the file of a sender. */
export function checkSender(file: LocatedFile): { sender?: Sender | undefined; problems: Problem[] } {
  const { value, problems } = checkFields(senderSchema, file.data, file);
  return { sender: value, problems };
}

/** Checks a list of senders row by row; ids must differ, as they name files. */
export function checkMembers({ portions }: SenderFile): { members: Member[]; problems: Problem[] } {
  const members: Member[] = [];
  const problems: Problem[] = [];
  const ids = new Set<string>();
  try {
    for (const file of portions) {
      const list = checkFields(z.array(z.unknown()), file.data, file);
      problems.push(...list.problems);
      for (const [i, row] of (list.value ?? []).entries()) {
        const checked = checkFields(memberSchema, row, file, [i]);
        problems.push(...checked.problems);
        if (!checked.value) continue;
        if (ids.has(checked.value.id)) problems.push(sameId(file, i));
        ids.add(checked.value.id);
        members.push(checked.value);
      }
    }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
  }
  return { members, problems };
}

function sameId(file: LocatedFile, row: number): Problem {
  return {
    severity: 'error',
    code: 'duplicate-id',
    message: 'Two senders have this id; their letters would overwrite each other.',
    at: file.locate([row, 'id']),
    hint: 'Give one of them another id.',
  };
}
