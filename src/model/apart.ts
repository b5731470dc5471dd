/** Countries between which people can't write, may not, have to report it, or may not travel: no letter is sent across, to be safe. */
interface Bar {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** True where it is so in both directions. */
  readonly both: boolean;
  /** What stands between: a law, the post, a duty to report; left out where it is only known that people may not travel. */
  readonly how?: 'law' | 'post' | 'report';
  /** The reason, by its name among the phrases that findings say. */
  readonly why: string;
  readonly source: string;
}

/**
 * Each row says what its source says and no more; where a state is only known to bar travel, that is the reason given.
 * Seen in excerpts of the sources alone, by nobody whole: whoever is told the reason is told that too, with the source.
 */
const BARS = [
  {
    from: ['IQ'],
    to: ['IL'],
    both: false,
    how: 'law',
    why: 'apart-iraq',
    source: 'Law of 26 May 2022 “Criminalizing Normalization”: shafaq.com and algemeiner.com, May 2022',
  },
  {
    from: ['LB'],
    to: ['IL'],
    both: false,
    how: 'law',
    why: 'apart-lebanon',
    source:
      'Criminal Code of 1943 and Boycott Law of 1955: NOW Lebanon, “The rules of Lebanese-Israeli engagement”, 18 September 2011 (mmedia.me); L’Orient Today 1432374, 2024, a judge of the military prosecutor’s office',
  },
  {
    from: ['IR'],
    to: ['IL'],
    both: false,
    how: 'law',
    why: 'apart-iran',
    source: 'Law of May 2020: al-monitor.com, “New law cuts contact for families split between Israel, Iran”',
  },
  {
    from: ['DZ', 'BD', 'BN', 'KW', 'LY', 'PK', 'SY', 'YE'],
    to: ['IL'],
    both: false,
    why: 'apart-passport',
    source: 'Newsweek 2024 as given by international.sindonews.com, 28 August 2024',
  },
  {
    from: ['MY', 'OM', 'SA'],
    to: ['IL'],
    both: false,
    why: 'apart-passport-exceptions',
    source: 'Newsweek 2024 as given by international.sindonews.com, 28 August 2024',
  },
  {
    from: ['UA'],
    to: ['RU', 'BY'],
    both: true,
    how: 'post',
    why: 'apart-ukraine',
    source: 'ukrposhta.ua, “Posts of the world declare a postal blockade on Russia”, April 2022',
  },
  {
    from: ['KR'],
    to: ['KP'],
    both: false,
    how: 'report',
    why: 'apart-south-korea',
    source: 'Inter-Korean Exchange and Cooperation Act: globalnk.org COM000193, 2025; news.kbs.co.kr, 2025',
  },
  {
    from: ['KP'],
    to: ['KR'],
    both: false,
    how: 'post',
    why: 'apart-north-korea',
    source:
      'familycarefoundation.biz, “Bridging the family gap between South and North Korea”; joongangdaily, 3 October 2011, letters by way of third countries alone',
  },
  {
    from: ['AZ'],
    to: ['AM'],
    both: true,
    how: 'post',
    why: 'apart-azerbaijan',
    source:
      'Trend, 15 September 2011, a head of the postal department (armeniandiaspora.com); statement to the UPU congress in Addis Ababa, 2018 (azenglishnews.com)',
  },
] as const satisfies readonly Bar[];
type KnownBar = (typeof BARS)[number] & Pick<Bar, 'how'>;

/** What is known against a letter from a country to an office in another; undefined where nothing is. */
export function barBetween(from: string, to: string | undefined): KnownBar | undefined {
  if (to === undefined) return undefined;
  const isOf = (codes: readonly string[], code: string) => codes.includes(code);
  return BARS.find(
    (bar) =>
      (isOf(bar.from, from) && isOf(bar.to, to)) || (bar.both && isOf(bar.from, to) && isOf(bar.to, from)),
  );
}
