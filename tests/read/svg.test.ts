import { describe, expect, test } from 'vitest';
import type { RasterImage } from '../../src/model/page.ts';
import { parsePicture } from '../../src/read/picture.ts';

const draw = async (inner: string, attributes = 'viewBox="0 0 10 10"') =>
  (await parsePicture(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`)))
    .image;

/** The grey of a place, in parts of width and height. */
function greyAt({ width, height, data }: RasterImage, x: number, y: number): number {
  return data[Math.floor(y * height) * width + Math.floor(x * width)]!;
}

const STAR = 'points="100,10 153,173 15,72 185,72 47,173"';

describe('a drawing looks as in a browser', () => {
  test.each<[string, string, string, readonly (readonly [number, number, number])[]]>([
    ['a star is filled by the non-zero rule', `<polygon ${STAR}/>`, 'viewBox="0 0 200 200"', [[0.5, 0.5, 0]]],
    [
      'and hollow where it says evenodd',
      `<polygon fill-rule="evenodd" ${STAR}/>`,
      'viewBox="0 0 200 200"',
      [
        [0.5, 0.5, 255],
        [0.5, 0.2, 0],
      ],
    ],
    [
      'classes of a style sheet in defs count',
      '<defs><style>.a{fill:#fff}.b{fill:none}</style></defs><rect width="10" height="10"/><circle class="a" cx="5" cy="5" r="4"/><rect class="b" width="10" height="10"/>',
      'viewBox="0 0 10 10"',
      [
        [0.5, 0.5, 255],
        [0.02, 0.02, 0],
      ],
    ],
    [
      'hidden layers stay hidden',
      '<g display="none"><rect width="9" height="9"/></g><g style="visibility:hidden"><rect width="9" height="9"/></g><rect x="9" width="1" height="10"/>',
      'viewBox="0 0 10 10"',
      [
        [0.5, 0.5, 255],
        [0.95, 0.5, 0],
      ],
    ],
    [
      'what lies outside the viewBox is cut off',
      '<rect x="4" y="4" width="90" height="90"/>',
      'viewBox="0 0 10 10"',
      [
        [0.9, 0.9, 0],
        [0.2, 0.2, 255],
      ],
    ],
    [
      'units are units',
      '<rect width="25mm" height="50mm"/>',
      'width="50mm" height="50mm"',
      [
        [0.4, 0.5, 0],
        [0.6, 0.5, 255],
      ],
    ],
    [
      'named colours are known',
      '<rect width="10" height="10" fill="darkred"/>',
      'viewBox="0 0 10 10"',
      [[0.5, 0.5, 30]],
    ],
    [
      'strokes and lines are drawn',
      '<line x1="0" y1="5" x2="10" y2="5" stroke="#000" stroke-width="2"/>',
      'viewBox="0 0 10 10"',
      [
        [0.5, 0.5, 0],
        [0.5, 0.2, 255],
      ],
    ],
    [
      'use and symbol repeat',
      '<defs><path id="a" d="M0 0h4v10h-4z"/></defs><use href="#a" x="6"/>',
      'viewBox="0 0 10 10"',
      [
        [0.8, 0.5, 0],
        [0.3, 0.5, 255],
      ],
    ],
    [
      'opacity gives grey',
      '<g opacity="0.5"><rect width="10" height="10"/></g>',
      'viewBox="0 0 10 10"',
      [[0.5, 0.5, 127]],
    ],
    [
      'what belongs to a drawing program alone is passed over',
      '<sodipodi:namedview id="n"/><rect width="10" height="10"/>',
      'viewBox="0 0 10 10" xmlns:sodipodi="http://example.org/s"',
      [[0.5, 0.5, 0]],
    ],
  ])('%s', async (_, inner, attributes, greys) => {
    const image = await draw(inner, attributes);
    for (const [x, y, grey] of greys)
      expect(Math.abs(greyAt(image, x, y) - grey), `${x}, ${y}`).toBeLessThan(3);
  });

  test('a document type without entities is passed over', async () => {
    const head = '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n';
    const { image } = await parsePicture(
      Buffer.from(
        `${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h9v9z"/></svg>`,
      ),
    );
    expect(image.width / image.height).toBe(2);
  });
});

const DOT = '<path d="M0 0h9v9h-9z"/>';

describe('what can’t be drawn is refused, with the reason', () => {
  test.each([
    ['<script>alert(1)</script>', 'picture-unsafe', '<script>'],
    ['<style>*{fill:url(https://example.org)}</style>', 'picture-unsafe', 'loads'],
    ['<style>@import "a.css";</style>', 'picture-unsafe', 'loads'],
    ['<style>@media print{.a{fill:red}}</style>', 'picture-format', '@media'],
    ['<style>:root{--a:red}.b{fill:var(--a)}</style>', 'picture-format', 'var('],
    ['<style>.a:not(.b){fill:red}</style>', 'picture-format', '.a:not(.b)'],
    ['<g id="a"><use href="#a"/></g>', 'picture-broken', 'holds itself'],
    ['<a href="javascript:alert(1)"><path d="M0 0h1v1z"/></a>', 'picture-unsafe', 'javascript'],
    ['<path d="M0 0h1v1z" style="filter:blur(2px)"/>', 'picture-format', 'filter'],
    ['<filter id="f"/>', 'picture-format', '<filter>'],
    ['<path d="M0 0h1v1z" style="transform:rotate(9deg)"/>', 'picture-format', 'transform'],
    ['<path d="M0 0h1v1z" style="clip-path:circle(4px)"/>', 'picture-format', 'clip-path'],
    ['<image href="file:///etc/passwd"/>', 'picture-unsafe', '<image>'],
    ['<use href="other.svg#a"/>', 'picture-unsafe', 'other.svg'],
    ['<foreignObject/>', 'picture-unsafe', '<foreignObject>'],
    ['<path d="M0 0h1v1z" onclick="x()"/>', 'picture-unsafe', 'onclick'],
    ['<path d="M0 0h1v1z" fill="url(https://example.org/x)"/>', 'picture-unsafe', 'example.org'],
    ['<text>hello</text>', 'picture-format', 'font'],
  ])('%s', async (inner, code, reason) => {
    await expect(draw(DOT + inner)).rejects.toMatchObject({ code, message: expect.stringContaining(reason) });
  });

  test.each(['<path d="M0 0 nonsense"/>', '<rect width="9" height="9" fill="#fff"/>', ''])(
    'what draws nothing: %s',
    async (inner) => {
      await expect(draw(inner)).rejects.toMatchObject({ code: 'picture-broken' });
    },
  );

  test('entities, before anything is expanded', async () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 1 1">&b;</svg>';
    await expect(parsePicture(Buffer.from(bomb))).rejects.toMatchObject({ code: 'picture-unsafe' });
  });

  test('what names no size', async () => {
    await expect(draw(DOT, '')).rejects.toMatchObject({ code: 'picture-broken' });
  });
});

describe('a prefix, a style sheet of elsewhere or a character by its number hides nothing', () => {
  const OTHERS = `xmlns:s="http://www.w3.org/2000/svg" xmlns:x="urn:other" viewBox="0 0 10 10"`;
  const STYLE = 'rect{stroke-dasharray:0.5;stroke:#000}';
  test.each<[string, string, string]>([
    ['<s:script>a</s:script>', 'picture-unsafe', '<script>'],
    ['<s:image width="5" height="5" href="a.png"/>', 'picture-unsafe', '<image>'],
    ['<s:text>a</s:text>', 'picture-format', '<text>'],
    ['<s:path d="M0 0L9 9" stroke="#000" stroke-dasharray="0.5"/>', 'picture-format', 'dashed'],
    ['<path d="M0 0L9 9" stroke="#000" s:stroke-dasharray="0.5"/>', 'picture-format', 's:stroke-dasharray'],
    [`<s:style>${STYLE}</s:style>`, 'picture-format', 'dashed'],
    [`<x:style>${STYLE}</x:style>`, 'picture-format', 'dashed'],
    [`<metadata><a xmlns="urn:other"><style>${STYLE}</style></a></metadata>`, 'picture-format', 'dashed'],
    [`<style>${STYLE.replace('d', '&#100;')}</style>`, 'picture-format', 'dashed'],
    ['<path d="M0 0L9 9" style="stroke:#000;stroke-&#x64;asharray:0.5"/>', 'picture-format', 'dashed'],
    [
      '<x:g><path id="a" d="M0 0L9 9" stroke="#000" stroke-dasharray="1"/></x:g><use href="#a"/>',
      'picture-format',
      'dashed',
    ],
    [
      '<s:g xmlns:s="http://www.w3.org/2000/sv&#103;"><s:path d="M0 0L9 9" stroke="#000" stroke-dasharray="0.5"/></s:g>',
      'picture-format',
      'dashed',
    ],
    [
      '<x:g><image id="a" width="5" height="5" href="a.png"/></x:g><use href="#a"/>',
      'picture-unsafe',
      '<image>',
    ],
  ])('%s', async (inner, code, reason) => {
    await expect(draw(`${inner}<rect width="9" height="9"/>`, OTHERS)).rejects.toMatchObject({
      code: expect.stringContaining(code),
      message: expect.stringContaining(reason),
    });
  });

  test('many prefixes around many others aren’t copied for each', async () => {
    const prefixes = Array.from({ length: 30_000 }, (_, i) => `xmlns:p${i}="urn:p"`).join(' ');
    const inner = '<g xmlns:q="urn:q"/>'.repeat(30_000);
    await expect(draw(inner, `viewBox="0 0 10 10" ${prefixes}`)).rejects.toThrow('too many attributes');
  });

  test('a drawing all of whose elements bear a prefix is drawn, as programs of old wrote it', async () => {
    const svg =
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:other="urn:other" viewBox="0 0 10 10"><other:note>a</other:note><s:rect width="5" height="10"/></s:svg>';
    const { image } = await parsePicture(Buffer.from(svg));
    expect([greyAt(image, 0.2, 0.5), greyAt(image, 0.8, 0.5)]).toEqual([0, 255]);
  });
});
