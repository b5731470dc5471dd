/** A text with the digits of all scripts as 0–9: `٢٠٢٦`, `۲۰۲۶`, `２０２６`. */
export function plainDigits(text: string): string {
  if (!/[\u0080-\u{10ffff}]/u.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    // Digits stand in rows of ten that begin with a zero: the one before it is none, or ends another row.
    for (let zero = code; zero > code - 10; zero -= 1)
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(code - zero);
    return String((code - 0x30) % 10);
  });
}
