import { existsSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readManifest } from '../../src/batch/manifest.ts';
import { makeTemporary, readFolder, writeFiles } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

/** An appeal in three languages, of which German lacks the fact and takes English for it. */
function appealInThree(): Record<string, string> {
  const plain = smallAppeal('a');
  const head = plain['a/appeal.yaml']!;
  return {
    ...plain,
    'a/appeal.yaml': `${head
      .replace('  en: "Free the strikers"', '  en: "Free the strikers"\n  fr: Liberté\n  de: Freiheit')
      .replace(/summary:\n {2}en: .*/, 'summary:\n  en: They struck\n  fr: Une grève\n  de: Ein Streik')
      .replace('en: "Release them"', 'en: "Release them"\n      fr: Libérez-les\n      de: Freilassen')
      .replace(
        '{ tag: "en", review: original }',
        '{ tag: en, review: original }\n  - { tag: fr, review: reviewed }\n  - { tag: de, review: reviewed, fallback: en }',
      )}
materials: [letters, picket, press-release]
people:
  - { id: worker, name: { en: Example Worker, fr: Exemple Ouvrier, de: Beispiel Arbeiter }, publish: yes, sources: [source-1] }
`,
    'a/facts.csv': `id,role,date,text.en,text.fr,sources,status
what-happened,event,2026-05-01,On 1 May 2026 twelve strikers were arrested.,Douze grévistes ont été arrêtés le 1er mai 2026.,source-1,reported
`,
    'a/contacts.csv': plain['a/contacts.csv']!.replace(',GB,en,', ',GB,en;fr;de,'),
    'a/events.csv': `id,kind,date,time,timeZone,place,address,city,country,calledBy,source
picket-1,picket,2026-06-01,17:00,Europe/London,At the gate,1 Example Road,Exampleton,GB,Our union,source-1
`,
  };
}

const LETTER = `---
material: letter
kind: company
language: fr
review: reviewed
---
{{> letterhead}}

{{facts "event"}}

{{demands}}

{{> closing.fr}}

{{> signature}}
`;

const words = readFileSync(new URL('../../templates/words/fr.yaml', import.meta.url), 'utf8');

/** Two fonts of letters that the bundled ones lack. */
const [REGULAR, BOLD] = ['Regular', 'Bold'].map(
  (cut) => `/usr/share/fonts/truetype/noto/NotoSansBengali-${cut}.ttf`,
) as [string, string];

const HEAD = (height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297"><rect x="0" y="0" width="210" height="${height}" fill="#333"/></svg>`;

/** A save: a file of the appeal, and what it holds then, from what it held before. */
const EDITS: Readonly<Record<string, readonly [string, (before: string) => string | Uint8Array]>> = {
  'a fact in one language': ['facts.csv', (text) => text.replace('twelve', 'thirteen')],
  'a fact in another': ['facts.csv', (text) => text.replace('Douze', 'Treize')],
  'a fact that a language lacked': [
    'facts.csv',
    (text) =>
      text.replace('text.fr,', 'text.fr,text.de,').replace('2026.,source-1', '2026.,Es war so.,source-1'),
  ],
  'a further fact': [
    'facts.csv',
    (text) => `${text}next,event,2026-05-02,They are held.,Ils sont détenus.,Sie sitzen.,source-1,reported\n`,
  ],
  'a demand': ['appeal.yaml', (text) => text.replace('Release them', 'Release them now')],
  'a source': ['appeal.yaml', (text) => text.replace('Our union, 2 May', 'Our union’s paper, 2 May')],
  'a person': ['appeal.yaml', (text) => text.replace('Exemple Ouvrier', 'Un Ouvrier')],
  'the name of a person, corrected': [
    'corrections.csv',
    () => 'date,person,language,was,now,source\n2025-12-31,worker,fr,Exemple Ouvrier,Un Ouvrier,source-1\n',
  ],
  'a fact that has that name': ['facts.csv', (text) => text.replace('They are held', 'Un Ouvrier is held')],
  'an address': ['contacts.csv', (text) => text.replace('1 Example Road', '3 Example Road')],
  'a further address': [
    'contacts.csv',
    (text) =>
      `${text}other-ltd,company,Other Ltd,9 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test\n`,
  ],
  'an event': ['events.csv', (text) => text.replace('17:00', '18:30')],
  'the style': ['appeal.yaml', (text) => `${text}style: newspaper\n`],
  'a partial': ['templates/partials/closing.fr.md', () => 'Salutations.\n'],
  'a template of one language': ['templates/letter/company.fr.md', () => LETTER],
  'a template that has the partial of another language': [
    'templates/letter/company.en.md',
    () => LETTER.replace('language: fr', 'language: en'),
  ],
  'that partial': ['templates/partials/closing.fr.md', () => 'Salutations à tous.\n'],
  'words of one language': [
    'templates/words/fr.yaml',
    () => words.replace('we-demand: Nous exigeons', 'we-demand: Nous réclamons'),
  ],
  'what letters are printed on': ['head.svg', () => HEAD(9)],
  ...(existsSync(REGULAR) && {
    'a font of one’s own': ['fonts/own.ttf', () => readFileSync(REGULAR)],
    'a fact that needs it': [
      'facts.csv',
      (text) => text.replace('thirteen strikers', 'thirteen (ধর্মঘট) strikers'),
    ],
    'another font in its place': ['fonts/own.ttf', () => readFileSync(BOLD)],
  }),
  'a fact withdrawn': ['facts.csv', (text) => text.replace(/source-1,reported\n$/, 'source-1,withdrawn\n')],
};

const MAKE = 'make a --letterhead a/head.svg --quiet';

const stop = new AbortController();
let cwd: string;
let remove: () => Promise<void>;
let watching: Promise<unknown>;
let said = '';

beforeAll(async () => {
  ({ path: cwd, remove } = await makeTemporary());
  await writeFiles(cwd, { ...appealInThree(), 'a/head.svg': HEAD(6) });
  const stderr = {
    write: (text: string) => {
      said += text;
    },
  };
  watching = handbill(cwd, `${MAKE} --out watched --watch`, { stderr, interrupt: () => stop.signal });
  await vi.waitFor(() => expect(said).toContain('Watching for changes'), { timeout: 120_000 });
}, 150_000);

afterAll(async () => {
  stop.abort();
  await watching;
  await remove();
});

test.each(Object.entries(EDITS))(
  'after a save of %s everything is as a make from nothing writes it',
  async (_, [name, edit]) => {
    const before = await readFile(join(cwd, 'a', name), 'utf8').catch(() => '');
    const after = edit(before);
    expect(after).not.toBe(before);
    said = '';
    await writeFiles(cwd, { [`a/${name}`]: after });
    await rm(join(cwd, 'fresh'), { recursive: true, force: true });
    const { code, stderr } = await handbill(cwd, `${MAKE} --out fresh`);
    expect(code, stderr).toBe(0);
    const fresh = await made('fresh');
    await vi.waitFor(async () => expect(await made('watched'), said).toEqual(fresh), {
      timeout: 60_000,
      interval: 200,
    });
  },
  150_000,
);

/** Every file, and what the manifest says of each; it also knows editions that were replaced. */
async function made(out: string): Promise<Record<string, unknown>> {
  const { 'handbill-manifest.json': _, ...files } = await readFolder(join(cwd, out));
  const manifest = await readManifest(join(cwd, out));
  return { ...files, manifest: [...(manifest?.files ?? [])] };
}
