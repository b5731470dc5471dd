import { columnsOf, type Io } from './io.ts';

/** Told before each file: how many are done, of how many, and which comes now. */
type Progress = (done: number, total: number, path: string) => void;

/** Milliseconds between two lines where nobody watches, and between two pictures of the bar where somebody does. */
const PACE = { log: 5000, bar: 80 };

/** Shows how far a run is: a bar on a terminal, a line every few seconds elsewhere, nothing for short runs. */
export function startProgress(io: Io): { progress: Progress; end: () => void } {
  const clock = io.clock ?? (() => 0);
  const start = clock();
  const pace = io.isTTY ? PACE.bar : PACE.log;
  let next = start + Math.max(pace, 300);
  let isShown = false;
  return {
    progress: (done, total, path) => {
      const now = clock();
      if (now < next) return;
      next = now + pace;
      const line = progressLine(done, total, path, now - start, columnsOf(io));
      isShown = io.isTTY;
      io.stderr.write(io.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
    },
    end: () => {
      if (isShown) io.stderr.write('\r\x1b[K');
    },
  };
}

/** `[#####     ] 120/400  310/s  -0:01  letters/x.en.pdf`, with the time that is left as players show it, cut to the width. */
export function progressLine(
  done: number,
  total: number,
  path: string,
  elapsed: number,
  columns: number,
): string {
  const width = 20;
  const filled = Math.round((width * done) / Math.max(total, 1));
  const rate = (done * 1000) / Math.max(elapsed, 1);
  const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
  const line = `[${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${total}  ${Math.round(rate)}/s  ${clockOf(left)}  ${path}`;
  return line.slice(0, columns - 1);
}

/** Minutes and seconds to go, in no language: `-2:05`. */
function clockOf(seconds: number): string {
  return `-${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
