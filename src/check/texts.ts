import { wordingIn } from '../model/text.ts';
import { type AppealText, listTexts } from '../model/texts.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { type CheckedParts, type CheckOptions, languagesOf } from './appeal.ts';

/** Finds texts that are missing in a language, or that another language steps in for. */
export function checkTexts(parts: CheckedParts): { missing: Problem[]; notices: Problem[] } {
  const { value: appeal, file } = parts.head;
  const printed = listTexts(parts).filter(({ isPrinted }) => isPrinted);
  const found = languagesOf(appeal).map(({ tag, fallback }, i) => {
    const lacking = printed.filter(({ text }) => wordingIn(text, tag) === undefined);
    const isReplaced = ({ text, kind }: AppealText) =>
      kind === 'name' || (fallback !== undefined && wordingIn(text, fallback) !== undefined);
    const names = lacking.filter(({ kind }) => kind === 'name').length;
    const lost = lacking.filter((text) => !isReplaced(text));
    const others = lacking.length - lost.length - names;
    const at = file.locate(['languages', i]);
    return {
      missing: lost.map((text) => missingText(text, tag, parts[text.part].file)),
      notices: [
        ...(others > 0 ? [fallbackNotice(tag, fallback!, others, at)] : []),
        ...(names > 0 ? [nameNotice(tag, names, at)] : []),
      ],
    };
  });
  return {
    missing: found.flatMap(({ missing }) => missing),
    notices: found.flatMap(({ notices }) => notices),
  };
}

/** A warning of the appeal; an error of each document that would print the text. */
function missingText({ name, item, path }: AppealText, tag: string, file: LocatedFile): Problem {
  return {
    severity: 'warning',
    code: 'missing-translation',
    message: `${capitalise(name)} is missing in ${tag}.`,
    about: { item, language: tag },
    at: file.locate(path),
    hint: `Add it, name a fallback for ${tag} under languages, or leave ${tag} out with --lang.`,
  };
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** One warning for all languages whose texts no speaker has signed. */
export function checkReview({ head }: CheckedParts, { languages: asked }: CheckOptions): Problem[] {
  const { value: appeal, file } = head;
  const drafts = languagesOf(appeal).flatMap(({ tag, review }, i) =>
    review === 'draft' && (!asked || asked.includes(tag)) ? [{ tag, i }] : [],
  );
  const [first] = drafts;
  if (!first) return [];
  const tags = drafts.map(({ tag }) => tag).join(', ');
  return [
    {
      severity: 'warning',
      code: 'draft-translation',
      message: `Texts of the appeal are drafts that no speaker has signed: ${tags}.`,
      at: file.locate(['languages', first.i]),
      hint: 'Have them read, then set review: reviewed under languages.',
    },
  ];
}

function nameNotice(tag: string, count: number, at: Problem['at']): Problem {
  return {
    severity: 'notice',
    code: 'fallback-language',
    message: `${count} names have no form in ${tag}: that of another language is printed, and marked as such.`,
    about: { language: tag },
    at,
    hint: `See which: handbill translate status --lang ${tag}`,
  };
}

function fallbackNotice(tag: string, fallback: string, count: number, at: Problem['at']): Problem {
  return {
    severity: 'warning',
    code: 'fallback-language',
    message: `${count} texts have no wording in ${tag}: that in ${fallback} is printed.`,
    about: { language: tag },
    at,
    hint: 'Translate them, or leave the fallback out to have each one named.',
  };
}
