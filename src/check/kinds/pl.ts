import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in Polish. */
export const pl: KindWords = {
  embassy: 'ambasad|chargé d affaires',
  'consulate-general': 'konsulat generalny|konsul generalny|konsulatu generalnego',
  consulate: '=konsulat|=konsul|=konsulatu|wicekonsulat',
  'honorary-consulate': 'konsulat honorowy|konsul honorowy|konsulatu honorowego',
  nunciature: 'nuncjatura|nuncjusz',
  'permanent-mission': 'stałe przedstawicielstwo|stały przedstawiciel|stała misja',
  'head-of-state':
    'prezydent|prezydenta|prezydentowi|kancelaria prezydenta|głowa państwa|jego królewska mość|król$',
  'head-of-government':
    'prezes rady ministrów|prezesa rady ministrów|kancelaria prezesa rady|=premier|=premiera|szef rządu|rada ministrów',
  ministry:
    'ministerstw|=minister|=ministra|=ministrowi|wiceminister|ministerstwo|=rząd|=rządu|sekretarz stanu|wicepremier',
  parliament:
    'sejm|=senat|=senatu|komisja … senatu|komisja … sejmu|marszałek sejmu|marszałek senatu|=parlament|parlamentu|zgromadzenie narodowe|izba reprezentantów|rada najwyższa|duma państwowa',
  'member-of-parliament':
    '=poseł|=posła|=posłanka|posłowie|senator|senatorowie|eurodeputowan|europoseł|europosłanka|deputowany|deputowana|poseł do parlamentu',
  court:
    '=sąd|=sądu|=sądy|sąd najwyższy|prezes sądu|trybunał|krajowa rada sądownictwa|=sędzia|=sędziego|naczelny sąd',
  prosecutor: 'prokurat|prokurator|prokuratora',
  police: 'policj|komend|komenda|komendant|komendant główny|żandarmeri|milicj',
  prison:
    'więzieni|więzienn|zakład karny|zakładu karnego|areszt|areszt śledczy|aresztu śledczego|kolonia karna|kolonii karnej|służba więzienna|służby więziennej|dyrektor … zakładu karnego|ośrodek strzeżony',
  'regional-authority':
    'wojewod|wojewód|marszałek województwa|urząd wojewódzki|urząd marszałkowski|gubernator|=akim|sejmik|=starosta|starostwo',
  'local-authority':
    'burmistrz|=wójt|urząd miasta|urząd gminy|prezydent miasta|prezydenta miasta|=mer|rada miasta|rada gminy|=akim miasta|zarząd dzielnicy',
  authority:
    'rzecznik praw|rzecznika praw|inspekcja pracy|inspekcji pracy|straż graniczna|straży granicznej|komitet bezpieczeństwa|państwowa komisja|komisja wyborcza|krajowy punkt|siły zbrojne|sztab generalny|najwyższa izba|agencja bezpieczeństwa|urząd do spraw cudzoziemców|pełnomocnik',
  'international-body':
    'narodów zjednoczonych|=onz|=obwe|=unesco|międzynarodowa organizacja|międzynarodowe biuro pracy|międzynarodowej organizacji|specjalny sprawozdawca|specjalna sprawozdawczyni|wysoki komisarz|wysokiego komisarza|?komitet praw człowieka|komitet przeciwko torturom|rada praw człowieka|unia europejska|unii europejskiej|komisja europejska|komisji europejskiej|parlament europejski|parlamentu europejskiego|rada europy|rady europy|europejski trybunał|unia afrykańska|liga arabska|bank światowy|międzynarodowy fundusz|europejski bank|międzynarodowy trybunał|czerwonego krzyża|organizacja bezpieczeństwa',
  company:
    'przedsiębiorstw|spółka|spółki|prezes zarządu|zarząd spółki|rada nadzorcza|dyrektor generalny|dyrektor naczelny|dyrektor zakładu|?=bank|?kopalnia|?fabryka|?zakłady|=sp z o o|=sp z oo|=sp j|=s a$|=sa$|=sp z o o$|grupa kapitałowa',
  employers:
    'izba handlowa|izba gospodarcza|izba przemysłowo|pracodawców|pracodawcy|konfederacja lewiatan|=lewiatan|business centre club|związek rzemiosła|związek przedsiębiorców|rada przedsiębiorczości',
  media:
    '=gazeta|=gazety|redakcj|redaktor naczeln|telewizj|=dziennik|=dziennika|agencja prasowa|agencji prasowej|agencja informacyjna|?radio|tygodnik|czasopismo',
  church:
    'kościół|kościoła|biskup|biskupi|arcybiskup|diecezj|archidiecezj|episkopat|konferencja episkopatu|parafia|prymas|cerkiew|kardynał|kuria',
  union:
    'związek zawodowy|związki zawodowe|związku zawodowego|związków zawodowych|porozumienie związków|nszz|solidarność|związek … pracowników|inicjatywa pracownicza|=opzz|forum związków|związek nauczycielstwa|sierpień 80|komisja zakładowa',
  strikers: 'komitet strajkowy|komitetu strajkowego|strajkujący|strajkującym|strajkujące',
};
