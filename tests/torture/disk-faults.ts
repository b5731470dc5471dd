import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HOLDER } from '../../src/write/holder.ts';
import { ARRIVED_TEXT } from '../commands/arrived-text.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { writeFiles } from '../folder.ts';

/** A command that writes: what was there before it, and whether it changes what people keep. */
export interface Writing {
  readonly what: string;
  readonly line: string;
  /** Command lines that run before, undisturbed. */
  readonly before?: readonly string[];
  /** Files that are changed after those. */
  readonly changed?: Readonly<Record<string, string>>;
  /** A command that mends what was left, where the same one again would say that it is done already. */
  readonly mend?: string;
  /** A command that comes after the same one again, and sweeps up. */
  readonly sweep?: string;
  /** Tried in the short form, too. */
  readonly isQuick?: boolean;
}

const DAY = '--date 2026-05-02';
const NEW_DEMAND = smallAppeal('a')['a/appeal.yaml']!.replace('Release them', 'Release all of them');
const ROWS = Array.from(
  { length: 40 },
  (_, i) => `Office ${i} Ltd,${i} Road,Exampleton,GB,office-${i}@example.org`,
);
const CHECK = 'check a';

/** Every command that writes. */
export const WRITINGS: readonly Writing[] = [
  { what: 'make', line: `make a --out out --format txt,pdf --paper a4 --up 1 ${DAY}` },
  {
    what: 'make over an older state',
    before: [`make a --out out --format txt ${DAY}`],
    changed: { 'a/appeal.yaml': NEW_DEMAND },
    line: `make a --out out --format txt ${DAY}`,
  },
  { what: 'letters', line: `letters a --out out --format txt,eml,docx ${DAY}` },
  {
    what: 'letters, one print run',
    line: `letters a --out out --sender a/sender.json --combine duplex ${DAY}`,
  },
  { what: 'leaflets', line: `leaflets a --out out --kind picket,placard --format txt ${DAY}` },
  { what: 'site', line: `site a --out out ${DAY}` },
  { what: 'site, embedded', line: `site a --embed --out out ${DAY}` },
  {
    what: 'letters that ask again',
    before: [
      `letters a --out a/out --format txt ${DAY}`,
      `sent a/out/letters/example-ltd.en.txt --by post ${DAY}`,
    ],
    line: 'letters a --out a/out --format txt --follow-up --date 2026-06-20',
  },
  { what: 'contacts envelopes', line: `contacts envelopes a --size c6 --out out ${DAY}` },
  { what: 'contacts labels', line: `contacts labels a --out out ${DAY}` },
  {
    what: 'clean',
    before: [`make a --out out --format txt ${DAY}`, `contacts labels a --out out ${DAY}`],
    line: 'clean --out out',
  },
  {
    isQuick: true,
    what: 'manifest merge',
    before: [1, 2].map((part) => `make a --out out --format txt --shard ${part}/2 ${DAY}`),
    line: 'manifest merge --out out',
    sweep: `make a --out out --format txt ${DAY}`,
  },
  {
    what: 'init',
    mend: 'check b',
    line: `init b --no-input ${DAY} --title Strike --issuer Union --what Arrested. --source Union --demand Release --to Ltd --lang en --to-kind company`,
  },
  {
    what: 'init --from',
    changed: { 'words.txt': ARRIVED_TEXT },
    line: `init b --no-input --from words.txt ${DAY}`,
    mend: 'check b',
  },
  { what: 'edit', line: `edit a --no-input --set title=Freedom ${DAY}`, mend: CHECK },
  {
    what: 'edit of two files',
    line: `edit a --no-input --set title=Freedom --set example-ltd.city=London ${DAY}`,
    mend: CHECK,
  },
  {
    what: 'edit --undo',
    before: [`edit a --no-input --set title=Freedom --set example-ltd.city=London ${DAY}`],
    line: 'edit a --no-input --undo',
    mend: CHECK,
  },
  {
    what: 'contacts import',
    changed: { 'list.csv': `name,street,city,country,email\n${ROWS.join('\n')}\nNobody,,,,\n` },
    line: 'contacts import list.csv --appeal a --yes --set kind=company',
    mend: CHECK,
  },
  {
    isQuick: true,
    what: 'facts correct',
    line: 'facts correct what-happened a --status withdrawn --source https://www.example.org/news --date 2026-05-03',
    mend: CHECK,
  },
  {
    what: 'add fact',
    line: `add fact a --no-input --what Fined. --when 2026-05-01 --where Exampleton --source Union ${DAY}`,
    mend: CHECK,
  },
  {
    what: 'add demand',
    line: `add demand a --no-input --demand Apologise ${DAY}`,
    mend: CHECK,
  },
  {
    what: 'add target',
    line: `add target a --no-input --to Another --to-kind union --to-country DE --to-city Berlin --to-source Union ${DAY}`,
    mend: CHECK,
  },
  {
    what: 'add event',
    line: `add event a --no-input --event picket --event-date 2026-05-09 --event-time 18:00 --event-place Gate --event-city London --event-source Union ${DAY}`,
    mend: CHECK,
  },
  {
    what: 'add figure',
    changed: { 'a/facts.csv': smallAppeal('a')['a/facts.csv']!.replace('twelve', '12') },
    line: `add figure a --no-input --fact what-happened --number 12 --unit strikers --voice police --source Union ${DAY}`,
    mend: CHECK,
  },
  {
    what: 'add person',
    line: `add person a --no-input --name Somebody --role chair --source Union ${DAY}`,
    mend: CHECK,
  },
  { what: 'add source', line: `add source a --no-input --source Newspaper ${DAY}`, mend: CHECK },
  {
    what: 'add picture',
    changed: { 'a/us.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>' },
    line: `add picture a --no-input --file us.svg --alt Us --credit Us --rights ours ${DAY}`,
    mend: CHECK,
  },
  { what: 'quick', line: `quick a --no-input --country GB --lang en ${DAY}` },
  { what: 'pack', line: `pack a --out out ${DAY}` },
  { what: 'open', before: [`pack a --out out ${DAY}`], line: 'open out/packs/strike.zip b', mend: 'check b' },
  {
    what: 'open over changes of one’s own',
    before: [
      `pack a --out out ${DAY}`,
      'open out/packs/strike.zip b',
      `add demand a --no-input --demand Apologise ${DAY}`,
      `add fact a --no-input --what Fined. --when 2026-05-01 --where Exampleton --source Union ${DAY}`,
      `add target b --no-input --to Another --to-kind union --to-country DE --to-city Berlin --to-source Union ${DAY}`,
      `pack a --out out ${DAY}`,
    ],
    line: 'open out/packs/strike.zip b',
    mend: 'check b',
  },
  { what: 'translate new', line: 'translate new ro a', mend: CHECK },
  {
    what: 'translate import of words',
    before: ['translate new ro a', 'translate export a --words ro --to ro.po'],
    changed: { 'ro.po': 'msgstr "Vorbe"' },
    line: 'translate import ro.po a',
    mend: CHECK,
  },
  { what: 'add language', line: 'add language de a --no-input', mend: CHECK },
  { isQuick: true, what: 'translate export', line: 'translate export a --lang de --to de.po' },
  {
    what: 'translate import',
    before: ['translate export a --lang de --to de.po'],
    changed: { 'de.po': 'msgstr "Worte"' },
    line: 'translate import de.po a',
    mend: CHECK,
  },
  {
    what: 'sent',
    before: [`letters a --out a/out --format txt ${DAY}`],
    line: `sent a/out/letters/example-ltd.en.txt --by post ${DAY}`,
    mend: CHECK,
  },
  { what: 'templates copy', line: 'templates copy letter/embassy.en a', mend: CHECK },
  { what: 'preview --contact-sheet', line: `preview a --contact-sheet pages.pdf ${DAY}` },
];

/** Sets up the folder that a command finds. Throws where what comes before it doesn't end well. */
export async function setStage(cwd: string, { before = [], changed = {} }: Writing): Promise<void> {
  await writeFiles(cwd, smallAppeal('a'));
  for (const line of before) {
    const { code, stderr } = await handbill(cwd, line);
    if (code !== 0) throw new Error(`${line}\n${stderr}`);
  }
  for (const [path, text] of Object.entries(changed)) {
    writeFileSync(join(cwd, path), path.endsWith('.po') ? translated(join(cwd, path), text) : text);
  }
}

/** A PO file with the same words for each text that has no places for values. */
function translated(file: string, words: string): string {
  const messages = readFileSync(file, 'utf8').trimEnd().split('\n\n');
  return `${messages.map((text) => (text.includes('{') ? text : text.replace(/msgstr ""$/, words))).join('\n\n')}\n`;
}

/** Gives what this process left in a folder to a process that is dead. */
export function orphan(folder: string): void {
  const dead = HOLDER.replace(/^\d+-\d+/, '4194305-1');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    basename(name).includes(HOLDER),
  );
  for (const name of names) {
    const path = join(folder, name);
    if (name.endsWith('.together')) writeFileSync(path, readFileSync(path, 'utf8').replaceAll(HOLDER, dead));
    renameSync(path, join(dirname(path), basename(path).replace(HOLDER, dead)));
  }
}
