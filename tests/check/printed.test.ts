import { expect, test } from 'vitest';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

test('what is given and printed by nothing is named: an opinion, and what concerns nobody who is written to', async () => {
  const files = smallAppeal('strike');
  const [head = '', first = ''] = files['strike/facts.csv']!.split('\n');
  const columns = head.split(',');
  const row = (id: string, more: Record<string, string>) =>
    columns.map((column, i) => more[column] ?? (column === 'id' ? id : first.split(',')[i]!)).join(',');
  const facts = [
    head,
    first,
    row('our-view', { role: 'commentary' }),
    row('kept', { role: 'record' }),
    '',
  ].join('\n');
  const cwd = await makeFolder({
    ...files,
    'strike/facts.csv': facts,
    'strike/appeal.yaml': files['strike/appeal.yaml']!.replace(
      'demands:\n',
      'demands:\n  - id: talk\n    text: { en: Talk }\n    of: [media]\n',
    ),
  });
  const whole = await handbill(cwd, 'check strike');
  expect(whole.code).toBe(0);
  expect(whole.stderr.replace(/\s+/g, ' ')).toContain('No document prints the commentary: our-view.');
  expect(whole.stderr).not.toContain('printed by no document: kept');
  const own = await makeFolder({ ...smallAppeal('strike') });
  expect((await handbill(own, 'check strike')).stderr).not.toMatch(/prints the commentary|printed by no/);
});
