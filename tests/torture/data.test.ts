import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { readJournal } from '../../src/batch/journal.ts';
import { MANIFEST, readManifest } from '../../src/batch/manifest.ts';
import { bringRecorded, LABELS, PAGES } from '../../src/batch/recorded.ts';
import { checkAppeal } from '../../src/check/appeal.ts';
import { checkMembers } from '../../src/check/members.ts';
import { checkOutbox } from '../../src/check/outbox.ts';
import { checkSender } from '../../src/check/sender.ts';
import { checkSiteWords } from '../../src/check/site.ts';
import { checkWords } from '../../src/check/words.ts';
import { OUTBOX_COLUMNS } from '../../src/model/outbox.ts';
import { parsePart, readAppeal } from '../../src/read/appeal.ts';
import { readOutbox } from '../../src/read/outbox.ts';
import { parsePo } from '../../src/read/po.ts';
import { readSender } from '../../src/read/sender.ts';
import { readSenders } from '../../src/read/senders.ts';
import { parseStructured } from '../../src/read/structured.ts';
import { parseXliff } from '../../src/read/xliff.ts';
import { hashOf, writeOutput } from '../../src/write/files.ts';
import { openStaging } from '../../src/write/staging.ts';
import { formatXliff } from '../../src/write/xliff.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { mutatedBytes, mutatedText, mutatedTree } from './mutations.ts';
import { placeFor, tryReader } from './trial.ts';

const small = smallAppeal('x');
const source = (file: string, text: string) => ({ file, text, sha256: '' });
const bundled = (file: string) => readFileSync(file, 'utf8');
const zhanaozen = ['facts.csv', 'contacts.csv', 'events.csv'].map((name) =>
  bundled(`data/zhanaozen/${name}`),
);

describe('readers of data, given valid files with anything changed', { timeout: 300_000 }, () => {
  test('YAML', () =>
    tryReader({
      what: 'YAML',
      cases: 3_000,
      inputs: mutatedText([small['x/appeal.yaml']!, 'a: &a [1, 2]\nb: *a\nc: !!set {x}\n<<: {d: 1}\n']),
      read: (text) => void parseStructured(source('appeal.yaml', text)),
    }));

  test('JSON', () =>
    tryReader({
      what: 'JSON',
      cases: 20_000,
      inputs: fc.oneof(
        mutatedText([JSON.stringify({ id: 'x', title: { en: 'A' }, facts: [{ id: 'a', text: null }] })]),
        fc.json({ maxDepth: 6 }),
      ),
      read: (text) => void parseStructured(source('appeal.json', text)),
    }));

  test('CSV', () =>
    tryReader({
      what: 'CSV',
      cases: 20_000,
      inputs: fc.tuple(
        mutatedText([small['x/contacts.csv']!, ...zhanaozen.map((text) => text.slice(0, 3000))]),
        fc.constantFrom('facts', 'contacts', 'events', 'corrections'),
      ),
      read: ([text, part]) => void parsePart(source(`${part}.csv`, text), part),
    }));

  test('PO', () =>
    tryReader({
      what: 'PO',
      cases: 22_000,
      inputs: mutatedText([
        'msgid ""\nmsgstr ""\n"Language: de\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n' +
          '#, fuzzy\n#. c\nmsgctxt "appeal/title"\nmsgid "Free them"\nmsgstr "Frei"\n',
      ]),
      read: (text) => void parsePo(source('de.po', text)),
    }));

  test('XLIFF', () =>
    tryReader({
      what: 'XLIFF',
      cases: 10_000,
      inputs: mutatedText([
        formatXliff({ project: 'x', language: 'de', original: 'en' }, [
          { id: 'appeal/title', original: 'Free & <them>', translation: 'Frei', note: 'A note', fuzzy: true },
          { id: 'fact/a/text', original: '{killed} died', translation: '', fuzzy: false },
        ]),
      ]),
      read: (text) => void parseXliff(source('de.xlf', text)),
    }));

  test('whole appeals, with values of other kinds in them', () =>
    tryReader({
      what: 'appeal, checked',
      cases: 300,
      inputs: mutatedTree(parseStructured(source('appeal.yaml', bundled('data/zhanaozen/appeal.yaml'))).data),
      read: (data) => {
        const text = JSON.stringify(data) ?? 'null';
        const head = parseStructured(source('appeal.json', text));
        return checkAppeal({ head }, { today: '2026-01-01', detailed: true }).problems;
      },
    }));

  test('words and texts of the site', () =>
    tryReader({
      what: 'language files',
      cases: 200,
      inputs: mutatedText([bundled('templates/words/en.yaml'), bundled('templates/site/en.yaml')]),
      read: (text) => {
        const file = parseStructured(source('en.yaml', text));
        return [...checkWords([file]).problems, ...checkSiteWords([file]).problems];
      },
    }));
});

describe('readers of files, given any bytes', { timeout: 300_000 }, () => {
  test('the files of an appeal', async () => {
    const place = await placeFor();
    await tryReader({
      what: 'appeal, files',
      cases: 1_000,
      inputs: fc.tuple(
        ...['appeal.yaml', 'facts.csv', 'contacts.csv'].map((name) =>
          mutatedBytes([Buffer.from(small[`x/${name}`]!)]),
        ),
      ),
      read: async ([head, facts, contacts]) => {
        await place.write({ 'appeal.yaml': head!, 'facts.csv': facts!, 'contacts.csv': contacts! });
        const { files, problems } = await readAppeal(place.path, {});
        return files ? [...problems, ...checkAppeal(files, { today: '2026-01-01' }).problems] : problems;
      },
    });
  });

  test('senders', async () => {
    const place = await placeFor();
    const one =
      '{"name": "A", "country": "DE", "email": "a@example.org", "imprint": {"publisher": {"name": "U", "address": "1 R"}}}';
    const many = 'id,name,country,ownWords\na,Anna,DE,"x, ""y"""\nb,Boris,KZ,\n';
    await tryReader({
      what: 'senders',
      cases: 1_000,
      inputs: fc.tuple(mutatedBytes([Buffer.from(one)]), mutatedBytes([Buffer.from(many)])),
      read: async ([sender, members]) => {
        await place.write({ 'sender.json': sender, 'members.csv': members });
        const file = await readSenders(place.file('members.csv'), { isKnown: () => false });
        const list = await checkMembers(file);
        return [...list.problems, ...checkSender(await readSender(place.file('sender.json'))).problems];
      },
    });
  });

  test('the outbox', async () => {
    const place = await placeFor();
    const rows = `${OUTBOX_COLUMNS.join(',')}
x,,en,03fa91bc,,post,2026-05-02,,letters/x.en.txt,fact/a;demand/b
y,m,de,03fa91bc,true,fax,2026-05-03,2026-06-01,letters/y.de.m.txt,
`;
    await tryReader({
      what: 'outbox',
      cases: 2_000,
      inputs: mutatedBytes([Buffer.from(rows)]),
      read: async (bytes) => {
        await place.write({ 'outbox.csv': bytes });
        return checkOutbox(await readOutbox(place.path)).problems;
      },
    });
  });

  test('records of pages and labels: nothing is removed that lies elsewhere', async () => {
    const place = await placeFor();
    const hash = hashOf('mine');
    const names = [
      '../keep.txt',
      '.git/config',
      '/etc/hostname',
      'keep.txt',
      'site/keep.txt',
      'a/../keep.txt',
    ];
    const record = JSON.stringify(Object.fromEntries(names.map((name) => [name, hash])));
    await tryReader({
      what: 'records of what was written',
      cases: 1_000,
      inputs: fc.tuple(mutatedBytes([Buffer.from(record)]), fc.constantFrom(PAGES, LABELS)),
      read: async ([bytes, name]) => {
        await place.write({ [name]: bytes, 'keep.txt': Buffer.from('mine') });
        const { problems } = await bringRecorded(place.path, [], { record: name, prune: true });
        if (readFileSync(place.file('keep.txt'), 'utf8') !== 'mine') throw new Error('changed');
        return problems;
      },
    });
  });

  test('manifest and journal', async () => {
    const place = await placeFor();
    const hash = 'a'.repeat(64);
    const manifest = JSON.stringify({
      handbill: '0.1.0',
      appeal: 'x',
      editions: { a3f: { path: 'a.pdf', inputs: { edition: 'a3f' } } },
      inputs: { one: { edition: 'a3f' } },
      files: { 'letters/a.pdf': { sha256: hash, inputs: 'one', own: { target: hash } } },
    });
    const journal = `${hash} ${hash} letters/a.en.pdf\n`;
    await tryReader({
      what: 'manifest, journal',
      cases: 1_000,
      inputs: fc.tuple(mutatedBytes([Buffer.from(manifest)]), mutatedBytes([Buffer.from(journal)])),
      read: async ([stored, noted]) => {
        await writeOutput(place.path, MANIFEST, stored);
        await writeOutput(place.path, '.staging/journal', noted);
        await readManifest(place.path);
        readJournal(openStaging(place.path, '.staging'));
      },
    });
  });
});
