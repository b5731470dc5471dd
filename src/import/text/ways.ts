import { readPhone, splitPhones } from '../../check/phones.ts';
import type { Reading, Span } from './passages.ts';
import { expression } from './vocabulary.ts';

/** A way to reach somebody, as it stands in the text. */
export interface WayFound extends Span {
  readonly kind: 'email' | 'phone' | 'fax' | 'url';
  readonly value: string;
}

const EMAIL =
  /(?<![\w.+-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,6}@[\p{L}\d](?:[\p{L}\d-]{0,62})(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const URL = /(?:https?:\/\/|www\.)[^\s<>"'«»“”)\]，。；]{3,500}/gi;
/** A telephone number: digits in groups, with a plus or brackets. */
const DIGITS = /(?:\+ ?|\(0?|\b0|\b)(?:[\d][\d ()./\-–]{5,24}\d)(?!\d)/y;

/** All e-mail and web addresses, telephone and fax numbers of a text. */
export function findWays(reading: Reading): WayFound[] {
  const { text } = reading;
  const found: WayFound[] = [];
  for (const { 0: value, index } of text.matchAll(EMAIL))
    found.push({ kind: 'email', value, from: index, to: index + value.length });
  for (const { 0: written, index } of text.matchAll(URL)) {
    const value = written.replace(/[.,;:!?]{1,3}$/, '');
    found.push({ kind: 'url', value, from: index, to: index + value.length });
  }
  return [...found, ...findNumbers(reading, found)].sort((a, b) => a.from - b.from);
}

function findNumbers({ text, plain, vocabulary }: Reading, taken: readonly Span[]): WayFound[] {
  const found: WayFound[] = [];
  const add = (kind: 'phone' | 'fax', from: number) => {
    DIGITS.lastIndex = from;
    const written = DIGITS.exec(plain)?.[0];
    if (!written || (written.match(/\d/g)?.length ?? 0) < 6) return from;
    const to = from + written.length;
    const isFree = ![...taken, ...found].some((other) => from < other.to && other.from < to);
    const value = text.slice(from, to).replace(/\s+/g, ' ').replace('+ ', '+');
    if (isFree) for (const one of splitPhones(value)) found.push({ kind, value: one, from, to });
    return to;
  };
  const dot = '\\.?\\s?';
  const tel = `(?:${vocabulary.any('tel')}|\\btel\\b|\\bphone\\b|☎)`;
  const fax = `(?:${vocabulary.any('fax')}|\\bfax\\b)`;
  const label = expression(`(?<both>${tel}${dot}(?:/|&|,)\\s?${fax})|(?<fax>${fax})|(?<tel>${tel})`, 'gu');
  for (const { 0: word, index, groups = {} } of plain.matchAll(label)) {
    let at = index + word.length;
    at += /^(?:\s?(?:no|n°|nº|№|nr)\.?)?[.:：\s]{0,4}/i.exec(plain.slice(at, at + 12))?.[0].length ?? 0;
    // Several numbers may stand behind one label, with a comma or "or" between.
    for (let n = 0; n < 6; n += 1) {
      const start = at;
      const end = add(groups.fax ? 'fax' : 'phone', start);
      if (groups.both && end > start) {
        const phone = found.at(-1);
        if (phone) found.push({ ...phone, kind: 'fax' });
      }
      if (end === start) break;
      const join =
        /^(?:\s?[,;/]\s?|\s(?:or|and|und|oder|y|o|et|ou|e|и|или|та|або|і|lub|ve|veya|و|أو)\s|、)(?=[+(\d])/u.exec(
          plain.slice(end, end + 8),
        );
      if (!join) break;
      at = end + join[0].length;
    }
  }
  for (const { index } of plain.matchAll(/(?<![\d+])\+ ?\d{1,3}[ (.-]?\d/g)) {
    if (found.some(({ from, to }) => index >= from && index < to)) continue;
    const before = found.length;
    add('phone', index);
    const last = found.at(-1);
    if (found.length > before && last && !readPhone(last.value, undefined)) found.length = before;
  }
  return found;
}
