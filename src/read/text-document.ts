/** A text as it arrived: its paragraphs, and what its envelope says of it. */
export interface TextDocument {
  /** Lines, paragraphs apart by an empty one; addresses of links stand behind their words. */
  readonly text: string;
  /** Subject of a mail, title of a page or document. */
  readonly title?: string | undefined;
  /** Day on which it was sent, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

/** What stands behind the words of a link: its address, where the words don't say it themselves. */
export function behindLink(words: string, address: string | undefined): string {
  if (!address || !/^(?:https?:|mailto:)/i.test(address)) return '';
  const bare = address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  return words.includes(bare) ? '' : ` <${address.replace(/^mailto:/i, '')}>`;
}
