declare module 'gettext-parser' {
  interface Comments {
    readonly translator?: string;
    readonly extracted?: string;
    readonly reference?: string;
    readonly flag?: string;
    readonly previous?: string;
  }
  interface Message {
    readonly msgctxt?: string;
    readonly msgid: string;
    readonly msgstr: readonly string[];
    readonly comments?: Comments;
  }
  interface Catalogue {
    readonly charset?: string;
    /** Left out where the file has no message without a text. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly translations: Readonly<Record<string, Readonly<Record<string, Message>>>>;
  }
  export const po: {
    parse(input: string, options?: { readonly validation?: boolean }): Catalogue;
    compile(data: Catalogue, options?: { readonly foldLength?: number; readonly sort?: boolean }): Uint8Array;
  };
}
