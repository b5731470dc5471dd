import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  formatPublicFile,
  formatSecretFile,
  isSignedBy,
  makeKey,
  parseSecretFile,
  parseSignature,
  type SecretKey,
  signBytes,
} from '../../src/pack/minisign.ts';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';

const TRUSTED = 'timestamp:1777680000\tfile:text\thashed';
const TEXT = Buffer.from('Free the strikers\n');

describeWith(['minisign'], 'minisign', () => {
  const minisign = (cwd: string, line: string, input = '') => {
    const ran = spawnSync('minisign', line.split(' '), { cwd, input, encoding: 'utf8' });
    return { code: ran.status, told: ran.stdout + ran.stderr };
  };
  const lay = async (key: SecretKey, password?: string) =>
    makeFolder({
      text: TEXT,
      'our.pub': formatPublicFile(key),
      'our.key': await formatSecretFile(key, password),
      'text.minisig': signBytes(TEXT, key, TRUSTED),
    });

  test('verifies what we sign, and nothing else', async () => {
    const cwd = await lay(makeKey());
    expect(minisign(cwd, '-Vm text -p our.pub').told).toContain('Signature and comment signature verified');
    await writeFile(join(cwd, 'text'), 'Free the striker.\n');
    expect(minisign(cwd, '-Vm text -p our.pub').code).not.toBe(0);
  });

  test.each([undefined, 'a long password'])('signs with our keys: password %s', async (password) => {
    const key = makeKey();
    const cwd = await lay(key, password);
    const signed = minisign(cwd, '-Sm text -s our.key -x theirs.minisig', `${password}\n`);
    expect(signed).toMatchObject({ code: 0 });
    const signature = parseSignature(await readFile(join(cwd, 'theirs.minisig'), 'utf8'))!;
    expect(isSignedBy(TEXT, signature, key)).toBe(true);
  });

  test.each([
    ['-G -W', ''],
    ['-G', 'a long password'],
  ])('its keys are read: %s', { timeout: 60_000 }, async (how, password) => {
    const cwd = await makeFolder({ text: TEXT });
    const made = minisign(cwd, `${how} -s its.key -p its.pub`, `${password}\n${password}\n`);
    expect(made.code, made.told).toBe(0);
    const kept = parseSecretFile(await readFile(join(cwd, 'its.key'), 'utf8'))!;
    expect(kept.isEncrypted).toBe(password !== '');
    const key = await kept.open(password);
    expect(formatPublicFile(key!)).toBe(await readFile(join(cwd, 'its.pub'), 'utf8'));
    await writeFile(join(cwd, 'text.minisig'), signBytes(TEXT, key!, TRUSTED));
    expect(minisign(cwd, '-Vm text -p its.pub').code).toBe(0);
  });
});
