import { checkBudget } from '../merge/budget.ts';
import { courtesyTranslation } from '../merge/courtesy.ts';
import { mergeDocument } from '../merge/document.ts';
import type { TemplateSet } from '../merge/template.ts';
import type { MergedDocument } from '../model/block.ts';
import { type Sender, senderIn } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { nameDocument } from './held-back.ts';
import { basePath, type Job } from './jobs.ts';
import type { PlanData } from './planned.ts';

/** The document in one of its languages; the second of a letter only says what the letter says. */
export function mergeIn(
  language: string,
  job: Job,
  input: PlanData & { readonly templates: TemplateSet; readonly explain?: boolean },
  isTranslation: boolean,
): { document?: MergedDocument | undefined; problems: readonly Problem[] } {
  const { words: all, campaign, templates, explain } = input;
  const { ownWords, notes, imprint, date } = input.settings;
  const words = all.get(language);
  if (!words) return { problems: [withoutWords(language)] };
  const merged = mergeDocument({
    ...job,
    language,
    campaign,
    words,
    templates,
    sender: senderOf(job, input, language),
    signatories:
      job.material === 'letter' ? input.signatories?.map((one) => senderIn(one, language)) : undefined,
    ownWords,
    notes: job.material === 'letter' && notes,
    imprint,
    explain,
    date,
  });
  const excess = merged.document ? checkBudget(merged.document) : [];
  if (excess.length > 0) {
    const told = excess.map((problem) => nameDocument(problem, basePath(job)));
    return { problems: [...merged.problems, ...told] };
  }
  if (!merged.document || !isTranslation || job.material !== 'letter') return merged;
  return { ...merged, document: courtesyTranslation(merged.document, words) };
}

/** Who signs a letter, by what they are called in its language. */
export function senderOf(
  job: Job,
  { sender }: PlanData,
  language: string = job.language,
): Sender | undefined {
  const own = job.material === 'letter' ? (job.sender ?? sender) : sender;
  return own && senderIn(own, language);
}

function withoutWords(language: string): Problem {
  return finding('error', 'template-not-found/words', { language });
}
