import { type Text, wordingIn } from '../model/text.ts';
import { speakingVoices } from '../model/texts.ts';
import type { Problem } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { type CheckedParts, type CheckOptions, languagesOf } from './appeal.ts';

/** A text that must be there in every language: records and voices that nothing prints are not among them. */
interface Needed {
  readonly text: Text;
  readonly name: string;
  /** Name under which documents note that they read it. */
  readonly item: string;
  readonly file: LocatedFile;
  readonly path: Path;
}

/** Finds texts that are missing in a language, or that another language steps in for. */
export function checkTexts(parts: CheckedParts): { missing: Problem[]; notices: Problem[] } {
  const { value: appeal, file } = parts.head;
  const needed = listTexts(parts);
  const found = languagesOf(appeal).map(({ tag, fallback }) => {
    const missing = needed.filter(({ text }) => wordingIn(text, tag) === undefined);
    const lost = missing.filter(({ text }) => !fallback || wordingIn(text, fallback) === undefined);
    const index = appeal.languages.findIndex((l) => (typeof l === 'string' ? l : l.tag) === tag);
    const at = file.locate(['languages', index]);
    const others = missing.length - lost.length;
    return {
      missing: lost.map((text) => missingText(text, tag)),
      notices: others > 0 ? [fallbackNotice(tag, fallback!, others, at)] : [],
    };
  });
  return {
    missing: found.flatMap(({ missing }) => missing),
    notices: found.flatMap(({ notices }) => notices),
  };
}

/** A warning of the appeal; an error of each document that would print the text. */
function missingText({ name, item, file, path }: Needed, tag: string): Problem {
  return {
    severity: 'warning',
    code: 'missing-translation',
    message: `${name} has no text in ${tag}.`,
    about: { item, language: tag },
    at: file.locate(path),
    hint: `Add it, name a fallback for ${tag} under languages, or leave ${tag} out with --lang.`,
  };
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

function listTexts({ head, facts }: CheckedParts): Needed[] {
  const { value: appeal, file } = head;
  const heads = (['title', 'headline', 'subject', 'summary', 'boycott'] as const).flatMap((name): Needed[] =>
    appeal[name] ? [{ text: appeal[name], name, item: `appeal/${name}`, file, path: [name] }] : [],
  );
  const printed = facts.items.filter(({ value }) => value.role !== 'record');
  const speaking = speakingVoices(facts.items.map(({ value }) => value));
  const lists = (['demands', 'actions', 'voices'] as const).flatMap((key) =>
    appeal[key].flatMap((item, i): Needed[] => {
      if (key === 'voices' && 'id' in item && !speaking.has(item.id)) return [];
      const name = `${key} ${'id' in item ? item.id : i + 1}`;
      const read = `${key.slice(0, -1)}/${'id' in item ? item.id : item.kind}`;
      return [{ text: item.text, name, item: read, file, path: [key, i, 'text'] }];
    }),
  );
  const told = printed.map(
    ({ value: fact, path }): Needed => ({
      text: fact.text,
      name: `Fact ${fact.id}`,
      item: `fact/${fact.id}`,
      file: facts.file,
      path: [...path, 'text'],
    }),
  );
  const images = (appeal.images ?? []).map(
    ({ id, alt }, i): Needed => ({
      text: alt,
      name: `images ${id}`,
      item: `picture/${id}`,
      file,
      path: ['images', i, 'alt'],
    }),
  );
  return [...heads, ...lists, ...told, ...images];
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
