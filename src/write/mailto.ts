/** Longest link in characters: some mail programs cut at 2,000, webmail refuses at about 6,000. */
export const MAILTO_LIMIT = 1900;

/** A mail that a link opens. */
export interface MailDraft {
  readonly to: readonly string[];
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
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
export function writeMailto({ to, cc = [], bcc = [], subject, body }: MailDraft): Mailto {
  const listed = (all: readonly string[]) =>
    all.map((one) => encodeURIComponent(one).replaceAll('%40', '@')).join(',');
  const copies = [cc.length > 0 && `&cc=${listed(cc)}`, bcc.length > 0 && `&bcc=${listed(bcc)}`];
  const short = `mailto:${listed(to)}?subject=${encodeURIComponent(subject)}${copies.filter(Boolean).join('')}`;
  // Line breaks are CR LF in a mailto's body (RFC 6068, section 5).
  const long = `${short}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  return { href: long.length <= MAILTO_LIMIT ? long : short, short };
}

/** Longest link in characters that mail services on the web take; beyond it they refuse the request. */
const WEBMAIL_LIMIT = 6000;

/** Pages of mail services that begin a mail, by their names for address, subject and text. */
const WEBMAIL = [
  { name: 'Gmail', url: 'https://mail.google.com/mail/?view=cm&fs=1', to: 'to', subject: 'su', body: 'body' },
  {
    name: 'Outlook',
    url: 'https://outlook.live.com/mail/0/deeplink/compose?',
    to: 'to',
    subject: 'subject',
    body: 'body',
  },
  { name: 'Yahoo', url: 'https://compose.mail.yahoo.com/?', to: 'to', subject: 'subject', body: 'body' },
] as const;

/** Links by which a mail is written on the web; without its text where that is too long. */
export function writeWebmail({
  to,
  cc = [],
  subject,
  body,
}: MailDraft): { name: string; href: string; base: string }[] {
  return WEBMAIL.map((service) => {
    const copies = cc.length > 0 ? `&cc=${encodeURIComponent(cc.join(','))}` : '';
    const head = `${service.to}=${encodeURIComponent(to.join(','))}${copies}`;
    const base = `${service.url}${service.url.endsWith('?') ? '' : '&'}${head}`;
    const short = `${base}&${service.subject}=${encodeURIComponent(subject)}`;
    const long = `${short}&${service.body}=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
    return { name: service.name, href: long.length <= WEBMAIL_LIMIT ? long : short, base };
  });
}
