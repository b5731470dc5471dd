import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { openFonts } from '../../src/layout/fonts.ts';
import { layoutLeaflet } from '../../src/layout/leaflet.ts';
import type { MergedDocument } from '../../src/model/block.ts';
import type { Page, PagedDocument } from '../../src/model/page.ts';
import { writePdf } from '../../src/write/pdf.ts';
import { writePng } from '../../src/write/png.ts';
import { writeSvg } from '../../src/write/svg.ts';
import { makeFolder } from '../folder.ts';
import { figures, heading, list, paragraph } from '../layout/documents.ts';
import { hasTool } from '../tools.ts';

const fonts = await openFonts();

const leaflet: MergedDocument = {
  material: 'leaflet',
  kind: 'picket',
  language: 'kk',
  direction: 'ltr',
  title: 'Жаңаөзен',
  blocks: [
    heading('headline', 1, 'Ереуілге оқ атылды'),
    paragraph('body', 'Қазақстандағы «Қанды жұмаға» қарсы наразылық & <Zhanaozen>, Łódź.'),
    figures([
      ['11', 'dead'],
      ['70', 'dead'],
    ]),
    list('demands', ['Release them', 'Stop the massacre']),
  ],
  reads: [],
};

function lay(): PagedDocument {
  return layoutLeaflet(leaflet, { paper: 'a5', fonts, date: '2011-12-16' }).paged!;
}

test('the picture has a name, no letter of a font, and nothing that runs or loads', () => {
  const paged = lay();
  const svg = writeSvg(paged.pages[0]!, paged, fonts, 'Page 1 of <Жаңаөзен>');
  expect(svg).toContain('<title>Page 1 of &lt;Жаңаөзен&gt;</title>');
  expect(svg).not.toMatch(/<text|<script|font-family|on\w+=|href="(?!#|data:image\/png)|NaN|undefined/);
  expect(writeSvg(paged.pages[0]!, paged, fonts, 'x')).toBe(writeSvg(paged.pages[0]!, paged, fonts, 'x'));
});

test('of a large font only the glyphs of the page are opened, and they look the same', () => {
  const paged = lay();
  const large = [...fonts.files].map(([id, file]) => {
    const outlines = (cut?: () => Uint8Array) => {
      if (!cut) throw new Error(`${id} is opened whole`);
      return file.outlines(cut);
    };
    // A getter would be called by spreading: the font is opened when it is asked for.
    return [id, Object.assign(Object.create(file), { content: { isLarge: true }, outlines })] as const;
  });
  const drawn = writeSvg(paged.pages[0]!, paged, { ...fonts, files: new Map(large) }, 'x');
  expect(drawn).toBe(writeSvg(paged.pages[0]!, paged, fonts, 'x'));
});

test('a page on a sheet is moved, turned and cut off; a picture keeps its pixels', async () => {
  const page: Page = {
    width: 100,
    height: 100,
    items: [
      {
        kind: 'group',
        matrix: [0, 1, -1, 0, 100, 0],
        clip: { x: 0, y: 0, width: 50, height: 20 },
        items: [{ kind: 'box', x: 0, y: 0, width: 80, height: 80, ink: 0 }],
      },
      { kind: 'image', x: 0, y: 80, width: 20, height: 20, image: 'dots' },
    ],
  };
  const dots = { width: 2, height: 1, samples: 'grey1', data: Uint8Array.of(0b01000000) } as const;
  const svg = writeSvg(page, { language: 'en', images: new Map([['dots', dots]]) }, fonts, 'x');
  const { data } = PNG.sync.read(Buffer.from(await writePng(svg, 100)));
  const grey = (x: number, y: number) => data[(y * 100 + x) * 4];
  // The box's first 50 × 20 points, turned by a quarter: at the right edge, 20 wide and 50 high.
  expect([grey(90, 25), grey(90, 60), grey(70, 25)]).toEqual([0, 255, 255]);
  expect([grey(2, 90), grey(17, 90)]).toEqual([0, 255]);
});

test.skipIf(!hasTool('pdftoppm'))('the picture shows what the PDF prints (needs pdftoppm)', async () => {
  const paged = lay();
  const folder = await makeFolder();
  writeFileSync(join(folder, 'a.pdf'), await writePdf(paged, fonts));
  execFileSync('pdftoppm', ['-r', '144', '-png', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')]);
  const printed = PNG.sync.read(readFileSync(join(folder, 'a.png')));
  const svg = writeSvg(paged.pages[0]!, paged, fonts, 'x');
  const shown = PNG.sync.read(Buffer.from(await writePng(svg, printed.width)));
  expect(Math.abs(shown.height - printed.height)).toBeLessThanOrEqual(1);
  let [different, ink] = [0, 0];
  const count = Math.min(shown.data.length, printed.data.length) / 4;
  for (let i = 0; i < count; i++) {
    different += Math.abs(shown.data[i * 4]! - printed.data[i * 4]!);
    ink += 255 - printed.data[i * 4]!;
  }
  // Only the softened edges of letters differ; another text or a letter left out would be far above.
  expect(different / ink).toBeLessThan(0.25);
});
