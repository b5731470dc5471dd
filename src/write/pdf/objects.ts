import { memoise } from '../../model/memory.ts';

/** A number as PDF writes it: three decimals at most, never an exponent. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return rounded === 0 ? '0' : String(rounded);
}

/** A name object; characters that aren't regular are written as `#xx` (ISO 32000-1, 7.3.5). */
export const formatName = memoise((name: string): string => {
  const bytes = Buffer.from(name, 'utf8').toString('latin1');
  return `/${bytes.replace(/[^A-Za-z0-9_.+*-]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
});

/** Characters of PDFDocEncoding that have other codes in it than in Unicode (ISO 32000-1, D.2), in its order from 0x80 on. */
const SIGNS = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž';

/** A text string: literal where PDFDocEncoding has all of it, UTF-16BE with its mark otherwise (7.9.2.2). */
export function formatText(text: string): string {
  if (![...text].every(isSimple)) return `<feff${utf16Hex(text)}>`;
  const literal = text.replace(/[()\\]/g, '\\$&');
  return `(${literal.replace(/[^\x20-\xff]/g, (sign) => String.fromCharCode(0x80 + SIGNS.indexOf(sign)))})`;
}

function isSimple(character: string): boolean {
  return /[\x20-\x7e\xa1-\xac\xae-\xff]/.test(character) || SIGNS.includes(character);
}

/** UTF-16BE code units in hexadecimal. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Four hexadecimal digits of a number below 65,536. */
export function hex4(value: number): string {
  return HEX[value >> 8]! + HEX[value & 255]!;
}

/** A reference to an object. */
export function formatRef(id: number): string {
  return `${id} 0 R`;
}
