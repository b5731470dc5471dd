import { expect, test } from 'vitest';
import { findNumberWords } from '../../src/model/number-words.ts';

test.each([
  ['en', 'Twelve strikers were arrested.', '12'],
  ['es', 'Los tres delegados', '3'],
  ['de', 'zwölf Streikende', '12'],
  ['ru', 'арест двенадцати рабочих', '12'],
  ['uk', 'п’ятьох заарештовано', '5'],
  ['pl', 'dwóch delegatów', '2'],
])('a number word in %s: %s', (language, text, value) => {
  expect(findNumberWords(text, language).map((found) => found.value)).toEqual([value]);
});

test('articles, other words and parts of a longer number are none', () => {
  expect(findNumberWords('One of us, often, a twofold wage; three million two', 'en')).toEqual([]);
});

test.each([
  ['en', 'Twenty-one strikers and thirty two drivers', '21 32'],
  ['en', 'a three-day strike of one shift', ''],
  ['en', 'one hundred and twenty, two hundred of them', '120 200'],
  ['en', 'a hundred miners, three hundred and forty-five dockers, two million', '100 345'],
  ['de', 'zweihundertvierzig Bergleute, hundertzwölf Frauen', '240 112'],
  ['fr', 'deux cent quarante mineurs, cent ouvrières, dix pour cent', '240 100 10'],
  ['es', 'doscientos cuarenta mineros, cien obreras, quinientas treinta y dos', '240 100 532'],
  ['it', 'duecentoquaranta minatori, centododici operaie', '240 112'],
  ['pt', 'duzentos e quarenta mineiros, cem operárias', '240 100'],
  ['pl', 'dwieście czterdzieści górników, stu dwóch', '240 102'],
  ['ru', 'двести сорок пять шахтёров, двухсот двенадцати', '245 212'],
  ['uk', 'двісті двадцять два шахтарі, ста', '222 100'],
  ['tr', 'iki yüz kırk madenci, yüz işçi', '240 100'],
  ['kk', 'екі жүз отыз кенші', '230'],
  ['fa', 'دویست و بیست کارگر', '220'],
  ['ar', 'مئتا عامل', '200'],
  [
    'en',
    'two thousand five hundred strikers, a thousand and ten, one thousand, several thousand',
    '2500 1010 1000',
  ],
  ['en', 'three hundred thousand signatures, two thousand and one', '300000 2001'],
  [
    'de',
    'zweitausend Streikende, dreitausendfünfhundert, tausend Frauen, eintausendundzwölf',
    '2000 3500 1000 1012',
  ],
  ['de', 'mehrere tausend, Tausende, tausendfach', 'thousands'],
  ['es', '5 mil mineros, 12 mil', ''],
  ['fr', 'neuf mille grévistes, 20 mille', '9000'],
  ['hi', 'दो हज़ार मज़दूर', '2000'],
  ['kk', 'он мың кенші', '10000'],
  ['fr', 'deux mille cinq cents grévistes, mille ouvrières, trois pour mille', '2500 1000 3'],
  ['es', 'dos mil mineros, mil doscientos, varios miles', '2000 1200 thousands'],
  ['it', 'duemila operai, mille donne, seimilacinquecento, la famiglia Camilla', '2000 1000 6500'],
  ['pt', 'dois mil e quinhentos mineiros, mil operárias', '2500 1000'],
  ['pl', 'dwa tysiące górników, pięciu tysięcy dwustu, tysiąc, kilka tysięcy', '2000 5200 1000'],
  ['cs', 'dva tisíce horníků, tisíc pět set', '2000 1500'],
  ['ru', 'две тысячи рабочих, пяти тысяч двухсот, тысячу, несколько тысяч', '2000 5200 1000'],
  ['ru', 'двадцать одна тысяча, тысячи людей', '21000 thousands'],
  ['uk', 'дві тисячі шахтарів, тисячу двісті', '2000 1200'],
  ['tr', 'iki bin madenci, bin beş yüz işçi, birkaç bin', '2000 1500'],
  ['kk', 'екі мың кенші, мың бес жүз', '2000 1500'],
  ['fa', 'دو هزار کارگر، هزار و دویست نفر، ده هزار', '2000 1200 10000'],
  ['hi', 'तीन हज़ार मज़दूर', '3000'],
  ['ar', 'مئة ألف عامل، ألفان', '2000'],
  ['he', 'אלפיים עובדים', '2000'],
  ['en', 'a dozen strikers, two dozen drivers, half a dozen guards', '12 24 6'],
  ['de', 'ein Dutzend Streikende', '12'],
  ['fr', 'dix-sept mineurs, soixante-dix ouvrières, quatre-vingts', '17 70 80'],
  ['fr', 'une douzaine de grévistes', '12'],
  ['es', 'una docena de huelguistas, media docena', '12 6'],
  ['ru', 'дюжина рабочих', '12'],
  ['de', 'dreiundzwanzig und einunddreißig', '23 31'],
  ['fr', 'vingt et un grévistes, trente-deux mineurs', '21 32'],
  ['fr', 'quatre et cinq', '4 5'],
  ['es', 'treinta y dos mineros, veintitrés obreras', '32 23'],
  ['it', 'ventuno operai e trentadue operaie', '21 32'],
  ['ru', 'двадцать три рабочих', '23'],
  ['cs', 'dvanáct stávkujících, dvacet tři zraněných', '12 23'],
  ['hi', 'बारह मज़दूर', '12'],
  ['fa', 'دوازده کارگر', '12'],
  ['he', 'שבעה עובדים', '7'],
  ['ar', 'سبعة عمال', '7'],
])('%s: %s', (language, text, values) => {
  expect(
    findNumberWords(text, language)
      .map(({ value }) => value)
      .join(' '),
  ).toBe(values);
});

test.each([
  ['en', 'Hundreds of workers, dozens of drivers; half of them', 'hundreds dozens 1/2'],
  ['es', 'cientos de mineros, la mitad', 'hundreds 1/2'],
  ['fr', 'des dizaines de familles ; la moitié', 'dozens 1/2'],
  ['de', 'Hunderte Bergleute, die Hälfte', 'hundreds 1/2'],
  ['it', 'centinaia di operai', 'hundreds'],
  ['pt', 'milhares de operários', 'thousands'],
  ['pl', 'setki górników', 'hundreds'],
  ['ru', 'сотни рабочих, половина', 'hundreds 1/2'],
  ['uk', 'тисячі родин; половина з них', 'thousands 1/2'],
  ['tr', 'yüzlerce işçi', 'hundreds'],
  ['kk', 'жүздеген жұмысшы', 'hundreds'],
  ['ar', 'مئات العمال', 'hundreds'],
  ['fa', 'صدها کارگر', 'hundreds'],
  ['zh-Hans', '数百名工人', 'hundreds'],
])('quantities that are words, %s: %s', (language, text, values) => {
  expect(
    findNumberWords(text, language)
      .map(({ value }) => value)
      .join(' '),
  ).toBe(values);
});

test.each([
  ['zh-Hans', '三名工人和十二名学生被捕，另有二十三人受伤', '3 12 23'],
  ['zh-Hans', '三月，星期三，第三名，几十名，三百名，十多名，十几人，个人', ''],
  ['zh-Hans', '两位律师', '2'],
  ['ja', '十二人が逮捕され、三名が負傷した', '12 3'],
  ['ja', '三月の十分な理由、第二名、数十人、百二十人', ''],
  ['ko', '세 명이 체포되고 열두 명이 다쳤다. 스무 명, 삼십오 명', '3 12 20 35'],
  ['ko', '세상 사람들, 한국 사람, 열심히', ''],
  ['vi', 'Năm người bị bắt, mười hai công nhân bị sa thải, hai mươi mốt người bị thương', '5 12 21'],
  ['vi', 'Năm 2011, ba tôi, một người', ''],
])('numbers before what they count, %s: %s', (language, text, values) => {
  const found = findNumberWords(text, language).flatMap(({ value }) => Number(value) || []);
  expect(found.toSorted((a, b) => a - b).join(' ')).toBe(
    values
      .split(' ')
      .map(Number)
      .filter(Boolean)
      .toSorted((a, b) => a - b)
      .join(' '),
  );
});
