import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/import/text/passages.ts';
import { readAppealText } from '../../src/import/text/read-text.ts';
import { readVocabularies } from '../../src/import/text/vocabulary.ts';

const all = await readVocabularies(fileURLToPath(new URL('../../data/reading', import.meta.url)));

/** What is read of a text, as words. Everybody and everything in these texts is made up. */
function read(text: string) {
  const found = readAppealText({ text } as Parameters<typeof readAppealText>[0], all)!;
  const words = (span: { from: number; to: number }) => wordsOf(found.reading.text, span);
  return {
    title: found.title?.text,
    issuer: found.issuer?.text,
    issued: found.issued?.value,
    facts: found.facts.map(words),
    figures: found.facts.flatMap(({ figures }) =>
      figures.map(({ unit, claims }) => `${claims[0]!.value} ${unit}`),
    ),
    people: found.people.map(({ name }) => name),
    demands: found.demands.map(words),
    actions: found.actions.map(({ kind }) => kind),
    addressees: found.addressees.map(({ name, kind, holder, address, ways }) => ({
      name,
      kind,
      holder,
      address: address.join(' | '),
      ways: ways.map(({ value }) => value),
    })),
    left: found.left.map(words),
  };
}

describe('a circular to branches', () => {
  const circular = read(`Protest at the imprisonment of Ruritanian trade unionist

Head Office Circular No. AB/12/34/C

To the Secretary all Branches,
Council of Executive members,
Regional Councils and Regional Offices.

Wednesday 06th November 2013

Dear Colleagues,

Protest at the imprisonment of Ruritanian trade unionist

As you know, on the 25th August, our colleague - Ruritanian trade union leader Juan Example, was imprisoned and charged with rebellion whilst leading strikes across the country. He remains in prison with no trial date set.

We have been running a petition calling for his freedom - we have over 10,000 signatures so far.

At 16.00 on Tuesday 26th November we are planning to hand the petition into the Ruritanian Embassy, 3 Example Crescent  London SW1A 0AA.

Yours sincerely

Ann Example
General Secretary
`);

  test('the day behind the lines of the address is its own, and who signs it issues it, not the title that stands twice', () => {
    expect(circular.issued).toBe('2013-11-06');
    expect(circular.issuer).toBe('Ann Example');
  });

  test('the lines to whom it goes are no fact; what the reader knows is one, as it tells of harm', () => {
    expect(circular.facts.join(' ')).not.toContain('Regional Offices');
    expect(circular.facts[0]).toMatch(/^As you know, .*was imprisoned/);
    expect(circular.people).toEqual(['Juan Example']);
  });

  test('the number of a house counts nothing; the address belongs to the office before it', () => {
    expect(circular.figures).toEqual(['10000 signatures']);
    expect(circular.addressees).toEqual([
      {
        name: 'Ruritanian Embassy',
        kind: 'embassy',
        address: '3 Example Crescent | London SW1A 0AA',
        ways: [],
      },
    ]);
  });
});

describe('a mail of a campaign', () => {
  const mail = read(`Ruritania: Global campaign to free jailed union leader kicks off

Last week I wrote to you about the jailing of Víctor Example Cervantes, a Ruritanian trade union leader. As of this morning, 4,475 of you have sent off messages. If you have not yet sent off your message, please sign up today.
***
Víctor Example Cervantes is a Ruritanian trade union leader who was arrested five weeks ago on his way to speak at a union meeting.
The union reports "you will all be dismissed" was said to its members by the management.
Víctor's union is demanding that Víctor be freed.
Please take a moment to show your solidarity by sending a message of protest to the State government:
Thank you!
Ann Example
`);

  test('what is said to its readers is no fact, and is named among what was left', () => {
    expect(mail.facts).toHaveLength(2);
    expect(mail.left.join(' ')).toContain('As of this morning, 4,475 of you have sent off messages.');
    expect(mail.figures).toEqual([]);
  });

  test('what stands in quotation marks is said to others', () => {
    expect(mail.facts[1]).toContain('you will all be dismissed');
  });

  test('who is something and was arrested is a person; what somebody is demanding is a demand', () => {
    expect(mail.people).toEqual(['Víctor Example Cervantes']);
    expect(mail.demands).toEqual(['Víctor be freed']);
  });
});

describe('a posting in a forum', () => {
  const posting = read(`Ruritania Trade Union Defence Campaign
by (RTUDC) Wednesday November 21, 2001 at 05:57 PM

Dear Comrades,
This morning we have received the news of the arrest of comrade Hameed Example, the leader of the strike of the civil servants. This is an extremely serious situation.

Embassy of Kazakhstan
Tel.: 02/555.80.07
Fax: 02/555.83.94
AVENUE EXAMPLE 57 1170 BRUSSEL

Organise protest lobbies with placards outside the embassies and invite the press.

We demand:
- the immediate release of Hameed Example
`);

  test('a campaign above its own text issues it, on the day that stands there with a time', () => {
    expect([posting.title, posting.issuer, posting.issued]).toEqual([
      'Ruritania Trade Union Defence Campaign',
      'Ruritania Trade Union Defence Campaign',
      '2001-11-21',
    ]);
  });

  test('the address below the fax is the embassy’s', () => {
    expect(posting.addressees).toMatchObject([
      {
        name: 'Embassy of Kazakhstan',
        address: 'AVENUE EXAMPLE 57 | 1170 BRUSSEL',
        ways: ['02/555.80.07', '02/555.83.94'],
      },
    ]);
  });

  test('the arrest of somebody names them; placards outside are a picket', () => {
    expect(posting.people).toEqual(['Hameed Example']);
    expect(posting.actions).toEqual(['picket']);
  });
});

test('a list of whom to write to, each with a line of how: their names, without "Write to … at"', () => {
  const { addressees, demands, issuer } = read(`Appeal for International Solidarity Action

It is amazing that the workers have been fighting for their rights for 1000 days and that no action was taken by the government.

We call upon you to order that the workers should be reinstated immediately.

Please send mails to the following addresses:

1. Prime Minister
 - Write to the office at pm@example.org
2. Ministry of Labour
 - Mail to labour@example.org
`);
  expect(addressees.map(({ name, ways }) => [name, ways])).toEqual([
    ['Prime Minister', ['pm@example.org']],
    ['Ministry of Labour', ['labour@example.org']],
  ]);
  expect(demands).toEqual(['the workers should be reinstated immediately']);
  expect(issuer).toBeUndefined();
});

test.each([
  [
    'es',
    'Comunicado.\n\nLa policía llevó a cabo la detención de Juana Ejemplo Pérez en su casa, y fue detenida.',
    'Juana Ejemplo Pérez',
  ],
  [
    'fr',
    'Communiqué.\n\nNous dénonçons l’arrestation de Jeanne Exemple devant son usine, elle est arrêtée et les ouvriers.',
    'Jeanne Exemple',
  ],
  [
    'de',
    'Erklärung.\n\nWir erfuhren von der Verhaftung von Hanna Beispiel, und sie wurde in der Nacht verhaftet.',
    'Hanna Beispiel',
  ],
  [
    'it',
    'Comunicato.\n\nDenunciamo l’arresto di Anna Esempio, che è la segretaria del sindacato e fu arrestata.',
    'Anna Esempio',
  ],
])('%s: the noun for what was done stands before the name', (_, text, name) => {
  expect(read(text).people).toEqual([name]);
});

describe('whom a text tells to write to, and who wrote it', () => {
  test('an address that has no name is that of the heading above it, in the order of its post', () => {
    const { addressees, figures } = read(`Мы требуем освободить арестованных.

Заявку на пикет 3 сентября подали в местные органы власти рабочие и профсоюз.

Письма протеста направляйте в посольство Казахстана в Москве:
101000, Москва, ул. Примерная, 17/6
Факс: (495) 555-66-33
`);
    expect(addressees).toEqual([
      {
        name: 'посольство Казахстана',
        kind: 'embassy',
        address: 'ул. Примерная, 17/6 | 101000 Москва',
        ways: ['(495) 555-66-33'],
      },
    ]);
    expect(figures).toEqual([]); // The third of September is a day, though no year stands there.
  });

  test('who signs it with their own address is nobody to write to', () => {
    const { addressees, issuer, demands } = read(`26.10.2004 Der Kreis fordert auf:

Solidarität mit den zwei Gewerkschaftern von Beispiel

Es sind zwei Kollegen bei der Firma fristlos gekündigt worden, und wir weisen diese Kündigungen zurück.

Protestschreiben an die Geschäftsleitung der Firma.

Im Auftrag des Kreises

Anne Beispiel
Musterstraße 12
44892 Bochum
Tel.: 0234-3255555
`);
    expect(addressees.map(({ name }) => name)).not.toContain('Anne Beispiel');
    expect(issuer).toBe('Anne Beispiel');
    expect(demands).toEqual([]); // The title calls for solidarity; nobody is asked for that.
  });

  test('a line that only says who gets a copy is nobody’s name, and an abbreviation stands in no person’s', () => {
    const { addressees, people } = read(`Contre le licenciement de Jean, postier

Nous apprenons le licenciement de Jean de XYZ Poste, il est licencié avec les autres.

Envoyez vos messages :

Et en copie à : appui@example.org
`);
    expect(addressees).toEqual([]);
    expect(people).toEqual([]);
  });
});

describe('what is demanded by nobody who is named', () => {
  const due = (text: string) => read(text).demands;

  test.each([
    [
      'en',
      'All sentences against the jailed workers must be overturned, and all prisoners must be released.',
      'The workers were sentenced in March. The court said that the dead must be counted by the police.',
    ],
    [
      'es',
      'Los detenidos deben ser puestos en libertad y las acusaciones deben ser retiradas.',
      'Los obreros fueron condenados en marzo. El juez dijo que los heridos deben ser contados por la policía.',
    ],
    [
      'de',
      'Die Gefangenen müssen sofort freigelassen und die Urteile aufgehoben werden.',
      'Die Arbeiter wurden im März verurteilt. Der Richter sagte, die Toten müssen gezählt werden.',
    ],
    [
      'fr',
      'Les prisonniers doivent être libérés et les peines doivent être annulées.',
      'Les ouvriers ont été condamnés en mars. Le juge a dit que les morts doivent être comptés par la police.',
    ],
    [
      'ru',
      'Все заключённые должны быть освобождены, а приговоры должны быть отменены.',
      'Рабочие были осуждены в марте. Судья сказал, что погибшие должны быть подсчитаны полицией.',
    ],
    [
      'zh-Hans',
      '被捕的工人必须立即获得释放，对他们的指控必须撤销。',
      '工人们在三月被判刑。法官说，死者必须由警方清点。',
    ],
  ])('in %s, what must be done for those who suffered', (_language, demand, told) => {
    expect(due(`${told} ${demand}`)).toEqual([demand.replace(/[.。]$/u, '')]);
  });
});

test('what is cried in capitals stands alone in its line, whatever the lines around it are', () => {
  const { demands, facts } = read(`Los obreros siguen en huelga

Ayer fueron detenidos siete obreros del molino, y llamamos a la más amplia solidaridad con todos ellos:
LIBERTAD PARA ANA EJEMPLO, BRUNO EJEMPLO, CARLA EJEMPLO, DARÍO EJEMPLO y EVA EJEMPLO DE LA FÁBRICA VIEJA
LIBERTAD YA A TODOS LOS PRESOS POR LUCHAR!!!!!
Por esto el comité de huelga sigue reunido en la puerta de la fábrica desde ayer por la mañana.
`);
  expect(demands).toEqual([
    'LIBERTAD PARA ANA EJEMPLO, BRUNO EJEMPLO, CARLA EJEMPLO, DARÍO EJEMPLO y EVA EJEMPLO DE LA FÁBRICA VIEJA',
    'LIBERTAD YA A TODOS LOS PRESOS POR LUCHAR!!!!!',
  ]);
  expect(facts.join(' ')).not.toContain('LIBERTAD');
});

test('a day without a year counts nothing, though nobody says of which year the text is', () => {
  const { facts, figures, demands, people } = read(`Dayanışma mesajı

“29 Kasım'da sendikacılar Ayşe Örnek ve Mehmet Örnek tutuklandı. Sendika “derhal serbest bırakılsınlar!” dedi ve açlık grevi başladı.
Birlik Sendikası tutuklanan işçilerin derhal serbest bırakılmalarını talep etmektedir.
Ayşe Örnek ve Mehmet Örnek'e özgürlük!”
`);
  expect(figures).toEqual([]);
  expect(people).toEqual(['Ayşe Örnek', 'Mehmet Örnek']);
  expect(facts.at(-1)).toBe('Sendika “derhal serbest bırakılsınlar!” dedi ve açlık grevi başladı.');
  expect(demands).toEqual([
    'Birlik Sendikası tutuklanan işçilerin derhal serbest bırakılmalarını talep etmektedir',
    "Ayşe Örnek ve Mehmet Örnek'e özgürlük!",
  ]);
});

test('the line that says when a text went online tells its day; a comma behind a mark ends no sentence', () => {
  const { issued, demands, people, facts } = read(`message envoyé au ministre

Mise en garde à vue de deux syndicalistes

Article mis en ligne le mercredi 20 décembre 2006

Nous avons appris la garde à vue ce matin de Jean EXEMPLE et Anne EXEMPLE, de la section locale. Depuis le 11 novembre, des militants de DAL, AC !, Jeudi Noir et CNT étaient sans nouvelles.

L’Union syndicale exige donc leur libération immédiate.
`);
  expect(issued).toBe('2006-12-20');
  expect(people).toEqual(['Jean EXEMPLE', 'Anne EXEMPLE']);
  expect(demands).toEqual(['L’Union syndicale exige donc leur libération immédiate']);
  expect(facts.at(-1)).toBe(
    'Depuis le 11 novembre, des militants de DAL, AC !, Jeudi Noir et CNT étaient sans nouvelles.',
  );
});

test.each([
  ['۲۰/۳/۱۳۹۲', '2013-06-10'],
  ['۱۳۹۲/۳/۲۰', '2013-06-10'],
  ['۲۰ خرداد ۱۳۹۲', '2013-06-10'],
  ['۱ فروردین ۱۴۰۳', '2024-03-20'],
  ['۳۰ اسفند ۱۴۰۳', '2025-03-20'],
  ['۳۱ مهر ۱۴۰۳', undefined],
])('%s of the Iranian calendar is a day of ours', (written, day) => {
  const { issued } = read(`کارگران را آزاد کنید

کارگران زندانی باید آزاد شوند و ما از همه می‌خواهیم که از آنان پشتیبانی کنند.

سندیکای کارگران نمونه
${written}
`);
  expect(issued).toBe(day);
});

test('a day of the Iranian calendar without its year is the one nearest to the appeal', () => {
  const found = readAppealText(
    {
      text: `کارگران را آزاد کنید

در ۱۱ اردیبهشت کارگران بازداشت شدند و ما از همه می‌خواهیم که از آنان پشتیبانی کنند.

سندیکای کارگران نمونه
۲۰ خرداد ۱۳۹۲
`,
    } as Parameters<typeof readAppealText>[0],
    all,
  )!;
  expect(found.facts.map(({ date }) => [date?.value, date?.certain])).toEqual([['2013-05-01', false]]);
});

describe('a call to those who read it', () => {
  test.each([
    [
      'en',
      'Twelve workers of the mill were dismissed. We call on you to join this day of action. We demand the reinstatement of all twelve.',
      'reinstatement of all twelve',
    ],
    [
      'es',
      'La empresa despidió a doce obreras del molino. Os pedimos que participéis en esta jornada de lucha. Exigimos la readmisión de las doce.',
      'la readmisión de las doce',
    ],
    [
      'fr',
      'Douze ouvrières du moulin ont été licenciées. Nous demandons à toutes les organisations de participer à cette journée. Nous exigeons la réintégration des douze.',
      'la réintégration des douze',
    ],
    [
      'de',
      'Zwölf Arbeiterinnen der Mühle wurden entlassen. Wir fordern alle auf, sich an diesem Aktionstag zu beteiligen. Wir fordern die Wiedereinstellung der zwölf.',
      'die Wiedereinstellung der zwölf',
    ],
    [
      'it',
      'Dodici operaie del mulino sono state licenziate. Vi chiediamo di partecipare a questa giornata di lotta. Chiediamo la riassunzione delle dodici.',
      'riassunzione delle dodici',
    ],
    [
      'pt',
      'Doze operárias do moinho foram demitidas. Pedimos que participem deste dia de luta. Exigimos a reintegração das doze.',
      'a reintegração das doze',
    ],
    [
      'ru',
      'Двенадцать работниц мельницы были уволены. Мы призываем вас присоединиться к дню действий. Мы требуем восстановления всех двенадцати.',
      'восстановления всех двенадцати',
    ],
    [
      'tr',
      'Değirmenin on iki işçisi sendika için bir araya geldi ve işten atıldı. Herkesi bu eylem gününe katılmaya çağırıyoruz. On iki işçinin işe geri alınmasını talep ediyoruz.',
      'On iki işçinin işe geri alınmasını',
    ],
  ])('%s: to join is no demand, and no fact', (_, text, demand) => {
    const { demands, facts } = read(`Example\n\n${text}\n`);
    expect(demands).toHaveLength(1);
    expect(demands[0]).toContain(demand);
    expect(facts).toHaveLength(1);
  });
});

describe('names that are cried', () => {
  test.each([
    [
      'en',
      'FREEDOM FOR ANA EXAMPLE, BERTA MARY SAMPLE AND CARLA MODEL!',
      'ANA EXAMPLE|BERTA MARY SAMPLE|CARLA MODEL',
    ],
    ['en', 'Free Doris Sample and Emil Model now!', 'Doris Sample|Emil Model'],
    ['en', 'Release Emil Sample immediately and unconditionally.', 'Emil Sample'],
    [
      'es',
      'LIBERTAD PARA ANA EJEMPLO, BERTA MUESTRA Y CARLA MODELO',
      'ANA EJEMPLO|BERTA MUESTRA|CARLA MODELO',
    ],
    ['fr', 'LIBERTÉ POUR ANNE EXEMPLE ET JEAN MODÈLE !', 'ANNE EXEMPLE|JEAN MODÈLE'],
    ['de', 'Freiheit für Anna Beispiel und Bernd Muster!', 'Anna Beispiel|Bernd Muster'],
    ['it', 'Libertà per Anna Esempio!', 'Anna Esempio'],
    ['pt', 'LIBERDADE PARA ANA EXEMPLO E BRUNO MODELO!', 'ANA EXEMPLO|BRUNO MODELO'],
  ])('%s: %s', (language, cried, names) => {
    const said = {
      en: 'The workers of the mill have been on strike since May, and the police came to the gate of the mill.',
      es: 'Los obreros del molino están en huelga desde mayo, y la policía vino a la puerta del molino.',
      fr: 'Les ouvriers du moulin sont en grève depuis le mois de mai, et la police est venue dans la cour.',
      de: 'Die Arbeiter der Mühle sind seit Mai im Streik, und die Polizei kam mit Wagen vor das Tor der Mühle.',
      it: 'Gli operai del mulino sono in sciopero da maggio, e la polizia è venuta alla porta del mulino.',
      pt: 'Os operários do moinho estão em greve desde maio, e a polícia veio ao portão do moinho com carros.',
    }[language]!;
    expect(read(`${said}\n\n${cried}\n`).people).toEqual(names.split('|'));
  });

  test('what is cried for everybody names nobody', () => {
    const text = `The workers of the mill have been on strike since May.

Free all political prisoners!

Free Trade Unions in Exampleton!

Freedom for the Exampleton Bus Workers!

FREE THE JAILED MINERS NOW!
`;
    expect(read(text).people).toEqual([]);
  });
});

describe('days in numbers alone', () => {
  /** Day and numbers of each thing that a text of 9 March 2025 tells. */
  const days = (issued: string, told: string) => {
    const text = `Example\n\n${issued}\n\n${told}\n\nExample\n`;
    const found = readAppealText({ text } as Parameters<typeof readAppealText>[0], all)!;
    return found.facts.map(({ date, figures }) =>
      [date?.value, ...figures.flatMap(({ claims }) => claims.map(({ value }) => value))].join(' '),
    );
  };

  test.each([
    ['es', '9 de marzo de 2025', 'El pasado 7/3 la empresa despidió a las obreras del molino.'],
    ['es', '9 de marzo de 2025', 'El 7.3. la empresa despidió a las obreras del molino.'],
    ['de', '9. März 2025', 'Am 7.3. wurden die Arbeiter der Mühle entlassen.'],
    ['de', '9. März 2025', 'Am 7.3.25 wurden die Arbeiter der Mühle entlassen.'],
    ['fr', '9 mars 2025', 'Le 7/3 les ouvriers du moulin ont été licenciés par la direction.'],
    ['it', '9 marzo 2025', 'Il 7/3 gli operai del mulino sono stati licenziati.'],
    ['ru', '9 марта 2025 года', 'С 7.03 рабочие мельницы были уволены и остались без зарплаты.'],
  ])('%s, %s: %s', (_, issued, told) => {
    expect(days(issued, told)).toEqual(['2025-03-07']);
  });

  test('parts and prices are no days', () => {
    const told = 'Die Löhne wurden um 3.5 Prozent gekürzt, und für 2/3 der Belegschaft ist das viel.';
    expect(days('9. März 2025', told).join()).not.toContain('2025');
  });

  test('the day of a month that the reader knows counts nobody', () => {
    const told =
      'Il 19 saremo nella piazza con gli operai che sono stati licenziati, e con 30 operai della diga.';
    expect(days('9 marzo 2025', told)).toEqual([' 30']);
  });
});

describe('who issues a text', () => {
  test.each([
    [
      'the formula at the end is nobody',
      'Example\n\nTwelve workers of the mill were arrested in May.\n\nYours sincerely\n',
    ],
    [
      'a headline in capitals tells what happened',
      'Urgent\n\nUNION LEADER DETAINED IN EXAMPLETON\n\nTwelve workers of the mill were arrested in May, and they are held in the prison.\n',
    ],
  ])('%s', (_, text) => {
    expect(read(text).issuer).toBeUndefined();
  });

  test('a union whose name is in capitals is one', () => {
    const text =
      'Free the twelve\n\nUNION OF MILL WORKERS OF EXAMPLETON\n\nTwelve workers of the mill were arrested in May, and they are held in the prison.\n';
    expect(read(text).issuer).toBe('UNION OF MILL WORKERS OF EXAMPLETON');
  });
});

test('a sentence that speaks of an office, or ends above an address, is nobody to write to', () => {
  const { addressees } = read(`Join us

Twelve workers of the mill were arrested in May, and they are held in the prison of the town.

We seek your support for this:
1. Send a letter to the government at a@example.org to demand the release of all the workers;
2. Join our week of action from 25 March to 31 March, 2019: stage a protest at the Embassy of Ruritania in your country to call for the release of all the detained workers of the mill, their friends, and their supporters and send us back the pictures.
Your support is important for us. We will go on until all are released
Please visit us and send what you did to c@example.org

To this we call all who work in the press and all the people of the town of Exampleton, and those of the valley, and
all of those who are still there, we are calling.
PLACE: 8 Example Street, Exampleton
b@example.org
`);
  expect(addressees.map(({ name }) => name).filter((name) => /stage|calling/.test(name))).toEqual([]);
});

test.each([
  [
    'Freiheit\n\nDie Polizei hat am 3. März 2026 vierzehn Arbeiter verhaftet.\n\nSchreibt an die Botschaft von Ruritanien (Musterallee 5, 10115 Berlin) und fordert ihre Freilassung.',
    ['Botschaft von Ruritanien', 'Musterallee 5 | 10115 Berlin'],
  ],
  [
    'Liberté\n\nLa police a arrêté quatorze ouvriers le 3 mars 2026.\n\nÉcrivez à l’ambassade de Ruritanie, 12 rue de l’Exemple, 75016 Paris, pour exiger leur libération.',
    ['ambassade de Ruritanie', '12 rue de l’Exemple | 75016 Paris'],
  ],
  [
    'Libertad\n\nLa policía detuvo a catorce obreros el 3 de marzo de 2026.\n\nEscriban a la Embajada de Ruritania, Calle de Ejemplo 12, 28006 Madrid.',
    ['Embajada de Ruritania', 'Calle de Ejemplo 12 | 28006 Madrid'],
  ],
  [
    'Freedom\n\nPolice arrested fourteen workers on 3 March 2026.\n\nWrite to the Embassy of Ruritania, 1234 Example Avenue NW, Washington, DC 20008, and demand their release.',
    ['Embassy of Ruritania', '1234 Example Avenue NW | Washington | DC 20008'],
  ],
  [
    'Freedom\n\nPolice arrested fourteen workers on 3 March 2026.\n\nWrite to the Embassy of Ruritania, which keeps silent, and demand their release.',
    ['Embassy of Ruritania', ''],
  ],
  [
    'Freedom\n\nPolice arrested fourteen workers on 3 March 2026.\n\nPlease send letters to the Embassy of Ruritania with copies of petitions collected by the Union of Mill Workers.',
    ['Embassy of Ruritania', ''],
  ],
])('the address that a sentence names with an office: %s', (text, [name, address]) => {
  expect(read(text).addressees).toMatchObject([{ name, address }]);
});

describe('lines that stand below each other', () => {
  const list = read(`Ruritania: Release imprisoned union leaders

The police of Ruritania have arrested several leaders of independent unions of the mills and the harbour in recent weeks, and more may follow them. They include:
Ann Example, leader of the union of mill workers in Exampleton, of the governorate of Examplia
Ben Example, union of mill workers in Exampleton on the Example, of the same governorate
There are fears that further leaders of the unions will be arrested in the next weeks.`);

  test('are no sentence where a line had room for the next', () => {
    expect(list.facts.at(-1)).toBe(
      'There are fears that further leaders of the unions will be arrested in the next weeks.',
    );
    expect(list.facts.join()).not.toContain('Ben Example');
    expect(list.left.join()).toContain('Ben Example');
  });

  test('go on where a mail program broke them', () => {
    const { facts } = read(`Release the workers of the mill

The police of Ruritania have arrested several leaders of the independent
unions of the mills in recent weeks, and they are still held in the prison
of the town of Exampleton, as https://example.org/a/long/way/to/what/was/written/of/it/in/the/town/and/elsewhere/on-the-day
says to whoever asks for it, and as the families of all those who are held
in it have said since May.`);
    expect(facts).toHaveLength(1);
  });
});

test('what readers are asked to call on others for is demanded of these', () => {
  const { demands, left } = read(`Ruritania: Release imprisoned union leaders

Nine leaders of the unions were arrested in May and they are still in the prison.

Please join us in calling on the government of Ruritania to release them immediately.
Visit https://example.org for more information on it.`);
  expect(demands).toEqual(['release them immediately']);
  expect(left).toEqual(['Visit https://example.org for more information on it.']);
});

test('a person below an office holds it, and is no street', () => {
  const { addressees } = read(`Moção pela reintegração

Exigimos a reintegração dos trabalhadores que foram demitidos em maio pela empresa.

ENVIAR MOÇÕES PARA:
Presidência do Tribunal Regional do Trabalho
Sr. Juiz José Exemplo
Rua do Exemplo, 12
a@example.org`);
  expect(addressees).toMatchObject([
    {
      name: 'Presidência do Tribunal Regional do Trabalho',
      holder: 'Sr. Juiz José Exemplo',
      address: 'Rua do Exemplo, 12',
    },
  ]);
});

test('the number of a thing in Turkish ends no sentence', () => {
  const { facts } = read(`Çağrı

Direnme haklarını kullandıkları için 3. Havalimanı inşaatında çalışan 24 işçi tutuklandı ve bu işçiler hapiste.`);
  expect(facts).toHaveLength(1);
});

test('what is left without work is no part of what is counted', () => {
  const { figures } = read(`Призыв

Приближается зима, и более 1200 человек остались без работы, а значит и без тепла.`);
  expect(figures).toEqual(['1200 человек']);
});

describe('what is called by its number, and the ends of a range, are no figures', () => {
  test.each([
    [
      'en',
      'On 12 March 2024 members of Branch 15 and Local 375 of the dockers’ union were held under Articles 164 and 174 of the Criminal Code. They were sentenced to 4 to 18 months and to between 2 and 5 years, in Room 12 of the court, by order No. 87 of the ministry.',
      'In the local branch 20 workers were arrested by the police.',
      ['20 workers'],
    ],
    [
      'de',
      'Am 12. März 2024 wurden die Mitglieder der Ortsgruppe 15 nach Artikel 174 des Strafgesetzbuchs und § 129 Absatz 2 verurteilt, zu Strafen von 4 bis 18 Monaten, in Saal 12 des Gerichts.',
      'Die Polizei hat 20 Arbeiter verhaftet.',
      ['20 Arbeiter'],
    ],
    [
      'fr',
      'Le 12 mars 2024, quatorze ouvriers ont été condamnés par le tribunal selon les articles 164 et 174 du Code pénal à des peines de 4 à 18 mois de prison, dans la Salle 12 du palais.',
      'La police a arrêté 20 ouvriers.',
      ['20 ouvriers'],
    ],
    [
      'es',
      'El 12 de marzo de 2024 los trabajadores fueron condenados por el artículo 174 del Código Penal a penas de entre 4 y 18 meses y de 2 a 5 años, en la Sala 12 del tribunal.',
      'La policía detuvo a 20 trabajadores.',
      ['20 trabajadores'],
    ],
    [
      'ru',
      '12 марта 2024 года рабочие были осуждены по ч. 2 ст. 174 Уголовного кодекса на сроки от 4 до 18 месяцев; они сидят в ИК № 5 строгого режима и в СИЗО 1 города.',
      'Полиция задержала 20 рабочих.',
      ['20 рабочих'],
    ],
  ])('in %s', (_, none, one, figures) => {
    expect(read(none).figures).toEqual([]);
    expect(read(`${none} ${one}`).figures).toEqual(figures);
  });
});

test('an end of a range stays one where the other is in words, and what is shared out has no thing of its own', () => {
  const { figures } = read(`Appeal

Six men were sentenced to prison terms of between 14 months and two years by the court. 1,300 of those messages came from Norway, 638 each from Iceland and Sweden.`);
  expect(figures).toEqual([]);
});

test.each([
  ['There were clashes between 14 workers and the police.', ['14 workers']],
  ['There were clashes between 14 workers and 30 policemen.', ['14 workers', '30 policemen']],
  ['They were sentenced by the court to between 14 months and 24 months.', []],
])('“between” two things is no range of time: %s', (sentence, expected) => {
  expect(read(`Appeal of the union\n\n${sentence}`).figures).toEqual(expected);
});

test('a number with a space behind its plus is one, and belongs to who stands above it', () => {
  const { addressees } = read(`Appeal for six workers

Please write to:

Minister of Example Affairs
Jl. Example Kav. 4-5
Example Selatan 12950
Indonesia
Fax: + 62 21 555 0123
`);
  expect(addressees).toMatchObject([{ name: 'Minister of Example Affairs', ways: ['+62 21 555 0123'] }]);
});

describe('people who are named among others', () => {
  test.each([
    [
      'en',
      'On 12 March 2024 police arrested fourteen workers, among them Askar Exampleov and Bolat Modeleov.',
    ],
    [
      'fr',
      'Le 12 mars 2024, quatorze ouvriers ont été condamnés à des peines de prison, dont Askar Exampleov et Bolat Modeleov.',
    ],
    [
      'es',
      'El 12 de marzo de 2024 la policía detuvo a catorce trabajadores, entre ellos Askar Exampleov y Bolat Modeleov.',
    ],
    [
      'it',
      'Il 12 marzo 2024 la polizia ha arrestato quattordici lavoratori, tra cui Askar Exampleov e Bolat Modeleov, che sono ancora in carcere.',
    ],
    [
      'pt',
      'No dia 12 de março de 2024 foram presos catorze trabalhadores, entre eles Askar Exampleov e Bolat Modeleov.',
    ],
    [
      'de',
      'Am 12. März 2024 wurden vierzehn Arbeiter verhaftet, darunter Askar Exampleov und Bolat Modeleov.',
    ],
    [
      'ru',
      '12 марта 2024 года полиция арестовала четырнадцать рабочих, среди них Аскар Примеров и Болат Моделев.',
    ],
  ])('in %s', (language, text) => {
    const names =
      language === 'ru' ? ['Аскар Примеров', 'Болат Моделев'] : ['Askar Exampleov', 'Bolat Modeleov'];
    expect(read(text).people).toEqual(names);
  });

  test('places that are named among others are none', () => {
    const { people } = read(
      'On 12 March 2024 workers were arrested at meetings in four cities. There were rallies in others, among them San Exemplo and Port Example.',
    );
    expect(people).toEqual([]);
  });
});

describe('ways below a heading that names the office', () => {
  test.each([
    [
      'en',
      'Please send letters of protest to the Ministry of the Interior:\nE-mail: interior@example.org\nFax: +1 202 555 0100',
      'Ministry of the Interior',
    ],
    [
      'en',
      'Please send letters of protest.\n\nMinistry of the Interior:\n\nE-mail: interior@example.org\nFax: +1 202 555 0100',
      'Ministry of the Interior',
    ],
    [
      'fr',
      'Nous exigeons la libération de tous les ouvriers.\n\nÉcrivez au ministère de l’Intérieur :\nCourriel : interior@example.org\nTélécopie : +1 202 555 0100',
      'ministère de l’Intérieur',
    ],
    [
      'de',
      'Wir fordern die Freilassung aller Arbeiter.\n\nSchreibt bitte an das Innenministerium:\nE-Mail: interior@example.org\nFax: +1 202 555 0100',
      'Innenministerium',
    ],
    [
      'es',
      'Exigimos la libertad de todos los trabajadores.\n\nEscriban al Ministerio del Interior:\nCorreo: interior@example.org\nFax: +1 202 555 0100',
      'Ministerio del Interior',
    ],
  ])('in %s', (_, text, name) => {
    const { addressees } = read(text);
    expect(addressees.map((one) => one.name)).toEqual([name]);
    expect(addressees[0]!.ways).toContain('interior@example.org');
  });

  test('what asks to write to nobody that is named is no name', () => {
    const { addressees } = read(
      'We demand the release of all workers.\n\nMore information from us, the strike committee:\nE-mail: strike@example.org',
    );
    expect(addressees.map(({ name }) => name)).not.toContain(
      'More information from us, the strike committee',
    );
  });
});
