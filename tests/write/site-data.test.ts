import { expect, test } from 'vitest';
import { listSiteData } from '../../src/write/site/data.ts';
import { bundledWords, campaign } from '../merge/fixture.ts';

const namesOf = (asOf: string | undefined) =>
  listSiteData({ ...campaign, appeal: { ...campaign.appeal, asOf } }, bundledWords('en'))
    .map((item) => item as { '@type': string; name: string })
    .filter((item) => item['@type'] === 'Claim')
    .map(({ name }) => name);

test('the claims of a disputed figure are those that the page prints: the newest of each voice by its day', () => {
  expect(namesOf('2021-05')).toEqual(['dead: 11', 'dead: 70']);
  expect(namesOf(undefined)).toEqual(['dead: 99', 'dead: 70']);
});

test('a source whose copy lies in an archive names the copy for machines', () => {
  const [url, archived] = ['https://news.example/a', 'https://archive.example/2021/a'];
  const sources = campaign.appeal.sources.map((source) => ({ ...source, url, archived }));
  const items = listSiteData({ ...campaign, appeal: { ...campaign.appeal, sources } }, bundledWords('en'));
  const claims = items.filter((item) => (item as { '@type': string })['@type'] === 'Claim');
  expect(claims).toMatchObject(claims.map(() => ({ appearance: { url, archivedAt: archived } })));
  expect(claims.length).toBeGreaterThan(0);
});
