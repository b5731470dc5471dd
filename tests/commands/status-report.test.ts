import { expect, test } from 'vitest';
import { statusOf } from '../../src/commands/status-report.ts';
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
  const entries = statusOf(result, campaign, false);
  expect(entries.map(({ path, fate }) => [path, fate])).toEqual([
    ['letters/a.en.pdf', 'recall'],
    ['leaflets/named.pdf', 'recall'],
    ['leaflets/new.pdf', 'new'],
  ]);
  expect(JSON.stringify(entries)).not.toContain('sender');
});

test('a sender who is named and another than before does', () => {
  const entries = statusOf(result, campaign, true);
  expect(entries.map(({ path }) => path)).toContain('leaflets/picket.en.a5.pdf');
});
