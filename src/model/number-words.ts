/** Words of numbers by language, from two on: `one` is an article or a pronoun too often. Cases of a word share its number. */
const WORDS: Readonly<Record<string, string>> = {
  en: '2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 twelve|13 thirteen|14 fourteen|15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety',
  de: '2 zwei zweier|3 drei dreier|4 vier|5 fünf|6 sechs|7 sieben|8 acht|9 neun|10 zehn|11 elf|12 zwölf|13 dreizehn|14 vierzehn|15 fünfzehn|16 sechzehn|17 siebzehn|18 achtzehn|19 neunzehn|20 zwanzig|30 dreißig|40 vierzig|50 fünfzig|60 sechzig|70 siebzig|80 achtzig|90 neunzig',
  fr: '2 deux|3 trois|4 quatre|5 cinq|6 six|7 sept|8 huit|10 dix|11 onze|12 douze|13 treize|14 quatorze|15 quinze|16 seize|20 vingt|30 trente|40 quarante|50 cinquante|60 soixante',
  es: '2 dos|3 tres|4 cuatro|5 cinco|6 seis|7 siete|8 ocho|9 nueve|10 diez|11 once|12 doce|13 trece|14 catorce|15 quince|16 dieciséis|17 diecisiete|18 dieciocho|19 diecinueve|20 veinte|30 treinta|40 cuarenta|50 cincuenta|60 sesenta|70 setenta|80 ochenta|90 noventa',
  it: '2 due|3 tre|4 quattro|5 cinque|7 sette|8 otto|9 nove|10 dieci|11 undici|12 dodici|13 tredici|14 quattordici|15 quindici|16 sedici|17 diciassette|18 diciotto|19 diciannove|20 venti|30 trenta|40 quaranta|50 cinquanta|60 sessanta|70 settanta|80 ottanta|90 novanta',
  pt: '2 dois duas|3 três|4 quatro|5 cinco|6 seis|7 sete|8 oito|9 nove|10 dez|11 onze|12 doze|13 treze|14 catorze quatorze|15 quinze|16 dezasseis dezesseis|17 dezassete dezessete|18 dezoito|19 dezanove dezenove|20 vinte|30 trinta|40 quarenta|50 cinquenta|60 sessenta|70 setenta|80 oitenta|90 noventa',
  pl: '2 dwa dwie dwaj dwóch dwu dwom dwoma|3 trzy trzej trzech trzem trzema|4 cztery czterej czterech czterem czterema|5 pięć pięciu|6 sześć sześciu|7 siedem siedmiu|8 osiem ośmiu|9 dziewięć dziewięciu|10 dziesięć dziesięciu|11 jedenaście jedenastu|12 dwanaście dwunastu|13 trzynaście trzynastu|14 czternaście czternastu|15 piętnaście piętnastu|20 dwadzieścia dwudziestu|30 trzydzieści trzydziestu',
  ru: '2 два две двух двум двумя двое двоих|3 три трёх трех трём трем тремя трое троих|4 четыре четырёх четырех четырём четырем четырьмя четверо четверых|5 пять пяти пятью пятеро пятерых|6 шесть шести шестью|7 семь семи семью|8 восемь восьми восемью|9 девять девяти девятью|10 десять десяти десятью|11 одиннадцать одиннадцати одиннадцатью|12 двенадцать двенадцати двенадцатью|13 тринадцать тринадцати|14 четырнадцать четырнадцати|15 пятнадцать пятнадцати|16 шестнадцать шестнадцати|17 семнадцать семнадцати|18 восемнадцать восемнадцати|19 девятнадцать девятнадцати|20 двадцать двадцати|30 тридцать тридцати',
  uk: '2 два дві двох двом двома двоє|3 три трьох трьом трьома троє|4 чотири чотирьох чотирьом чотирма четверо|5 п’ять п’яти п’ятьох пʼять|6 шість шести шістьох|7 сім семи сімох|8 вісім восьми вісьмох|9 дев’ять дев’яти|10 десять десяти десятьох|11 одинадцять одинадцяти|12 дванадцять дванадцяти дванадцятьох|13 тринадцять тринадцяти|14 чотирнадцять чотирнадцяти|15 п’ятнадцять п’ятнадцяти|20 двадцять двадцяти|30 тридцять тридцяти',
  tr: '2 iki|3 üç|4 dört|5 beş|6 altı|7 yedi|8 sekiz|9 dokuz|10 on|20 yirmi|30 otuz|40 kırk|50 elli',
  kk: '2 екі|3 үш|4 төрт|5 бес|6 алты|7 жеті|8 сегіз|9 тоғыз|20 жиырма|30 отыз',
};

const known = new Map<string, ReadonlyMap<string, string>>();

function wordsOf(language: string): ReadonlyMap<string, string> {
  const base = language.split('-')[0]!;
  const made = known.get(base);
  if (made) return made;
  const words = new Map(
    (WORDS[base] ?? '').split('|').flatMap((entry) => {
      const [value = '', ...forms] = entry.split(' ');
      return forms.map((form) => [form, value] as const);
    }),
  );
  known.set(base, words);
  return words;
}

/** Numbers that stand in a text as single words, with what they mean in digits: each once. Part of a longer one is none. */
export function findNumberWords(text: string, language: string): { written: string; value: string }[] {
  const words = wordsOf(language);
  if (words.size === 0) return [];
  const row = (text.match(/[\p{L}\p{M}’ʼ]+(?:-[\p{L}\p{M}]+)?/gu) ?? []).map((word) => ({
    word,
    value: words.get(word.toLowerCase()),
  }));
  const found = row.filter(({ value }, i) => value && !row[i - 1]?.value && !row[i + 1]?.value);
  return [...new Map(found.map(({ word, value }) => [value!, { written: word, value: value! }])).values()];
}
