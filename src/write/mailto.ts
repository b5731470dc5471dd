/** Longest link in characters: some mail programs cut at 2,000, webmail refuses at about 6,000. */
export const MAILTO_LIMIT = 1900;

/** A mail that a link opens. */
export interface MailDraft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** A `mailto:` link, and the same without the text of the mail. */
export interface Mailto {
  readonly href: string;
  readonly short: string;
}

/**
 * A `mailto:` link (RFC 6068). Where address, subject and text together are too long for the programs that must
 * open it, `href` is the short one, and the text has to be pasted.
 */
export function writeMailto({ to, subject, body }: MailDraft): Mailto {
  const address = to.map((one) => encodeURIComponent(one).replaceAll('%40', '@')).join(',');
  const short = `mailto:${address}?subject=${encodeURIComponent(subject)}`;
  // Line breaks are CR LF in a mailto's body (RFC 6068, section 5).
  const long = `${short}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return { href: long.length <= MAILTO_LIMIT ? long : short, short };
}
