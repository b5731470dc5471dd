import { expect, test } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import { makeFolder } from '../folder.ts';
import { hostileAppeal } from './hostile-appeal.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

async function findIn(files: Record<string, string>): Promise<Problem[]> {
  const { stdout } = await handbill(await makeFolder(files), 'check a --json --date 2026-05-02');
  return JSON.parse(stdout).problems;
}

test('check tells markup and characters that nobody sees, in each file', async () => {
  const problems = await findIn(hostileAppeal());
  for (const code of ['markup-in-text', 'hidden-character']) {
    const files = problems.filter((p) => p.code === code).map(({ at }) => at?.file);
    expect([...new Set(files)].sort(), code).toEqual([
      'a/appeal.yaml',
      'a/contacts.csv',
      'a/events.csv',
      'a/facts.csv',
    ]);
  }
  const [first] = problems.filter((p) => p.code === 'markup-in-text' && p.at?.file === 'a/contacts.csv');
  expect(first).toMatchObject({
    severity: 'warning',
    message: '"<script>" stands in a text: it is no markup here, and is printed as it stands.',
    at: { line: 2, column: 21 },
  });
});

test('each character that nobody sees is told, not the first of a text alone', async () => {
  const files = smallAppeal('a');
  const hidden = 'On\u200b 1 May\u202e 2026 \u2060twelve\u200b strikers were arrested.\ufffd';
  const problems = await findIn({
    ...files,
    'a/facts.csv': files['a/facts.csv']!.replace('On 1 May 2026 twelve strikers were arrested.', hidden),
  });
  const said = problems.filter(({ code }) => /^(?:hidden|lost)-character$/.test(code)).map((p) => p.message);
  expect(said.map((message) => /U\+(\w+)/.exec(message)![1]).sort()).toEqual([
    '200B',
    '202E',
    '2060',
    'FFFD',
  ]);
});

test('an address that runs a script is no address', async () => {
  const files = hostileAppeal();
  const head = files['a/appeal.yaml']!.replace('sources:', 'url: "javascript:alert(1)"\nsources:');
  const problems = await findIn({ ...files, 'a/appeal.yaml': head });
  expect(problems.filter((p) => p.severity === 'error').map(({ code }) => code)).toEqual(['bad-url']);
});

test.each(['a < b and b > a', '<https://example.org>', '<a@example.org>', 'I <3 you', 'data: text'])(
  '%s is text',
  async (text) => {
    const { checkMarkup } = await import('../../src/check/markup.ts');
    const place = { file: 'x', line: 1 };
    const file = { file: 'x', text, sha256: '', data: [text], locate: () => place, locateKey: () => place };
    expect(checkMarkup(file)).toEqual([]);
  },
);
