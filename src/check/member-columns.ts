import { ADDRESS_COLUMNS, columnReader, PERSON_COLUMNS, REACH_COLUMNS } from '../model/columns.ts';
import { isLanguageTag } from '../model/text.ts';
import { settleColumns } from './settled-columns.ts';

/** What a list of senders may tell of each: the fields of a sender, and the parts that some lists have them in. */
export const MEMBER_FIELDS = [
  'id',
  'name',
  'firstName',
  'middleName',
  'lastName',
  'organisation',
  'role',
  'street',
  'houseNumber',
  'postalCode',
  'city',
  'postalCity',
  'region',
  'country',
  'email',
  'phone',
  'gender',
  'writes',
  'ownWords',
] as const;
type OwnField = (typeof MEMBER_FIELDS)[number];

/** What a sender signs with, which may stand in further languages. */
const SIGNED = ['name', 'organisation', 'role', 'ownWords'] as const;
/** A field of the list, or what stands in letters of one language in its place: `role.en`. */
export type MemberField = OwnField | `${(typeof SIGNED)[number]}.${string}`;

/** The field that a column's name means. Where first names have a column of their own, "Nom" or "Name" is the last. */
export function memberFieldOf(column: string): MemberField | undefined {
  const [, named = '', tag = ''] = /^(.{1,40}?)(?:\.| ?[([])([\w-]{2,35})[)\]]?$/.exec(column.trim()) ?? [];
  const signed = SIGNED.find((field) => field === ownFieldOf(named));
  return signed && isLanguageTag(tag) ? `${signed}.${tag}` : ownFieldOf(column);
}

const ownFieldOf = columnReader<OwnField>(MEMBER_FIELDS, {
  ...ADDRESS_COLUMNS,
  ...REACH_COLUMNS,
  ...PERSON_COLUMNS,
  name: `${PERSON_COLUMNS.name}|nom|holder`,
  id: 'contact id|nationbuilder id|vanid|uuid|identifier|key|no|member no|member number|member id|membership number|número de socio|nº de socio|n adhérent|numéro d’adhérent|Nr|Mitgliedsnr|Mitgliedsnummer|Mitglieds-Nr|numero tessera|nr członkowski|numer członkowski|número de sócio|üye no|номер|номер члена профсоюза|номер билета|членский номер|№|номер членського квитка|رقم العضوية|شماره عضویت|会员编号',
  organisation:
    'organization|organization name|company|union|branch|section|sindicato|syndicat|Gewerkschaft|Organisation|Firma|Ortsverein|sindacato|związek|sendika|организация|профсоюз|організація|профспілка|ұйым|النقابة|سندیکا|工会',
  role: 'function|position|job title|cargo|fonction|Funktion|Amt|funkcja|função|görev|должность|посада|лауазымы',
  ownWords: 'own words|message|comment|mensaje|Eigene Worte|Nachricht|сообщение',
});

/** Which column of a list holds which field; several may hold one. */
export function mapMemberColumns(
  columns: readonly string[],
  named: ReadonlyMap<string, MemberField>,
): Map<string, MemberField> {
  const map = new Map<string, MemberField>();
  for (const column of columns) {
    const field = named.get(column) ?? memberFieldOf(column);
    if (field) map.set(column, field);
  }
  return settleColumns(map);
}
