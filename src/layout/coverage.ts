import type { FontFile } from './font-file.ts';
import type { FontBook } from './fonts.ts';
import { installCommand, SCRIPT_SAMPLES, type ScriptSample, sampleOf } from './script-fonts.ts';

/** Whether a script can be set, with which fonts, and how to get one where it can't. */
export interface Coverage {
  readonly script: string;
  readonly fonts: readonly Pick<FontFile, 'id' | 'origin' | 'path'>[];
  /** Command that installs a font for it. */
  readonly install: string;
}

/** Finds the fonts that each script is set in, those of letters and those of leaflets. */
export function listCoverage(book: FontBook): Coverage[] {
  return SCRIPT_SAMPLES.map((sample) => {
    const fonts = (['serif', 'sans'] as const).flatMap((family) => {
      const chain = book.chain({ family, weight: 400 });
      return chain.findFor(sample.script, languageOf(sample))(sample.letters) ?? [];
    });
    return {
      script: sample.name,
      fonts: [...new Set(fonts)].map(({ id, origin, path }) => ({ id, origin, path })),
      install: installCommand(sample),
    };
  });
}

/** A language that wants this part of its script. */
function languageOf(sample: ScriptSample): string {
  return ['zh-Hans', 'zh-Hant', 'ja', 'ko'].find((tag) => sampleOf(sample.script, tag) === sample) ?? 'en';
}
