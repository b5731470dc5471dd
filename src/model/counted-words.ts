/**
 * Numbers in words of languages where nothing but the word for what is counted tells them from other words: 三名 and not
 * 三月, "năm người" and not "năm 2011". From two to ninety-nine.
 */
interface Counting {
  /** A number with the word that counts people behind it; its groups are the tens and the ones. */
  readonly pattern: RegExp;
  readonly read: (tens: string | undefined, ones: string | undefined) => number;
}

const placeOf = (words: string, word: string | undefined) => (word ? words.split(' ').indexOf(word) : 0);

const HAN = '〇 一 二 三 四 五 六 七 八 九';
const KO_TENS = '- 열 스물 서른 마흔 쉰';
const KO_ONES = '- 한 두 세 네 다섯 여섯 일곱 여덟 아홉';
const KO_HAN = '- 일 이 삼 사 오 육 칠 팔 구';
const VI = '- một hai ba bốn năm sáu bảy tám chín';

/** 十二, 二十三; 几 and 多 make a round number of it, 百 a longer one. */
const readHan = (tens: string | undefined, ones: string | undefined) => {
  const many = tens === undefined ? 0 : tens === '十' ? 1 : placeOf(HAN, tens[0]);
  return many * 10 + (ones === '两' || ones === '兩' ? 2 : placeOf(HAN, ones));
};

const KNOWN: Readonly<Record<string, readonly Counting[]>> = {
  zh: [
    {
      pattern:
        /(?<![第几幾数數百千万萬亿十一二三四五六七八九两兩])([二三四五六七八九]?十)?([一二两兩三四五六七八九])?(?=[名个個位人])/gu,
      read: readHan,
    },
  ],
  ja: [
    {
      pattern:
        /(?<![第数百千万十一二三四五六七八九])([二三四五六七八九]?十)?([一二三四五六七八九])?(?=[名人])/gu,
      read: readHan,
    },
  ],
  ko: [
    {
      pattern:
        /(?<![\p{Script=Hangul}])(열|스물|서른|마흔|쉰)?(한|두|세|네|다섯|여섯|일곱|여덟|아홉)?(?=\s?(?:명|사람))/gu,
      read: (tens, ones) => placeOf(KO_TENS, tens) * 10 + placeOf(KO_ONES, ones),
    },
    { pattern: /(?<!\p{Script=Hangul})스무(?=\s?(?:명|사람))/gu, read: () => 20 },
    {
      pattern: /(?<!\p{Script=Hangul})([이삼사오육칠팔구]?십)([일이삼사오육칠팔구])?(?=\s?명)/gu,
      read: (tens = '', ones) => (tens === '십' ? 1 : placeOf(KO_HAN, tens[0])) * 10 + placeOf(KO_HAN, ones),
    },
  ],
  vi: [
    {
      pattern:
        /(?<!\p{L})(mười|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín)\smươi)?\s?((?:hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|một|mốt)(?!\p{L}))?(?=\s(?:người|công nhân|nhà hoạt động|thành viên|nhân viên|lao động|thợ mỏ)(?!\p{L}))/giu,
      read: (tens, ones) => {
        const unit = { mốt: 1, tư: 4, lăm: 5 }[ones?.toLowerCase() ?? ''] ?? placeOf(VI, ones?.toLowerCase());
        const ten = tens?.toLowerCase();
        return (ten === undefined ? 0 : ten === 'mười' ? 1 : placeOf(VI, ten.split(/\s/)[0])) * 10 + unit;
      },
    },
  ],
};

/** Numbers in words before what they count; undefined for a language whose numbers are found by themselves. */
export function findCounted(
  text: string,
  language: string,
): { written: string; value: string }[] | undefined {
  return KNOWN[language.split('-')[0]!]?.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, 1: tens, 2: ones }) => {
      const value = written.trim() === '' ? 0 : read(tens, ones);
      return value > 1 ? [{ written: written.trim(), value: String(value) }] : [];
    }),
  );
}
