/** A template or partial as it was read: front matter apart from the Markdown below it. */
export interface TemplateFile {
  /** Name without folder root and extension: `letter/embassy.en`, `leaflet/picket`, `partials/signature`. */
  readonly name: string;
  /** The file as the user knows it. */
  readonly file: string;
  /** Hash of the whole file. */
  readonly sha256: string;
  /** True for a bundled file, whose Markdown was looked at when handbill was built. */
  readonly isKnown?: boolean;
  /** Scalars of the front matter as text; empty for partials. */
  readonly front: Readonly<Record<string, string>>;
  /** Handlebars and Markdown below the front matter. */
  readonly body: string;
  /** Line of the file (from 1) where the body begins. */
  readonly bodyLine: number;
}

/** A template's text with spaces in place of its comments, so that every place in it stays where it is. */
export function blankComments(body: string): string {
  return body.replace(/\{\{~?!(?:--[\s\S]*?--|[\s\S]*?)~?\}\}/g, (text) => text.replace(/[^\n]/g, ' '));
}
