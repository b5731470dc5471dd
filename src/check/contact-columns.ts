import { CONTACT_FIELDS, type ContactField } from '../model/contact.ts';
import { normalForm } from '../model/normal-form.ts';
import { isLanguageTag } from '../model/text.ts';

/** A field, or a name of the organisation in one language: `organisation.ru`. */
export type ContactColumn = ContactField | `organisation.${string}`;

/** What lists call a field, beside its own name: English, Spanish, French, German, Russian, Kazakh; address books too. */
const ALIASES: Readonly<Partial<Record<ContactField, string>>> = {
  id: 'identifier|key|uid',
  kind: 'type|category|tipo|categoría|type d’organisation|catégorie|Art|Typ|Kategorie|тип|вид|категория|түрі|санаты',
  organisation:
    'organization|organisation name|organization name|name|company|company name|institution|addressee|organización|nombre|empresa|institución|destinatario|nom|entreprise|société|destinataire|Organisation|Bezeichnung|Firma|Einrichtung|Empfänger|организация|название|наименование|учреждение|компания|адресат|ұйым|ұйымы|атауы|мекеме|компаниясы',
  represents:
    'represented state|sending state|operator|of country|estado que representa|país representado|état représenté|pays représenté|Entsendestaat|vertritt|представляемое государство|страна представительства|өкілдік ететін мемлекет',
  accredited:
    'accredited to|accreditation|jurisdictions|covers|acreditada en|acreditado en|accréditée|accrédité|compétence|zuständig für|akkreditiert|аккредитация|аккредитован|аккредиттелген',
  office: 'function|position|job title|cargo|fonction|poste|Amt|Funktion|должность|лауазымы|қызметі',
  holder:
    'office holder|contact person|person|full name|head|titular|persona de contacto|responsable|titulaire|personne|Ansprechpartner|Ansprechperson|Leitung|Amtsinhaber|контактное лицо|фио|руководитель|глава|басшысы|аты жөні|байланыс тұлғасы',
  gender: 'sex|género|sexo|genre|sexe|Geschlecht|пол|жынысы',
  street:
    'address|street address|address line|address 1 street|business street|postal address|dirección|calle|domicilio|adresse|rue|Anschrift|Adresse|Straße|Straße und Hausnummer|Strasse|улица|адрес|мекенжай|мекенжайы|көше|көшесі',
  postalCode:
    'postal code|postcode|post code|zip|zip code|address 1 postal code|business postal code|código postal|cp|code postal|PLZ|Postleitzahl|почтовый индекс|индекс|пошта индексі|пошталық индекс|индексі',
  city: 'town|locality|address 1 city|business city|ciudad|localidad|población|ville|localité|Ort|Stadt|Wohnort|город|населенный пункт|қала|қаласы|елді мекен',
  region:
    'state|province|county|address 1 region|business state|región|provincia|estado|région|province|département|Bundesland|Kanton|область|регион|край|облыс|облысы|аймақ',
  country:
    'country code|host country|nation|address 1 country|business country region|país|pays|Land|Staat|Gastland|Ländercode|страна|государство|ел|елі|мемлекет',
  addressLatin:
    'address in latin letters|latin address|transliterated address|dirección en caracteres latinos|adresse en caractères latins|Anschrift in lateinischer Schrift|адрес латиницей|адрес латинскими буквами|мекенжай латын әрпімен',
  phone:
    'phone number|telephone|tel|mobile|business phone|phone value|teléfono|móvil|téléphone|portable|Telefon|Telefonnummer|Rufnummer|Handy|телефон|тел|телефон нөмірі',
  fax: 'fax number|telefax|business fax|número de fax|télécopie|télécopieur|Faxnummer|факс|факс нөмірі',
  email:
    'e-mail|mail|email address|e-mail address|e mail value|correo|correo electrónico|courriel|adresse électronique|adresse mail|E-Mail-Adresse|электронная почта|эл почта|почта|имейл|электрондық пошта|эл пошта',
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

const FIELD_OF = new Map<string, ContactField>(
  CONTACT_FIELDS.flatMap((field) =>
    [field, ...(ALIASES[field] ?? '').split('|')].map((name) => [columnForm(name), field] as const),
  ),
);

/** Which column of a list holds which field; several may hold one. Columns that hold none are left out. */
export type ColumnMap = ReadonlyMap<string, ContactColumn>;

/** Finds the field of each column: by what a person named, by its name, else by what others call it. */
export function mapColumns(
  columns: readonly string[],
  named: ReadonlyMap<string, ContactColumn> = new Map(),
): ColumnMap {
  const map = new Map<string, ContactColumn>();
  for (const column of columns) {
    const field = named.get(column) ?? fieldOf(column);
    if (field) map.set(column, field);
  }
  return map;
}

/** True for the name of a field or of a name in one language. */
export function isContactColumn(name: string): name is ContactColumn {
  return (
    (CONTACT_FIELDS as readonly string[]).includes(name) ||
    (name.startsWith('organisation.') && isLanguageTag(name.slice('organisation.'.length)))
  );
}

/** The field that a column's name means: its own name, or what others call it. */
export function fieldOf(column: string): ContactColumn | undefined {
  if (isContactColumn(column)) return column;
  const form = columnForm(column);
  return FIELD_OF.get(form) ?? FIELD_OF.get(form.replace(/ ?\d+( |$)/g, '$1').trim());
}

/** "postalCode", "postal_code" and "Postal code" alike. */
function columnForm(name: string): string {
  return normalForm(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}
