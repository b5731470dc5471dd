/** The script that most of a language is written in: `Latn`, `Cyrl`. */
export function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? 'Latn';
}
