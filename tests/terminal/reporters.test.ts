import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/problems.ts';
import { reportTo } from '../../src/terminal/reporters.ts';
import { problems } from './problems.ts';

const hostile: Problem = {
  severity: 'notice',
  code: 'bad-value',
  message: 'x\n::error::y 100%',
  at: { file: '/home/x/a,b:c.csv', line: 3 },
};

test('annotations for GitHub name file, line and column, and forge no further command', () => {
  expect(reportTo('github', [...problems, hostile], '/home/x', 'check')).toBe(
    `::error file=my-appeal/facts.csv,line=1,col=9,title=unknown-key::no column "plaec"
::error file=my-appeal/facts.csv,line=12,col=5,title=bad-date::expected a date such as 2011-12-16, or 2011-12 or 2011 if the day is not known, found "16.12.2011" → Write the year first.
::warning file=c.csv,line=2,title=no-post-address::no street
::notice file=a%2Cb%3Ac.csv,line=3,title=bad-value::x%0A::error::y 100%25
`,
  );
});

test('JUnit holds a case for each finding, and errors are its failures', () => {
  const markup: Problem = { severity: 'error', code: 'bad-value', message: '</failure> & "<b>"\u0001' };
  const xml = reportTo('junit', [...problems, hostile, markup], '/home/x', 'facts check');
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '', trimValues: false });
  const { testsuite } = parser.parse(xml).testsuites;
  expect(testsuite).toMatchObject({ name: 'handbill facts check', tests: '5', failures: '3' });
  const [first, , warning, , last] = testsuite.testcase;
  expect(first).toEqual({
    classname: 'handbill.facts check',
    name: 'unknown-key at my-appeal/facts.csv:1:9',
    file: 'my-appeal/facts.csv',
    line: '1',
    failure: {
      type: 'unknown-key',
      message: 'no column "plaec"',
      '#text': 'my-appeal/facts.csv:1:9\nno column "plaec"',
    },
  });
  expect(warning['system-out']).toBe('warning: c.csv:2\nno street');
  expect(last.failure['#text']).toBe('</failure> & "<b>"\\u0001');
});

test('JUnit without findings holds one case that passed', () => {
  const xml = reportTo('junit', [], '/home/x', 'check');
  expect(xml).toContain('tests="1" failures="0"');
  expect(xml).toContain('<testcase classname="handbill.check" name="no problems"/>');
});

test('SARIF names rule, level and place of each finding, in paths from the folder', () => {
  const log = JSON.parse(reportTo('sarif', [...problems, hostile], '/home/x', 'facts check'));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.automationDetails.id).toBe('handbill/facts-check/');
  expect(
    run.results.map((result: { ruleId: string; level: string }) => [result.ruleId, result.level]),
  ).toEqual([
    ['unknown-key', 'error'],
    ['bad-date', 'error'],
    ['no-post-address', 'warning'],
    ['bad-value', 'note'],
  ]);
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results[0].locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'my-appeal/facts.csv' },
        region: { startLine: 1, startColumn: 9 },
      },
    },
  ]);
  expect(run.results[3].locations[0].physicalLocation.artifactLocation.uri).toBe('a%2Cb%3Ac.csv');
});
