/** Whom a mail goes to, and who sends it. */
export interface MailHead {
  readonly to: readonly string[];
  readonly from?: { readonly name: string; readonly email: string } | undefined;
}
