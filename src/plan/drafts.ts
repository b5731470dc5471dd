import { namesOf } from '../merge/document.ts';
import type { TemplateFile } from '../model/template.ts';
import type { Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type Job, languagesOf } from './jobs.ts';

/** One warning for all language forms and templates that the documents use and that no speaker has signed. */
export function findDrafts(
  jobs: readonly Job[],
  {
    words,
    templateFiles,
  }: { readonly words: ReadonlyMap<string, Words>; readonly templateFiles: readonly TemplateFile[] },
): Problem[] {
  const drafts = new Set(
    templateFiles.filter((file) => file.front.review === 'draft').map(({ name }) => name),
  );
  const all = new Set(templateFiles.map(({ name }) => name));
  const files = new Set<string>();
  const languages = new Set<string>();
  for (const job of jobs) {
    for (const language of languagesOf(job)) {
      const name = namesOf({ ...job, language }).find((one) => all.has(one)) ?? '';
      const used = [
        ...(words.get(language)?.review === 'draft' ? [`words/${language}.yaml`] : []),
        ...(drafts.has(name) ? [`${name}.md`] : []),
      ];
      if (used.length > 0) languages.add(language);
      for (const file of used) files.add(file);
    }
  }
  if (files.size === 0) return [];
  const tags = [...languages].join(', ');
  const some = [...files].slice(0, 3).join(', ');
  return [
    finding('warning', 'draft-translation/templates', {
      tags,
      count: files.size,
      some,
      more: files.size > 3 ? ', …' : '',
    }),
  ];
}
