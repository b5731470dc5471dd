import { expect, test } from 'vitest';
import type { Io } from '../../src/terminal/io.ts';
import { progressLine, startProgress } from '../../src/terminal/progress.ts';

test('a line tells count, rate, time left and file, and keeps to its width', () => {
  expect(progressLine(100, 400, 'letters/x.en.pdf', 1000, 80)).toBe(
    '[#####               ] 100/400  100/s  -0:03  letters/x.en.pdf',
  );
  expect(progressLine(100, 400, 'letters/x.en.pdf', 1000, 40)).toHaveLength(39);
});

test('short runs show nothing; long ones a bar that goes away, or now and then a line', () => {
  const show = (isTTY: boolean, times: readonly number[]) => {
    let text = '';
    let i = 0;
    const sink = {
      write: (t: string) => {
        text += t;
      },
    };
    const clock = () => times[Math.min(i++, times.length - 1)]!;
    const io: Io = { stdout: sink, stderr: sink, cwd: '/', env: {}, now: new Date(0), isTTY, clock };
    const { progress, end } = startProgress(io);
    for (const _ of times.slice(1)) progress(1, 2, 'x');
    end();
    return text;
  };
  expect(show(true, [0, 100, 200])).toBe('');
  const bar = show(true, [0, 400, 401]);
  const erase = '\r\x1b[K';
  expect([bar.startsWith(`${erase}[`), bar.endsWith(`x${erase}`)]).toEqual([true, true]);
  expect(show(false, [0, 400, 6000])).toMatch(/^\[.*x\n$/);
});
