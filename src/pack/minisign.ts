import { createPrivateKey, createPublicKey, randomBytes, scrypt, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { blake2b } from '@noble/hashes/blake2.js';

/**
 * Keys and signatures as minisign writes them (https://jedisct1.github.io/minisign/): lines of base64 below comments.
 * Ed25519 and scrypt are Node's; BLAKE2b with 32 bytes is not among what every OpenSSL of Node gives.
 */

/** A public key: who can be told by it, and the 32 bytes. */
export interface PublicKey {
  /** Eight bytes that tell keys apart. */
  readonly id: Buffer;
  readonly key: Buffer;
}

/** A secret key, ready to sign with. */
export interface SecretKey extends PublicKey {
  readonly seed: Buffer;
}

/** A secret key as its file has it. */
interface KeptKey {
  readonly isEncrypted: boolean;
  /** The key; undefined where the password is another. */
  readonly open: (password: string) => Promise<SecretKey | undefined>;
}

/** A signature as a file of minisign holds it. */
export interface Signature {
  readonly id: Buffer;
  readonly isHashed: boolean;
  readonly signature: Buffer;
  readonly trusted: string;
  readonly global: Buffer;
}

const PLAIN_KEY = 'Ed';
const HASHED = 'ED';
const SCRYPT = 'Sc';
const NO_KDF = '\0\0';
const CHECKSUM = 'B2';

/** What scrypt of our own keys costs, as minisign counts: 2^18 blocks, 256 MB. minisign's own take 1 GB. */
const COST = { operations: 8 * 2 ** 20, memory: 256 * 2 ** 20 };

/** The most that a key's file may ask of the machine: what minisign itself asks. */
const MOST_MEMORY = 2 ** 30;

/** Lengths in bytes: a key with its names, a secret part, a signature with its names. */
const [PUBLIC, SECRET, SIGNED] = [42, 158, 74];

/** A new pair of keys. */
export function makeKey(): SecretKey {
  return fromSeed(randomBytes(8), randomBytes(32));
}

function fromSeed(id: Buffer, seed: Buffer): SecretKey {
  const key = createPublicKey(privateOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { id, seed, key };
}

/** Sixteen digits by which minisign names a key. */
function nameOf({ id }: Pick<PublicKey, 'id'>): string {
  return id.readBigUInt64LE().toString(16).toUpperCase();
}

/** A public key as one word, as it is printed and passed on. */
export function formatPublicKey({ id, key }: PublicKey): string {
  return Buffer.concat([Buffer.from(PLAIN_KEY), id, key]).toString('base64');
}

/** The file of a public key. */
export function formatPublicFile(key: PublicKey): string {
  return `untrusted comment: minisign public key ${nameOf(key)}\n${formatPublicKey(key)}\n`;
}

/** Reads a public key: the word, or a file with it. */
export function parsePublicKey(text: string): PublicKey | undefined {
  const bytes = bytesIn(text, PUBLIC);
  if (bytes?.toString('latin1', 0, 2) !== PLAIN_KEY) return undefined;
  return { id: bytes.subarray(2, 10), key: bytes.subarray(10) };
}

/** The file of a secret key, encrypted where there is a password. */
export async function formatSecretFile(key: SecretKey, password: string | undefined): Promise<string> {
  const salt = password === undefined ? Buffer.alloc(32) : randomBytes(32);
  const { operations, memory } = password === undefined ? { operations: 0, memory: 0 } : COST;
  const open = Buffer.concat([key.id, key.seed, key.key, checksumOf(key)]);
  const secret =
    password === undefined ? open : mask(open, await stretch(password, salt, operations, memory));
  const cost = Buffer.alloc(16);
  cost.writeBigUInt64LE(BigInt(operations), 0);
  cost.writeBigUInt64LE(BigInt(memory), 8);
  const head = Buffer.from(PLAIN_KEY + (password === undefined ? NO_KDF : SCRYPT) + CHECKSUM, 'latin1');
  const kind = password === undefined ? 'unencrypted' : 'encrypted';
  return `untrusted comment: minisign ${kind} secret key\n${Buffer.concat([head, salt, cost, secret]).toString('base64')}\n`;
}

/** Reads the file of a secret key; undefined for what is none, or asks more of the machine than minisign does. */
export function parseSecretFile(text: string): KeptKey | undefined {
  const bytes = bytesIn(text, SECRET);
  if (!bytes) return undefined;
  const [kind, kdf, checksum] = [0, 2, 4].map((at) => bytes.toString('latin1', at, at + 2));
  const isEncrypted = kdf === SCRYPT;
  if (kind !== PLAIN_KEY || checksum !== CHECKSUM || (!isEncrypted && kdf !== NO_KDF)) return undefined;
  const [salt, secret] = [bytes.subarray(6, 38), bytes.subarray(54)];
  const [operations, memory] = [bytes.readBigUInt64LE(38), bytes.readBigUInt64LE(46)].map(Number);
  if (isEncrypted && (memory! > MOST_MEMORY || operations! > MOST_MEMORY / 32)) return undefined;
  return {
    isEncrypted,
    open: async (password) => {
      const open = isEncrypted
        ? mask(secret, await stretch(password, salt, operations!, memory!))
        : Buffer.from(secret);
      const key = fromSeed(open.subarray(0, 8), open.subarray(8, 40));
      const checksum = open.subarray(72);
      // minisign leaves it empty in keys that it doesn't encrypt.
      const isRight =
        checksumOf(key).equals(checksum) || (!isEncrypted && checksum.every((byte) => byte === 0));
      return isRight && key.key.equals(open.subarray(40, 72)) ? key : undefined;
    },
  };
}

/** The file of a signature of some bytes; `trusted` is signed with them. */
export function signBytes(bytes: Uint8Array, key: SecretKey, trusted: string): string {
  const own = privateOf(key.seed);
  const signature = sign(null, blake2b(bytes, { dkLen: 64 }), own);
  const global = sign(null, Buffer.concat([signature, Buffer.from(trusted)]), own);
  const signed = Buffer.concat([Buffer.from(HASHED), key.id, signature]).toString('base64');
  return [
    `untrusted comment: signature from minisign secret key`,
    signed,
    `trusted comment: ${trusted}`,
    `${global.toString('base64')}\n`,
  ].join('\n');
}

/** Reads the file of a signature; undefined for what is none. */
export function parseSignature(text: string): Signature | undefined {
  const lines = text.split(/\r?\n/);
  if (lines.length < 4 || !lines[0]!.startsWith('untrusted comment: ')) return undefined;
  const bytes = fromBase64(lines[1]!, SIGNED);
  const global = fromBase64(lines[3]!, 64);
  const trusted = /^trusted comment: (.*)$/.exec(lines[2]!)?.[1];
  const kind = bytes?.toString('latin1', 0, 2);
  if (!bytes || !global || trusted === undefined || (kind !== HASHED && kind !== PLAIN_KEY)) return undefined;
  return {
    id: bytes.subarray(2, 10),
    isHashed: kind === HASHED,
    signature: bytes.subarray(10),
    trusted,
    global,
  };
}

/** True where a signature, its trusted comment too, is that key's of these bytes. */
export function isSignedBy(bytes: Uint8Array, found: Signature, { id, key }: PublicKey): boolean {
  if (!found.id.equals(id)) return false;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const message = found.isHashed ? blake2b(bytes, { dkLen: 64 }) : bytes;
  return (
    verify(null, message, publicKey, found.signature) &&
    verify(null, Buffer.concat([found.signature, Buffer.from(found.trusted)]), publicKey, found.global)
  );
}

function privateOf(seed: Buffer) {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

function checksumOf({ id, seed, key }: SecretKey): Buffer {
  return Buffer.from(blake2b(Buffer.concat([Buffer.from(PLAIN_KEY), id, seed, key]), { dkLen: 32 }));
}

function mask(bytes: Buffer, by: Buffer): Buffer {
  return Buffer.from(bytes.map((byte, i) => byte ^ by[i]!));
}

/** scrypt with what libsodium makes of its two limits (`pickparams`). */
function stretch(password: string, salt: Buffer, operations: number, memory: number): Promise<Buffer> {
  const asked = Math.max(operations, 32_768);
  const isFew = asked < memory / 32;
  const most = isFew ? asked / 32 : memory / 1024;
  let N = 2;
  while (N <= most / 2) N *= 2;
  const p = isFew ? 1 : Math.max(1, Math.floor(Math.min(0x3fffffff, asked / 4 / N) / 8));
  const run = promisify<string, Buffer, number, object, Buffer>(scrypt);
  return run(password, salt, 104, { N, r: 8, p, maxmem: 128 * 8 * (N + p + 2) + 2 ** 20 });
}

/** The bytes of base64 alone in a text, or below a line of comment. */
function bytesIn(text: string, length: number): Buffer | undefined {
  const lines = text.trim().split(/\r?\n/);
  if (lines.length > 2 || (lines.length === 2 && !lines[0]!.startsWith('untrusted comment:')))
    return undefined;
  return fromBase64(lines.at(-1)!, length);
}

/** Bytes in the one way of writing them. */
function fromBase64(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text.trim(), 'base64');
  return bytes.length === length && bytes.toString('base64') === text.trim() ? bytes : undefined;
}
