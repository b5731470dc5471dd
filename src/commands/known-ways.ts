import { CHANNEL_NAMES, channelsOf } from '../model/channel.ts';
import type { Contact } from '../model/contact.ts';
import type { Texts } from '../terminal/texts.ts';

/** What is known of somebody to whom nothing can be posted: the ways that there are, and where to look for an address. */
export function knownWays(
  contact: Pick<
    Contact,
    'street' | 'addressLines' | 'addressLatin' | 'fax' | 'email' | 'form' | 'phone' | 'website'
  >,
  { say }: Pick<Texts, 'say'>,
): string {
  const { fax = [], email = [], form, phone = [], website } = contact;
  const values = { post: [], fax, email, form: form === undefined ? [] : [form], phone };
  const ways = channelsOf(contact).map((way) => `${say(CHANNEL_NAMES[way])} ${values[way].join(', ')}`);
  const known = [
    ...ways.map((way) => way.trim()),
    ...(website === undefined ? [] : [`${say('web page')} ${website}`]),
  ];
  return known.length === 0
    ? say('nothing is known: no address, e-mail, fax, form, telephone or web page')
    : say('no postal address is known, but: {ways}', { ways: known.join('; ') });
}
