/** What a prison system asks of letters to those it holds, as it says itself; what it doesn't say stays out. */
export interface PrisonRules {
  readonly id: string;
  readonly name: string;
  /** It asks for the prisoner's number. */
  readonly number: boolean;
  /** It asks which prison it is. */
  readonly facility: boolean;
  /** It asks for the sender's return address: with first and last name, with the last name, or so that it is seen. */
  readonly returnAddress?: 'full name' | 'last name' | 'visible' | undefined;
  /** Where a firm opens and scans mail in another place: lines under the name, `{name}`, `{number}` and `{facility}` within. */
  readonly via?: readonly string[] | undefined;
  /** Country of `via`. */
  readonly viaCountry?: string | undefined;
  /** It asks for paper of 8½ by 11 inches. */
  readonly usLetter?: boolean | undefined;
  /** It takes nothing for or from anybody else in the same envelope. */
  readonly alone?: boolean | undefined;
  /** What else it says, for whoever packs the letter. */
  readonly says: readonly string[];
  readonly source: string;
  /** True where somebody read the page itself, whole; it is told where only an excerpt was seen. */
  readonly verified: boolean;
  /** Day of the page that was read; left out where it bears none. */
  readonly dated?: string | undefined;
}

/** Seen in November 2026 in excerpts of the pages; rules change: look at the source before a letter night. */
export const PRISON_RULES: readonly PrisonRules[] = [
  {
    id: 'us-pa',
    name: 'Pennsylvania Department of Corrections',
    number: true,
    facility: true,
    returnAddress: 'full name',
    via: [
      'Smart Communications/PA DOC',
      '{name}/{number}',
      '{facility}',
      'PO Box 33028',
      'St. Petersburg, Florida 33733',
    ],
    viaCountry: 'US',
    usLetter: true,
    says: [
      'on 8½ by 11 inch paper',
      'not bound or open like a book',
      'at most 25 photographs, which are not returned',
    ],
    source: 'https://www.pa.gov/agencies/cor/find-or-contact-inmate/mail-rules',
    verified: false,
    dated: '2025-05-05',
  },
  {
    id: 'us-tx',
    name: 'Texas Department of Criminal Justice',
    number: true,
    facility: true,
    via: [
      'Texas Department of Criminal Justice',
      '{name} + {number}',
      'PO Box 660400',
      'Dallas, TX 75266-0400',
    ],
    viaCountry: 'US',
    says: ['the full name under which they were committed', 'mail to the unit itself is sent back'],
    source: 'https://www.tdcj.texas.gov/faq/digital_mail.html',
    verified: false,
  },
  {
    id: 'us-wa',
    name: 'Washington State Department of Corrections',
    number: true,
    facility: true,
    returnAddress: 'last name',
    alone: true,
    says: [
      'the letter inside is addressed to the prisoner too',
      'no cash, personal checks or stamps',
      'nothing for or from anybody else in the envelope',
    ],
    source: 'https://www.doc.wa.gov/corrections/incarceration/send/mail.htm',
    verified: false,
  },
  {
    id: 'au-vic',
    name: 'Corrections Victoria',
    number: false,
    facility: true,
    says: [
      'no musical cards, stickers, glitter, beads, money or pens; the rest differs from prison to prison',
    ],
    source:
      'https://www.corrections.vic.gov.au/contact-or-visit-a-prison/send-letters-money-or-property-to-a-person-in-prison',
    verified: false,
  },
  {
    id: 'au-sa',
    name: 'Department for Correctional Services, South Australia',
    number: false,
    facility: true,
    returnAddress: 'visible',
    says: ['mail with stickers on it is sent back', 'no whole newspapers'],
    source: 'https://corrections.sa.gov.au/prison/prison-life/prisoner-mail',
    verified: false,
  },
];

/** What guides for those who write to prisoners agree on, for prisons whose rules aren't known too. */
export const PRISON_GUIDANCE = {
  says: [
    'nothing about the case, unless the prisoner’s supporters ask for it',
    'a return address on the letter itself, as envelopes are kept back',
    'name and number on each sheet',
    'nothing glued or stapled on, no stickers, no stamps, no empty envelopes',
  ],
  sources: [
    'https://transprisoners.net/writing-guidelines/',
    'https://unoffensiveanimal.is/2023/04/24/writing-a-letter-to-a-political-prisoner-a-quick-guide/',
    'https://www.lettersforfreedom.com/guidelines-faq',
  ],
} as const;

/** The rules of a prison system; undefined where they aren't known. */
export function prisonRules(id: string | undefined): PrisonRules | undefined {
  return PRISON_RULES.find((rules) => rules.id === id);
}
