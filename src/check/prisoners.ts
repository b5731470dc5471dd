import type { Contact } from '../model/contact.ts';
import { PRISON_GUIDANCE, type PrisonRules, prisonRules } from '../model/prisons.ts';
import type { Sender } from '../model/sender.ts';
import type { Problem, ProblemCode } from '../problems.ts';

/** What is wrong with somebody in prison as an addressee: severity, code, field, message and hint. */
type Finding = readonly [Problem['severity'], ProblemCode, string, string, string?];

/** Holds the address of somebody in prison against what the prison asks. */
export function checkPrisoner(contact: Contact): Finding[] {
  if (contact.kind !== 'prisoner' || contact.defunct !== undefined) return [];
  const rules = prisonRules(contact.prison);
  const { number, facility, addressLines } = contact;
  if (!rules) {
    if (addressLines) return [];
    const hint = `Ask those who write there already, or the prison itself. What guides agree on: ${PRISON_GUIDANCE.says.join('; ')}. Rules that are known: handbill help prisons`;
    return [['notice', 'prison-rules', 'kind', 'which rules for mail the prison has isn’t known.', hint]];
  }
  const asks = `${rules.name} asks for it: ${rules.source}`;
  return [
    ...(rules.number && number === undefined && !addressLines
      ? [['warning', 'prison-rules', 'number', 'the prisoner’s number is missing.', asks] as const]
      : []),
    ...(rules.facility && facility === undefined && !addressLines
      ? [['warning', 'prison-rules', 'facility', 'it isn’t said which prison it is.', asks] as const]
      : []),
  ];
}

/** What of a letter, as it is made, the prison sends back or its reader must not see. */
export function checkPrisonLetter(
  { id, prison, aboutCase }: Contact,
  sender: Sender | undefined,
  letter: { readonly reads: readonly { readonly name: string }[]; readonly hasCode: boolean },
): Problem[] {
  const rules = prisonRules(prison);
  const told = letter.reads.find(({ name }) => /^(?:fact|figure|demand)\//.test(name));
  return [
    ...(told && !aboutCase ? [aboutTheCase(id, told.name)] : []),
    ...(letter.hasCode ? [withCode(id)] : []),
    ...(sender && !hasReturnAddress(sender) ? [withoutReturnAddress(id, rules)] : []),
  ];
}

function hasReturnAddress({ name, street, city, postalCode }: Sender): boolean {
  return name !== '' && street !== undefined && (city !== undefined || postalCode !== undefined);
}

function aboutTheCase(id: string, what: string): Problem {
  return {
    severity: 'error',
    code: 'prison-rules',
    message: `The letter to ${id}, who is in prison, speaks of the case (${what}): what the prison reads can be held against them.`,
    hint: 'Take it out of the template. Where the prisoner’s supporters ask for it: aboutCase true in the contacts.',
  };
}

function withCode(id: string): Problem {
  return {
    severity: 'error',
    code: 'prison-rules',
    message: `The letter to ${id}, who is in prison, holds a code to scan, which mailrooms refuse.`,
    hint: 'Take {{code}} out of the template.',
  };
}

function withoutReturnAddress(id: string, rules: PrisonRules | undefined): Problem {
  const why = rules?.returnAddress
    ? `${rules.name} asks for it (${rules.source})`
    : `guides advise it (${PRISON_GUIDANCE.sources[0]})`;
  return {
    severity: 'warning',
    code: 'prison-rules',
    message: `The letter to ${id}, who is in prison, has no full return address: it may not be handed over, and can’t be answered.`,
    hint: `Add street and city to the sender: ${why}.`,
  };
}
