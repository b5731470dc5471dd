import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in Turkish. */
export const tr: KindWords = {
  embassy: 'büyükelçi|maslahatgüzar',
  'consulate-general': 'başkonsolos',
  consulate: 'konsolos',
  'honorary-consulate': 'fahri konsolos|fahri başkonsolos',
  'high-commission': 'yüksek komiserliği$',
  nunciature: 'papalık büyükelçi|apostolik nunsiyatür',
  'permanent-mission': 'daimi temsilci',
  'head-of-state': 'cumhurbaşkan|devlet başkanı|=kral|=kralı',
  'head-of-government': 'başbakan',
  ministry: 'bakanlığı|bakanlık|bakan$|=bakanı|bakanına|hükümet',
  parliament: 'millet meclisi|meclis|meclisi|=tbmm|parlamento|parlamentosu|inceleme komisyonu|senatosu',
  'member-of-parliament': 'milletvekili|milletvekilleri|senatör',
  court:
    'mahkeme|mahkemesi|yargıtay|danıştay|=hakim|=hakimi|=yargıç|=yargıcı|hakimler ve savcılar kurulu|adliye|adliyesi|hakimliği',
  prosecutor: 'savcı|savcıl|başsavcı',
  police:
    'emniyet|emniyet genel müdürlüğü|emniyet müdürlüğü|=polis|=polisi|polisi|jandarma|jandarma genel komutanlığı|polis merkezi',
  prison:
    'cezaevi|cezaevleri|ceza infaz|tevkifevleri|ceza ve tevkifevleri genel müdürlüğü|tutukevi|geri gönderme merkezi|hapishane',
  'regional-authority': 'valilik|valiliği|=vali|=valisi|kaymakam|kaymakamlığı',
  'local-authority': 'belediye|belediyesi|belediye başkan|muhtarlığı',
  authority:
    'denetçiliği kurumu|insan hakları ve eşitlik kurumu|?kurumu$|genelkurmay|istihbarat teşkilatı|seçim kurulu|iş teftiş|rehberlik ve teftiş|ombudsman|göç idaresi|diyanet işleri',
  'international-body':
    'birleşmiş milletler|=bm|uluslararası çalışma|avrupa birliği|avrupa birliği … delegasyonu|avrupa komisyonu|avrupa parlamentosu|avrupa konseyi|avrupa insan hakları|avrupa insan hakları mahkemesi|afrika birliği|arap birliği|dünya bankası|uluslararası para fonu|uluslararası ceza mahkemesi|kızılhaç|özel raportör|insan hakları yüksek komiser|=agit|islam işbirliği|avrupa imar',
  company:
    'şirket|=a ş|=a ş$|=ltd şti|=şti|holding|holding$|yönetim kurulu|yönetim kurulu başkanı|genel müdürü|genel müdür|?fabrikası|?=bankası|işletmesi|ticaret ve sanayi a ş',
  employers:
    'ticaret odası|sanayi odası|ticaret ve sanayi odası|işveren|işveren sendikaları|odalar ve borsalar|iş insanları|iş adamları|sanayicileri|=tobb|=tüsiad|=müsiad|=tisk|ihracatçıları birliği',
  media:
    'gazete|gazetesi|televizyon|televizyonu|haber ajansı|=ajansı|ajansı|genel yayın yönetmeni|yazı işleri|dergisi|radyosu|haber merkezi',
  church: 'kilise|kilisesi|patrikhane|patrikhanesi|piskopos|=metropolit|metropoliti',
  union:
    'sendika|sendikası|sendikaları|işçi sendikaları|işçi sendikaları konfederasyonu|işçi sendikası|=kesk|=türk iş|=hak iş',
  strikers: 'grev komitesi|grevciler|grevdeki işçiler|direnişteki işçiler',
};
