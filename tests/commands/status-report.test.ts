import { expect, test } from 'vitest';
import { formatStatus, statusOf } from '../../src/commands/status-report.ts';
import { ENGLISH, textsIn } from '../../src/terminal/texts.ts';
import { campaign } from '../merge/fixture.ts';

const result = {
  written: ['leaflets/picket.en.a5.pdf', 'letters/a.en.pdf', 'leaflets/new.pdf', 'leaflets/named.pdf'],
  removed: [],
  changes: {
    'leaflets/picket.en.a5.pdf': [{ name: 'sender', was: 'abc' }],
    'letters/a.en.pdf': [
      { name: 'sender', was: 'abc' },
      { name: 'figure/killed/official', was: '11', now: '13' },
    ],
    'leaflets/named.pdf': [{ name: 'person/miller', was: 'Natalia Mill' }],
  },
};

test('a sender who isn’t named this time reprints nothing, and what is to be recalled stands first', () => {
  const entries = statusOf(result, campaign, false, ENGLISH.say);
  expect(entries.map(({ path, fate }) => [path, fate])).toEqual([
    ['letters/a.en.pdf', 'recall'],
    ['leaflets/named.pdf', 'recall'],
    ['leaflets/new.pdf', 'new'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('sender');
});

test('a sender who is named and another than before does', () => {
  const entries = statusOf(result, campaign, true, ENGLISH.say);
  expect(entries.map(({ path }) => path)).toContain('leaflets/picket.en.a5.pdf');
});

test('why paper is out of date is told in the language of who asks', () => {
  const spanish = textsIn('es');
  const told = formatStatus(statusOf(result, campaign, false, spanish.say), 80, spanish);
  expect(told).toMatch(
    /^Porque la cifra killed\/official era 11, ahora 13.*:\n {2}retirar {2}letters\/a\.en\.pdf$/m,
  );
  expect(told).toMatch(/^Porque person\/miller ya no está:$/m);
  expect(told).not.toMatch(/Because|recall|not made/);
});
