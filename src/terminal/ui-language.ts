import type { Io } from './io.ts';
import { UI_LANGUAGES, type UiLanguage } from './texts.ts';

/**
 * Language of the interface by the locale: LC_ALL before LC_MESSAGES before LANG (POSIX.1-2017, 8.2), the system's where
 * none is set. English in CI, where a log has many readers, and for a locale that handbill doesn't speak.
 */
export function languageOfLocale({ env, locale }: Pick<Io, 'env' | 'locale'>): UiLanguage {
  if (env.CI) return 'en';
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG, locale].find((value) => value);
  const tag = named?.split(/[-_.@]/)[0]?.toLowerCase();
  return UI_LANGUAGES.find((language) => language === tag) ?? 'en';
}

/** How the help lists the option. */
export const UI_LANG = {
  flag: '--ui-lang <language>',
  description: 'speak en, es, fr, de or ru; the language of your system without it',
} as const;

/** Takes `--ui-lang` out of a command line: it holds for all that is said, before any command is known. */
export function takeUiLanguage(args: readonly string[]): { args: string[]; asked?: string | undefined } {
  const end = args.indexOf('--');
  const at = args.findIndex((arg, i) => /^--ui-lang(=|$)/.test(arg) && (end < 0 || i < end));
  if (at < 0) return { args: [...args] };
  const [, inner] = args[at]!.split('=');
  const asked = inner ?? args[at + 1] ?? '';
  const rest = takeUiLanguage(args.toSpliced(at, inner === undefined ? 2 : 1));
  return { args: rest.args, asked: rest.asked ?? asked };
}
