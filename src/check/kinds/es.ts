import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in Spanish. */
export const es: KindWords = {
  embassy: 'embajad',
  'consulate-general': 'consulado general|cónsul general',
  consulate: '=consulado|=cónsul|viceconsulado',
  'honorary-consulate': 'consulado honorario|cónsul honorari|consulado general honorario',
  'high-commission': 'alta comisión de|alta comisión del|alto comisionado de',
  nunciature: 'nunciatura|nuncio apostólico',
  'permanent-mission': 'misión permanente|representación permanente|representante permanente',
  'head-of-state':
    'presidente de la república|presidenta de la república|presidencia de la república|presidente constitucional|presidenta constitucional|presidente de la nación|presidenta de la nación|presidencia de la nación|presidente de los estados|presidenta de los estados|presidente del estado plurinacional|presidente del estado|jefe de estado|jefe del estado|su majestad|casa de s m|casa real|casa rosada|palacio de la moneda|palacio de miraflores|palacio nacional|despacho presidencial|despacho del presidente|?presidencia$',
  'head-of-government':
    'primer ministro|primera ministra|presidente del gobierno|presidenta del gobierno|presidencia del gobierno|presidente del consejo de ministros|presidenta del consejo de ministros|presidencia del consejo de ministros|jefe de gobierno de|consejo de ministros',
  ministry:
    'ministerio|jefe de gabinete|ministro|ministra|ministros|viceministro|viceministra|viceministerio|secretaría de gobernación|secretario de gobernación|secretaria de gobernación|secretaría del trabajo|secretario del trabajo|secretaria del trabajo|secretaría de trabajo|secretario de trabajo|secretaría de relaciones|secretario de relaciones|secretaria de relaciones|secretaría de seguridad|secretario de seguridad|secretaría de la defensa|secretaría de defensa|secretaría de estado|secretario de estado|secretaria de estado|secretaría de hacienda|secretaría de economía|secretaría de energía|secretario de energía|secretaría de salud|secretaría de educación|subsecretaría de|subsecretario de|?secretaría de|?secretario de|?gobernación|?gobierno de|?gobierno del|gobierno federal|gobierno nacional|gobierno de la república|gobierno de la nación|cancillería|canciller de la república|presidencia del consejo',
  parliament:
    'congreso de|=congreso|congreso nacional|asamblea nacional|asamblea legislativa|asamblea de la república|cámara de diputados|cámara de diputadas|cámara de senadores|cámara de representantes|=senado|cortes generales|parlamento|comisión … senado|comisión … congreso|comisión … cámara de|parlament de|cortes de|presidente del congreso|presidenta del congreso|presidente del senado',
  'member-of-parliament':
    '=diputado|=diputada|=diputados|=diputadas|senador|senadora|=congresista|parlamentari|eurodiputad|=asambleísta',
  court:
    'juzgado|=juez|=jueza|magistrado|magistrada|corte suprema|suprema corte|corte de|corte constitucional|corte superior|corte penal nacional|tribunal|audiencia nacional|audiencia provincial|consejo de la judicatura|consejo general del poder judicial|poder judicial|consejo superior de la judicatura|consejo de la magistratura|sala constitucional|sala penal',
  prosecutor:
    'fiscal general|fiscal de la|=fiscal|fiscalía|procurad|procurador general|procuraduría general|ministerio público|agente del ministerio público',
  police:
    'policía|guardia civil|guardia nacional|comisaría|carabineros|gendarmería nacional argentina|dirección general de la policía|=pnp|prefectura naval|mossos d esquadra|ertzaintza',
  prison:
    'prisión|cárcel|cárceles|penitenciari|centro penitenciario|centro penal|centro de reclusión|centro de readaptación|centro federal de readaptación|director … centro de readaptación|centro de reinserción|reclusorio|reformatorio|instituto penal|establecimiento penal|penal de|complejo carcelario|gendarmería de chile|instituciones penitenciarias|centro de detención|instituto nacional penitenciario',
  'regional-authority':
    'gobernador|gobernadora|gobernación de|gobernación del|gobierno regional|gobierno del estado|gobierno de la provincia|gobierno departamental|gobierno autónomo departamental|junta de|generalitat|presidente de la generalitat|presidente de la junta|comunidad de madrid|comunidad autónoma|gobierno vasco|xunta de|delegación del gobierno|subdelegación del gobierno|intendente de la región|prefecto|jefe de gobierno de la ciudad|diputación',
  'local-authority':
    'alcald|ayuntamiento|municipal|municipio|municipalidad|presidente municipal|presidenta municipal|intendente municipal|intendencia|concejo|cabildo',
  authority:
    'defensoría|defensor del pueblo|defensora del pueblo|comisión nacional de los derechos humanos|comisión nacional de derechos humanos|comisión de derechos humanos|comisionado nacional de los derechos humanos|instituto nacional de derechos humanos|procuraduría para la defensa|procuraduría de los derechos humanos|procurador de los derechos humanos|procuraduría de derechos humanos|síndic|inspección de trabajo|inspección del trabajo|inspectoría del trabajo|dirección del trabajo|dirección general de trabajo|junta federal de conciliación|junta de conciliación|consejo nacional electoral|instituto nacional electoral|tribunal supremo electoral|contraloría|fuerzas armadas|ejército|estado mayor|comandante general|servicio de inteligencia',
  'international-body':
    'naciones unidas|=onu|=oit|=cidh|=oea|=oacnudh|=acnudh|=acnur|=unesco|organización internacional|oficina internacional del trabajo|relator especial|relatora especial|alto comisionado de las naciones|alto comisionado para|alta comisionada|oficina del alto comisionado|?comité de derechos humanos|comité contra la tortura|grupo de trabajo sobre|consejo de derechos humanos|unión europea|delegación de la unión|comisión europea|parlamento europeo|consejo de europa|tribunal europeo|unión africana|organización de los estados americanos|organización de estados|comisión interamericana|corte interamericana|corte penal internacional|tribunal penal internacional|banco mundial|banco interamericano|banco de desarrollo|fondo monetario|cruz roja|comité de libertad sindical|=ocde|mercosur|comunidad andina',
  company:
    'empresa|=compañía|sociedad anónima|gerente general|gerencia general|gerente de|director general de la empresa|directora general|consejo de administración|presidente del consejo de administración|presidente del directorio|presidente ejecutivo|petróleos|comisión federal de electricidad|?minera|?grupo|?fábrica|?=banco|=s a de c v|=sa de cv|=s a b de c v|=sab de cv|=s a c|=s a s|=s r l|=s a$|=s a u|=s l$|=s l u|=ltda|=s a c$|corporación nacional del cobre|ferrocarriles|luz y fuerza del centro',
  employers:
    'cámara de comercio|cámara de industria|cámara nacional de|cámara nacional de la|cámara minera|cámara argentina|confederación patronal|confederación empresarial|confederación española de organizaciones|confederación de empresarios|patronal|empresarial|consejo coordinador empresarial|=coparmex|=ceoe|asociación de empresarios|sociedad nacional de industrias|sociedad nacional de minería|unión industrial',
  media:
    'periódico|=diario|director del diario|redacción|televisión|noticiero|agencia de noticias|agencia efe|agencia de prensa|?radio|revista|semanario|=prensa|medios de comunicación|cartas al director',
  church:
    'iglesia|obispo|obispado|obispos|arzobisp|arquidiócesis|archidiócesis|diócesis|conferencia episcopal|episcopal|parroquia|pastoral social|vicaría|cardenal|santa sede',
  union:
    'sindicat|sindicato|central obrera|central unitaria|central general de|central de trabajadores|central sindical|central autónoma|confederación nacional del trabajo|confederación general del trabajo|confederación general de trabajadores|confederación de trabajadores|confederación sindical|confederación unitaria|comisiones obreras|unión general de trabajadores|unión nacional de trabajadores|unión sindical|unión de trabajadores|federación de trabajadores|federación nacional de trabajadores|federación minera|federación sindical|federación obrera|frente auténtico del trabajo|asociación de trabajadores|asociación … trabajadores|federación … trabajadores|coordinadora nacional de trabajadores|=cnt|=ccoo|=ugt$|=cgt',
  strikers: 'comité de huelga|huelguistas|trabajadores en huelga|trabajadoras en huelga',
};
