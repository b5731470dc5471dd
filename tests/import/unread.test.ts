import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listRead, readVocabularies, tellLanguage } from '../../src/import/text/vocabulary.ts';

const all = await readVocabularies(fileURLToPath(new URL('../../data/reading', import.meta.url)));

/** One thing in languages whose texts aren't read, each of which was taken for one that is. */
const UNREAD: Readonly<Record<string, string>> = {
  sv: 'Tusentals arbetare gick ut på gatorna i går för att protestera mot att deras ombud sagts upp. Polisen grep fjorton av dem, och de sitter fortfarande i fängelse. Vi kräver att de släpps.',
  da: 'Tusindvis af arbejdere gik på gaden i går for at protestere mod fyringen af deres tillidsfolk. Politiet anholdt fjorten af dem, og de sidder stadig i fængsel. Vi kræver, at de løslades.',
  nl: 'Duizenden arbeiders gingen gisteren de straat op om te protesteren tegen het ontslag van hun vertegenwoordigers. De politie arresteerde veertien van hen. Wij eisen dat zij worden vrijgelaten.',
  ro: 'Mii de muncitori au ieșit ieri în stradă pentru a protesta împotriva concedierii reprezentanților lor. Poliția a arestat paisprezece dintre ei, care sunt încă în închisoare.',
  cs: 'Tisíce dělníků vyšly včera do ulic na protest proti propuštění svých zástupců. Policie jich zatkla čtrnáct a ti jsou stále ve vězení. Požadujeme, aby byli propuštěni.',
  bg: 'Хиляди работници излязоха вчера на улицата, за да протестират срещу уволнението на своите представители. Полицията арестува четиринадесет от тях и те все още са в затвора.',
  sr: 'Хиљаде радника изашло је јуче на улице да протестује због отпуштања својих представника. Полиција је ухапсила четрнаесторо њих и они су још у затвору.',
  be: 'Тысячы рабочых выйшлі ўчора на вуліцы, каб пратэставаць супраць звальнення сваіх прадстаўнікоў. Міліцыя затрымала чатырнаццаць з іх, і яны дагэтуль у турме.',
  ca: 'Milers de treballadors van sortir ahir al carrer per protestar contra l’acomiadament dels seus representants. La policia en va detenir catorze i encara són a la presó. Exigim que els alliberin.',
  ku: 'Bi hezaran karker duh derketin kolanan ji bo protestokirina derxistina nûnerên xwe. Polîs çarde ji wan girtin û ew hîn jî di girtîgehê de ne.',
};

test.each(Object.entries(UNREAD))('a text in %s is taken for none in another language', (_, text) => {
  expect(tellLanguage(text, all)).toBeUndefined();
});

test('languages that are told apart only are none that are read', () => {
  const read = listRead(all).split(', ');
  expect(read).toContain('kk');
  for (const language of Object.keys(UNREAD)) expect(read).not.toContain(language);
});
