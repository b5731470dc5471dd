import type { Fact } from '../model/appeal.ts';
import { type Text, wordingIn } from '../model/text.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import type { CheckedParts } from './appeal.ts';

/** One wording of the data, with its place. */
export interface ToldText {
  readonly text: string;
  readonly language: string;
  /** `summary`, `the text of the fact killed`: how messages name it. */
  readonly name: string;
  readonly file: LocatedFile;
  readonly path: Path;
  /** The fact that it tells, if it is one's. */
  readonly fact?: Fact | undefined;
  /** All wordings that stand with it. */
  readonly all: Text;
}

/** Every wording that documents print: heads, demands, actions, voices, facts and their short forms. */
export function listTold({ head, facts }: CheckedParts): ToldText[] {
  const { value: appeal, file } = head;
  const told: ToldText[] = [];
  const add = (all: Text | undefined, name: string, from: LocatedFile, path: Path, fact?: Fact) => {
    for (const language of Object.keys(all ?? {}))
      told.push({
        text: wordingIn(all, language)!,
        language,
        name,
        file: from,
        path: [...path, language],
        fact,
        all: all!,
      });
  };
  for (const key of ['title', 'headline', 'subject', 'summary', 'boycott'] as const)
    add(appeal[key], `the ${key}`, file, [key]);
  for (const [i, { id, text }] of appeal.demands.entries())
    add(text, `the demand ${id}`, file, ['demands', i, 'text']);
  for (const [i, { kind, text }] of appeal.actions.entries())
    add(text, `the action ${kind}`, file, ['actions', i, 'text']);
  for (const [i, { id, text }] of appeal.voices.entries())
    add(text, `the voice ${id}`, file, ['voices', i, 'text']);
  for (const { value: fact, path } of facts.items) {
    add(fact.text, `the text of the fact ${fact.id}`, facts.file, [...path, 'text'], fact);
    add(fact.short, `the short text of the fact ${fact.id}`, facts.file, [...path, 'short'], fact);
  }
  return told;
}
