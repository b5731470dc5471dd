/** Weights up to which a letter pays one price inland, in grams, and where that is laid down. */
interface WeightClasses {
  readonly upTo: readonly number[];
  readonly source: string;
}

const OUNCE = 28.35;

/**
 * Classes of letters by weight, for the countries of which they were looked up. Prices aren't kept: they change every
 * year, the weights seldom do.
 */
const CLASSES: Readonly<Record<string, WeightClasses>> = {
  DE: {
    upTo: [20, 50, 500, 1000],
    source: 'Standard-, Kompakt-, Groß- und Maxibrief, inland and abroad (brief-wechsel.de, easynova.de)',
  },
  FR: {
    upTo: [20, 100, 250, 500, 3000],
    source: 'La Poste, as told by cnews.fr on 2023-12-28: no class of 50 g since 2016',
  },
  GB: {
    upTo: [100, 250, 500, 750],
    source: 'Royal Mail: a letter to 100 g, a large letter to 750 g (envelopespackaging.com)',
  },
  US: {
    upTo: [OUNCE, 2 * OUNCE, 3 * OUNCE, 3.5 * OUNCE],
    source: 'USPS First-Class Mail: by the ounce, a letter to 3.5 oz',
  },
};

/** The classes of letters posted in a country; undefined where nobody has looked them up. */
export function weightClassesOf(country: string | undefined): readonly number[] | undefined {
  return country !== undefined && Object.hasOwn(CLASSES, country) ? CLASSES[country]!.upTo : undefined;
}

/** The least class that a letter of so many grams fits into; undefined for one that is heavier than any. */
export function weightClassFor(grams: number, classes: readonly number[]): number | undefined {
  return classes.find((most) => grams <= most);
}
