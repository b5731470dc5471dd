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
