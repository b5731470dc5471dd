import type { AppealHead, Copy } from './appeal.ts';
import type { MailHead } from './mail.ts';

/** Who is named in a letter as getting a copy. */
export function namedCopies({ copies = [] }: Pick<AppealHead, 'copies'>): readonly Copy[] {
  return copies.filter((copy) => copy.private !== true);
}

/** Addresses for the head of a mail; whoever is private is in `bcc` alone. */
export function mailCopies({ copies = [] }: Pick<AppealHead, 'copies'>): Pick<MailHead, 'cc' | 'bcc'> {
  const addresses = (isPrivate: boolean) =>
    copies.flatMap(({ email, private: own = false }) =>
      email !== undefined && own === isPrivate ? [email] : [],
    );
  return { cc: addresses(false), bcc: addresses(true) };
}
