import { divideWord } from './hyphenation.ts';

/** What tells where the parts of a compound meet. */
interface Compounds {
  /** Ends of first parts that stand within a word only before a further one: suffixes with the s or n that joins. */
  readonly ends: RegExp;
  /** Beginnings of words that often follow others, as long as no ending looks like them. */
  readonly begins: RegExp;
}

const words = (list: string) => new RegExp(`^(?:${list.trim().split(/\s+/).join('|')})`, 'iu');

/**
 * Languages that write compounds as one word, and the parts that appeals are full of. A place counts only where the
 * patterns of the language divide the word too, so a part that is met by chance is at worst a common division.
 */
const COMPOUNDS: ReadonlyMap<string, Compounds> = new Map([
  [
    'de',
    {
      ends: /(?:ungs|heits|keits|schafts|ions|täts|lings|tums|ments|innen|erei|bahn|arbeits|staats|volks|bundes|landes|betriebs|vertrags|streik|kriegs|friedens|menschen|frauen|jugend|berufs|tarif|lohn|straßen|erdöl|öl|gas|kohle|metall|stahl|textil|bau|haupt|gesamt|welt|inter|kommunal|polizei|militär|industrie|partei|presse)$/iu,
      begins:
        words(`gewerkschaft genossenschaft gesellschaft gemeinschaft versammlung verkehr vertrauen vertret vertrag verband
        verbot verbund verein verfahren verfolg verhaft verhandlung verwalt verletz verordnung verstoß verbrech verlust
        arbeit streik kundgebung bewegung organisation minister ministerium regierung zeitung führer leute betrieb besetz
        freiheit recht gesetz kampf ausschuss sitzung komitee fahrer werk fabrik unternehmen platz straße wahl woche
        lohn löhne preis stelle stunde schutz polizei kräfte macht gruppe partei mitglied demonstration protest blockade
        aufruf forder prozess gericht anwalt anwält gefangen gefängnis beschluss beschluß erklärung konferenz kongress
        sekretariat sekretär vorsitz präsident direktor leitung botschaft konsulat beauftragt behörde beamt bericht
        beziehung bank boykott bündnis bürger brief demokratie dienst einheit entschädigung entlassung erhöhung
        fahrt feld förder fonds frage frauen front gebäude geld geschicht gewalt grenz handel haus hilfe industrie
        interesse jahr jugend kammer kasse kette klasse kollektiv kommission konflikt konzern kosten kredit krieg krise
        kündigung lager land lehrer lüge maßnahm massaker meister minderheit mord nachricht netz opfer ordnung ort
        organ papier plan politik post praxis presse programm projekt quote reform regel reise repression
        schlag schreiben schule siedlung solidarität sperre sprecher staat stadt stätte stiftung
        strafe struktur tarif täter teilnehm terror tod treffen truppe übung umwelt unfall union urlaub urteil
        verantwort versicherung volk vorstand waffe wagen wechsel weg wirtschaft wohnung zahlung zeit zelle zentral
        zentrum zug zusammen zwang zuständigkeit übertrag genehmigung überwach kontroll beteilig beschäftig bedingung
        besprech bezahlung freilassung förderung aktion aktivist`),
    },
  ],
  [
    'nl',
    {
      ends: /(?:ings|heids|schaps|teits|arbeids|staats|bedrijfs|beroeps)$/iu,
      begins:
        words(`vakbond vergadering staking arbeid verbod vrijheid recht wet overeenkomst beweging regering fabriek
        bedrijf vereniging verbond betoging politie partij blokkade bezetting gevangen oproep comité secretariaat`),
    },
  ],
  [
    'sv',
    {
      ends: /(?:ings|hets|skaps|tions|tets|arbets|stats|folk)$/iu,
      begins:
        words(`förbund fackförening strejk arbet möte förbud frihet rätt avtal rörelse regering fabrik företag
        förening demonstration polis parti blockad ockupation kommitté`),
    },
  ],
  [
    'da',
    {
      ends: /(?:ings|heds|skabs|tions|tets|arbejds|stats)$/iu,
      begins: words(
        'forbund fagforening strejke arbejd møde forbud frihed aftale bevægelse regering fabrik demonstration politi',
      ),
    },
  ],
  [
    'nb',
    {
      ends: /(?:ings|hets|skaps|sjons|tets|arbeids|stats)$/iu,
      begins: words(
        'forbund fagforening streik arbeid møte forbud frihet avtale bevegelse regjering fabrikk demonstrasjon politi',
      ),
    },
  ],
]);

/** Prefixes that belong to what follows them. */
const PREFIX = /(?:be|ge|ver|zer|ent|emp|zu|aus|ein|auf|bei|vor|nach)$/iu;

/** Least letters of a first part and of what follows: oil is one. */
const FIRST = 2;
const REST = 4;

/** Places in a compound where its parts meet, among those where the language divides it; none for other words. */
export function jointsOf(word: string, language: string): readonly number[] {
  const [tag = ''] = language.split('-');
  const compounds = COMPOUNDS.get(tag === 'no' || tag === 'nn' ? 'nb' : tag);
  if (!compounds || word.length < FIRST + REST) return [];
  return divideWord(word, language).filter(
    (at) =>
      at >= FIRST &&
      word.length - at >= FIRST &&
      !PREFIX.test(word.slice(0, at)) &&
      (compounds.ends.test(word.slice(0, at)) || compounds.begins.test(word.slice(at))),
  );
}
