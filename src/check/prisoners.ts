import type { Contact } from '../model/contact.ts';
import { PRISON_GUIDANCE, type PrisonRules, prisonRules } from '../model/prisons.ts';
import type { Sender } from '../model/sender.ts';
import type { Problem } from '../problems.ts';
import { finding } from '../wordings.ts';
import { type ContactFinding, found } from './contact-finding.ts';

/** Holds the address of somebody in prison against what the prison asks. */
export function checkPrisoner(contact: Contact): ContactFinding[] {
  if (contact.kind !== 'prisoner' || contact.defunct !== undefined) return [];
  const rules = prisonRules(contact.prison);
  const { id, number, facility, addressLines } = contact;
  if (!rules) {
    if (addressLines) return [];
    return [found('notice', 'prison-rules/unknown', 'kind', { id, guides: PRISON_GUIDANCE.says.join('; ') })];
  }
  const { name, source } = rules;
  return [
    ...(rules.verified ? [] : [found('notice', 'prison-rules/unverified', 'prison', { id, name, source })]),
    ...(rules.number && number === undefined && !addressLines
      ? [found('warning', 'prison-rules/number', 'number', { id, name, source })]
      : []),
    ...(rules.facility && facility === undefined && !addressLines
      ? [found('warning', 'prison-rules/facility', 'facility', { id, name, source })]
      : []),
  ];
}

/** What of a letter, as it is made, the prison sends back or its reader must not see. */
export function checkPrisonLetter(
  { id, prison, aboutCase }: Contact,
  sender: Sender | undefined,
  letter: {
    readonly reads: readonly { readonly name: string }[];
    readonly hasCode: boolean;
    readonly hasOwnWords: boolean;
    readonly isSignedBySeveral: boolean;
    /** Millimetres across its paper. */
    readonly width: number;
  },
): Problem[] {
  const rules = prisonRules(prison);
  const about = letter.reads.find(({ name }) => /^(?:fact|figure|demand)\//.test(name));
  return [
    ...(about && !aboutCase ? [aboutTheCase(id, about.name)] : []),
    ...(letter.hasCode ? [withCode(id)] : []),
    ...(sender && !hasReturnAddress(sender) ? [withoutReturnAddress(id, rules)] : []),
    ...(rules?.usLetter && letter.width !== US_LETTER
      ? [told('warning', 'prison-rules/paper', id, rules)]
      : []),
    ...(rules?.alone && letter.isSignedBySeveral ? [told('warning', 'prison-rules/others', id, rules)] : []),
    ...(letter.hasOwnWords && !aboutCase ? [finding('notice', 'prison-rules/own-words', { id })] : []),
    rules
      ? finding('notice', 'prison-rules/says', {
          id,
          name: rules.name,
          says: rules.says.join('; '),
          source: rules.source,
        })
      : finding('notice', 'prison-rules/guides', { id, guides: PRISON_GUIDANCE.says.join('; ') }),
  ];
}

/** Millimetres across paper of 8½ by 11 inches. */
const US_LETTER = 215.9;

function told(
  severity: 'warning',
  wording: 'prison-rules/paper' | 'prison-rules/others',
  id: string,
  { name, source }: PrisonRules,
): Problem {
  return finding(severity, wording, { id, name, source });
}

/** More than one page of a letter: mailrooms take what is on the back, or between sheets, for something hidden. */
export function checkPrisonPages({ id }: Contact, pages: number): Problem[] {
  const [source] = PRISON_GUIDANCE.sources;
  return pages > 1 ? [finding('warning', 'prison-rules/pages', { id, pages, source })] : [];
}

function hasReturnAddress({ name, street, city, postalCode }: Sender): boolean {
  return name !== '' && street !== undefined && (city !== undefined || postalCode !== undefined);
}

function aboutTheCase(id: string, what: string): Problem {
  return finding('error', 'prison-rules/case', { id, what });
}

function withCode(id: string): Problem {
  return finding('error', 'prison-rules/code', { id });
}

function withoutReturnAddress(id: string, rules: PrisonRules | undefined): Problem {
  if (!rules?.returnAddress)
    return finding('warning', 'prison-rules/no-return', { id, source: PRISON_GUIDANCE.sources[0]! });
  return finding('warning', 'prison-rules/return', { id, name: rules.name, source: rules.source });
}
