import { existsSync, readFileSync } from 'node:fs';
import { openFonts } from '../../src/layout/fonts.ts';

/** Where Debian's fonts-noto-core and fonts-noto-cjk lie; another folder by HANDBILL_TEST_FONTS. */
const folder = process.env.HANDBILL_TEST_FONTS ?? '/usr/share/fonts';

/** True where both are installed; in CI they must be, so tests run and fail there rather than being skipped. */
export const HAS_NOTO =
  process.env.HANDBILL_CI !== undefined ||
  (existsSync(`${folder}/truetype/noto/NotoSansKhmer-Regular.ttf`) &&
    existsSync(`${folder}/opentype/noto/NotoSerifCJK-Regular.ttc`));

/** Folder of the fonts for single scripts. */
export const NOTO = `${folder}/truetype/noto`;

/** Folder of the fonts for Chinese, Japanese and Korean. */
export const NOTO_CJK = `${folder}/opentype/noto`;

/** The bundled fonts and Debian's. */
export const openNoto = () => openFonts({ appeal: [], packages: [], system: [NOTO, NOTO_CJK] });

/** Languages whose scripts the bundled fonts have. */
export const BUNDLED_LANGUAGES = new Set(
  'en es fr de it pt pl cs tr ro vi ru uk kk bg sr el ar fa ur ug he hi mr nl fi yo sw az uz'.split(' '),
);

/** Article 1 of the Universal Declaration of Human Rights by language. */
export const RIGHTS = (
  JSON.parse(readFileSync(new URL('../fixtures/human-rights.json', import.meta.url), 'utf8')) as {
    texts: Record<string, string>;
  }
).texts;
