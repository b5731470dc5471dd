import {
  ADDRESS_COLUMNS,
  type ColumnNames,
  columnReader,
  PERSON_COLUMNS,
  REACH_COLUMNS,
} from '../model/columns.ts';
import { CONTACT_FIELDS, type ContactField } from '../model/contact.ts';
import { isLanguageTag } from '../model/text.ts';
import { settleColumns } from './settled-columns.ts';

/** Parts of fields that some lists have in columns of their own. */
const CONTACT_PARTS = ['name', 'houseNumber', 'postalCity', 'firstName', 'middleName', 'lastName'] as const;
type ContactPart = (typeof CONTACT_PARTS)[number];

/** A field, a part of one, or a name of the organisation in one language: `organisation.ru`. */
export type ContactColumn = ContactField | ContactPart | `organisation.${string}`;

/** What lists call a field, beside its own name: English, Spanish, French, German, Russian, Kazakh; address books too. */
const NAMES: ColumnNames<ContactField | ContactPart> = {
  ...ADDRESS_COLUMNS,
  ...REACH_COLUMNS,
  ...PERSON_COLUMNS,
  name: `${PERSON_COLUMNS.name}|nom|nome|imię`,
  id: 'identifier|key|uid',
  kind: 'type|category|tipo|categoría|type d’organisation|catégorie|Art|Typ|Kategorie|тип|вид|категория|түрі|санаты',
  organisation:
    'organization|organisation name|organization 1 name|employer|institute|association|structure|raison sociale|organisme|établissement|entité|entidad|razón social|asociación|Verein|Verband|Behörde|Institut|associazione|associação|organization name|company|company name|institution|addressee|organización|empresa|institución|destinatario|entreprise|société|destinataire|Organisation|Bezeichnung|Firma|Einrichtung|Empfänger|организация|організація|назва|название|наименование|учреждение|компания|адресат|ұйым|ұйымы|атауы|мекеме|компаниясы|ragione sociale|azienda|ente|organizzazione|denominazione|società|ditta|destinatario|organização|instituição|entidade|razão social|nazwa|nazwa firmy|organizacja|instytucja|urząd|adresat|kurum|kuruluş|kurum adı|şirket|unvan|установа|підприємство|компанія|المنظمة|المؤسسة|الشركة|اسم المنظمة|سازمان|شرکت|نام سازمان|名称|名稱|单位|單位|机构|機構|公司|组织|組織',
  represents:
    'represented state|sending state|operator|of country|estado que representa|país representado|état représenté|pays représenté|Entsendestaat|vertritt|представляемое государство|страна представительства|өкілдік ететін мемлекет',
  accredited:
    'accredited to|accreditation|jurisdictions|covers|acreditada en|acreditado en|accréditée|accrédité|compétence|zuständig für|akkreditiert|аккредитация|аккредитован|аккредиттелген',
  office: 'function|position|job title|cargo|fonction|poste|Amt|Funktion|должность|лауазымы|қызметі',
  holder:
    'office holder|contact person|person|head|titular|persona de contacto|responsable|titulaire|personne|Ansprechpartner|Ansprechperson|Leitung|Amtsinhaber|контактное лицо|руководитель|глава|басшысы|аты жөні|байланыс тұлғасы',
  addressLatin:
    'address in latin letters|latin address|transliterated address|dirección en caracteres latinos|adresse en caractères latins|Anschrift in lateinischer Schrift|адрес латиницей|адрес латинскими буквами|мекенжай латын әрпімен',
  fax: '商务传真|商務傳真|فاكس|fax nr|faks|faks no|numero di fax|传真|傳真|fax number|telefax|business fax|número de fax|télécopie|télécopieur|Faxnummer|факс|факс нөмірі',
  website:
    'web|url|homepage|web page|website value|sitio web|página web|site|site web|Webseite|Internet|Internetseite|сайт|веб сайт|веб-сайт',
  form: 'web form|contact form|formulario|formulario de contacto|formulaire|formulaire de contact|Kontaktformular|Webformular|форма|форма обратной связи|байланыс формасы',
  languages:
    'language|idioma|idiomas|lengua|langue|langues|Sprache|Sprachen|язык|языки|тіл|тілдер|тілі|тілдері',
  source:
    'where from|origin|fuente|origen|source d’information|provenance|Quelle|источник|дереккөз|дереккөзі',
  seen: 'date|as of|last seen|fecha|visto|vu le|date de consultation|Stand|Datum|дата|по состоянию на|күні',
  'verified.on':
    'verified|verified on|checked|verificado|verificado el|vérifié|vérifié le|geprüft|geprüft am|проверено|тексерілген',
  'verified.by': 'checked by|verificado por|vérifié par|geprüft von|проверил|кем проверено|тексерген',
  'verified.how': 'cómo se verificó|comment vérifié|wie geprüft|как проверено|қалай тексерілген',
  defunct:
    'closed|closed since|cerrada|cerrado desde|fermée|fermé depuis|geschlossen|geschlossen seit|закрыто|закрыт с|жабылған',
  wikidata: 'qid|wikidata id|wikidata qid',
  notes:
    'note|remark|remarks|comment|comments|nota|notas|observaciones|remarque|remarques|commentaire|Anmerkung|Anmerkungen|Bemerkung|Notiz|Notizen|примечание|примечания|комментарий|ескерту|ескертпе',
};

const readColumn = columnReader<ContactField | ContactPart>([...CONTACT_FIELDS, ...CONTACT_PARTS], NAMES);

/** Which column of a list holds which field; several may hold one. Columns that hold none are left out. */
export type ColumnMap = ReadonlyMap<string, ContactColumn>;

/** Finds the field of each column: by what a person named, by its name, else by what others call it. */
export function mapColumns(
  columns: readonly string[],
  named: ReadonlyMap<string, ContactColumn> = new Map(),
): ColumnMap {
  const found = new Map<string, ContactColumn>();
  for (const column of columns) {
    const field = named.get(column) ?? fieldOf(column);
    if (field) found.set(column, field);
  }
  const map = settleColumns(found);
  const hasOrganisation = [...map.values()].some((field) => field.startsWith('organisation'));
  if (!hasOrganisation)
    for (const [column, field] of map) if (field === 'name') map.set(column, 'organisation');
  // A word such as Turkish "Ad" is a first name beside a last one, and alone the name.
  const isNamed = [...map.values()].some((field) => /^(organisation|name$|lastName$)/.test(field));
  if (!isNamed) for (const [column, field] of map) if (field === 'firstName') map.set(column, 'organisation');
  return map;
}

/** True for the name of a field or of a name in one language. */
export function isContactColumn(name: string): name is ContactColumn {
  return (
    (CONTACT_FIELDS as readonly string[]).includes(name) ||
    (CONTACT_PARTS as readonly string[]).includes(name) ||
    (name.startsWith('organisation.') && isLanguageTag(name.slice('organisation.'.length)))
  );
}

/** The field that a column's name means: its own name, or what others call it. */
export function fieldOf(column: string): ContactColumn | undefined {
  if (isContactColumn(column)) return column;
  return readColumn(column);
}
