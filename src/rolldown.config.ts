import type { RolldownOptions } from 'rolldown';
import { layers } from './build/layers.ts';
import { licences } from './build/licences.ts';
import { parsed } from './build/parsed.ts';
import { shipped } from './build/shipped.ts';
import { trimmed } from './build/trimmed.ts';

/**
 * Gathers the program with all libraries that it is made of, and what they read, so that it runs wherever these files lie
 * and nothing is installed beside them. What a command imports when it runs stays a file of its own: a start opens few.
 */
export default {
  // The program's files lie side by side, one folder deep as in `src`: their own paths are counted from there.
  input: {
    'program/cli': 'src/cli.ts',
    'program/worker': 'src/batch/worker.ts',
    'program/pool-worker': 'node_modules/piscina/dist/worker.js',
  },
  platform: 'node',
  transform: { define: { __dirname: 'import.meta.dirname' } },
  logLevel: 'warn',
  // What isn't found would be looked for beside the package, where nothing is.
  onLog(level, log, handle) {
    if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    handle(level, log);
  },
  output: {
    dir: 'dist',
    cleanDir: true,
    chunkFileNames: 'program/[name]-[hash].js',
    codeSplitting: { groups: [...layers] },
    // What is shorter loads faster; names stay, for the places that a defect tells.
    minify: { mangle: { keepNames: true } },
  },
  plugins: [trimmed(), shipped(), parsed(), licences()],
} satisfies RolldownOptions;
