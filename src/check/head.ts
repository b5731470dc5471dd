import { type AppealHead, appealHead } from '../model/appeal.ts';
import { isObject } from '../model/value-at.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { describeIssue } from './fields.ts';

/**
 * Checks the head of an appeal. Where a field that may be left out is wrong, the head without it is given, and the problem
 * says which field it is about; without one that must be there no head is given, and what is wrong touches everything.
 */
export function checkHead(
  data: unknown,
  file: LocatedFile,
): { value?: AppealHead | undefined; problems: Problem[] } {
  const parsed = appealHead.safeParse(data);
  if (parsed.success) return { value: parsed.data, problems: [] };
  const { issues } = parsed.error;
  // A key that nobody knows may be any field's, misspelt, so what is wrong with it touches everything.
  const strange = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const faulty = new Set([...issues.map(({ path }) => path[0]), ...strange]);
  const sound = isObject(data) ? Object.entries(data).filter(([key]) => !faulty.has(key)) : [];
  const value = appealHead.safeParse(Object.fromEntries(sound)).data;
  const problems = issues.flatMap((issue) => {
    const found = describeIssue(issue, data, file, [], appealHead);
    const [field] = issue.path;
    if (!value || field === undefined) return found;
    return found.map((problem) => ({ ...problem, about: { item: `appeal/${String(field)}` } }));
  });
  return { value, problems };
}
