import type { ProblemCode } from '../problems.ts';

/** What a finding says, and how it is mended; what differs from case to case stands in braces. */
export interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** Wordings by their code, and by a word after it where one code says several things. */
export type Wordings = Readonly<Partial<Record<ProblemCode | `${ProblemCode}/${string}`, Wording>>>;

/** The names in braces of a text. Two braces, as templates have them, are text. */
export type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `{${string}` ? never : Name) | NamesIn<Rest>
  : never;
