import { describe, expect, test } from 'vitest';
import { isFormOfName } from '../../src/model/name-forms.ts';

/** Names in their first case, and as sentences of the language have them. */
const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ru: {
    Наталья: 'Натальи Наталье Наталью Натальей',
    Соколова: 'Соколовой Соколову Соколовою СОКОЛОВА',
    Павел: 'Павла Павлу Павлом Павле',
    Сергей: 'Сергея Сергею Сергеем Сергее',
    Достоевский: 'Достоевского Достоевскому Достоевским Достоевском',
    Пётр: 'Петра Петру Петром',
    Лебедь: 'Лебедя Лебедю Лебедем',
    Лев: 'Льва Льву Львом',
    Мария: 'Марии Марию Марией',
    Толстая: 'Толстой Толстую',
  },
  uk: {
    Сергій: 'Сергія Сергію Сергієві Сергієм',
    Ольга: 'Ольги Ользі Ольгу Ольгою',
    Кравець: 'Кравця Кравцю Кравцеві Кравцем',
    Федір: 'Федора Федору Федорові Федором',
    Ковальчук: 'Ковальчука Ковальчуку Ковальчукові Ковальчуком',
    Галина: 'Галини Галині Галину Галиною',
    Антонюк: 'Антонюка Антонюкові',
  },
  be: { Вольга: 'Вольгі Вользе Вольгу Вольгай', Бяляцкі: 'Бяляцкага Бяляцкаму Бяляцкім' },
  pl: {
    Agnieszka: 'Agnieszki Agnieszce Agnieszkę Agnieszką',
    Piotr: 'Piotra Piotrowi Piotrem Piotrze',
    Kowalski: 'Kowalskiego Kowalskiemu Kowalskim',
    Marek: 'Marka Markowi Markiem Marku',
    Sokołowa: 'Sokołowej Sokołową Sokolowa',
    Anna: 'Anny Annie Annę Anną',
    Jadwiga: 'Jadwigi Jadwidze Jadwigę',
    Paweł: 'Pawła Pawłowi Pawłem Pawle',
  },
  cs: {
    Novák: 'Nováka Novákovi Novákem',
    Novotná: 'Novotné Novotnou',
    Karel: 'Karla Karlovi Karlem',
    Eliška: 'Elišky Elišce Elišku Eliškou',
    Olga: 'Olgy Olze Olgu Olgou',
  },
  lt: {
    Jonas: 'Jono Jonui Joną',
    Petraitis: 'Petraičio Petraičiui Petraitį',
    Petraitienė: 'Petraitienės Petraitienei',
  },
  el: { Παπαδόπουλος: 'Παπαδόπουλου Παπαδόπουλο', Γιώργος: 'Γιώργου Γιώργο' },
  tr: { Yılmaz: 'Yılmaz’ın Yılmaz’a Yılmazlar', Ayşe: 'Ayşe’nin Ayşe’yi' },
  kk: { Турбаев: 'Турбаевтың Турбаевты Турбаевқа', Айгүл: 'Айгүлдің Айгүлге' },
  hu: { Kovács: 'Kovácsnak Kovácsot', Nagy: 'Nagyot Nagynak' },
  fi: { Virtanen: 'Virtasen Virtaselle', Aino: 'Ainon Ainolle' },
  ar: { محمد: 'لمحمد ومحمد بمحمد' },
  he: { כהן: 'לכהן וכהן' },
  ko: { 김민수: '김민수가 김민수를 김민수에게' },
  de: { Müller: 'Müllers' },
  en: { Sokolova: 'Sokolova’s Sokolova' },
};

describe.each(Object.entries(FORMS))('a name in %s is found in each of its cases', (language, names) => {
  test.each(Object.entries(names))('%s', (name, forms) => {
    expect(forms.split(' ').filter((form) => !isFormOfName(form, name, language))).toEqual([]);
  });
});

test.each([
  ['en', 'Mai', 'Maiden'],
  ['en', 'Roman', 'Romania'],
  ['de', 'Bauer', 'Bauernhof'],
  ['ru', 'Роман', 'Романтика'],
  ['ru', 'Соколова', 'Сокольники'],
  ['pl', 'Nowak', 'Nowoczesna'],
  ['uk', 'Київ', 'Кишинів'],
  ['en', 'Li', 'Liberty'],
  ['zh-Hans', '王伟', '王府井'],
])('in %s %s is not found in %s', (language, name, word) => {
  expect(isFormOfName(word, name, language)).toBe(false);
});
