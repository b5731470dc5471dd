import chardet from 'chardet';
import iconv from 'iconv-lite';

/** What a text without a mark is probably encoded in, and whether another encoding reads it nearly as well. */
interface Guess {
  readonly name: string;
  readonly isSure: boolean;
}

/** A text in an encoding that nothing names, as a guess has it. */
export function decodeGuessed(bytes: Uint8Array): Guess & { readonly text: string } {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const sample = lines.filter((line) => /[\u0080-\u00FF]/.test(line)).join('\n');
  const guess = guessEncoding(Buffer.from(sample.slice(0, SAMPLE_SIZE), 'latin1'));
  return { ...guess, text: iconv.decode(Buffer.from(bytes), guess.name) };
}
const SAMPLE_SIZE = 64 * 1024;

/** Encodings of languages written in Latin letters, the commonest first, with the letters beyond ASCII that they write. */
const WESTERN = 'äöüßéèêëàâçîïôûùñáíóúìòãõåæøœý';
const CENTRAL = 'ąćęłńóśźżáčďéěíňřšťúůýžäôľĺŕöőüűăâîșțşţßçđëô';
const TURKISH = 'çğıöşüâîûİéäß';
const LATIN: Readonly<Record<string, string>> = {
  'windows-1252': WESTERN,
  'windows-1250': CENTRAL,
  'iso-8859-2': CENTRAL,
  'windows-1254': TURKISH,
  macintosh: WESTERN,
  cp850: WESTERN,
  cp852: CENTRAL,
};
/** Encodings of other scripts in single bytes. */
const OTHERS = [
  'windows-1251',
  'koi8-r',
  'cp866',
  'iso-8859-5',
  'windows-1253',
  'windows-1255',
  'windows-1256',
];
const WIDE = ['shift_jis', 'euc-jp', 'euc-kr', 'big5', 'gb18030'];

/** What Windows writes where a standard of ISO is told. */
const OF_WINDOWS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  'iso-8859-6': 'windows-1256',
};

/** How much better than the next the best must be, of one point for each letter beyond ASCII. */
const MARGIN = 0.2;

/**
 * Guesses by how often letters follow each other (chardet), and by what words look like: a sign or a capital within a
 * word of small letters, or a letter that no language of the encoding writes, speaks against it.
 */
export function guessEncoding(sample: Uint8Array): Guess {
  const told = new Map<string, number>();
  for (const { name, confidence } of chardet.analyse(sample)) {
    const known = OF_WINDOWS[name.toLowerCase()] ?? name.toLowerCase();
    told.set(known, Math.max(told.get(known) ?? 0, confidence / 100));
  }
  const [wide] = WIDE.filter((name) => (told.get(name) ?? 0) >= 0.5);
  if (wide) return { name: wide, isSure: true };
  const text = iconv.decode(Buffer.from(sample), 'latin1');
  const beyond = text.match(/[\u0080-\u00FF]/g)?.length ?? 0;
  const isLatin = beyond <= (text.match(/[A-Za-z]/g)?.length ?? 0);
  const scored = (isLatin ? Object.keys(LATIN) : OTHERS)
    .map((name) => {
      const decoded = iconv.decode(Buffer.from(sample), name);
      return { name, decoded, score: looksOf(decoded, LATIN[name]) / beyond + (told.get(name) ?? 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  const next = scored.find(({ decoded }) => decoded !== best?.decoded);
  return {
    name: best?.name ?? 'windows-1252',
    isSure: best !== undefined && best.score > 0 && best.score - (next?.score ?? 0) >= MARGIN,
  };
}

/** Points for letters that the language writes, less for what no word has. */
function looksOf(text: string, letters: string | undefined): number {
  let points = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\0-\u007F]/gu)) {
    const [before, after] = [text[index - 1] ?? ' ', text[index + sign.length] ?? ' '];
    const isBetween = /\p{L}/u.test(before) && /\p{L}/u.test(after);
    if (/[\p{Cc}\uFFFD]/u.test(sign)) points -= 3;
    else if (!/[\p{L}\p{M}]/u.test(sign))
      points -= isBetween && sign !== '’' && sign !== '·' ? 3 : isQuiet(sign) ? 0 : 1;
    else if (isBetween && /\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before + after)) points -= 2;
    else if (letters === undefined) points += /[A-Za-z]/.test(before + after) ? -1 : 0.5;
    else points += letters.includes(sign.toLowerCase()) || letters.includes(sign) ? 1 : -1;
  }
  return points;
}

/** Signs that stand beside words in any list: quotation marks, dashes, spaces, the sign of the euro. */
function isQuiet(sign: string): boolean {
  return /[\s“”„‘’‚«»–—·•…°ºª€§№]/u.test(sign);
}
