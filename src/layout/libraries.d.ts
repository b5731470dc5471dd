declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module 'bidi-js' {
  interface Levels {
    readonly levels: Uint8Array;
  }
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): Levels;
    openingToClosingBracket(character: string): string | null;
    closingToOpeningBracket(character: string): string | null;
  };
}

declare module 'hyphen' {
  /** Levels between letters, the tree of patterns, and words that go by none of them. */
  export type HyphenationPatterns = readonly [levels: unknown, tree: unknown, exceptions?: unknown];
  export default function createHyphenator(patterns: HyphenationPatterns): (text: string) => string;
}
