import type { Contact } from './contact.ts';

/** Ways in which a letter can go. */
export const CHANNELS = ['post', 'fax', 'email', 'form'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What people call them. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  post: 'post',
  fax: 'fax',
  email: 'e-mail',
  form: 'web form',
};

/** Fields of a contact without which it can't be reached in a way. */
export const CHANNEL_FIELDS: Readonly<Record<Channel, string>> = {
  post: 'street and city, or addressLines',
  fax: 'fax',
  email: 'email',
  form: 'form',
};

/** The ways in which a contact can be reached; a city alone is no postal address. */
export function channelsOf({
  street,
  addressLines,
  addressLatin,
  fax,
  email,
  form,
}: Pick<Contact, 'street' | 'addressLines' | 'addressLatin' | 'fax' | 'email' | 'form'>): Channel[] {
  const has = { post: street ?? addressLines ?? addressLatin, fax, email, form };
  return CHANNELS.filter((channel) => has[channel] !== undefined);
}
