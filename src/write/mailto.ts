/** Longest link in characters: some mail programs cut at 2,000, webmail refuses at about 6,000. */
export const MAILTO_LIMIT = 1900;

/** A mail that a link opens. */
export interface MailDraft {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/**
 * A `mailto:` link (RFC 6068). Where address, subject and text together are too long for the programs that must
 * open it, the text is left out, `whole` is false, and it has to be pasted.
 */
export function writeMailto({ to, subject, body }: MailDraft): { href: string; whole: boolean } {
  const address = to.map((one) => encodeURIComponent(one).replaceAll('%40', '@')).join(',');
  const short = `mailto:${address}?subject=${encodeURIComponent(subject)}`;
  // Line breaks are CR LF in a mailto's body (RFC 6068, section 5).
  const long = `${short}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return long.length <= MAILTO_LIMIT ? { href: long, whole: true } : { href: short, whole: false };
}
