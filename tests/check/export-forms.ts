/** Heads as the programs write them, looked up in what reads and writes them, and what one person has in each column. */
export const HOME = {
  name: 'Zoë Größler',
  street: 'Ahornweg 3a',
  postalCode: '01067',
  city: 'Dresden',
  country: 'DE',
};
const outlook = (columns: readonly string[]) => ({
  head: columns,
  row: [
    'Zoë',
    'Größler',
    'Werk AG',
    'Werkstr. 5',
    'Leipzig',
    '04103',
    'DE',
    'Ahornweg 3a',
    'Dresden',
    '01067',
    'DE',
  ],
});
export const EXPORTS: Readonly<Record<string, { head: readonly string[]; row: readonly string[] }>> = {
  'Outlook, English': outlook(
    'First Name|Last Name|Company|Business Street|Business City|Business Postal Code|Business Country/Region|Home Street|Home City|Home Postal Code|Home Country/Region'.split(
      '|',
    ),
  ),
  'Outlook, German': outlook(
    'Vorname|Nachname|Firma|Straße geschäftlich|Ort geschäftlich|Postleitzahl geschäftlich|Land/Region geschäftlich|Straße privat|Ort privat|Postleitzahl privat|Land/Region privat'.split(
      '|',
    ),
  ),
  'Outlook, French': outlook(
    'Prénom|Nom|Société|Rue (bureau)|Ville (bureau)|Code postal (bureau)|Pays/Région (bureau)|Rue (domicile)|Ville (domicile)|Code postal (domicile)|Pays/Région (domicile)'.split(
      '|',
    ),
  ),
  'Outlook, Spanish': outlook(
    'Nombre|Apellidos|Organización|Calle del trabajo|Ciudad de trabajo|Código postal del trabajo|País o región del trabajo|Home Street|Home City|Home Postal Code|País o región del domicilio'.split(
      '|',
    ),
  ),
  'Outlook, Italian': outlook(
    'Nome|Cognome|Società|Via (uff.)|Città (uff.)|CAP (uff.)|Paese (uff.)|Via (ab.)|Città (ab.)|CAP (ab.)|Paese (ab.)'.split(
      '|',
    ),
  ),
  'Outlook, Portuguese': outlook(
    'Primeiro nome|Apelido|Empresa|Rua da empresa|Localidade da empresa|Código postal da empresa|País/Região da Empresa|Rua da residência|Localidade da residência|Código postal da residência|País da Residência/Região'.split(
      '|',
    ),
  ),
  'Outlook, Polish': outlook(
    'Imię|Nazwisko|Firma|Adres służbowy - ulica|Adres służbowy - miejscowość|Adres służbowy - kod pocztowy|Adres służbowy - kraj/region|Adres domowy - ulica|Adres domowy - miejscowość|Adres domowy - kod pocztowy|Adres domowy - kraj/region'.split(
      '|',
    ),
  ),
  'Outlook, Turkish': outlook(
    'İlk Adı|Soyadı|Şirket|İş-Cadde|İş-Şehir|İş-Posta Kodu|İş-Ülke/Bölge|Ev-Cadde|Ev-Şehir|Ev-Posta Kodu|Ev-Ülke/Bölge'.split(
      '|',
    ),
  ),
  'Outlook, Russian': outlook(
    'Имя|Фамилия|Организация|Улица (раб. адрес)|Город (раб. адрес)|Индекс (раб. адрес)|Страна или регион (раб. адрес)|Улица (дом. адрес)|Город (дом. адрес)|Индекс (дом. адрес)|Страна или регион (дом. адрес)'.split(
      '|',
    ),
  ),
  'Outlook, Ukrainian': outlook(
    'Ім’я|Прізвище|Організація|Вулиця (роб. адреса)|Місто (роб. адреса)|Індекс (роб. адреса)|Країна або регіон (роб. адреса)|Вулиця (дом. адреса)|Місто (дом. адреса)|Індекс (дом. адреса)|Країна або регіон (дом. адреса)'.split(
      '|',
    ),
  ),
  'Outlook, Chinese': outlook(
    '名|姓|单位|商务地址 街道|商务地址 市/县|商务地址 邮政编码|商务地址 国家/地区|住宅地址 街道|住宅地址 市/县|住宅地址 邮政编码|住宅地址 国家/地区'.split(
      '|',
    ),
  ),
  'Outlook, Chinese of Taiwan': outlook(
    '名字|姓氏|公司|商務 - 街|商務 - 市/鎮|商務 - 郵遞區號|商務 - 國家/地區|住家 - 街|住家 - 市/鎮|住家 - 郵遞區號|住家 - 國家/地區'.split(
      '|',
    ),
  ),
  'Outlook, Arabic': outlook(
    'الاسم الأول|اسم العائلة|الشركة|شارع العمل|مدينة العمل|الرمز البريدي للعمل|بلد العمل/المنطقة|شارع المنزل|مدينة المنزل|الرمز البريدي للمنزل|البلد/المنطقة'.split(
      '|',
    ),
  ),
  'Thunderbird, English': outlook(
    'First Name|Last Name|Organization|Work Address|Work City|Work ZipCode|Work Country|Home Address|Home City|Home ZipCode|Home Country'.split(
      '|',
    ),
  ),
  'Thunderbird, German': outlook(
    'Vorname|Nachname|Organisation|Dienstlich: Adresse|Dienstlich: Ort|Dienstlich: PLZ|Dienstlich: Land|Privat: Adresse|Privat: Ort|Privat: PLZ|Privat: Land'.split(
      '|',
    ),
  ),
  'NationBuilder, with a billing address': {
    head: 'nationbuilder_id|first_name|last_name|primary_address1|primary_city|primary_zip|primary_country_code|primary_country|billing_address1|billing_city|billing_zip|billing_country_code'.split(
      '|',
    ),
    row: [
      '7',
      'Zoë',
      'Größler',
      'Ahornweg 3a',
      'Dresden',
      '01067',
      'DE',
      'Germany',
      'Werkstr. 5',
      'Leipzig',
      '04103',
      'DE',
    ],
  },
  'Action Network': {
    head: 'first_name|last_name|email|can2_phone|can2_user_address|can2_user_city|zip_code|can2_user_tags|country'.split(
      '|',
    ),
    row: ['Zoë', 'Größler', 'zoe@example.org', '', 'Ahornweg 3a', 'Dresden', '01067', 'member', 'DE'],
  },
  CiviCRM: {
    head: 'Contact ID|Contact Type|Display Name|First Name|Last Name|Street Address|Supplemental Address 1|City|Postal Code|State|County|Country|Email'.split(
      '|',
    ),
    row: [
      '7',
      'Individual',
      'Zoë Größler',
      'Zoë',
      'Größler',
      'Ahornweg 3a',
      '',
      'Dresden',
      '01067',
      '',
      'x',
      'Germany',
      '',
    ],
  },
  Salesforce: {
    head: 'First Name|Last Name|Mailing Street|Mailing City|Mailing Zip/Postal Code|Mailing Country|Other Street|Other City|Other Country'.split(
      '|',
    ),
    row: ['Zoë', 'Größler', 'Ahornweg 3a', 'Dresden', '01067', 'Germany', 'Werkstr. 5', 'Leipzig', 'Germany'],
  },
  'Google, with two addresses': {
    head: 'First Name|Last Name|Address 1 - Street|Address 1 - City|Address 1 - Postal Code|Address 1 - Country|Address 2 - Street|Address 2 - City|Address 2 - Postal Code|Address 2 - Country'.split(
      '|',
    ),
    row: ['Zoë', 'Größler', 'Ahornweg 3a', 'Dresden', '01067', 'DE', 'Werkstr. 5', 'Leipzig', '04103', 'DE'],
  },
  Hitobito: {
    head: 'Vorname|Nachname|Firmenname|Haupt-E-Mail|Strasse|Hausnummer|PLZ|Ort|Land|Geschlecht'.split('|'),
    row: [
      'Zoë',
      'Größler',
      '',
      'zoe@example.org',
      'Ahornweg',
      '3a',
      '01067',
      'Dresden',
      'Deutschland',
      'weiblich',
    ],
  },
};
