import { expect, test } from 'vitest';
import { MAILTO_LIMIT, writeMailto } from '../../src/write/mailto.ts';

test('address, subject and text are encoded as RFC 6068 asks', () => {
  const { href } = writeMailto({
    to: ['a+b@example.org', 'c@example.org'],
    subject: 'Жаңаөзен & more?',
    body: 'one\ntwo',
  });
  expect(href).toBe(
    `mailto:a%2Bb@example.org,c@example.org?subject=${encodeURIComponent('Жаңаөзен & more?')}&body=one%0D%0Atwo`,
  );
  const url = new URL(href);
  expect(url.searchParams.get('subject')).toBe('Жаңаөзен & more?');
  expect(url.searchParams.get('body')).toBe('one\r\ntwo');
});

test('an address can’t smuggle in a header or a further one', () => {
  const { href } = writeMailto({
    to: ['a@example.org?cc=x@example.org&body=y\r\nBcc: z'],
    subject: 's',
    body: '',
  });
  expect(href).not.toMatch(/[?&]cc=|[\r\n]|Bcc: /);
});

test('a text that makes the link too long is left out, and only the text', () => {
  const draft = { to: ['a@example.org'], subject: 'Protest' };
  const room = MAILTO_LIMIT - writeMailto({ ...draft, body: '' }).href.length;
  const fits = writeMailto({ ...draft, body: 'x'.repeat(room) });
  expect(fits.href).toHaveLength(MAILTO_LIMIT);
  const over = writeMailto({ ...draft, body: 'x'.repeat(room + 1) });
  expect(over.href).toBe('mailto:a@example.org?subject=Protest');
  expect(over.short).toBe(over.href);
});
