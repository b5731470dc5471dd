/** Countries between which people can't write, may not, have to report it, or may not travel: no letter is sent across, to be safe. */
interface Apart {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** True where it is so in both directions. */
  readonly both: boolean;
  readonly why: string;
  readonly source: string;
}

/** Each row says what its source says and no more; where a state is only known to bar travel, that is the reason given. */
const APART: readonly Apart[] = [
  {
    from: ['IQ'],
    to: ['IL'],
    both: false,
    why: 'Iraqi law punishes contact of any kind with Israel',
    source: 'Law of 26 May 2022 “Criminalizing Normalization”: shafaq.com and algemeiner.com, May 2022',
  },
  {
    from: ['LB'],
    to: ['IL'],
    both: false,
    why: 'Lebanese law forbids contact with people in Israel, whatever a message says',
    source:
      'Criminal Code of 1943 and Boycott Law of 1955: NOW Lebanon, “The rules of Lebanese-Israeli engagement”, 18 September 2011 (mmedia.me); L’Orient Today 1432374, 2024, a judge of the military prosecutor’s office',
  },
  {
    from: ['IR'],
    to: ['IL'],
    both: false,
    why: 'Iranian law punishes contact with people in Israel that was arranged beforehand',
    source: 'Law of May 2020: al-monitor.com, “New law cuts contact for families split between Israel, Iran”',
  },
  {
    from: ['DZ', 'BD', 'BN', 'KW', 'LY', 'PK', 'SY', 'YE'],
    to: ['IL'],
    both: false,
    why: 'the state admits nobody with an Israeli passport; whether a letter is punished there isn’t known',
    source: 'Newsweek 2024 as given by international.sindonews.com, 28 August 2024',
  },
  {
    from: ['MY', 'OM', 'SA'],
    to: ['IL'],
    both: false,
    why: 'the state admits people with an Israeli passport in exceptions only; whether a letter is punished there isn’t known',
    source: 'Newsweek 2024 as given by international.sindonews.com, 28 August 2024',
  },
  {
    from: ['UA'],
    to: ['RU', 'BY'],
    both: true,
    why: 'Ukraine’s post has carried nothing to or from there since February 2022',
    source: 'ukrposhta.ua, “Posts of the world declare a postal blockade on Russia”, April 2022',
  },
  {
    from: ['KR'],
    to: ['KP'],
    both: false,
    why: 'contact has to be reported to the Ministry of Unification beforehand',
    source: 'Inter-Korean Exchange and Cooperation Act: globalnk.org COM000193, 2025; news.kbs.co.kr, 2025',
  },
  {
    from: ['KP'],
    to: ['KR'],
    both: false,
    why: 'no mail of private people crosses the border between the two Koreas',
    source:
      'familycarefoundation.biz, “Bridging the family gap between South and North Korea”; joongangdaily, 3 October 2011, letters by way of third countries alone',
  },
  {
    from: ['AZ'],
    to: ['AM'],
    both: true,
    why: 'Azerbaijan told the Universal Postal Union that it doesn’t apply its convention to Armenia; whether that still holds isn’t known',
    source:
      'Trend, 15 September 2011, a head of the postal department (armeniandiaspora.com); statement to the UPU congress in Addis Ababa, 2018 (azenglishnews.com)',
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
