import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { guessEncoding } from '../../src/read/guess-encoding.ts';

const TEXTS = {
  de: 'Müller;Straße 5;München\nGröße;Böhm;Köln\n',
  fr: 'Syndicat;Hôtel de Ville;Orléans\nFédération;Rue de l’Église;Besançon\n',
  pt: 'Câmara;Rua São João;Conceição\nSindicato;Praça;Évora\n',
  pl: 'Związek Zawodowy;ul. Świętokrzyska;Łódź\nUrząd;Gdańsk;Kraków\n',
  cs: 'Odborový svaz;Příčná 5;Plzeň\nÚřad;Náměstí Míru;Praha\n',
  tr: 'İşçi Sendikası;Çankaya Caddesi;Ankara\nGıda İşçileri;Şişli;İstanbul\nÖğretmen;Ağrı;Iğdır\n',
  el: 'Πρεσβεία του Καζακστάν;Οδός Ερμού 5;Αθήνα\nΕργατικό Κέντρο;Θεσσαλονίκη\n',
  ru: 'Посольство Казахстана;ул. Мира 5;Москва\nПрофсоюз;Невский проспект;Санкт-Петербург\n',
  he: 'שגרירות;רחוב הרצל;תל אביב\nמשרד;ירושלים;חיפה\n',
  ar: 'سفارة كازاخستان;شارع النيل;القاهرة\nوزارة العمل;بيروت;دمشق\n',
  ja: '大使館;東京都港区;日本\n労働組合;大阪市\n',
  zh: '大使馆;北京市朝阳区\n工会;上海市\n',
} as const;

test.each([
  ['de', 'windows-1252'],
  ['de', 'macintosh'],
  ['de', 'cp850'],
  ['fr', 'windows-1252'],
  ['fr', 'macintosh'],
  ['pt', 'windows-1252'],
  ['pt', 'macintosh'],
  ['pl', 'windows-1250'],
  ['pl', 'cp852'],
  ['cs', 'windows-1250'],
  ['tr', 'windows-1254'],
  ['el', 'windows-1253'],
  ['ru', 'windows-1251'],
  ['ru', 'koi8-r'],
  ['ru', 'cp866'],
  ['he', 'windows-1255'],
  ['ar', 'windows-1256'],
  ['ja', 'shift_jis'],
  ['zh', 'gb18030'],
] as const)('%s in %s is told apart', (language, encoding) => {
  const bytes = iconv.encode(TEXTS[language], encoding);
  expect(iconv.decode(bytes, guessEncoding(bytes).name)).toBe(TEXTS[language]);
});

test('a guess that another encoding contests is unsure', () => {
  // ñ of windows-1252 is ń of windows-1250.
  expect(guessEncoding(iconv.encode('Ib\u00e1\u00f1ez\n', 'windows-1252')).isSure).toBe(false);
  expect(guessEncoding(iconv.encode(TEXTS.de, 'windows-1252')).isSure).toBe(true);
  expect(guessEncoding(iconv.encode(TEXTS.de, 'cp850')).isSure).toBe(true);
});
