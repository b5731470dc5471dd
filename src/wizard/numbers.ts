import { findFigures } from '../check/numbers.ts';

/** A number that a sentence tells of something. */
interface ToldNumber {
  /** In plain digits: `1500`. */
  readonly value: string;
  /** As it stands there: `1,500`. */
  readonly written: string;
  /** What may be counted, as it stands behind the number: `oil`, `oil workers`, `oil workers were`. */
  readonly units: readonly string[];
}

/** Numbers of a sentence with words behind them; parts of its date and years are none. */
export function listNumbers(sentence: string, date: string | undefined): ToldNumber[] {
  return findFigures(sentence, date ? [date] : []).flatMap(({ value, written }) => {
    const behind = sentence.slice(sentence.indexOf(written) + written.length);
    const words = /^(?: [\p{L}\p{M}’'-]+){1,4}/u.exec(behind)?.[0].trim().split(' ') ?? [];
    const units = words.map((_, i) => words.slice(0, i + 1).join(' '));
    return units.length > 0 ? [{ value, written, units }] : [];
  });
}

/** The sentence with the place of its figure in place of number and unit: "On 1 May {strikers} were arrested". */
export function putFigure(sentence: string, { written }: ToldNumber, unit: string, quantity: string): string {
  return sentence.replace(`${written} ${unit}`, `{${quantity}}`);
}
