// How computing and memory grow with n, 2n, 4n of each kind of input. Prints a table; ends with 1 where a doubling costs
// more than 2.3 times as much, or where the largest takes more than five seconds or 512 MB.
// Usage: node tests/bench/growth.mjs [kind …]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin/handbill.js');

const lines = (count, line) => Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
const contact = (i) => `office-${i},company,Office ${i} Ltd,${i} Example Road,EX1 1EX,Exampleton,GB,en,made up`;
const CONTACTS = `id,kind,organisation,street,postalCode,city,country,languages,source\n`;

const HEAD = `id: strike
title: { en: Free the strikers }
summary: { en: Free the strikers }
issuer: { name: Our union }
issued: 2026-05-02
languages: [{ tag: en, review: original }]
targets: [company]
sources: [{ id: us, title: "Our union, 2 May 2026" }]
`;
const DEMANDS = 'demands:\n  - { id: release, text: { en: Release them } }\n';
const FACTS = 'id,role,date,text.en,sources,status\n';
const fact = (i) =>
  `fact-${i},event,2026-05-01,On 1 May 2026 at gate ${i} of the works twelve strikers were arrested.,us,reported`;

/** Files of an appeal, with changes. */
const appeal = (changes = {}) => ({
  'appeal.yaml': HEAD + DEMANDS,
  'facts.csv': FACTS + `${fact(0)}\n`,
  'contacts.csv': CONTACTS + `${contact(0)}\n`,
  'sender.json': '{"name":"Our union","street":"1 Example Road","postalCode":"EX1 1EX","city":"Exampleton","country":"GB"}',
  ...changes,
});
const MAKE = 'make . --sender sender.json --format pdf,txt --date 2026-05-02';

const EVENTS = 'id,kind,date,time,timeZone,address,city,country,calledBy,source,title.en,place.en\n';
const event = (i) =>
  `event-${i},picket,2026-06-${String((i % 28) + 1).padStart(2, '0')},18:00,Europe/London,${i} Example Road,Exampleton,GB,Our union,us,Picket ${i},Gate ${i}`;
const longFact = (i) =>
  fact(i).replace('the works', `the works ${'and of the yards that lie beside them '.repeat(25)}`);
const demand = (i) => `  - { id: demand-${i}, text: { en: Release number ${i} } }`;

/** Each kind of input: its largest size, its files, and the command that reads them. */
const KINDS = {
  'events at the limit': [248, (n) => appeal({ 'events.csv': EVENTS + lines(n, event) }), MAKE],
  facts: [10_000, (n) => appeal({ 'facts.csv': FACTS + lines(n, fact) }), MAKE],
  'facts, checked': [10_000, (n) => appeal({ 'facts.csv': FACTS + lines(n, fact) }), 'check .'],
  events: [2_500, (n) => appeal({ 'events.csv': EVENTS + lines(n, event) }), MAKE],
  contacts: [5_000, (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), 'check .'],
  'contacts, written to': [5_000, (n) => appeal({ 'contacts.csv': CONTACTS + lines(n, contact) }), MAKE.replace('pdf,', '')],
  'characters of facts': [250_000, (n) => appeal({ 'facts.csv': FACTS + lines(n / 1_000, longFact) }), MAKE],
  demands: [1_000, (n) => appeal({ 'appeal.yaml': `${HEAD}demands:\n${lines(n, demand)}` }), MAKE],
};

const wanted = process.argv.slice(2);
const work = mkdtempSync(join(tmpdir(), 'handbill-growth-'));
let isBeyond = false;
console.log('| input | n | seconds of computing | MB | times as much |\n|---|---:|---:|---:|---|');
try {
  for (const [kind, [most, files, args]] of Object.entries(KINDS)) {
    if (wanted.length > 0 && !wanted.includes(kind)) continue;
    const costs = [most / 4, most / 2, most].map((n) => ({ n, ...measure(files(n), args.split(' ')) }));
    const grows = (key) => costs.slice(1).map((cost, i) => cost[key] / costs[i][key]);
    const times = grows('seconds').map((value) => value.toFixed(1)).join(', ');
    isBeyond ||= [...grows('seconds'), ...grows('memory')].some((value) => value > 2.3);
    isBeyond ||= costs[2].seconds > 5 || costs[2].memory > 512;
    console.log(
      `| ${kind} | ${costs.map(({ n }) => n.toLocaleString('en')).join(' / ')} | ${costs.map(({ seconds }) => seconds.toFixed(1)).join(' / ')} | ${costs.map(({ memory }) => memory.toFixed(0)).join(' / ')} | ${times} |`,
    );
  }
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = isBeyond ? 1 : 0;

/** Computing in seconds, and the most memory in MB, of a run of handbill on these files. */
function measure(files, args) {
  const folder = mkdtempSync(join(work, 'a-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const cost = join(folder, 'cost');
  const hook = `import { writeFileSync } from 'node:fs'; import { isMainThread } from 'node:worker_threads';
    process.on('exit', () => { if (isMainThread) writeFileSync(${JSON.stringify(cost)}, JSON.stringify(process.resourceUsage())); })`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(hook)}`];
  const ran = spawnSync(process.execPath, [...preload, program, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (ran.status > 1) throw new Error(ran.stderr);
  if (process.env.HANDBILL_SHOW) console.error(ran.status, ran.stdout.slice(-600), ran.stderr.slice(0, 1500));
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(cost, 'utf8'));
  return { seconds: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}
