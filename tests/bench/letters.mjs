// The same letter from many members, made by handbill, Typst, pdfkit as its guide shows, and pdfmake, in turns, each on
// all cores: handbill on its threads, the others in as many processes. Each file is looked into.
// Usage: node tests/bench/letters.mjs [letters for handbill, 2000] [rounds, 3] [growth, such as 100,1000,10000]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(self);
const FONT = require.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf');
const TARGET = 'co-citic-group';
const LOOK = fileURLToPath(new URL('look-into.cjs', import.meta.url));

/** One made-up member; names and addresses differ, the letter doesn't. */
const memberOf = (i) => ({
  id: `m${i}`,
  name: `Member ${i}`,
  street: `${(i % 97) + 1} Example Street`,
  city: `Exampleton ${i % 50}`,
  country: 'GB',
});
const headOf = (i) => Object.values(memberOf(i)).slice(1).join('\n');

/** The peers: each makes letters in its own process, so that its memory is its own. */
const PEERS = {
  typst: async (count, text, out) => {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [join(FONT, '..')] }], workspace: out });
    const body = text.map((p) => `#par(${JSON.stringify(p)})`).join('\n');
    const main = `#set page(paper: "a4", margin: 25mm)\n#set text(font: "Noto Serif", size: 10.5pt, lang: "en")\n#for l in sys.inputs.head.split("\\n") [#l \\ ]\n${body}\n`;
    return (i) => compiler.pdf({ mainFileContent: main, inputs: { head: headOf(i) } });
  },
  pdfkit: async (_, text) => {
    const { default: PDFDocument } = await import('pdfkit');
    return (i) =>
      new Promise((resolve) => {
        const pdf = new PDFDocument({ size: 'A4', margin: 70 });
        const chunks = [];
        pdf.on('data', (chunk) => chunks.push(chunk));
        pdf.on('end', () => resolve(Buffer.concat(chunks)));
        pdf.font(FONT).fontSize(10.5).text(headOf(i)).moveDown();
        for (const paragraph of text) pdf.text(paragraph).moveDown();
        pdf.end();
      });
  },
  pdfmake: async (_, text) => {
    const pdfmake = require('pdfmake');
    pdfmake.setLocalAccessPolicy(() => true);
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.addFonts({ Serif: { normal: FONT, bold: FONT, italics: FONT, bolditalics: FONT } });
    return (i) =>
      pdfmake
        .createPdf({
          content: [headOf(i), ...text].map((paragraph) => ({ text: paragraph, margin: [0, 0, 0, 10] })),
          defaultStyle: { font: 'Serif', fontSize: 10.5 },
        })
        .getBuffer();
  },
};
/** Letters of the slow ones, so that a round takes seconds; Typst makes as many as handbill. */
const COUNTS = { pdfkit: 40, pdfmake: 40 };
const NAMES = ['handbill', ...Object.keys(PEERS)];
const cores = availableParallelism();

if (process.argv[2] === '--peer') await runPeer(process.argv[3], JSON.parse(process.argv[4]));
else await compare(Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 3), process.argv[4]);

/** Makes every so many-th letter, from the first of its own on. */
async function runPeer(name, { count, first, step, text, out }) {
  const make = await PEERS[name](count, text, out);
  for (let i = first; i < count; i += step) writeFileSync(join(out, `${i}.pdf`), await make(i));
}

async function compare(count, rounds, growth) {
  const work = mkdtempSync(join(tmpdir(), 'handbill-bench-'));
  try {
    const text = await letterText(work);
    console.log(`${cpus()[0].model}, ${cores} cores, Node ${process.version}\n`);
    const runs = Object.fromEntries(NAMES.map((name) => [name, { small: [], all: [] }]));
    for (let round = 0; round < rounds; round += 1) {
      for (const name of NAMES) {
        const n = COUNTS[name] ?? count;
        const make = (n) => (name === 'handbill' ? runHandbill(work, n) : runPeers(name, work, text, n));
        runs[name].small.push(await make(Math.ceil(n / 4)));
        runs[name].all.push(await make(n));
      }
    }
    tellWhole(runs);
    tellFurther(runs);
    for (const size of (growth ?? '').split(',').filter(Boolean).map(Number)) {
      const { seconds, rss, cpu } = await runHandbill(work, size, []);
      console.log(
        `${size} letters: ${seconds.toFixed(1)} s, ${(size / seconds).toFixed(0)}/s, ${cpu.toFixed(1)} s of computing, ${(rss / 1e6).toFixed(0)} MB`,
      );
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** Whole processes, everybody's start included; memory is that of all processes of one together. */
function tellWhole(runs) {
  const medianOf = (name, key) => median(runs[name].all.map((run) => run[key]));
  console.log('Whole processes, start included:\n');
  tellRow(['', 'letters', 'seconds', 's of computing', 'letters/s', 'computing, × Typst', 'MB', 'bytes', 'tagged']);
  tellRow(Array(9).fill('---'));
  const typst = medianOf('typst', 'cpu') / runs.typst.all[0].count;
  for (const [name, { all }] of Object.entries(runs)) {
    const { count, bytes, tagged } = all[0];
    const [seconds, cpu, rss] = ['seconds', 'cpu', 'rss'].map((key) => medianOf(name, key));
    const times = cpu / count / typst;
    tellRow([name, count, seconds.toFixed(1), cpu.toFixed(1), (count / seconds).toFixed(0), times.toFixed(2), (rss / 1e6).toFixed(0), bytes, tagged ? 'yes' : 'no']);
  }
}

/** What a further letter takes: from a quarter of the letters to all of them, so nobody's start is in it. */
function tellFurther(runs) {
  const further = (name, key) => {
    const { small, all } = runs[name];
    return median(all.map((run, i) => (1000 * (run[key] - small[i][key])) / (run.count - small[i].count)));
  };
  console.log('\nA further letter, start left out:\n');
  tellRow(['', 'ms', 'ms of computing', 'computing, × Typst']);
  tellRow(Array(4).fill('---'));
  for (const name of NAMES) {
    const [seconds, cpu] = ['seconds', 'cpu'].map((key) => further(name, key));
    tellRow([name, seconds.toFixed(2), cpu.toFixed(2), (cpu / further('typst', 'cpu')).toFixed(2)]);
  }
  console.log();
}

function tellRow(cells) {
  console.log(`| ${cells.join(' | ')} |`);
}

/** The paragraphs of the letter, as handbill itself words them. */
async function letterText(work) {
  await handbill(work, ['letters', '--to', TARGET, '--lang', 'en', '--format', 'txt', '--out', 'text', '--quiet']);
  const text = readFileSync(join(work, 'text/letters', `${TARGET}.en.txt`), 'utf8');
  return text.split(/\n\n+/).map((paragraph) => paragraph.replaceAll('\n', ' '));
}

/**
 * A whole process, from reading the list of members to the last file and the manifest. On all cores whatever the number of
 * letters, so that between two numbers the start is the same; what it chooses by itself is shown by growth.
 */
async function runHandbill(work, count, threads = ['--workers', String(cores)]) {
  const rows = Array.from({ length: count }, (_, i) => Object.values(memberOf(i)).join(','));
  writeFileSync(join(work, 'members.csv'), ['id,name,street,city,country', ...rows, ''].join('\n'));
  const out = mkdtempSync(join(work, 'handbill-'));
  const args = ['letters', '--senders', 'members.csv', '--to', TARGET, '--lang', 'en', '--format', 'pdf', ...threads];
  const start = performance.now();
  const { rss, cpu } = await handbill(work, [...args, '--out', out, '--quiet']);
  return finish(join(out, 'letters'), { count, seconds: (performance.now() - start) / 1000, rss, cpu });
}

function handbill(work, args) {
  return runNode(work, [join(root, 'bin/handbill.js'), ...args]);
}

/** Letters in as many processes as there are cores, which share them evenly. */
async function runPeers(name, work, text, count) {
  const out = mkdtempSync(join(work, `${name}-`));
  const start = performance.now();
  const ran = await Promise.all(
    Array.from({ length: cores }, (_, first) =>
      runNode(work, [self, '--peer', name, JSON.stringify({ count, first, step: cores, text, out })]),
    ),
  );
  const seconds = (performance.now() - start) / 1000;
  const sum = (key) => ran.reduce((total, one) => total + one[key], 0);
  return finish(out, { count, seconds, rss: sum('rss'), cpu: sum('cpu') });
}

/** Runs node and tells its largest memory in bytes, and its seconds of computing, those of all threads, start included. */
async function runNode(work, args) {
  const watch = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write('rss ' + maxRSS + ' cpu ' + (userCPUTime + systemCPUTime)); })`;
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
  const child = spawn(process.execPath, ['--import', preload, ...args], { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(said);
  const [, rss, cpu] = /rss (\d+) cpu (\d+)\s*$/.exec(said);
  return { rss: Number(rss) * 1024, cpu: Number(cpu) / 1e6 };
}

/**
 * Looks into each file: whose letter it is, its text, its fonts, and whether all or none are tagged. They stay till the end,
 * since a file system takes its time to give out the places of files that were just deleted.
 */
function finish(folder, made) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  if (files.length !== made.count) throw new Error(`${folder}: ${files.length} of ${made.count} files`);
  const looked = chunks(files, 500).flatMap((some) =>
    execFileSync('mutool', ['run', LOOK, ...some], { cwd: folder, maxBuffer: 1 << 28 }).toString().trim().split('\n').map(JSON.parse),
  );
  for (const [i, { text, bare, tagged }] of looked.entries()) {
    const file = join(folder, files[i]);
    const [member] = /\d+(?=\.pdf$)/.exec(files[i]);
    const lacks = ['name', 'street'].find((key) => !text.includes(`${memberOf(Number(member))[key]} `));
    if (lacks || !text.includes('Zhanaozen')) throw new Error(`${file} lacks ${lacks ?? 'its text'}`);
    if (bare.length > 0) throw new Error(`${file}: ${bare} not embedded`);
    if (tagged !== looked[0].tagged) throw new Error(`${file}: not tagged as others are`);
  }
  return { ...made, tagged: looked[0].tagged, bytes: statSync(join(folder, files.at(-1))).size };
}

function chunks(list, size) {
  return list.length === 0 ? [] : [list.slice(0, size), ...chunks(list.slice(size), size)];
}

function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}
