/**
 * What an import costs: the public Database of Embassies as it is; and files made from it, a million rows where no other
 * number is named (0: none), once with every row met a hundred times over, once with every row a contact of its own.
 *
 *   node tests/bench/import.mjs [database_of_embassies.csv] [rows]
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

// Beside the repository where there is one.
const usual = fileURLToPath(new URL('../../../shared/data/database_of_embassies.csv', import.meta.url));
const [database = usual, size = '1000000'] = process.argv.slice(2);
if (!existsSync(database)) {
  process.stdout.write(`import: skipped, there is no ${database}\n`);
  process.exit(0);
}
const program = fileURLToPath(new URL('../../bin/handbill.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handbill-bench-'));
const [header = '', ...rows] = readFileSync(database, 'utf8').trimEnd().split('\n');

/** Writes `count` rows of the database, over and over; with `isDistinct` each with a QID and city of its own. */
async function makeFile(name, count, isDistinct) {
  const path = join(folder, name);
  const file = createWriteStream(path);
  file.write(`${header}\n`);
  for (let done = 0; done < count; ) {
    const round = Math.floor(done / rows.length);
    const part = rows.slice(0, count - done);
    const lines = isDistinct && round > 0 ? part.map((row) => distinct(row, round)) : part;
    if (!file.write(`${lines.join('\n')}\n`)) await new Promise((go) => file.once('drain', go));
    done += part.length;
  }
  file.end();
  await finished(file);
  return path;
}

function distinct(row, round) {
  const cells = row.split(';');
  cells[6] += ` ${round}`;
  cells[cells.length - 1] += String(round).padStart(4, '0');
  return cells.join(';');
}

/** Runs an import as a process of its own; its peak memory is what the system counted for it. */
function measure(name, path, target) {
  const memory = "process.on('exit', () => process.stderr.write(`\\nRSS ${process.resourceUsage().maxRSS}\\n`))";
  const hook = `data:text/javascript,${encodeURIComponent(memory)}`;
  const args = ['--import', hook, program, 'contacts', 'import', path, '--out-file', target, '--json'];
  const start = performance.now();
  const ran = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const seconds = (performance.now() - start) / 1000;
  const { read, imported, merged, rejected } = JSON.parse(ran.stdout);
  if (imported + merged + rejected !== read) throw new Error(`${name}: rows are missing`);
  const rss = Number(/RSS (\d+)/.exec(ran.stderr)?.[1]) / 1024;
  const cells = [name, read, imported, merged, rejected, seconds.toFixed(1), Math.round(read / seconds), Math.round(rss)];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

try {
  process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}\n\n`);
  process.stdout.write('| file | rows | imported | merged | rejected | s | rows/s | MB |\n|---|---|---|---|---|---|---|---|\n');
  const target = join(folder, 'contacts.csv');
  measure('the database', database, target);
  measure('the same again', database, target);
  for (const [name, isDistinct] of size === '0' ? [] : [['repeated', false], ['distinct', true]]) {
    const path = await makeFile(`${name}.csv`, Number(size), isDistinct);
    measure(`${name}, ${Math.round(statSync(path).size / 1e6)} MB`, path, join(folder, `${name}-contacts.csv`));
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
