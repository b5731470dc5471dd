import { foreignScript } from '../model/script.ts';
import { wordingIn } from '../model/text.ts';
import { type AppealText, listPlainNames } from '../model/texts.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile } from '../read/source.ts';
import { finding } from '../wordings.ts';
import { type CheckedParts, type CheckOptions, languagesOf } from './parts.ts';
import { calledText, calledTexts } from './text-name.ts';

/** More names than these are told by their number. */
const SOME = 4;

/** Finds texts that are missing in a language, or that another language steps in for. */
export function checkTexts(parts: CheckedParts): { missing: Problem[]; notices: Problem[] } {
  const { value: appeal, file } = parts.head;
  const printed = parts.texts().filter(({ isPrinted }) => isPrinted);
  const plain = listPlainNames(parts).filter(({ item }) => !item.startsWith('source/'));
  const found = languagesOf(appeal).map(({ tag, fallback }, i) => {
    const lacking = printed.filter(({ text }) => wordingIn(text, tag) === undefined);
    const isReplaced = ({ text, kind }: AppealText) =>
      kind === 'name' || (fallback !== undefined && wordingIn(text, fallback) !== undefined);
    const strange = plain.filter(({ text }) => foreignScript(text, tag) !== undefined);
    const names = [...lacking.filter(({ kind }) => kind === 'name'), ...strange].map(({ name }) => name);
    const lost = lacking.filter((text) => !isReplaced(text));
    const others = lacking.length - lost.length - (names.length - strange.length);
    const at = file.locate(['languages', i]);
    const about = { language: tag };
    return {
      missing: lost.map((text) => missingText(text, tag, parts[text.part].file)),
      notices: [
        ...(others > 0
          ? [
              finding(
                'warning',
                'fallback-language/texts',
                { count: others, tag, fallback: fallback! },
                { about, at },
              ),
            ]
          : []),
        ...(names.length > 0
          ? [
              finding(
                'notice',
                'fallback-language/names',
                {
                  count: names.length,
                  tag,
                  some: calledTexts(names.slice(0, SOME)),
                  more: names.length > SOME ? ', …' : '',
                },
                { about, at },
              ),
            ]
          : []),
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
  const about = { item, language: tag };
  return finding(
    'warning',
    'missing-translation',
    { name: calledText(name), tag },
    { about, at: file.locate(path) },
  );
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
    finding('warning', 'draft-translation/appeal', { tags }, { at: file.locate(['languages', first.i]) }),
  ];
}
