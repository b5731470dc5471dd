/** Countries between which people can't write, may not, or have to report it: no letter is sent across. */
interface Apart {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** True where it is so in both directions. */
  readonly both: boolean;
  readonly why: string;
  readonly source: string;
}

const APART: readonly Apart[] = [
  {
    from: ['IQ'],
    to: ['IL'],
    both: false,
    why: 'Iraqi law punishes contact of any kind with Israel',
    source: 'Law of 26 May 2022 “Criminalizing Normalization”: shafaq.com and algemeiner.com, May 2022',
  },
  {
    from: ['DZ', 'BD', 'BN', 'IR', 'KW', 'LB', 'LY', 'PK', 'SY', 'YE', 'MY', 'OM', 'SA'],
    to: ['IL'],
    both: false,
    why: 'the state has no relations with Israel, and contact can be punished',
    source:
      'States that refuse Israeli passports: Newsweek 2024 as given by international.sindonews.com, 28 August 2024',
  },
  {
    from: ['UA'],
    to: ['RU', 'BY'],
    both: true,
    why: 'no post goes between them since February 2022',
    source: 'ukrposhta.ua, “Posts of the world declare a postal blockade on Russia”, 2022',
  },
  {
    from: ['KR'],
    to: ['KP'],
    both: true,
    why: 'contact has to be reported to the Ministry of Unification beforehand',
    source: 'Inter-Korean Exchange and Cooperation Act: world.kbs.co.kr and globalnk.org, 2025',
  },
  {
    from: ['AM'],
    to: ['AZ'],
    both: true,
    why: 'the states have no relations, and their border is closed',
    source: 'common knowledge, not looked up',
  },
];

/** Why no letter should be sent from a country to an office in another; undefined where nothing is known against it. */
export function whyApart(from: string, to: string): string | undefined {
  return APART.find(
    (pair) =>
      (pair.from.includes(from) && pair.to.includes(to)) ||
      (pair.both && pair.from.includes(to) && pair.to.includes(from)),
  )?.why;
}
