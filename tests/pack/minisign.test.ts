import { describe, expect, test } from 'vitest';
import {
  formatPublicFile,
  formatPublicKey,
  formatSecretFile,
  isSignedBy,
  makeKey,
  parsePublicKey,
  parseSecretFile,
  parseSignature,
  signBytes,
} from '../../src/pack/minisign.ts';

const TRUSTED = 'timestamp:1777680000\tfile:text\thashed';
const TEXT = Buffer.from('Free the strikers\n');

test('a signature holds for its bytes and key alone', () => {
  const [key, other] = [makeKey(), makeKey()];
  const signature = parseSignature(signBytes(TEXT, key, TRUSTED))!;
  expect(isSignedBy(TEXT, signature, key)).toBe(true);
  expect(signature.trusted).toBe(TRUSTED);
  expect(isSignedBy(TEXT, signature, other)).toBe(false);
  expect(isSignedBy(TEXT, signature, { id: key.id, key: other.key })).toBe(false);
  expect(isSignedBy(TEXT, { ...signature, trusted: `${TRUSTED} ` }, key)).toBe(false);
  for (let at = 0; at < TEXT.length; at += 1)
    expect(isSignedBy(flipped(TEXT, at), signature, key)).toBe(false);
});

test('no flipped bit of a signature file is taken for the signature, but in its untrusted comment', () => {
  const key = makeKey();
  const file = Buffer.from(signBytes(TEXT, key, TRUSTED));
  const first = file.indexOf('\n');
  for (let at = first; at < file.length - 1; at += 1) {
    const found = parseSignature(flipped(file, at).toString());
    expect(found !== undefined && isSignedBy(TEXT, found, key), String(at)).toBe(false);
  }
});

test('keys come back from their files, with their password only', async () => {
  const key = makeKey();
  expect(formatPublicKey(parsePublicKey(formatPublicFile(key))!)).toBe(formatPublicKey(key));
  const open = parseSecretFile(await formatSecretFile(key, undefined))!;
  expect(open.isEncrypted).toBe(false);
  expect(await open.open('')).toEqual(key);
  const kept = parseSecretFile(await formatSecretFile(key, 'a long password'))!;
  expect(kept.isEncrypted).toBe(true);
  expect(await kept.open('a long password')).toEqual(key);
  expect(await kept.open('a long passwore')).toBeUndefined();
});

describe('what is no key', () => {
  test.each(['', 'RWQ', 'x\ny\nz', `untrusted comment: x\n${'A'.repeat(56)}`])('%j', (text) => {
    expect([parsePublicKey(text), parseSecretFile(text), parseSignature(text)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('one that asks more of the machine than minisign does', async () => {
    const lines = (await formatSecretFile(makeKey(), undefined)).split('\n');
    const bytes = Buffer.from(lines[1]!, 'base64');
    bytes.write('Sc', 2);
    bytes.writeBigUInt64LE(2n ** 40n, 46);
    expect(parseSecretFile(bytes.toString('base64'))).toBeUndefined();
  });
});

function flipped(bytes: Buffer, at: number): Buffer {
  return Buffer.from(bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)));
}
