import { normalForm } from './normal-form.ts';

/** Names that lists give to fields, each field's with `|` between them. */
export type ColumnNames<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/**
 * Which field a column's name means: its own name, or what others call it; case, accents and signs don't matter. Words
 * that say whose address or number it is are left away: "Rue (bureau)", "Home ZipCode".
 */
export function columnReader<Field extends string>(
  fields: readonly Field[],
  names: ColumnNames<Field>,
): (column: string) => Field | undefined {
  const fieldOf = new Map<string, Field>(
    fields.flatMap((field) =>
      [field, ...(names[field] ?? '').split('|')].map((name) => [columnForm(name), field] as const),
    ),
  );
  // A name of signs or figures alone says nothing.
  fieldOf.delete('');
  const find = (form: string) =>
    fieldOf.get(form) ?? fieldOf.get(form.replace(/(?<!\d) ?\d+( |$)/g, '$1').trim());
  return (column) => {
    const form = columnForm(column);
    const field = find(form);
    if (field) return field;
    const owned = find(splitOwner(form).rest);
    return owned && OWNED.has(owned) ? owned : undefined;
  };
}

/** "postalCode", "postal_code" and "Postal code" alike. */
export function columnForm(name: string): string {
  return normalForm(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

/**
 * What lists call the parts of an address, in English, Spanish, French, German, Italian, Polish, Portuguese, Turkish,
 * Russian, Ukrainian, Kazakh, Arabic, Persian and Chinese, and in the exports of address books.
 */
export const ADDRESS_COLUMNS = {
  street:
    'address|street address|street name|address line|address line 1|address1|mailing address|address 1 street|business street|home street|street 1|postal address|dirección|calle|domicilio|dirección postal|adresse|rue|adresse postale|Anschrift|Straße|Straße und Hausnummer|Straße Nr|Straße Hausnummer|Strasse|indirizzo|via|adres|ulica|ulica i numer|adres korespondencyjny|endereço|morada|rua|logradouro|adresi|sokak|улица|адрес|почтовый адрес|адреса|вулиця|поштова адреса|мекенжай|мекенжайы|көше|көшесі|العنوان|الشارع|آدرس|نشانی|خیابان|地址|街道|通讯地址|詳細地址|详细地址|街|cadde|شارع|street address 1|street line 1|street address line 1|address street|calle y número|calle número|rua e número|via e numero|via e numero civico|adresse 1|numéro et rue|n et rue|Strasse und Hausnummer|Strasse Nr|Strasse Hausnummer|Straße u Nr|Str|Str Nr|Adresszeile 1|can user address|address 1 extended address|extended address|supplemental address|additional address|complemento|complemento de dirección|complément|complément d’adresse|complément adresse|bâtiment|Adresszusatz|Zusatz|Anschrift Zusatz|complemento do endereço',
  houseNumber:
    'house number|house no|street number|número|Hausnummer|Hausnr|Haus Nr|numero civico|civico|nr domu|numer domu|número da porta|kapı no|дом|номер дома|будинок|номер будинку|үй|үй нөмірі|رقم المبنى|پلاک|门牌号|house number suffix|n civico|ev no|bina no|numer budynku',
  postalCode:
    'postal code|postcode|post code|zip|zip code|zipcode|address 1 postal code|código postal|cp|code postal|PLZ|Postleitzahl|cap|codice postale|kod pocztowy|kod|código postal cep|cep|posta kodu|почтовый индекс|индекс|поштовий індекс|індекс|пошта індексі|пошталық индекс|индексі|الرمز البريدي|کد پستی|邮编|邮政编码|郵遞區號|郵編|zip postal|zip postal code|zip postcode|postal zip|postal zip code|zip or postal code|postcode zip|c p|postal|رمز بريدي',
  city: 'town|locality|place|address 1 city|business city|home city|ciudad|localidad|población|municipio|ville|localité|commune|Ort|Stadt|Wohnort|città|comune|località|miasto|miejscowość|cidade|localidade|şehir|il|город|населенный пункт|місто|населений пункт|қала|қаласы|елді мекен|المدينة|شهر|城市|市|post town|city town|town city|municipality|address city|can user city|市 县|市 鎮|市镇|مدينة|Ortschaft',
  postalCity:
    'postal code city|postcode city|zip city|code postal ville|cp ville|PLZ Ort|PLZ und Ort|PLZ Stadt|cap città|kod miasto|kod i miasto|kod pocztowy i miasto|индекс город',
  region:
    'state|province|county|address 1 region|región|provincia|estado|département|Bundesland|Kanton|regione|provincia sigla|województwo|distrito|bölge|ilçe|область|регион|край|регіон|облыс|облысы|аймақ|المحافظة|الولاية|استان|省|州|state province|province state|state region|state or province|state abbreviation|can state abbreviated|can user state|dép région|département région|provincia o estado|estado provincia|estado o provincia|省 市 自治区|縣 市|ولاية',
  country:
    'country code|host country|nation|address 1 country|country region|país|pays|pays région|Land|Staat|Gastland|Ländercode|Land Region|paese|stato|nazione|kraj|państwo|país região|ülke|страна|государство|країна|держава|ел|елі|мемлекет|البلد|الدولة|کشور|国家|國家|国家地区|country name|country or region|país o región|kraj region|ülke bölge|страна или регион|страна регион|країна або регіон|країна регіон|paese area geografica|国家 地区|國家 地區|بلد|بلد المنطقة|البلد المنطقة',
} as const;

/** What lists call the ways to reach somebody. */
export const REACH_COLUMNS = {
  phone:
    'phone number|telephone|tel|mobile|mobile phone|business phone|home phone|primary phone|phone value|teléfono|móvil|portable|téléphone mobile|Telefon|Telefonnummer|Rufnummer|Handy|Mobil|Mobiltelefon|cellulare|telefon komórkowy|komórka|telefone|telemóvel|celular|telefon numarası|cep telefonu|телефон|тел|мобильный телефон|мобільний телефон|телефон нөмірі|الهاتف|رقم الهاتف|تلفن|شماره تلفن|电话|電話|手机|can phone|preferred phone|mobile number|mobile phone number|cell|cell phone|cell phone number|Mobil Tel Nr|Handynummer|teléfono móvil|tél mobile|numéro de téléphone|telefon no|telefonu|telefone celular|telefon mobilny|телефон мобільний|номер телефона|商务电话|住宅电话|移动电话|商務電話|住家電話|行動電話|هاتف|الهاتف الجوال',
  email:
    'e-mail|mail|email address|e-mail address|e mail value|email 1 value|primary email|correo|correo electrónico|dirección de correo electrónico|courriel|adresse électronique|adresse mail|adresse de messagerie|E-Mail-Adresse|primäre E-Mail-Adresse|sekundäre E-Mail-Adresse|Mailadresse|indirizzo e-mail|posta elettronica|adres e-mail|poczta|correio eletrônico|endereço de e-mail|e-posta|e-posta adresi|электронная почта|эл почта|почта|имейл|електронна пошта|ел пошта|электрондық пошта|эл пошта|البريد الإلكتروني|ایمیل|پست الکترونیک|电子邮件|电子邮箱|邮箱|電子郵件|preferred email|main e-mail|Haupt-E-Mail|email addresses|elektronik posta adresi|elektronik posta|indirizzo posta elettronica|endereço de email|endereço de correio electrónico|endereço do correio electrónico|dirección del correo electrónico|première adresse électronique|adresse électronique secondaire|адрес эл почты|адреса ел пошти|имейл адрес|电子邮件地址|電子郵件地址|عنوان البريد الإلكتروني',
} as const;

/** What lists call a person, their gender and what they do. */
export const PERSON_COLUMNS = {
  name: 'full name|display name|file as|fio|nombre|nombre completo|nombre y apellidos|nom complet|nom et prénom|Name Vorname|Vor- und Nachname|vollständiger Name|Anzeigename|nome|nome e cognome|nome completo|imię i nazwisko|ad soyad|adı soyadı|фио|ф и о|имя и фамилия|піб|п і б|прізвище та ім’я|ім’я та прізвище|аты жөні|الاسم|الاسم الكامل|نام|نام و نام خانوادگی|姓名|名字',
  firstName:
    'first name|given name|forename|nombre de pila|prénom|Vorname|Rufname|nome di battesimo|imię|primeiro nome|ad|adı|имя|ім’я|аты|الاسم الأول|نام کوچک|名|first|forenames|given names|fname|ilk adı',
  middleName:
    'middle name|additional name|weitere Vornamen|отчество|по батькові|әкесінің аты|second name|deuxième prénom|segundo nombre|secondo nome|segundo nome|drugie imię|ikinci adı|中间名|中間名|الاسم الأوسط',
  lastName:
    'last name|surname|family name|apellido|apellidos|nom de famille|Nachname|Familienname|Zuname|cognome|nazwisko|sobrenome|apelido|soyad|soyadı|фамилия|прізвище|тегі|اسم العائلة|نام خانوادگی|姓|last|surnames|lname|姓氏',
  gender:
    'sex|género|sexo|genre|sexe|civilité|Geschlecht|Anrede|genere|sesso|płeć|cinsiyet|пол|стать|жынысы|الجنس|جنسیت|性别',
} as const;

/** Whose an address or number is, where a list has several of one. */
const OWNERS = ['main', 'home', 'work', 'other'] as const;
export type Owner = (typeof OWNERS)[number];

/** The words that say so in the exports of address books and programs for members, whole words each. */
const OWNER_WORDS: Readonly<Record<Owner, string>> = {
  main: 'primary|mailing|haupt',
  home: 'home|private|personal|residential|privat|private|domicile|personnel|personnelle|privée|del domicilio|de residencia|particular|personal|ab|abitazione|adres domowy|domowy|da residência|de residência|residência|do endereço residencial|residencial|ev|дом адрес|дом|домашний|дом адреса|домашній|住宅地址|住家|المنزل|للمنزل',
  work: 'business|work|office|geschäftlich|dienstlich|bureau|professionnel|professionnelle|del trabajo|de trabajo|trabajo|uff|ufficio|adres służbowy|służbowy|da empresa|do endereço comercial|comercial|iş|раб адрес|раб|рабочий|роб адреса|роб|робочий|商务地址|商務|العمل|للعمل',
  other:
    'other|billing|registered|user submitted|weitere|weiterer|weiteres|autre|otra|otro|altra|altro|inny adres|inny|do outro endereço|outro|outra|diğer|другой адрес|другой|інша адреса|інший|其他地址|其他|آخر|أخرى',
};

const OWNER_OF: readonly (readonly [words: string, owner: Owner])[] = OWNERS.flatMap((owner) =>
  OWNER_WORDS[owner].split('|').map((words) => [` ${columnForm(words)} `, owner] as const),
).sort(([a], [b]) => b.length - a.length);

/** Fields of which there are several: names and notes have no owner. */
const OWNED: ReadonlySet<string> = new Set([
  ...Object.keys(ADDRESS_COLUMNS),
  ...Object.keys(REACH_COLUMNS),
  'fax',
]);

/** Whose address or number a column holds, and the rest of its name; the name as a whole where nothing says so. */
export function splitOwner(form: string): { owner?: Owner | undefined; rest: string } {
  // Google numbers the addresses of a person; a number at the end is a line of one.
  if (/^address ([2-9]|\d\d) \p{L}/u.test(form)) return { owner: 'other', rest: form };
  const found = OWNER_OF.find(([words]) => ` ${form} `.includes(words));
  if (!found) return { rest: form };
  const rest = ` ${form} `.replace(found[0], ' ').trim();
  return rest === '' ? { rest: form } : { owner: found[1], rest };
}
