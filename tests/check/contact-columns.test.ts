import { expect, test } from 'vitest';
import { fieldOf, mapColumns } from '../../src/check/contact-columns.ts';
import { memberFieldOf } from '../../src/check/member-columns.ts';
import { partColumn, TABLE_PARTS } from '../../src/model/part-columns.ts';

test.each([
  ['it', 'Ragione sociale;Indirizzo;CAP;Città;Paese'],
  ['pl', 'Nazwa;Ulica;Kod pocztowy;Miasto;Kraj'],
  ['pt', 'Organização;Rua;Código postal;Cidade;País'],
  ['tr', 'Kurum;Adres;Posta kodu;Şehir;Ülke'],
  ['tr', 'Ad;Adres;Posta kodu;Şehir;Ülke'],
  ['zh', '名称;地址;邮编;城市;国家'],
  ['fa', 'سازمان;نشانی;کد پستی;شهر;کشور'],
  ['ar', 'المنظمة;العنوان;الرمز البريدي;المدينة;البلد'],
])('the columns of a list of offices in %s: %s', (_, head) => {
  expect([...mapColumns(head.split(';')).values()]).toEqual([
    'organisation',
    'street',
    'postalCode',
    'city',
    'country',
  ]);
});

test('beside first and last names Turkish “Ad” is the first', () => {
  expect([...mapColumns(['Ad', 'Soyad', 'Şehir']).values()]).toEqual(['firstName', 'lastName', 'city']);
});

test.each(['', '12', '2026-05-01', '#', '?'])('%j names no column of any list', (name) => {
  const parts = TABLE_PARTS.map((part) => partColumn(part, name));
  expect([fieldOf(name), memberFieldOf(name), ...parts]).toEqual([
    undefined,
    undefined,
    ...parts.map(() => undefined),
  ]);
});

test.each([
  ['CiviCRM', 'Organization Name;Street Address;Supplemental Address 1;City'],
  ['Google', 'Organization Name;Address 1 - Street;Address 1 - Extended Address;Address 1 - City'],
  ['fr', 'Organisme;Adresse;Complément d’adresse;Ville'],
  ['de', 'Verein;Straße;Adresszusatz;Ort'],
  ['es', 'Razón social;Calle;Complemento;Ciudad'],
])('the second line of a street is one too: %s, %s', (_, head) => {
  expect([...mapColumns(head.split(';')).values()]).toEqual(['organisation', 'street', 'street', 'city']);
});
