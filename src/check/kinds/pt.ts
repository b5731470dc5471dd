import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in Portuguese. */
export const pt: KindWords = {
  embassy: 'embaixad|encarregado de negócios',
  'consulate-general': 'consulado geral|cônsul geral',
  consulate: '=consulado|=cônsul|vice consulado',
  'honorary-consulate': 'consulado honorário|cônsul honorári|consulado geral honorário',
  'high-commission': 'alto comissariado do|alto comissariado da república',
  nunciature: 'nunciatura|núncio apostólico',
  'permanent-mission':
    'missão permanente|representação permanente|representante permanente|delegação permanente',
  'head-of-state':
    'presidente da república|presidenta da república|presidência da república|presidente dos estados|palácio do planalto|palácio de belém|chefe de estado|chefe do estado|sua majestade|casa civil da presidência',
  'head-of-government':
    'primeiro ministro|primeira ministra|presidência do conselho de ministros|presidente do conselho de ministros|chefe do governo|chefe de governo|conselho de ministros',
  ministry:
    'ministério|ministro|ministra|ministros|itamaraty|secretário de estado|secretária de estado|secretaria de estado|secretaria nacional|secretaria de direitos|secretaria especial|casa civil|?secretaria de|?governo de|?governo da|governo federal|governo do brasil|governo de portugal|provedoria de estado',
  parliament:
    'assembleia da república|assembleia nacional|assembleia legislativa|assembleia|congresso nacional|câmara dos deputados|senado federal|=senado|parlamento|comissão … senado|comissão … câmara|presidente da câmara dos deputados|presidente do senado|presidente da assembleia|câmara legislativa',
  'member-of-parliament':
    '=deputado|=deputada|=deputados|=deputadas|=senador|=senadora|=senadores|eurodeputad|parlamentares',
  court:
    'tribunal|supremo tribunal|superior tribunal|=juiz|=juíza|juiz de|juíza de|vara do trabalho|vara criminal|vara federal|conselho nacional de justiça|conselho superior da magistratura|poder judiciário|=comarca|corte suprema|desembargador',
  prosecutor:
    'procurador|procuradora|procuradoria|ministério público|promotor de justiça|promotora de justiça|promotoria',
  police:
    'polícia|guarda nacional republicana|guarda civil|delegacia|delegado de polícia|comando da polícia|comando geral da polícia|brigada militar|=psp|=gnr',
  prison:
    'prisão|prisões|estabelecimento prisional|penitenciári|presídio|presídios|complexo penitenciário|complexo prisional|cadeia|serviços prisionais|reinserção e serviços|colônia penal|colónia penal|centro de detenção',
  'regional-authority':
    'governador|governadora|governo do estado|governo regional|governo provincial|presidente do governo regional|administração provincial|secretaria de estado de segurança pública do',
  'local-authority':
    'prefeitura|prefeito|prefeita|câmara municipal|presidente da câmara municipal|municipal|município|junta de freguesia|administrador do distrito|câmara de vereadores|vereador|autarquia',
  authority:
    'provedor|provedora|provedoria|defensoria pública|defensor público|autoridade para|autoridade nacional|conselho nacional dos direitos|conselho nacional de direitos|comissão nacional de direitos|comissão nacional dos direitos|comissão nacional eleitoral|inspeção do trabalho|inspecção do trabalho|superintendência regional do trabalho|auditoria fiscal do trabalho|ouvidor|forças armadas|estado maior|fundação nacional|serviço de informação',
  'international-body':
    'nações unidas|=onu|=oit|=cplp|=oea|organização internacional|organização das nações|organização dos estados|bureau internacional do trabalho|alto comissariado … nações|alto comissário … direitos|alto comissariado … direitos|relator especial|relatora especial|?comité dos direitos humanos|?comitê de direitos humanos|conselho de direitos humanos|grupo de trabalho sobre|união europeia|delegação da união|comissão europeia|parlamento europeu|conselho da europa|tribunal europeu|união africana|comissão africana|comissão interamericana|corte interamericana|tribunal penal internacional|banco mundial|banco interamericano|banco africano|fundo monetário|cruz vermelha|comunidade dos países|=ocde|mercosul',
  company:
    'empresa|=companhia|sociedade anónima|sociedade anônima|diretor presidente|diretora presidente|presidente executivo|conselho de administração|presidente do conselho de administração|diretor geral da empresa|?=grupo|?=banco|?fábrica|?mineração|=ltda|=lda|=s a$|=sa$|=eireli|=ltda$|=lda$|petrobras',
  employers:
    'câmara de comércio|confederação empresarial|confederação nacional da indústria|confederação da indústria|federação das indústrias|federação … indústrias|associação industrial|associação empresarial|confederação nacional do comércio|confederação da agricultura e pecuária|patronal|empresarial|união dos empresários|=fiesp',
  media:
    '=jornal|jornal|redação|redacção|diretor do jornal|diretor do diário|director do diário|=diário|agência de notícias|agência lusa|televisão|?rádio|=revista|imprensa nacional',
  church:
    'igreja|bispo|bispos|arcebispo|arcebispado|arquidiocese|diocese|conferência nacional dos bispos|conferência episcopal|paróquia|cardeal|pastoral da terra|comissão pastoral|=cnbb|santa sé',
  union:
    'sindicato|sindical|sindicatos|central única|central dos trabalhadores|central geral dos trabalhadores|força sindical|confederação geral dos trabalhadores|confederação nacional dos trabalhadores|confederação … trabalhadores|confederação operária|federação … trabalhadores|união geral de trabalhadores|união geral dos trabalhadores|união nacional dos trabalhadores|união dos sindicatos|organização dos trabalhadores|=cgtp|=csp conlutas|conlutas',
  strikers:
    'comando de greve|comité de greve|comitê de greve|comissão de greve|grevistas|trabalhadores em greve',
};
