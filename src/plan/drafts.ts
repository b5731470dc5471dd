import { basename, dirname } from 'node:path';
import { namesOf } from '../merge/document.ts';
import type { TemplateFile } from '../model/template.ts';
import { isSigned, type SignedPart, type Words } from '../model/words.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { finding } from '../wordings.ts';
import { type Job, languagesOf } from './jobs.ts';

/** The part of a language's words that a document shows. */
const PART_OF: Readonly<Record<Job['material'], SignedPart>> = { letter: 'letters', leaflet: 'leaflets' };

/** One warning for all language forms and templates that the documents use and that no speaker has signed. */
export function findDrafts(
  jobs: Iterable<Job>,
  {
    words,
    wordFiles,
    templateFiles,
  }: {
    readonly words: ReadonlyMap<string, Words>;
    readonly wordFiles: readonly LocatedFile[];
    readonly templateFiles: readonly TemplateFile[];
  },
): Problem[] {
  const templates = new Map(templateFiles.map((file) => [file.name, file]));
  const files = new Set<string>();
  const drafts = new Map<string, Set<SignedPart>>();
  for (const job of jobs) {
    const part = PART_OF[job.material];
    for (const language of languagesOf(job)) {
      const forms = words.get(language);
      const template = namesOf({ ...job, language }).flatMap((name) => templates.get(name) ?? [])[0];
      const used = [
        ...(forms && !isSigned(forms, part) ? [`words/${language}.yaml`] : []),
        ...(template?.front.review === 'draft' && !isCovered(template, language, part)
          ? [`${template.name}.md`]
          : []),
      ];
      if (used.length > 0) drafts.set(language, (drafts.get(language) ?? new Set()).add(part));
      for (const file of used) files.add(file);
    }
  }
  if (files.size === 0) return [];
  const tags = [...drafts].map(([tag, parts]) =>
    words.get(tag)?.signed ? `${tag} (${[...parts].join(', ')})` : tag,
  );
  const some = [...files].slice(0, 3).join(', ');
  return [
    finding('warning', 'draft-translation/templates', {
      tags: tags.join(', '),
      count: files.size,
      some,
      more: files.size > 3 ? ', …' : '',
    }),
  ];

  /** True where the words file that stands beside the template signs for it. */
  function isCovered({ file, name }: TemplateFile, language: string, part: SignedPart): boolean {
    const folder = file.slice(0, -`/${name}.md`.length);
    const beside = wordFiles.some(
      (one) => dirname(dirname(one.file)) === folder && basename(one.file) === `${language}.yaml`,
    );
    return beside && words.get(language)?.signed?.[part] !== undefined;
  }
}
