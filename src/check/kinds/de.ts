import type { KindWords } from '../name-words.ts';

/** What kinds of contact are called in German. */
export const de: KindWords = {
  embassy: '*botschaft|*botschafter|geschäftsträger',
  'consulate-general': '*generalkonsul',
  consulate: '=konsulat|=konsulats|=konsul|=konsulin|vizekonsulat',
  'honorary-consulate': 'honorarkonsul|honorargeneralkonsul',
  'high-commission': 'hochkommissariat|hochkommission',
  nunciature: 'nuntiatur|apostolische nuntiatur|apostolischer nuntius',
  'permanent-mission':
    'ständige vertretung|ständigen vertretung|ständige mission|ständiger vertreter|ständige vertreterin|vertretung … bei den vereinten nationen',
  'head-of-state':
    'bundespräsident|präsident … republik|präsidentin … republik|präsident der vereinigten|präsident der russischen|staatspräsident|staatsoberhaupt|bundespräsidialamt|präsidialamt|präsidialverwaltung|seine majestät|ihre majestät|schloss bellevue',
  'head-of-government':
    'bundeskanzler|*premierminister|*ministerpräsident|regierungschef|vorsitzender des ministerrat|ministerrat',
  ministry:
    '*ministerium|*ministeriums|*minister|*ministerin|*ministers|auswärtiges amt|auswärtigen amt|staatssekretär|bundesregierung|beauftragte … bundesregierung|beauftragter … bundesregierung|eidgenössisches departement|bundesrätin|justizsenator|innensenator|?regierung der|?regierung des|?regierung von|regierung der republik',
  parliament:
    '*bundestag|*bundestages|ausschuss … bundestag|ausschuss … bundestages|*landtag|*parlament|nationalrat|bundesrat|ständerat|abgeordnetenhaus|bürgerschaft der|*bürgerschaft|nationalversammlung|repräsentantenhaus|abgeordnetenkammer|kantonsrat|staatsduma|volkskammer|präsident … bundestag|präsidentin … bundestages',
  'member-of-parliament':
    '=mdb|=mdl|=mdep|*abgeordnete|*abgeordneter|mitglied des … bundestag|mitglied des … landtag|mitglied des … parlament|senatorin|?senator|nationalrätin',
  court:
    '*gericht|*gerichts|*gerichtshof|=richter|=richterin|*richterin|*amtsrichter|verfassungsrichter|oberster richter|richterrat',
  prosecutor: '*staatsanwalt|*staatsanwaltschaft|*staatsanwältin|*bundesanwalt|*anwaltschaft des bundes',
  police: '*polizei|*polizeipräsident|kriminalamt|*kriminalamt|*gendarmerie|*polizeidirektion',
  prison:
    '*gefängnis|*justizvollzug|=jva|*justizanstalt|*haftanstalt|untersuchungshaft|*strafvollzug|*strafanstalt|*strafkolonie|*straflager|abschiebehaft|*haftzentrum|leiter … gefängnis',
  'regional-authority':
    'ministerpräsident … land|ministerpräsidentin … land|ministerpräsident … hessen|ministerpräsident … freistaat|ministerpräsidentin … freistaat|landeshauptmann|landeshauptfrau|landesregierung|bezirksregierung|regierungspräsid|regierungsrat|landratsamt|landrat|landkreis|staatskanzlei|*senatskanzlei|senatsverwaltung|gouverneur|gebietsverwaltung|=akim',
  'local-authority':
    '*bürgermeister|*bürgermeisterin|stadtverwaltung|stadtrat|stadtpräsident|rathaus|gemeindeverwaltung|gemeinderat|magistrat der|bezirksamt|bezirksbürgermeister|stadtkämmer|=stadt',
  authority:
    'staatssekretariat für|staatssekretariats für|ombudsman|ombudsfrau|ombudsstelle|volksanwalt|menschenrechtskommission|menschenrechtsbeauftragte|bundesamt|bundesagentur|landesamt|*behörde|nationale kontaktstelle|*aufsicht|geheimdienst|*nachrichtendienst|streitkräfte|generalstab|wahlkommission|arbeitsinspektion',
  'international-body':
    'vereinte nationen|vereinten nationen|=uno|=iao|=osze|=unhcr|internationale arbeitsorganisation|internationales arbeitsamt|sonderberichterstatter|hochkommissar … menschenrechte|hochkommissarin … menschenrechte|menschenrechtsrat|?menschenrechtsausschuss|europäische union|europäischen union|delegation der europäischen union|europäische kommission|europäisches parlament|europäischen parlament|europaparlament|*europarat|europäischer gerichtshof|europäischer auswärtiger|afrikanische union|arabische liga|weltbank|internationaler währungsfonds|europäische bank für|europäische investitionsbank|internationaler strafgerichtshof|rotes kreuz|internationales komitee vom roten|weltgesundheitsorganisation|arbeitsgruppe … willkürliche',
  company:
    '*unternehmen|=firma|aktiengesellschaft|geschäftsführ|geschäftsleitung|vorstandsvorsitzend|vorstand der|aufsichtsrat|?=werke|?*werke|?=bank|?*bank|=konzern|=gmbh|=gmbh$|=gesmbh|=mbh|=ag$|=kg$|=kgaa|=se$|=ohg$|=gbr|?=betriebe',
  employers:
    '*handelskammer|industrie und handelskammer|*wirtschaftskammer|*arbeitgeberverband|*arbeitgeberverbände|arbeitgeber|bundesverband der deutschen industrie|*industrieverband|ost ausschuss|wirtschaftsverband|handwerkskammer|industriellenvereinigung',
  media:
    '*zeitung|*redaktion|*rundfunk|*nachrichtenagentur|presseagentur|presse agentur|fernsehen|chefredakt|leserbrief|?=presse|=zdf|=ard|=orf',
  church:
    '*kirche|*kirchen|*bischof|*bistum|bischofskonferenz|*diözese|*kirchenamt|landeskirche|diakonie|zentralrat der',
  union:
    '*gewerkschaft|*gewerkschaftsbund|betriebsrat|*gewerkschaften|arbeiter union|arbeiterinnen union|ig metall|ig bau|ig bce|=verdi|ver di|=dgb|=ögb|=unia|personalrat|arbeiterunion',
  strikers: 'streikkomitee|streikleitung|streikende|streikenden',
};
