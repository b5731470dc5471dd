import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in French. */
export const fr: KindWords = {
  embassy: 'ambassad|chargé d affaires|chargée d affaires',
  'consulate-general': 'consulat général|consul général|consule générale',
  consulate: '=consulat|=consul|=consule|vice consulat',
  'honorary-consulate': 'consulat honoraire|consul honoraire|consulat général honoraire',
  'high-commission': 'haut commissariat du|haut commissariat de la république|haut commissaire du',
  nunciature: 'nonciature|nonce apostolique',
  'permanent-mission':
    'mission permanente|représentation permanente|représentant permanent|représentante permanente|délégation permanente',
  'head-of-state':
    'président de la république|présidente de la république|présidence de la république|président de la transition|président du faso|président de la confédération suisse|président de l union des comores|chef de l état|palais de l elysée|palais de la présidence|palais présidentiel|sa majesté|cabinet royal|palais royal|cabinet du président|grand duc',
  'head-of-government':
    'hôtel de matignon|matignon|premier ministre|première ministre|chef du gouvernement|cheffe du gouvernement|primature|président du conseil des ministres|président du gouvernement|hôtel matignon|conseil des ministres',
  ministry:
    'quai d orsay|ministère|ministre|ministres|vice premier ministre|garde des sceaux|secrétaire d état|secrétariat d état|chancellerie|département fédéral|conseil fédéral|conseiller fédéral|conseillère fédérale|?gouvernement d|?gouvernement du|?gouvernement$|gouvernement fédéral|service public fédéral',
  parliament:
    'assemblée nationale|assemblée fédérale|assemblée des représentants|assemblée populaire nationale|assemblée du peuple|commission … sénat|commission … assemblée nationale|sénat|parlement|chambre des représentants|chambre des députés|chambre des communes|conseil de la nation|congrès du|conseil national de transition|conseil national suisse|conseil des états',
  'member-of-parliament':
    '=député|=députée|=députés|=députées|sénateur|sénatrice|parlementaire|eurodéput|député européen|conseiller national|conseillère nationale',
  court:
    'tribunal|=cour de|=cour d|cour suprême|cour constitutionnelle|cour des comptes|cour d appel|premier président de la cour|première présidente de la cour|conseil constitutionnel|conseil d état|conseil supérieur de la magistrature|=juge|juge d instruction|haute cour|cour de justice de la république|conseil de prud hommes|conseil des prud hommes|pouvoir judiciaire',
  prosecutor: '=procureur|=procureure|procureurs|=parquet|ministère public|avocat général|avocate générale',
  police:
    '=police|préfecture de police|préfet de police|gendarmerie|sûreté nationale|direction générale de la sûreté|direction générale de la police|commissariat central|commissariat de police|=commissariat$|direction générale de la gendarmerie|garde nationale|commissaire de police',
  prison:
    '=prison|=prisons|maison d arrêt|maison centrale|maison de correction|centre pénitentiaire|pénitentiaire|centre de détention|centre de rétention|établissement pénitentiaire|directeur … prison|directeur … maison d arrêt|directrice … prison',
  'regional-authority':
    'gouverneur|gouvernorat|?préfet|?préfète|?préfecture|sous préfet|conseil régional|conseil départemental|conseil général de|=wali|=wilaya|région wallonne|gouvernement wallon|conseil d état du canton|gouvernement provincial|collectivité territoriale',
  'local-authority':
    'mairie|=maire|=maires|hôtel de ville|commune urbaine|commune de|conseil municipal|municipalité|municipal|bourgmestre|administration communale|syndic de la ville|ville de paris',
  authority:
    'défenseur des droits|défenseure des droits|commission nationale des droits|commission nationale consultative|conseil national des droits|conseil consultatif des droits|contrôleur général des lieux|contrôleure générale des lieux|médiateur|médiatrice|inspection du travail|direction du travail|point de contact national|état major|forces armées|services de renseignement|commission électorale|haute autorité|office français de l immigration',
  'international-body':
    'nations unies|=onu|=oit|=hcdh|=hcr|=oif|=cadhp|haut commissariat … aux droits|haut commissaire … aux droits|haut commissariat des nations|haut commissariat aux|haut commissaire aux|bureau international du travail|organisation internationale|rapporteur spécial|rapporteuse spéciale|groupe de travail sur la détention|groupe de travail sur les disparitions|groupe de travail des nations|?comité des droits de l homme|comité contre la torture|comité de la liberté syndicale|conseil des droits de l homme|union européenne|délégation de l union|commission européenne|parlement européen|conseil de l europe|cour européenne|union africaine|commission de l union africaine|commission africaine|cour africaine|organisation des états|banque mondiale|banque africaine de développement|banque européenne|fonds monétaire|cour pénale internationale|cour internationale|croix rouge|comité international de la croix|ligue des états arabes|communauté économique des états|=cedeao|=ocde|francophonie',
  company:
    'entreprise|société anonyme|=société|compagnie|président directeur général|présidente directrice générale|=pdg|directeur général de la société|?directeur général|?directrice générale|?direction générale|conseil d administration|?=usine|?=mine|?=mines|?=banque|?=groupe|=sarl|=s a r l|=sas|=s a s|=sa$|=s a$|=snc|régie nationale',
  employers:
    'chambre de commerce|chambre d industrie|syndicat patronal|patronat|patronal|mouvement des entreprises|=medef|=cgpme|confédération des petites et moyennes|conseil national du patronat|fédération des entreprises|confédération générale des entreprises|union des industries|economiesuisse|groupement des employeurs',
  media:
    '?=journal|rédaction|rédacteur en chef|rédactrice en chef|directeur de la publication|agence france presse|agence de presse|télévision|?radio|courrier des lecteurs|hebdomadaire|quotidien|magazine|=afp|=rfi',
  church:
    'église|évêque|évêques|évêché|archevêque|archevêché|archidiocèse|diocèse|conférence épiscopale|paroisse|cardinal|grand mufti|consistoire',
  union:
    'syndicat|syndicale|syndical|confédération générale du travail|confédération syndicale|confédération des travailleurs|confédération … du travail|confédération … des travailleurs|union djiboutienne du travail|union du travail|union générale … du travail|union générale des travailleurs|union … des travailleurs|union nationale des travailleurs|union des travailleurs|union locale|union départementale|fédération des travailleurs|intersyndicale|force ouvrière|bourse du travail|union syndicale|=ugtt|=cgt|=cfdt|organisation démocratique du travail',
  strikers: 'comité de grève|grévistes|travailleurs en grève',
};
