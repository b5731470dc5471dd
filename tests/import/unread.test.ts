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
  gl: 'Milleiros de traballadores saíron onte á rúa para protestar contra o despedimento dos seus representantes. A policía detivo a catorce deles, que aínda seguen na cadea. Esiximos que os poñan en liberdade e que non se lles faga dano.',
  oc: 'Milierats de trabalhadors sortiguèron ièr per las carrièras per protestar contra lo licenciament de lors representants. La polícia n’arrestèt catòrze, e son encara en preson. Exigissèm que los liberen.',
  lb: 'Dausende vun Aarbechter sinn gëschter op d’Strooss gaangen, fir géint d’Entloossung vun hire Vertrieder ze protestéieren. D’Police huet véierzéng vun hinne festgeholl, an déi sinn nach ëmmer am Prisong. Mir fuerderen, datt se fräigelooss ginn.',
  ku: 'Bi hezaran karker duh derketin kolanan ji bo protestokirina derxistina nûnerên xwe. Polîs çarde ji wan girtin û ew hîn jî di girtîgehê de ne.',
};

test.each(Object.entries(UNREAD))('a text in %s is taken for none in another language', (_, text) => {
  expect(tellLanguage(text, all)).toBeUndefined();
});

test('texts in the languages beside those are taken for what they are', () => {
  const texts = {
    pt: 'Milhares de trabalhadores saíram ontem à rua para protestar contra o despedimento dos seus representantes. A polícia deteve catorze deles, que continuam na prisão. Exigimos que os libertem e que não lhes façam mal.',
    es: 'Miles de trabajadores salieron ayer a la calle para protestar contra el despido de sus representantes. La policía detuvo a catorce de ellos, que siguen en la cárcel. Exigimos que los liberen y que no se les haga daño.',
    it: 'Migliaia di lavoratori sono scesi ieri in strada per protestare contro il licenziamento dei loro rappresentanti. La polizia ne ha arrestati quattordici, che sono ancora in carcere. Chiediamo che siano liberati.',
    fr: 'Des milliers de travailleurs sont descendus hier dans la rue pour protester contre le licenciement de leurs représentants. La police en a arrêté quatorze, qui sont toujours en prison. Nous exigeons leur libération.',
    de: 'Tausende Arbeiter gingen gestern auf die Straße, um gegen die Entlassung ihrer Vertreter zu protestieren. Die Polizei nahm vierzehn von ihnen fest, und sie sind noch immer in Haft. Wir fordern, dass sie freigelassen werden.',
  };
  for (const [language, text] of Object.entries(texts))
    expect(tellLanguage(text, all)?.language).toBe(language);
});

test('languages that are told apart only are none that are read', () => {
  const read = listRead(all).split(', ');
  expect(read).toContain('kk');
  for (const language of Object.keys(UNREAD)) expect(read).not.toContain(language);
});
