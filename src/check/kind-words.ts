import type { ContactKind } from '../model/contact.ts';
import { countryOf } from '../model/country-names.ts';
import { normalForm } from '../model/normal-form.ts';

/**
 * Words by which the name of an organisation tells its kind, in English, Spanish, French, German, Russian, Kazakh,
 * Italian, Portuguese, Polish, Turkish, Ukrainian, Arabic, Persian and Chinese. What is more special stands first. A word
 * is the beginning of one in the name; `=word` is a whole one, `*word` stands anywhere in one, `word$` ends the name.
 */
const KIND_WORDS: readonly (readonly [ContactKind, string])[] = [
  [
    'honorary-consulate',
    'honorary consul|consulado honorario|consulat honoraire|honorarkonsul|почетное консульство|почетный консул|құрметті консул|consolato onorario|consulado honorário|konsulat honorowy|fahri konsolos|почесне консульство|قنصلية فخرية|القنصلية الفخرية|کنسولگری افتخاری|*名誉领事',
  ],
  [
    'consulate-general',
    'consulate general|general consulate|consulado general|consulat general|generalkonsulat|генеральное консульство|генконсульство|бас консул|consolato generale|consulado geral|konsulat generalny|baskonsolos|генеральне консульство|القنصلية العامة|قنصلية عامة|سرکنسولگری|*总领事馆',
  ],
  [
    'consulate',
    '=consulate|=consul|=consulado|consulat|konsulat|консульство|консулдық|консулдығы|=consolato|konsolos|قنصلية|القنصلية|کنسولگری|*领事馆',
  ],
  [
    'high-commission',
    'high commission of|british high commission|alta comisión de|hochkommissariat|высокая комиссия',
  ],
  [
    'nunciature',
    'apostolic nunciature|nunciature|apostolic delegation|nunciatura|nonciature|nuntiatur|нунциатура|nunziatura|nuncjatura|нунціатура',
  ],
  [
    'permanent-mission',
    'permanent mission|permanent representation|misión permanente|mission permanente|représentation permanente|ständige vertretung|постоянное представительство|постійне представництво|тұрақты өкілдік|missione permanente|rappresentanza permanente|missão permanente|stałe przedstawicielstwo|daimi temsilci|البعثة الدائمة|نمایندگی دائم|*常驻代表团',
  ],
  [
    'embassy',
    'embassy|embassies|ambassador|embajad|ambassade|*botschaft|посольство|посол|елшілік|елшілігі|ambasciat|embaixad|ambasad|buyukelci|سفارة|السفارة|سفیر|سفير|سفارت|*大使',
  ],
  [
    'international-body',
    'united nations|naciones unidas|nations unies|vereinte nationen|vereinten nationen|организация объединенных наций|организации объединенных наций|біріккен ұлттар|nazioni unite|nações unidas|narodów zjednoczonych|birleşmiş milletler|об єднаних націй|الأمم المتحدة|سازمان ملل|*联合国|=un|=ohchr|=unhcr|=ilo|=oit|=iao|=оон|=мот|=osce|=osze|=обсе|=оит|international labour organi|international labour office|international labor office|oficina internacional del trabajo|bureau international du travail|internationales arbeitsamt|международное бюро труда|committee on freedom of association|international labor organi|organización internacional del trabajo|organisation internationale du travail|internationale arbeitsorganisation|международная организация труда|міжнародна організація праці|منظمة العمل الدولية|سازمان بین المللی کار|*国际劳工|special rapporteur|relator especial|rapporteur spécial|sonderberichterstatter|european union|unión europea|union européenne|europäische union|европейский союз|unione europea|união europeia|unia europejska|european commission|comisión europea|commission européenne|europäische kommission|european parliament|parlamento europeo|parlement européen|europäisches parlament|europaparlament|европейский парламент|parlamento europeu|parlament europejski|council of europe|consejo de europa|conseil de l europe|*europarat|совет европы|african union|unión africana|union africaine|afrikanische union|organization of american states|organización de los estados americanos|inter american commission|human rights council|human rights committee|high commissioner for|oecd|=ocde|international criminal court|european court|arab league|*欧洲联盟',
  ],
  [
    'strikers',
    'strike committee|striking workers|strikers|comité de huelga|comité de grève|streikkomitee|streikleitung|забастовочный комитет|забастовочному комитету|стачком|бастующие|ереуіл комитеті|comitato di sciopero|comité de greve|comando de greve|komitet strajkowy|grev komitesi|страйковий комітет|страйком|لجنة الإضراب|کمیته اعتصاب|*罢工委员会',
  ],
  [
    'employers',
    'chamber of commerce|chambers of commerce|chamber of industry|employers|business council|cámara de comercio|cámara de industria|confederación patronal|patronal|empresarial|chambre de commerce|syndicat patronal|patronat|mouvement des entreprises|handelskammer|industrie und handelskammer|wirtschaftskammer|*arbeitgeberverband|*arbeitgeberverbande|bundesverband der deutschen industrie|торгово промышленная палата|торговая палата|палата предпринимателей|союз предпринимателей|союз работодателей|объединение работодателей|кәсіпкерлер палатасы|camera di commercio|confindustria|câmara de comércio|confederação empresarial|izba handlowa|izba gospodarcza|pracodawców|ticaret odası|sanayi odası|işveren|торгово промислова палата|غرفة التجارة|غرفة تجارة|اتحاد أرباب العمل|اتاق بازرگانی|*商会|*工商联',
  ],
  [
    'prison',
    'prison|penitentiary|correctional|remand|detention cent|jail|gaol|prisión|cárcel|centro penitenciario|centro de reclusión|maison d arrêt|maison centrale|centre pénitentiaire|centre de détention|gefängnis|justizvollzugsanstalt|=jva|justizanstalt|haftanstalt|untersuchungshaft|strafvollzug|*strafanstalt|*justizvollzug|колонии|колонию|тюрьма|тюрьмы|колония|исправительн|=сизо|следственный изолятор|түрме|carcere|casa circondariale|casa di reclusione|prisão|estabelecimento prisional|penitenciária|presídio|więzieni|zakład karny|areszt śledczy|cezaevi|ceza infaz|вязниц|в язниц|виправна колонія|слідчий ізолятор|سجن|زندان|*监狱|*看守所',
  ],
  [
    'prosecutor',
    'prosecutor|prosecution service|public prosecution|attorney general|district attorney|fiscalía|fiscal general|procurad|procuraduría|ministerio público|procureur|parquet|*staatsanwalt|*bundesanwalt|прокурор|прокуратур|procura della repubblica|procuratore|procuratoria|procura generale|procurador|prokurat|prokurator|savcı|savcil|başsavcı|النيابة|النائب العام|دادستان|*检察',
  ],
  [
    'court',
    'judiciary|supreme court|high court|court of|district court|regional court|=court|=courts|chief justice|=judge|tribunal|juzgado|corte suprema|corte de|cour de|cour suprême|*gericht|*gerichtshof|верховный суд|=суд|=суда|=сот|=соты|corte di|cassazione|tribunale|sąd|mahkeme|yargıtay|верховний суд|محكمة|المحكمة|دادگاه|دیوان عالی|*法院',
  ],
  [
    'police',
    'police|constabulary|sheriff|gendarmerie|policía|guardia civil|comisaría|*polizei|полици|полиц|милици|полиция департаменті|polizia|questura|carabinieri|polícia|policj|komenda|emniyet|polis|jandarma|поліці|شرطة|الشرطة|پلیس|نیروی انتظامی|*公安|*警察',
  ],
  [
    'head-of-government',
    'prime minister|*premierminister|president of the council of ministers|presidente del consejo de ministros|président du conseil des ministres|primer ministro|primera ministra|premier ministre|première ministre|ministerpräsident|bundeskanzler|премьер министр|прем єр міністр|presidente del consiglio dei ministri|primeiro ministro|primeira ministra|prezes rady ministrów|=premier|başbakan|رئيس الوزراء|رئيس مجلس الوزراء|نخست وزیر|*总理|presidente del gobierno|head of government|chancellor of',
  ],
  [
    'ministry',
    'ministry|minister|*minister|home secretary|foreign secretary|garde des sceaux|ministerio|ministro|ministra|ministère|ministre|*ministerium|министерств|министр|министрлік|министрлігі|ministero|ministério|ministerstwo|bakanlığı|bakanlık|bakan$|=bakanı|міністерств|міністр|وزارة|وزير|وزارت|وزیر|*外交部|*部长|department of state|state department|department of labor|department of labour|home office|foreign office|secretary of state|secretaría de|secretario de|auswärtiges amt|bundesamt|gobernación|government of|regierung der|gobierno de|gouvernement d|правительство|үкімет|governo d|rząd|hükümet|уряд',
  ],
  [
    'member-of-parliament',
    'member of parliament|member of congress|=mp|=mep|=mdb|senator|congressman|congresswoman|diputad|député|sénateur|sénatrice|abgeordnete|mitglied des bundestag|депутат|сенатор|мәжіліс депутаты|deputato|senatore|senatrice|deputado|poseł|posłanka|milletvekili|نائب في|نماینده مجلس',
  ],
  [
    'parliament',
    'parliament|house of commons|house of representatives|national assembly|congress of|=congreso|senate|asamblea nacional|congreso de|cámara de diputados|senado|parlamento|assemblée nationale|sénat|parlement|bundestag|*landtag|nationalrat|bundesrat|*parlament|государственная дума|госдума|парламент|мәжіліс|мажилис|=сенат|camera dei deputati|assembleia|congresso nacional|sejm|=senat|meclis|верховна рада|مجلس النواب|البرلمان|مجلس شورا|*人民代表大会|*议会',
  ],
  [
    'head-of-state',
    'emir of|sultan of|presidente de la nación|president of the republic|president of the russian|president of the united|office of the president|presidential administration|supreme leader|his majesty|her majesty|king of|queen of|presidente de la república|presidencia de la república|presidente de los estados|président de la république|présidence de la république|bundespräsident|präsident der republik|präsidentin der republik|президент|администрация президента|акорда|presidente della repubblica|presidente da república|presidência da república|prezydent|cumhurbaşkan|رئيس الجمهورية|جلالة الملك|رئیس جمهور|رهبر|*国家主席|*总统|head of state',
  ],
  [
    'local-authority',
    'mayor|city council|town council|city hall|municipal|local council|borough|alcald|ayuntamiento|mairie|=maire|hôtel de ville|bürgermeister|oberbürgermeister|stadtverwaltung|stadtrat|rathaus|gemeindeverwaltung|магистрат|=мэр|мэрия|администрация города|городская администрация|аким города|акимат города|қала әкім|комун|comune di|sindaco|prefeitura|câmara municipal|prefeito|burmistrz|urząd miasta|prezydent miasta|belediye|міська рада|міський голова|بلدية|البلدية|رئيس البلدية|شهرداری|*市政府|*市长',
  ],
  [
    'regional-authority',
    'governor|=akim|wali de|wali of|=wilaya|regional government|provincial government|state government|gobernador|gobierno regional|junta de|gouverneur|préfet|préfecture|conseil régional|bezirksregierung|landratsamt|landrat|staatskanzlei|senatskanzlei|губернатор|администрация области|аким|әкім|облыс әкім|presidente della regione|regione|governador|governo do estado|wojewod|marszałek województwa|valilik|valiliği|обласна державна|губернатор|محافظة|محافظ|والي|استانداری|استاندار|*省政府|*省长',
  ],
  [
    'media',
    'newspaper|news agency|press agency|daily news|=news|=press|the editor|editor in chief|editorial|radio|television|broadcasting|=tv|periódico|diario|redacción|televisión|agencia de noticias|journal|rédaction|agence france presse|télévision|*zeitung|*redaktion|*rundfunk|nachrichtenagentur|fernsehen|газета|редакция|телеканал|информационное агентство|телерадио|giornale|redazione|quotidiano|jornal|redação|agência de notícias|gazeta|redakcja|telewizja|dziennik|gazete|televizyon|haber ajansı|редакція|صحيفة|جريدة|قناة|روزنامه|خبرگزاری|*报社|*电视台|*通讯社',
  ],
  [
    'church',
    'church|diocese|archdiocese|bishop|archbishop|bishops|episcopal|world council of churches|iglesia|obispo|arzobisp|arquidiócesis|diócesis|église|évêque|évêché|archevêque|diocèse|*kirche|bischof|erzbischof|bistum|erzbistum|церковь|епархия|епископ|архиепископ|митрополит|патриарх|шіркеу|chiesa|vescovo|arcivescovo|igreja|bispo|arcebispo|kościół|biskup|arcybiskup|diecezja|kilise|церква|єпархія|كنيسة|مطران|کلیسا|*教会',
  ],
];

/** Words that mean a union and nothing else; looked for after the forms of companies, since Western Union is none. */
const UNION_WORDS =
  'trade union|trade unions|labor union|labour union|workers union|workers unions|trades union|union of|unions of|union federation|confederation of labour|confederation of labor|federation of labour|federation of labor|workers federation|industrial workers of the world|congress of trade unions|sindicat|syndicat|*gewerkschaft|gewerkschaftsbund|betriebsrat|профсоюз|профессиональный союз|профспілк|кәсіподақ|кәсіподағы|związek zawodowy|związki zawodowe|sendika|نقابة|النقابة|اتحاد عمال|سندیکا|اتحادیه کارگران|*工会|confédération générale du travail|confederación nacional del trabajo|central obrera|camera del lavoro|=ituc|=iuf|=industriall|=our union';

/** Words and forms of companies; those with `$` only at the end of a name. */
const COMPANY_WORDS =
  '=company|=ceo|chief executive|board of directors|chairman of the board|chair of the board|empresa|entreprise|société anonyme|*unternehmen|=firma|компания|предприятие|корпорация|кәсіпорын|компаниясы|azienda|società per azioni|przedsiębiorstwo|spółka|şirket|підприємство|компанія|شركة|الشركة|شرکت|*公司|*集团|=ltd|=limited|=gmbh|=inc|=corp|=corporation|=plc|=jsc|=ojsc|=pjsc|=llc|=llp|=ооо|=оао|=пао|=ао|=тоо|=жшс|=ақ|=тов|=пат|=srl|=spa|=sas|=sarl|=gesmbh|=se$|=sa$|=s a$|=s p a$|=ag$|=kg$|=kgaa|=nv$|=n v$|=bv$|=b v$|=oy$|=oyj$|=ab$|=asa$|=as$|=a s$|=co$|=holding|=holdings|=group$|=bank|=sp z o o|=a ş|=as$|=eood|=ood|=zrt|=kft|=doo|=d o o|=pty|=sdn bhd|=bhd|=kk$|=s a de c v|=sa de cv|=ltda|=s a s';

type Matcher = (form: string) => boolean;

function matcherOf(word: string): Matcher {
  const isWhole = word.startsWith('=');
  const isAnywhere = word.startsWith('*');
  const isLast = word.endsWith('$');
  const bare = normalForm(word);
  if (isAnywhere) return (form) => form.includes(bare);
  if (isLast) return (form) => form.endsWith(` ${bare} `);
  return isWhole ? (form) => form.includes(` ${bare} `) : (form) => form.includes(` ${bare}`);
}

/** What the words of a table, divided by `|`, are found by in a normal form with a space at both ends. */
export const matchersOf = (words: string) => words.split('|').map(matcherOf);

const KINDS = [
  ...KIND_WORDS.map(([kind, words]) => [kind, matchersOf(words)] as const),
  ['company', matchersOf(COMPANY_WORDS)] as const,
  ['union', matchersOf(UNION_WORDS)] as const,
];

/** Kinds that a call such as "to the police, prosecutors and courts" lists as one addressee, none of which it is alone. */
const LISTED: readonly (ContactKind | undefined)[] = ['court', 'prosecutor', 'police', 'prison'];

/** What stands before the last of several, in languages that write it as a word of its own. */
const AND = /\s(?:and|y|e|et|und|и|және|i|oraz|ve|та|و)\s/iu;

/** "Head of the Judiciary, c/o Embassy of …": the embassy hands it on and isn't who is asked. */
const THROUGH = /,?\s(?:c\/o|care of|via the)\s/i;

/** The kind that the name of an organisation tells; undefined where it tells none, or several at once. */
export function kindOfName(name: string): ContactKind | undefined {
  const [own = '', through] = name.split(THROUGH);
  if (through !== undefined) return kindOfName(own) ?? kindOfName(through);
  const kind = kindIn(name);
  if (!LISTED.includes(kind) || !AND.test(name)) return kind;
  const parts = name.split(AND).flatMap((part) => part.split(/[,،]/));
  const listed = new Set(parts.map(kindIn).filter((part) => LISTED.includes(part)));
  return listed.size > 1 ? 'authority' : kind;
}

function kindIn(name: string): ContactKind | undefined {
  const form = ` ${normalForm(name)} `;
  return KINDS.find(([, matchers]) => matchers.some((matches) => matches(form)))?.[0] ?? kindOfTitle(name);
}

/** Titles that tell the kind only before the name of a person or of a country, as others bear them too. */
const TITLES: readonly (readonly [ContactKind, string])[] = [
  [
    'head-of-state',
    'president|presidente|presidenta|président|présidente|präsident|präsidentin|presidentin|الرئيس|رئیس|king|queen|könig|königin|король|королева',
  ],
  [
    'head-of-government',
    'chancellor|kanzler|kanzlerin|canciller|chancelier|канцлер|cancelliere|chanceler|kanclerz|şansölye',
  ],
  [
    'court',
    'juez|jueza|magistrado|magistrada|juge|richterin|судья|судье|суддя|giudice|juiz|juíza|sędzia|hakim|hâkim|yargıç|القاضي|قاضی|justice',
  ],
  ['prison', 'warden'],
];
const KIND_OF_TITLE = new Map(
  TITLES.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)),
);

/** What may stand before a title, and between it and a country. */
const COURTESY =
  /^(?:\p{Lu}\S{1,30}['’]s\s)?(?:(?:the|h\.?\s?e\.?|his|her|your|excellency|excelencia|excellence|exzellenz|mr|mrs|ms|madam|señor|señora|sr|sra|el|la|monsieur|madame|m|mme|le|herrn?|frau|der|die|den|dem|il|signor|signora|sig|o|a|senhor|senhora|pan|pani|sayın|г-н|г-жа|господин|господину|пан|السيد|آقای)\.?,?\s)*/iu;
const OF = /^(?:of|de|del|du|des|von|der|di|do|da)\s(?:the|la|el|las|los|le|les)?\s?|^(?:d|l|de l)['’]/iu;

/** "President Nazarbayev", "President of Kazakhstan": a title with a person's name or a country behind it and nothing else. */
function kindOfTitle(name: string): ContactKind | undefined {
  const [, title = '', rest = ''] = /^(\S{2,20})\s(.{2,60})$/u.exec(name.trim().replace(COURTESY, '')) ?? [];
  const kind = KIND_OF_TITLE.get(title.toLowerCase());
  if (kind === undefined) return undefined;
  const country = rest.replace(OF, '');
  if (country !== rest && kind.startsWith('head')) return countryOf(country) ? kind : undefined;
  const isPerson = rest
    .split(/\s/)
    .every((word, i) => /^\p{Lu}|^\p{Lo}/u.test(word) || (i > 0 && /^\p{Ll}{1,4}$/u.test(word)));
  return isPerson && rest.split(/\s/).length <= 5 ? kind : undefined;
}
