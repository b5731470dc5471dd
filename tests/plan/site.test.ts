import { expect, test } from 'vitest';
import { checkSiteWords } from '../../src/check/site.ts';
import { planSite } from '../../src/plan/site.ts';
import { readSite } from '../../src/read/site.ts';
import { readBundled } from '../layout/bundled.ts';

test('a letter is merged once in the language that its contact reads, for the pages of all languages', async () => {
  const { campaign, words, templates } = await readBundled();
  const { words: siteWords } = checkSiteWords((await readSite(['templates'])).words);
  const { editions } = planSite({ campaign, words, templates, siteWords, date: '2011-12-19' });
  const merged = new Map<string, Set<object>>();
  for (const { contact, language, document } of editions.flatMap(({ letters }) => letters)) {
    const key = `${contact.id} ${language}`;
    merged.set(key, (merged.get(key) ?? new Set()).add(document));
  }
  expect(merged.size).toBeGreaterThan(campaign.targets.length);
  expect([...merged].filter(([, documents]) => documents.size > 1)).toEqual([]);
});
