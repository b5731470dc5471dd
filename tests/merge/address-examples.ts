import type { Place } from '../../src/merge/address-formats.ts';

/**
 * Addresses for mail from abroad, without the country's name, written out by hand after the conventions that the
 * Universal Postal Union and the posts publish, with streets and numbers of no real person. They are not copied from the
 * Union's sheets; KZ (world-postcodes.com) and VN (a copy of its sheet at cn360cn.com) were held against these, the
 * others against OpenCage's templates in address-formatter.test.ts.
 */
export const EXAMPLES: readonly [country: string, place: Omit<Place, 'country'>, lines: readonly string[]][] =
  [
    [
      'AR',
      { street: 'Calle Ejemplo 123', postalCode: 'C1070AAM', city: 'Buenos Aires' },
      ['Calle Ejemplo 123', 'C1070AAM BUENOS AIRES'],
    ],
    ['AT', { street: 'Beispielgasse 1', postalCode: '1010', city: 'Wien' }, ['Beispielgasse 1', '1010 WIEN']],
    [
      'AU',
      { street: '1 Example St', postalCode: '2600', city: 'Canberra', region: 'ACT' },
      ['1 Example St', 'CANBERRA ACT 2600'],
    ],
    [
      'AZ',
      { street: 'Nümunə küçəsi 1', postalCode: '1000', city: 'Bakı' },
      ['Nümunə küçəsi 1', 'AZ1000 BAKI'],
    ],
    ['BD', { street: '1 Example Road', postalCode: '1000', city: 'Dhaka' }, ['1 Example Road', 'DHAKA-1000']],
    [
      'BE',
      { street: 'Rue de l’Exemple 1', postalCode: '1000', city: 'Bruxelles' },
      ['Rue de l’Exemple 1', '1000 BRUXELLES'],
    ],
    ['BG', { street: 'ул. Примерна 1', postalCode: '1000', city: 'София' }, ['ул. Примерна 1', '1000 СОФИЯ']],
    [
      'BR',
      { street: 'Rua Exemplo 1', postalCode: '70002-900', city: 'Brasília', region: 'DF' },
      ['Rua Exemplo 1', 'BRASÍLIA - DF', '70002-900'],
    ],
    [
      'BY',
      { street: 'вул. Прыкладная 1', postalCode: '220050', city: 'Мінск' },
      ['вул. Прыкладная 1', '220050 МІНСК'],
    ],
    [
      'CA',
      { street: '1 Example St', postalCode: 'K1A 0B1', city: 'Ottawa', region: 'ON' },
      ['1 Example St', 'OTTAWA ON  K1A 0B1'],
    ],
    ['CH', { street: 'Beispielweg 1', postalCode: '3006', city: 'Bern' }, ['Beispielweg 1', '3006 BERN']],
    [
      'CN',
      { street: '1 Example Road', postalCode: '100600', city: 'Chaoyang District', region: 'Beijing' },
      ['1 Example Road', 'CHAOYANG DISTRICT, Beijing 100600'],
    ],
    [
      'CN',
      { street: '范例路1号', postalCode: '100600', city: '朝阳区', region: '北京市' },
      ['100600', '北京市朝阳区范例路1号'],
    ],
    [
      'CZ',
      { street: 'Příkladná 1', postalCode: '160 00', city: 'Praha 6' },
      ['Příkladná 1', '160 00 PRAHA 6'],
    ],
    [
      'DE',
      { street: 'Beispielstraße 1', postalCode: '13156', city: 'Berlin' },
      ['Beispielstraße 1', '13156 BERLIN'],
    ],
    [
      'DK',
      { street: 'Eksempelvej 1', postalCode: '2100', city: 'København Ø' },
      ['Eksempelvej 1', '2100 KØBENHAVN Ø'],
    ],
    ['EE', { street: 'Näidise 1', postalCode: '10111', city: 'Tallinn' }, ['Näidise 1', '10111 TALLINN']],
    [
      'ES',
      { street: 'Calle Ejemplo 1', postalCode: '28042', city: 'Madrid' },
      ['Calle Ejemplo 1', '28042 MADRID'],
    ],
    [
      'FI',
      { street: 'Esimerkkitie 4', postalCode: '00570', city: 'Helsinki' },
      ['Esimerkkitie 4', '00570 HELSINKI'],
    ],
    [
      'FR',
      { street: '1 rue de l’Exemple', postalCode: '75008', city: 'Paris' },
      ['1 rue de l’Exemple', '75008 PARIS'],
    ],
    [
      'GB',
      { street: '1 Example Street', postalCode: 'SW1Y 5EA', city: 'London' },
      ['1 Example Street', 'LONDON', 'SW1Y 5EA'],
    ],
    [
      'GE',
      { street: 'მაგალითის ქ. 1', postalCode: '0179', city: 'თბილისი' },
      ['მაგალითის ქ. 1', '0179 თბილისი'],
    ],
    [
      'GR',
      { street: 'Οδός Παραδείγματος 1', postalCode: '154 52', city: 'Αθήνα' },
      ['Οδός Παραδείγματος 1', '154 52 ΑΘΗΝΑ'],
    ],
    [
      'HK',
      { street: '1 Example Road, Central', city: 'Hong Kong' },
      ['1 Example Road, Central', 'HONG KONG'],
    ],
    ['HR', { street: 'Primjerova 1', postalCode: '10000', city: 'Zagreb' }, ['Primjerova 1', '10000 ZAGREB']],
    [
      'HU',
      { street: 'Példa utca 1.', postalCode: '1054', city: 'Budapest' },
      ['BUDAPEST', 'Példa utca 1.', '1054'],
    ],
    [
      'ID',
      { street: 'Jalan Contoh 1', postalCode: '10110', city: 'Jakarta' },
      ['Jalan Contoh 1', 'JAKARTA 10110'],
    ],
    [
      'IE',
      { street: '1 Example Road', postalCode: 'D02 AF30', city: 'Dublin 2' },
      ['1 Example Road', 'DUBLIN 2', 'D02 AF30'],
    ],
    [
      'IL',
      { street: '1 Example St', postalCode: '6688312', city: 'Tel Aviv' },
      ['1 Example St', 'TEL AVIV 6688312'],
    ],
    [
      'IN',
      { street: '1 Example Marg', postalCode: '110057', city: 'New Delhi' },
      ['1 Example Marg', 'NEW DELHI 110057'],
    ],
    ['IS', { street: 'Dæmisögur 1', postalCode: '101', city: 'Reykjavík' }, ['Dæmisögur 1', '101 REYKJAVÍK']],
    ['IT', { street: 'Via Esempio 1', postalCode: '00187', city: 'Roma' }, ['Via Esempio 1', '00187 ROMA']],
    [
      'JP',
      { street: '1-2-3 Reidai', postalCode: '106-0041', city: 'Minato-ku', region: 'Tokyo' },
      ['1-2-3 Reidai', 'MINATO-KU, Tokyo 106-0041'],
    ],
    [
      'JP',
      { street: '例台1-2-3', postalCode: '106-0041', city: '港区', region: '東京都' },
      ['106-0041', '東京都港区例台1-2-3'],
    ],
    [
      'KG',
      { street: 'ул. Примерная 1', postalCode: '720044', city: 'Бишкек' },
      ['ул. Примерная 1', '720044 БИШКЕК'],
    ],
    [
      'KR',
      { street: '1, Yesi-ro, Yongsan-gu', postalCode: '04392', city: 'Seoul' },
      ['1, Yesi-ro, Yongsan-gu', 'SEOUL 04392'],
    ],
    [
      'KZ',
      { street: 'Үлгі көшесі 1', postalCode: '010000', city: 'Астана' },
      ['Үлгі көшесі 1', 'АСТАНА', '010000'],
    ],
    [
      'LT',
      { street: 'Pavyzdžio g. 1', postalCode: '08105', city: 'Vilnius' },
      ['Pavyzdžio g. 1', 'LT-08105 VILNIUS'],
    ],
    [
      'LV',
      { street: 'Parauga iela 1', postalCode: 'LV-1010', city: 'Rīga' },
      ['Parauga iela 1', 'RĪGA, LV-1010'],
    ],
    [
      'MX',
      { street: 'Calle Ejemplo 1', postalCode: '11000', city: 'Ciudad de México', region: 'CDMX' },
      ['Calle Ejemplo 1', '11000 CIUDAD DE MÉXICO, CDMX'],
    ],
    [
      'MY',
      { street: '1, Jalan Contoh', postalCode: '50450', city: 'Kuala Lumpur' },
      ['1, Jalan Contoh', '50450 KUALA LUMPUR'],
    ],
    [
      'NL',
      { street: 'Voorbeeldlaan 1', postalCode: '2517 JL', city: 'Den Haag' },
      ['Voorbeeldlaan 1', '2517 JL  DEN HAAG'],
    ],
    ['NO', { street: 'Eksempelveien 1', postalCode: '0244', city: 'Oslo' }, ['Eksempelveien 1', '0244 OSLO']],
    [
      'NZ',
      { street: '1 Example Street', postalCode: '6011', city: 'Wellington' },
      ['1 Example Street', 'WELLINGTON 6011'],
    ],
    [
      'PK',
      { street: 'House 1, Street 2, F-8/1', postalCode: '44000', city: 'Islamabad' },
      ['House 1, Street 2, F-8/1', 'ISLAMABAD-44000'],
    ],
    [
      'PL',
      { street: 'ul. Przykładowa 1', postalCode: '02-954', city: 'Warszawa' },
      ['ul. Przykładowa 1', '02-954 WARSZAWA'],
    ],
    [
      'PT',
      { street: 'Rua do Exemplo 20', postalCode: '1400-297', city: 'Lisboa' },
      ['Rua do Exemplo 20', '1400-297 LISBOA'],
    ],
    [
      'RO',
      { street: 'Strada Exemplu 1', postalCode: '010011', city: 'București' },
      ['Strada Exemplu 1', '010011 BUCUREȘTI'],
    ],
    ['RS', { street: 'Primerna 1', postalCode: '11000', city: 'Beograd' }, ['Primerna 1', '11000 BEOGRAD']],
    [
      'RU',
      { street: 'ул. Примерная, 3а', postalCode: '101000', city: 'Москва' },
      ['ул. Примерная, 3а', 'МОСКВА', '101000'],
    ],
    [
      'SA',
      { street: '1 Example Street', postalCode: '11564', city: 'Riyadh' },
      ['1 Example Street', 'RIYADH 11564'],
    ],
    [
      'SE',
      { street: 'Exempelgatan 1', postalCode: '111 20', city: 'Stockholm' },
      ['Exempelgatan 1', '111 20 STOCKHOLM'],
    ],
    [
      'SG',
      { street: '1 Example Road #01-02', postalCode: '018956', city: 'Singapore' },
      ['1 Example Road #01-02', 'SINGAPORE 018956'],
    ],
    [
      'SI',
      { street: 'Primerna ulica 1', postalCode: '1000', city: 'Ljubljana' },
      ['Primerna ulica 1', '1000 LJUBLJANA'],
    ],
    [
      'SK',
      { street: 'Príkladná 1', postalCode: '811 01', city: 'Bratislava' },
      ['Príkladná 1', '811 01 BRATISLAVA'],
    ],
    [
      'TH',
      { street: '1 Example Road', postalCode: '10330', city: 'Bangkok' },
      ['1 Example Road', 'BANGKOK 10330'],
    ],
    [
      'TR',
      { street: 'Örnek Sokak No: 1', postalCode: '06450', city: 'Ankara', region: 'Çankaya' },
      ['Örnek Sokak No: 1', '06450 Çankaya/ANKARA'],
    ],
    [
      'UA',
      { street: 'вул. Зразкова, 1', postalCode: '01001', city: 'Київ' },
      ['вул. Зразкова, 1', 'КИЇВ', '01001'],
    ],
    [
      'US',
      { street: '1 Example Street NW', postalCode: '20036', city: 'Washington', region: 'DC' },
      ['1 Example Street NW', 'WASHINGTON DC 20036'],
    ],
    ['VN', { street: '1 Phố Mẫu', postalCode: '100000', city: 'Hà Nội' }, ['1 Phố Mẫu', 'HÀ NỘI 100000']],
    [
      'ZA',
      { street: '1 Example Street', postalCode: '0001', city: 'Pretoria' },
      ['1 Example Street', 'PRETORIA', '0001'],
    ],
  ];
