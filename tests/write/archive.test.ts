import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { greyProfile } from '../../src/write/pdf/archive.ts';
import { makeFolder } from '../folder.ts';
import { describeWith, runOnFile } from '../tools.ts';
import { openObjects } from './opened.ts';
import { accessibleSamples } from './samples.ts';
import { TaggedFile } from './tagged-file.ts';

const samples = await accessibleSamples();
const CLAIM = '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>';

/** Rules of ISO 19005-2, level A, that can be told from a file; what breaks each. No validator could be reached. */
const RULES: Readonly<Record<string, (file: TaggedFile, bytes: Buffer) => readonly unknown[]>> = {
  '6.1.2 a line of bytes beyond ASCII behind the header': (_, bytes) =>
    /^%PDF-1\.[1-7]\n%[\x80-\xff]{4}/.test(bytes.toString('latin1', 0, 20)) ? [] : [bytes.subarray(0, 20)],
  '6.1.3 an identifier, and no encryption': ({ trailer }) =>
    trailer['/ID'] && !trailer['/Encrypt'] ? [] : [trailer],
  '6.2.3 an output intent with a profile of the inks': (file) => {
    const intents = file.array(file.catalog['/OutputIntents']).map((one) => file.dict(one));
    const isGood = intents.length === 1 && intents[0]!['/S'] === '/GTS_PDFA1';
    const profile = file.stream(intents[0]!['/DestOutputProfile']).data;
    return isGood && profile.toString('latin1', 36, 40) === 'acsp' ? [] : intents;
  },
  '6.2.4 no colours but grey': (_, bytes) =>
    openObjects(bytes).match(/\/Device(?:RGB|CMYK)|\/Separation|\/Pattern/g) ?? [],
  '6.2.8 pictures aren’t smoothed': (_, bytes) => openObjects(bytes).match(/\/Interpolate true/g) ?? [],
  '6.2.10 nothing shines through': (_, bytes) =>
    openObjects(bytes).match(/\/(?:SMask|ca|CA|BM)[ /\d]/g) ?? [],
  '6.2.11.4 every font is embedded': ({ fonts }) => fonts.filter(({ tables }) => tables.size === 0),
  '6.2.11.7 every code has a text, none of it forbidden': ({ fonts }) =>
    fonts.flatMap(({ codes, unicode }) =>
      [...codes].filter((code) => {
        const text = unicode.get(code) ?? '';
        return text === '' || text.includes('\0') || /[\ufeff\ufffe\ue000-\uf8ff]/.test(text);
      }),
    ),
  '6.3 links can be printed, and are all there is': ({ annotations }) =>
    annotations.filter(({ dict }) => dict['/Subtype'] !== '/Link' || String(dict['/F']) !== '4'),
  '6.5 no scripts, forms or files within': (file) => {
    const names = file.catalog['/Names'] === undefined ? {} : file.dict(file.catalog['/Names']);
    const inCatalog = ['/OpenAction', '/AA', '/AcroForm'].filter((key) => file.catalog[key] !== undefined);
    return [...inCatalog, ...Object.keys(names).filter((key) => key !== '/Dests')];
  },
  '6.6.2 the same in both descriptions': (file) => {
    const info = file.dict(file.trailer['/Info']);
    const said = (key: string) => file.text(info[key]) ?? '';
    const isTold = (text: string) => file.metadata.includes(text.replaceAll('&', '&amp;'));
    return ['/Title', '/Creator', '/Producer'].map(said).filter((text) => !isTold(text));
  },
  '6.6.2.3 what PDF/UA says is described': ({ metadata }) =>
    metadata.includes('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>') ? [] : [metadata],
  '6.7 marked, in a language, with structure': ({ catalog }) =>
    ['/MarkInfo', '/Lang', '/StructTreeRoot'].filter((key) => catalog[key] === undefined),
};

describeWith(['qpdf'], 'a file keeps to PDF/A-2a', () => {
  describe.each(samples.filter(([name]) => name !== 'pictures'))('%s', (_, pdf) => {
    const file = new TaggedFile(pdf);
    test('and claims it', () => expect(file.metadata).toContain(CLAIM));
    test.each(Object.entries(RULES))('%s', (_rule, find) => expect(find(file, Buffer.from(pdf))).toEqual([]));
  });

  test('one with a second ink doesn’t, and doesn’t claim it', () => {
    const [, pdf] = samples.find(([name]) => name === 'pictures')!;
    const file = new TaggedFile(pdf);
    expect(file.metadata).not.toContain('pdfaid');
    expect(file.catalog['/OutputIntents']).toBeUndefined();
  });
});

describeWith(['gs', 'qpdf'], 'tools', () => {
  test('Ghostscript takes the profile of greys for what it is', async () => {
    const folder = await makeFolder({});
    writeFileSync(join(folder, 'grey.icc'), greyProfile());
    writeFileSync(join(folder, 'a.pdf'), samples[0]![1]);
    const options = ['-q', '-dBATCH', '-dNOPAUSE', '-dSAFER', '-sDEVICE=pnggray', '-r20'];
    const icc = [`--permit-file-read=${folder}/`, `-sOutputICCProfile=${join(folder, 'grey.icc')}`];
    const out = execFileSync('gs', [
      ...options,
      ...icc,
      `-sOutputFile=${join(folder, 'a.png')}`,
      join(folder, 'a.pdf'),
    ]);
    expect(out.toString()).toBe('');
    expect(readFileSync(join(folder, 'a.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  test.each(samples)('qpdf finds nothing wrong: %s', (_, pdf) => {
    expect(runOnFile('qpdf', (path) => ['--check', path], pdf).toString()).toContain('No syntax');
  });
});
