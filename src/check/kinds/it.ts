import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in Italian. */
export const it: KindWords = {
  embassy: 'ambasciat|incaricato d affari',
  'consulate-general': 'consolato generale|console generale',
  consulate: '=consolato|=console|viceconsolato|agenzia consolare',
  'honorary-consulate': 'consolato onorario|console onorario|consolato generale onorario',
  'high-commission': 'alta commissione del|alta commissione di',
  nunciature: 'nunziatura|nunzio apostolico',
  'permanent-mission':
    'missione permanente|rappresentanza permanente|rappresentante permanente|delegazione permanente',
  'head-of-state':
    'presidente della repubblica|presidenza della repubblica|presidente degli stati uniti|presidente della federazione|presidente della confederazione svizzera|palazzo del quirinale|=quirinale|capo dello stato|capo di stato|sua maestà',
  'head-of-government':
    'presidente del consiglio dei ministri|presidenza del consiglio|presidente del consiglio|primo ministro|prima ministra|capo del governo|palazzo chigi|consiglio dei ministri',
  ministry:
    'ministero|ministro|ministra|ministri|viceministro|sottosegretari|segretario di stato|farnesina|dipartimento federale|?governo d|?governo della|governo italiano',
  parliament:
    'camera dei deputati|senato della|=senato|parlamento|assemblea nazionale|commissione … senato|commissione … camera|presidente del senato|assemblea regionale|congresso dei deputati',
  'member-of-parliament':
    '=deputato|=deputata|=deputati|senatore|senatrice|onorevole|eurodeputat|parlamentare europe|europarlamentare',
  court:
    'corte di|corte d appello|corte costituzionale|corte suprema|cassazione|tribunale|=giudice|=giudici|consiglio superiore della magistratura|magistratura|consiglio di stato|=pretura',
  prosecutor:
    'direzione distrettuale antimafia|direzione nazionale antimafia|procura della repubblica|procuratore|procuratrice|procuratoria|procura generale|=procura|pubblico ministero|avvocatura generale',
  police:
    'polizia|questura|questore|carabinieri|guardia di finanza|arma dei carabinieri|comando generale dell arma|commissariato|gendarmeria',
  prison:
    'carcere|carceri|casa circondariale|casa di reclusione|penitenziari|istituto penale|amministrazione penitenziaria|dipartimento dell amministrazione penitenziaria|direttore … carcere|direttrice … carcere|centro di permanenza|colonia penale',
  'regional-authority':
    'presidente della regione|=regione|=regioni|giunta regionale|consiglio regionale|?prefetto|?prefettura|?governatore|presidente della provincia|provincia autonoma|=akim',
  'local-authority':
    '=comune|sindaco|sindaca|municipio|consiglio comunale|giunta comunale|roma capitale|=podestà',
  authority:
    'garante|difensore civico|ispettorato|commissione nazionale per i diritti|autorità garante|punto di contatto nazionale|stato maggiore|forze armate|servizi segreti',
  'international-body':
    'nazioni unite|=onu|=osce|=ocse|organizzazione internazionale|organizzazione per|alto commissario|alta commissaria|alto commissariato|relatore speciale|relatrice speciale|?comitato per i diritti umani|comitato contro la tortura|gruppo di lavoro sulla detenzione|unione europea|delegazione dell unione|commissione europea|parlamento europeo|consiglio d europa|corte europea|corte penale internazionale|unione africana|lega araba|banca mondiale|banca europea|fondo monetario|croce rossa|comitato internazionale della croce',
  company:
    'azienda|=impresa|società per azioni|=società|amministratore delegato|amministratrice delegata|consiglio di amministrazione|direttore generale della società|?gruppo|?=banca|?stabilimento|?fabbrica|=srl|=s r l|=spa|=s p a|=s p a$|=srl$|=spa$|=s r l$|=sas$',
  employers:
    'camera di commercio|confindustria|confederazione … industria|confederazione generale dell industria|confcommercio|unione industriali|associazione industriali|federmeccanica|=confapi|datori di lavoro|assolombarda',
  media:
    'giornale|redazione|quotidiano|direttore responsabile|direttore del giornale|agenzia di stampa|?=ansa|=rai|telegiornale|?radio|settimanale|rivista|televisione',
  church:
    'chiesa|chiese|vescovo|vescovi|arcivescov|diocesi|arcidiocesi|conferenza episcopale|parrocchia|patriarcato|patriarca|cardinale|santa sede|curia|tavola valdese|caritas',
  union:
    'sindacato|sindacale|sindacati|camera del lavoro|confederazione generale italiana del lavoro|confederazione … lavoratori|confederazione … del lavoro|unione italiana del lavoro|unione sindacale|unione … lavoratori|federazione … lavoratori|federazione impiegati|=cgil|=cisl|=uil|=cobas|confederazione dei comitati',
  strikers: 'comitato di sciopero|scioperanti|lavoratori in sciopero',
};
