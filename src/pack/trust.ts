import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { formatPublicKey, type PublicKey } from './minisign.ts';
import type { Pack } from './pack.ts';

interface Trust {
  /** The key that it must be signed with. */
  readonly wanted: PublicKey | undefined;
  /** Take one that is older, or no longer signed. */
  readonly force: boolean | undefined;
  readonly file: string;
}

/**
 * Whether whoever signed a pack may be believed: the key that was named, or else that of the pack which was opened before
 * it. The first key of an appeal is taken, and told.
 */
export function checkSignature(
  { signed }: Pack,
  before: Pack | undefined,
  { wanted, force, file }: Trust,
): Problem[] {
  const at = { at: { file } };
  const expected = wanted ?? before?.signed?.key;
  if (!signed) {
    const isLost = expected !== undefined && !(force && !wanted);
    if (!isLost) return [finding('warning', 'pack-signature/nobody', {}, at)];
    return [finding('error', 'pack-signature/none', { key: formatPublicKey(expected) }, at)];
  }
  const found = formatPublicKey(signed.key);
  if (expected && formatPublicKey(expected) !== found) {
    const values = { found, key: formatPublicKey(expected) };
    return [finding('error', wanted ? 'pack-signature/wanted' : 'pack-signature/other', values, at)];
  }
  if (!expected) return [finding('notice', 'pack-signature/new', { found }, at)];
  const last = before?.signed?.day;
  if (force || last === undefined || signed.day === undefined || signed.day >= last) return [];
  return [finding('error', 'pack-signature/older', { found: signed.day, last }, at)];
}
