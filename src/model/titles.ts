import { normalForm } from './normal-form.ts';

/** Words for whoever holds an office, beside those for the office: "Minister", not "Ministry". */
const TITLES = new Set(
  [
    'minister ministers secretary prosecutor attorney procurator judge magistrate ambassador consul nuncio commissioner governor warden superintendent director head chief inspector',
    'ministro ministra secretario secretaria fiscal procurador procuradora juez jueza embajador embajadora cónsul director directora jefe jefa alcaide',
    'ministre procureur procureure juge ambassadeur ambassadrice consule directeur directrice régisseur chef',
    'leiter leiterin',
    'министр министру прокурор прокурору судья судье посол послу консул консулу начальник начальнику председатель председателю',
    'министрі министріне прокуроры прокурорына елші елшісі судьясы бастығы',
    'procuratore procuratrice giudice ambasciatore ambasciatrice console direttore direttrice',
    'juiz juíza embaixador embaixadora diretor diretora',
    'ministra prokurator sędzia ambasador konsul dyrektor prezes naczelnik',
    'bakan bakanı savcı savcısı başsavcısı hakimi büyükelçi büyükelçisi başkonsolos başkonsolosu müdürü',
    'міністр міністру міністрові прокурор судді суддя послові начальник голова',
    'وزير الوزير وزيرة النائب قاضي القاضي سفير السفير سفيرة مدير المدير رئيس',
    'وزیر دادستان قاضی سفیر رئیس',
  ].flatMap((line) => line.split(' ').map(normalForm)),
);

/** German words that end so, and Chinese names. */
const ENDINGS =
  /(?:minister|ministerin|anwalt|anwaltin|richter|richterin|botschafter|botschafterin|konsul|konsulin|部长|大使|检察长|法官|领事|监狱长|院长)$/;

/** Words of a name, from either end, among which its title stands. */
const NEAR = 2;

/** True for a name that is an office's title, as in "Minister of Justice" or "Adalet Bakanı": whoever is meant stands in it. */
export function isTitle(name: string): boolean {
  const words = normalForm(name).split(' ');
  const near = [...words.slice(0, NEAR), ...words.slice(-1)];
  return near.some((word) => TITLES.has(word) || ENDINGS.test(word));
}

/** True for a secretary of state's kin, who is no minister by name: "Secretary of Home Affairs". */
export function isSecretary(name: string): boolean {
  return /(?:^|\s)secretary(?:$|\s)/.test(normalForm(name));
}
