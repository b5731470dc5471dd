// The same letter from many members, made by handbill, Typst, pdfkit as its guide shows, and pdfmake, in turns.
// Usage: node tests/bench/letters.mjs [letters for handbill, 2000] [rounds, 3] [growth, such as 100,1000,10000]
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const self = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(self);
const FONT = require.resolve('@expo-google-fonts/noto-serif/400Regular/NotoSerif_400Regular.ttf');
const TARGET = 'co-citic-group';

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
const COUNTS = { pdfkit: 20, pdfmake: 20 };

if (process.argv[2] === '--peer') await runPeer(process.argv[3], JSON.parse(process.argv[4]));
else await compare(Number(process.argv[2] ?? 2000), Number(process.argv[3] ?? 3), process.argv[4]);

async function runPeer(name, { count, text, out }) {
  const make = await PEERS[name](count, text, out);
  await make(0);
  const start = performance.now();
  for (let i = 1; i <= count; i += 1) writeFileSync(join(out, `${i}.pdf`), await make(i));
  const seconds = (performance.now() - start) / 1000;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ seconds, rss: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
}

async function compare(count, rounds, growth) {
  const work = mkdtempSync(join(tmpdir(), 'handbill-bench-'));
  try {
    const text = letterText(work);
    console.log(`${cpus()[0].model}, ${cpus().length} threads, Node ${process.version}\n`);
    const rates = { handbill: [], typst: [], pdfkit: [], pdfmake: [] };
    const computing = { handbill: [], typst: [], pdfkit: [], pdfmake: [] };
    const other = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const name of Object.keys(rates)) {
        const made = name === 'handbill' ? runHandbill(work, count) : spawnPeer(name, work, text, COUNTS[name] ?? count);
        rates[name].push(made.count / made.seconds);
        computing[name].push((1000 * made.cpu) / made.count);
        other[name] = made;
      }
    }
    const typst = median(rates.typst);
    // Computing is that of whole processes, of all their threads, start included.
    console.log('| | letters/s | times Typst | ms of computing a letter | MB | bytes a letter |\n|---|---|---|---|---|---|');
    for (const [name, list] of Object.entries(rates)) {
      const { rss, bytes } = other[name];
      const rate = median(list);
      console.log(
        `| ${name} | ${rate.toFixed(0)} | ${(rate / typst).toFixed(2)} | ${median(computing[name]).toFixed(2)} | ${(rss / 1e6).toFixed(0)} | ${bytes} |`,
      );
    }
    for (const size of (growth ?? '').split(',').filter(Boolean).map(Number)) {
      const { seconds, rss, cpu } = runHandbill(work, size);
      console.log(`${size} letters: ${seconds.toFixed(1)} s, ${(size / seconds).toFixed(0)}/s, ${cpu.toFixed(1)} s of computing, ${(rss / 1e6).toFixed(0)} MB`);
    }
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** The paragraphs of the letter, as handbill itself words them. */
function letterText(work) {
  handbill(work, ['letters', '--to', TARGET, '--lang', 'en', '--format', 'txt', '--out', 'text', '--quiet']);
  const text = readFileSync(join(work, 'text/letters', `${TARGET}.en.txt`), 'utf8');
  return text.split(/\n\n+/).map((paragraph) => paragraph.replaceAll('\n', ' '));
}

/** A whole process, from reading the list of members to the last file and the manifest. */
function runHandbill(work, count) {
  const rows = Array.from({ length: count }, (_, i) => Object.values(memberOf(i)).join(','));
  writeFileSync(join(work, 'members.csv'), ['id,name,street,city,country', ...rows, ''].join('\n'));
  const out = mkdtempSync(join(work, 'handbill-'));
  const args = ['letters', '--senders', 'members.csv', '--to', TARGET, '--lang', 'en', '--format', 'pdf'];
  const start = performance.now();
  const { rss, cpu } = handbill(work, [...args, '--out', out, '--quiet']);
  const seconds = (performance.now() - start) / 1000;
  return finish(join(out, 'letters'), { count, seconds, rss, cpu });
}

/** Runs handbill and tells its largest memory in bytes, and its seconds of computing, those of all threads. */
function handbill(work, args) {
  const watch = `process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); process.stderr.write('rss ' + maxRSS + ' cpu ' + (userCPUTime + systemCPUTime)); })`;
  const preload = `data:text/javascript,${encodeURIComponent(watch)}`;
  const ran = spawnSync(process.execPath, ['--import', preload, join(root, 'bin/handbill.js'), ...args], {
    cwd: work,
    encoding: 'utf8',
  });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const [, rss, cpu] = /rss (\d+) cpu (\d+)\s*$/.exec(ran.stderr);
  return { rss: Number(rss) * 1024, cpu: Number(cpu) / 1e6 };
}

function spawnPeer(name, work, text, count) {
  const out = mkdtempSync(join(work, `${name}-`));
  const told = execFileSync(process.execPath, [self, '--peer', name, JSON.stringify({ count, text, out })]);
  return finish(out, { count, ...JSON.parse(told.toString()) });
}

/**
 * Checks one of the files: the letter's text is in it, and its fonts are embedded. They stay till the end, since a file
 * system takes its time to give out the places of files that were just deleted.
 */
function finish(folder, made) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  if (files.length < made.count) throw new Error(`${folder}: ${files.length} of ${made.count} files`);
  const file = join(folder, files.at(-1));
  const text = execFileSync('pdftotext', [file, '-']).toString().replaceAll(/\s+/g, ' ');
  const fonts = execFileSync('pdffonts', [file]).toString().trim().split('\n').slice(2);
  if (!/Member \d+/.test(text) || !text.includes('Zhanaozen')) throw new Error(`${file} lacks its text`);
  if (fonts.some((line) => !/ yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line))) throw new Error(`${file}: font not embedded`);
  return { ...made, bytes: statSync(file).size };
}

function median(list) {
  return [...list].sort((a, b) => a - b)[list.length >> 1];
}
