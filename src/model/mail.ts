/** Whom a mail goes to, and who sends it. */
export interface MailHead {
  readonly to: readonly string[];
  /** Who gets a copy, and who gets one without the others knowing. */
  readonly cc?: readonly string[] | undefined;
  readonly bcc?: readonly string[] | undefined;
  readonly from?: { readonly name: string; readonly email: string } | undefined;
}
