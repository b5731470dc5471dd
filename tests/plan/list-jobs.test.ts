import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../src/model/campaign.ts';
import { PackedList } from '../../src/model/packed.ts';
import type { Member } from '../../src/model/sender.ts';
import { basePath, type Job, knowTargets, type Selection } from '../../src/plan/jobs.ts';
import { listJobs } from '../../src/plan/list-jobs.ts';
import { listRecipients } from '../../src/plan/recipients.ts';
import { campaign as base, bundledWords, company, embassy } from '../merge/fixture.ts';

const campaign: Campaign = {
  ...base,
  appeal: { ...base.appeal, materials: ['letters', 'picket', 'placard'] },
};
const pathsOf = (jobs: readonly Job[]) => jobs.map(basePath);
/** Senders of a country, all like these. */
const members = (ids: readonly string[], country = 'GB') => {
  const all = new PackedList<Member>();
  for (const id of ids) all.push({ id, name: id, country });
  return all;
};
const list = (selection: Selection = {}, of = campaign, senders?: PackedList<Member>) => {
  const { jobs, problems } = listJobs(of, selection, senders);
  const all = [...jobs];
  expect(all).toHaveLength(jobs.length);
  expect([...jobs]).toEqual(all);
  return { jobs: all, problems };
};
const codes = ({ problems }: ReturnType<typeof list>) => problems.map(({ code }) => code);

describe('the documents of a campaign', () => {
  it('come language by language, letters before leaflets, each path once', () => {
    const paths = pathsOf(list().jobs);
    expect(paths).toEqual([
      'letters/xx-gb.en',
      'letters/the-mill.en',
      'leaflets/picket.en',
      'leaflets/placard.en',
      'leaflets/picket.de',
      'leaflets/placard.de',
    ]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('are to the very same target in a thread, whatever message they come with', () => {
    const messages = [1, 2].map(() => structuredClone(list().jobs));
    const known = messages.flat().map(knowTargets());
    expect(known).toEqual(messages.flat());
    const targets = new Set(known.flatMap((job) => (job.material === 'letter' ? [job.target] : [])));
    expect([...targets].map(({ id }) => id)).toEqual(['xx-gb', 'the-mill']);
  });

  it('each shard holds its part, and all of them the whole', () => {
    const whole = pathsOf(list().jobs);
    for (const count of [1, 2, 4, 7]) {
      const parts = Array.from({ length: count }, (_, i) =>
        pathsOf(list({ shard: { index: i + 1, count } }).jobs),
      );
      expect(parts.flat().sort()).toEqual([...whole].sort());
      const sizes = parts.map((part) => part.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });

  it('two languages that stand together are one document', () => {
    const paths = pathsOf(list({ languages: ['de+en'] }).jobs);
    expect(paths).toContain('leaflets/picket.de+en');
    expect(paths).toContain('letters/xx-gb.de+en');
    expect(paths.filter((path) => path.endsWith('.de'))).toEqual([]);
  });

  it('on one fold all languages are one leaflet, the first asked for on its cover', () => {
    const { jobs } = list({ materials: ['leaflet'], languages: ['de', 'en', 'de'], together: true });
    expect(jobs.map(({ language }) => language)).toEqual(['de', 'de']);
    expect(jobs[0]).toMatchObject({ together: ['de', 'en'] });
  });

  it('an appeal that is won has thanks alone, and one that goes on has none', () => {
    const won = {
      ...campaign,
      isAtRest: true,
      targets: [],
      events: [],
      appeal: { ...campaign.appeal, materials: ['thanks' as const] },
    };
    expect(pathsOf(list({}, won).jobs)).toEqual(['leaflets/thanks.en', 'leaflets/thanks.de']);
    expect(pathsOf(list({ kinds: ['thanks'] }).jobs)).toEqual([]);
  });
});

describe('the letters of a campaign', () => {
  it('a language that nobody shares is told, and the first one taken', () => {
    const foreign = { ...company, languages: ['fr'] };
    const listed = list({ materials: ['letter'] }, { ...campaign, contacts: [foreign], targets: [foreign] });
    expect(pathsOf(listed.jobs)).toEqual(['letters/the-mill.en']);
    expect(codes(listed)).toEqual(['fallback-language']);
  });

  it('one that asks its reader for nothing is an error', () => {
    const demands = campaign.appeal.demands.filter(({ of }) => of?.includes('the-mill'));
    const listed = list({ materials: ['letter'] }, { ...campaign, appeal: { ...campaign.appeal, demands } });
    expect(listed.problems).toMatchObject([
      { severity: 'error', code: 'no-demand', values: { id: 'xx-gb' } },
    ]);
  });

  it('who has none of the ways asked for is left out and named with those there are', () => {
    const listed = list({ materials: ['letter'], channels: ['fax'] });
    expect(listed.jobs).toEqual([]);
    expect(codes(listed)).toEqual(['no-channel', 'no-channel']); // One has the post, one has nothing.
    expect(JSON.stringify(listed.problems)).toContain('xx-gb');
  });

  it('of all only those that ask after one without an answer, in its language and from its sender', () => {
    const senders = members(['a', 'b']);
    const followUps = [
      { contact: 'xx-gb', sender: 'b', language: 'en', sent: '2021-05-06' },
      { contact: 'xx-gb', sender: 'b', language: 'en', sent: '2021-05-09' },
      { contact: 'the-mill', sender: 'c', language: 'en', sent: '2021-05-06' },
    ];
    const { jobs } = list({ materials: ['letter'], followUps }, campaign, senders);
    expect(pathsOf(jobs)).toEqual(['letters/xx-gb.follow-up.en.b']);
    expect(jobs[0]).toMatchObject({ followUp: '2021-05-06' });
  });

  it('every sender has letters of their own, under names that differ', () => {
    const senders = members(Array.from({ length: 30 }, (_, i) => `m${i}`));
    const { jobs } = list({ materials: ['letter'] }, campaign, senders);
    expect(new Set(pathsOf(jobs)).size).toBe(60);
  });

  it('letters of many senders come language by language, by sender, and then leaflets; in shards too', () => {
    const both = { ...campaign, contacts: [company, { ...embassy, languages: ['en', 'de'] }] };
    const of = { ...both, targets: both.contacts };
    const paths = pathsOf(list({}, of, members(['a', 'b'])).jobs);
    expect(paths).toEqual([
      ...['the-mill.en.a', 'xx-gb.en.a', 'the-mill.en.b', 'xx-gb.en.b'].map((name) => `letters/${name}`),
      'leaflets/picket.en',
      'leaflets/placard.en',
      'letters/xx-gb.de.a',
      'letters/xx-gb.de.b',
      'leaflets/picket.de',
      'leaflets/placard.de',
    ]);
    const shard = (index: number) => ({ shard: { index, count: 3 } });
    const parts = [1, 2, 3].map((index) => pathsOf(list(shard(index), of, members(['a', 'b'])).jobs));
    expect(parts.map((part, i) => part.every((path, k) => path === paths[3 * k + i]))).toEqual([
      true,
      true,
      true,
    ]);
    expect(parts.flat()).toHaveLength(paths.length);
  });
});

describe('whom the post is for', () => {
  const words = new Map(['en', 'de'].map((tag) => [tag, bundledWords(tag)]));
  const sender = { name: 'Ann Example', street: '2 Mill Lane', city: 'Exampletown', country: 'GB' };

  it('everybody stands there once, with their lines, those of the sender, and the copies', () => {
    const copies = [
      { name: { en: 'The union' } },
      { name: { en: 'A lawyer' }, email: 'l@example.org', private: true },
    ];
    const { recipients } = listRecipients({
      campaign: { ...base, appeal: { ...base.appeal, copies } },
      selection: { languages: ['en', 'de'] },
      words,
      sender: sender as never,
    });
    expect(recipients.map(({ contact }) => contact.id)).toEqual(['xx-gb', 'the-mill']);
    const [first] = recipients;
    expect(first!.address.map(({ text }) => text)).toContain('SW1 1AA');
    expect(first!.from.map(({ text }) => text).join(', ')).toContain('Ann Example');
    expect(first!.copies).toEqual({ names: ['The union'], cc: [], bcc: ['l@example.org'] });
  });

  it('an envelope without a sender’s town goes back nowhere, and one without a street is posted nowhere', () => {
    const { street: _, postalCode: _code, ...bare } = embassy;
    const { recipients } = listRecipients({
      campaign: { ...base, contacts: [bare], targets: [bare] },
      selection: {},
      words,
      sender: { name: 'Ann', country: 'GB' } as never,
    });
    expect(recipients).toMatchObject([{ address: [], from: [] }]);
  });
});
