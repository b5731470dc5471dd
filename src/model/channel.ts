import type { Contact } from './contact.ts';
import { prisonRules } from './prisons.ts';

/** Ways in which a letter can go, or what it says on the telephone. */
export const CHANNELS = ['post', 'fax', 'email', 'form', 'phone'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What people also call them. */
export const CHANNEL_ALIASES: Readonly<Record<string, Channel>> = { web: 'form', 'e-mail': 'email' };

/** What people call them. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  post: 'post',
  fax: 'fax',
  email: 'e-mail',
  form: 'web form',
  phone: 'telephone',
};

/** Fields of a contact without which it can't be reached in a way. */
export const CHANNEL_FIELDS: Readonly<Record<Channel, string>> = {
  post: 'street and city, or addressLines',
  fax: 'fax',
  email: 'email',
  form: 'form',
  phone: 'phone',
};

type Reached = Pick<
  Contact,
  'street' | 'addressLines' | 'addressLatin' | 'fax' | 'email' | 'form' | 'phone' | 'prison'
>;

/** The ways in which a contact can be reached; a city alone is no postal address. */
export function channelsOf({
  street,
  addressLines,
  addressLatin,
  fax,
  email,
  form,
  phone,
  prison,
}: Reached): Channel[] {
  const has = {
    post: street ?? addressLines ?? addressLatin ?? prisonRules(prison)?.via,
    fax,
    email,
    form,
    phone,
  };
  return CHANNELS.filter((channel) => has[channel] !== undefined);
}

/** True for somebody whom a letter reaches; a telephone alone takes none. */
export function takesLetters(contact: Reached): boolean {
  return channelsOf(contact).some((channel) => channel !== 'phone');
}
