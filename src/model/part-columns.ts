import { fact } from './appeal.ts';
import { ADDRESS_COLUMNS, type ColumnNames, columnReader, REACH_COLUMNS } from './columns.ts';
import { contact } from './contact.ts';
import { correction } from './correction.ts';
import { event } from './event.ts';
import { claim, figure } from './figure.ts';
import { fieldsOf, inspect, type Schema } from './notes.ts';
import { sentLetter } from './outbox.ts';
import { isLanguageTag } from './text.ts';

/** Records that the rows of an appeal's tables are made of; a fact's rows hold a figure and a claim too. */
export const RECORDS = {
  facts: [fact, figure, claim],
  contacts: [contact],
  events: [event],
  corrections: [correction],
  outbox: [sentLetter],
} as const;

export type TablePart = keyof typeof RECORDS;

/** Names of the tables that people write: what is sent is noted by handbill. */
export const TABLE_PARTS = ['facts', 'contacts', 'events', 'corrections'] as const;

/** What people call the columns of these tables, besides their own names. */
const ALIASES: Readonly<Record<TablePart, ColumnNames<string>>> = {
  facts: {
    id: 'nr|no|number|Nummer|número|numéro|numero|numer|номер|№',
    date: 'day|when|date of event|Datum|Tag|Wann|fecha|día|cuándo|jour|quand|data|dia|giorno|quando|dzień|kiedy|дата|день|когда|коли|күні|қашан|tarih|gün|ne zaman|التاريخ|متى|تاریخ|日期|时间|何时',
    until: 'to|end|bis|Ende|hasta|fin|jusqu’au|fino al|até|do|по|до|bitiş|حتى|تا|结束日期',
    place:
      'location|where|Ort|Wo|lugar|dónde|lieu|où|luogo|dove|local|onde|miejsce|gdzie|место|где|місце|де|орны|қайда|yer|nerede|المكان|أين|مکان|کجا|地点|何地',
    text: 'fact|what happened|what|description|event|Text|Tatsache|Ereignis|Vorfall|Beschreibung|Was geschah|Was ist passiert|hecho|texto|descripción|qué pasó|qué ocurrió|fait|texte|description des faits|ce qui s’est passé|fatto|testo|descrizione|cosa è successo|fato|descrição|o que aconteceu|fakt|tekst|opis|co się stało|текст|факт|описание|событие|что произошло|що сталося|опис|подія|мәтін|сипаттама|не болды|olay|metin|açıklama|ne oldu|النص|الوصف|ماذا حدث|متن|شرح|چه شد|事实|文本|描述|事件|发生了什么',
    sources:
      'source|evidence|Quelle|Quellen|Beleg|Belege|fuente|fuentes|fonte|fontes|fonti|źródło|źródła|источник|источники|джерело|джерела|дереккөз|kaynak|kaynaklar|المصدر|المصادر|منبع|منابع|来源',
    asOf: 'as of|Stand|por actualizado al|état au|stato al|по состоянию на|станом на|stan na',
    quantity: 'Größe|cantidad|quantité|quantità|quantidade|величина|кількість чого|wielkość|nicelik',
    value:
      'number of people|count|Zahl|Anzahl|Wert|valor|nombre|valeur|valore|liczba|wartość|число|значение|значення|сан|sayı|العدد|تعداد|数字',
    voice:
      'who says|according to|Wer sagt es|laut|según|selon|secondo|segundo|według|по данным|за даними|göre|نقلا عن|به گفته|据',
  },
  events: {
    id: 'nr|no|number|Nummer|número|numéro|numero|numer|номер|№',
    kind: 'type|what|Art|Typ|Was|tipo|type d’action|rodzaj|тип|вид|түрі|tür|النوع|نوع|类型',
    title:
      'name|Titel|Bezeichnung|título|titre|titolo|nazwa|tytuł|название|назва|атауы|başlık|عنوان|标题|名称',
    date: 'day|when|Datum|Tag|Wann|fecha|día|jour|data|dia|giorno|dzień|дата|день|күні|tarih|التاريخ|تاریخ|日期',
    time: 'start|start time|begin|begins|Uhrzeit|Zeit|Beginn|hora|heure|ora|orario|godzina|время|начало|час|початок|уақыты|saat|الوقت|الساعة|ساعت|زمان|时间|時間',
    timeZone:
      'Zeitzone|zona horaria|huso horario|fuseau horaire|fuso orario|fuso horário|strefa czasowa|часовой пояс|часовий пояс|saat dilimi|المنطقة الزمنية|منطقه زمانی|时区',
    place:
      'venue|location|where|meeting point|Treffpunkt|Platz|Wo|lugar|punto de encuentro|lieu|lieu de rendez-vous|luogo|ritrovo|local|ponto de encontro|miejsce|место|место сбора|місце|орны|yer|buluşma yeri|المكان|مکان|محل|地点|地點',
    address: ADDRESS_COLUMNS.street,
    city: `${ADDRESS_COLUMNS.city}`,
    country: ADDRESS_COLUMNS.country,
    calledBy:
      'organiser|organizer|called by|host|Veranstalter|Veranstalterin|Aufruf von|convoca|convocante|organizador|organisateur|organisé par|appel de|organizzatore|organizzato da|organizador|organizator|организатор|організатор|ұйымдастырушы|düzenleyen|المنظم|برگزارکننده|主办|主辦',
    weekday:
      'day of the week|Wochentag|día de la semana|jour de la semaine|giorno della settimana|dia da semana|dzień tygodnia|день недели|день тижня',
    url: 'link|web|website|web page|Internet|Webseite|enlace|lien|sito|strona|ссылка|сайт|посилання|رابط|پیوند|链接|網址',
    source: 'where from|Quelle|fuente|fonte|źródło|источник|джерело|дереккөз|kaynak|المصدر|منبع|来源|來源',
  },
  contacts: { ...ADDRESS_COLUMNS, ...REACH_COLUMNS },
  corrections: {},
  outbox: {},
};

const READERS = Object.fromEntries(Object.keys(RECORDS).map((part) => [part, undefined])) as Record<
  TablePart,
  ((column: string) => string | undefined) | undefined
>;

/** Names of the columns that a table may have; those of texts have a language after them: `text.en`. */
export function ownColumns(part: TablePart): readonly string[] {
  const fields = (RECORDS[part] as readonly Schema[]).flatMap(fieldsOf);
  const names = fields.map(([name, field]) => inspect(field).note.column ?? name);
  return [...new Set(names.filter((name) => name !== 'figures' && name !== 'claims'))];
}

/** True for the name of a column that a table may have, a text with its language behind it. */
export function isPartColumn(part: TablePart, name: string): boolean {
  const own = ownColumns(part);
  return own.includes(name) || own.includes(name.split('.')[0]!);
}

/** Columns that a table can't do without; ids are made where there are none. */
export function neededColumns(part: TablePart): readonly string[] {
  const isNeeded = ([name, field]: readonly [string, Schema]) =>
    name !== 'id' && !field.safeParse(undefined).success;
  return fieldsOf(RECORDS[part][0])
    .filter(isNeeded)
    .map(([name, field]) => inspect(field).note.column ?? name);
}

/**
 * The column that a name means: its own name, or what people call it, with the language of a text behind it ("Text (de)").
 * A text without one is in `language`, the first of the appeal. Undefined for what is none.
 */
export function partColumn(part: TablePart, name: string, language?: string): string | undefined {
  const own = ownColumns(part);
  if (isPartColumn(part, name)) return name;
  READERS[part] ??= columnReader(
    own.filter((column) => !column.includes('.')),
    onlyOf(own, ALIASES[part]),
  );
  const read = READERS[part]!;
  const [, before, tag] = /^(.{1,40}?)[ ([_/-]{1,3}([A-Za-z]{2,3})[)\]]?$/.exec(name) ?? [];
  if (before !== undefined && isLanguageTag(tag!.toLowerCase())) {
    const column = read(before);
    if (column !== undefined && isText(part, column)) return `${column}.${tag!.toLowerCase()}`;
  }
  const column = read(name);
  return column === 'text' && language !== undefined ? `text.${language}` : column;
}

function onlyOf(own: readonly string[], names: ColumnNames<string>): ColumnNames<string> {
  return Object.fromEntries(Object.entries(names).filter(([field]) => own.includes(field)));
}

function isText(part: TablePart, column: string): boolean {
  const fields = (RECORDS[part] as readonly Schema[]).flatMap(fieldsOf);
  return fields.some(([name, field]) => name === column && inspect(field).note.wording !== undefined);
}
