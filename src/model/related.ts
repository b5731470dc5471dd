/**
 * For each language without words here, the one with words whose grammar and courtesy are the nearest: by family, for
 * the Indo-Iranian, Semitic and Turkic languages also where the letters are others.
 */
const RELATED: Readonly<Record<string, string>> = {
  ...each('it', ['ro', 'mo', 'sc', 'fur', 'lij', 'scn', 'vec', 'rm', 'co']),
  ...each('es', ['ca', 'an', 'ast', 'eu', 'gn', 'qu', 'ay', 'lad']),
  ...each('pt', ['gl', 'mwl', 'tet']),
  ...each('fr', ['oc', 'wa', 'br', 'ht', 'ln', 'wo', 'frp']),
  ...each('de', [
    'nl',
    'af',
    'fy',
    'lb',
    'da',
    'sv',
    'nb',
    'nn',
    'no',
    'is',
    'fo',
    'yi',
    'nds',
    'gsw',
    'dsb',
  ]),
  ...each('cs', ['sk', 'hsb', 'sl']),
  ...each('pl', ['szl', 'csb', 'lt', 'lv']),
  ...each('ru', ['bg', 'sr', 'hr', 'bs', 'mk', 'ba', 'cv', 'os', 'mn', 'ka', 'hy']),
  ...each('uk', ['be', 'rue']),
  ...each('tr', ['az', 'tk', 'gag', 'crh', 'hu', 'fi', 'et']),
  ...each('kk', ['ky', 'tt', 'uz', 'ug', 'kaa', 'sah']),
  ...each('hi', [
    'bn',
    'ne',
    'mr',
    'pa',
    'gu',
    'or',
    'as',
    'sa',
    'mai',
    'bho',
    'sd',
    'si',
    'ta',
    'te',
    'kn',
    'ml',
  ]),
  ...each('fa', ['tg', 'ps', 'ku', 'ckb', 'ur', 'bal', 'lrc', 'prs']),
  ...each('ar', ['mt', 'so', 'arz', 'ary']),
  ...each('he', ['am', 'ti', 'arc']),
  ...each('vi', ['km', 'th', 'lo', 'my', 'id', 'ms', 'jv', 'su', 'fil', 'tl']),
  ...each('zh-Hans', ['zh', 'yue', 'zh-Hant', 'bo']),
};

function each(nearest: string, tags: readonly string[]): Record<string, string> {
  return Object.fromEntries(tags.map((tag) => [tag, nearest]));
}

/** The language with words that a further one is made beside; English where none is near. */
export function relatedLanguage(tag: string, known: readonly string[]): string {
  const language = tag.split('-')[0]!;
  const near = [RELATED[tag], RELATED[language], ...known.filter((one) => one.split('-')[0] === language)];
  return near.find((one) => one !== undefined && one !== tag && known.includes(one)) ?? 'en';
}
