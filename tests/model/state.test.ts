import { describe, expect, it } from 'vitest';
import { agreeing, withoutForms } from '../../src/model/agreement.ts';
import { atRest } from '../../src/model/at-rest.ts';
import { findCounted } from '../../src/model/counted-words.ts';
import { hasDays, isOver } from '../../src/model/deadline.ts';
import { startMemory } from '../../src/model/memory.ts';
import { shortened } from '../../src/model/shortened.ts';
import { isObject, valueAt } from '../../src/model/value-at.ts';
import { campaign } from '../merge/fixture.ts';

const ended = (is: 'won' | 'closed' | 'withdrawn') =>
  atRest({
    ...campaign,
    appeal: { ...campaign.appeal, state: { is, since: '2021-06-01', source: 'paper' } },
  });

describe('an appeal that has ended', () => {
  it.each(['won', 'closed', 'withdrawn'] as const)('%s: nobody is called to act any more', (is) => {
    const { appeal, events, targets, facts, isAtRest } = ended(is);
    expect([appeal.demands, appeal.actions, appeal.targets, events, targets]).toEqual([[], [], [], [], []]);
    expect([appeal.boycott, appeal.actBefore]).toEqual([undefined, undefined]);
    expect(facts).toBe(campaign.facts);
    expect(isAtRest).toBe(true);
    expect(appeal.materials).toEqual(is === 'won' ? ['thanks'] : []);
  });

  it('one that goes on stays as it is', () => {
    expect(atRest(campaign)).toBe(campaign);
  });

  it('a day is over on the next one, a month with its last day', () => {
    expect(isOver('2026-05-31', '2026-05-31')).toBe(false);
    expect(isOver('2026-05-31', '2026-06-01')).toBe(true);
    expect(isOver('2026-05', '2026-05-31')).toBe(false);
    expect(isOver('2026', '2027-01-01')).toBe(true);
  });

  it('only whole days stand in a calendar', () => {
    const of = (actBefore?: string) => hasDays({ appeal: { ...campaign.appeal, actBefore }, events: [] });
    expect([of(), of('2026-05'), of('2026-05-31')]).toEqual([false, false, true]);
  });
});

describe('words that agree with a figure', () => {
  it('stand in the form of its number, else in the one for many', () => {
    expect(agreeing('one: was; other: were', 'one')).toBe('was');
    expect(agreeing('one: was; other: were', 'few')).toBe('were');
    expect(withoutForms('{strikers} {strikers one: was; other: were} shot')).toBe('{strikers} were shot');
  });

  it.each([
    ['zh', '工人代表十二名被捕，三月', [['十二', '12']]],
    ['zh', '第三名', []],
    ['ja', '三名の組合員', [['三', '3']]],
    ['ko', '스물세 명', [['스물세', '23']]],
    ['ko', '십이 명', [['십이', '12']]],
    ['vi', 'hai mươi mốt người', [['hai mươi mốt', '21']]],
    ['vi', 'năm 2011', []],
  ])('%s: %s', (language, text, found) => {
    expect(findCounted(text, language)?.map(({ written, value }) => [written, value])).toEqual(found);
  });

  it('languages that tell numbers by themselves are left to others', () => {
    expect(findCounted('twelve strikers', 'en')).toBeUndefined();
  });
});

describe('what is kept for the next document', () => {
  it('is made once while it is asked for, however many others come, in bounded room', () => {
    const memory = startMemory<{ key: string }>(8);
    let made = 0;
    const recall = (key: string) =>
      memory.recall(key, () => {
        made += 1;
        return { key };
      });
    const shared = recall('shared');
    for (let i = 0; i < 1000; i += 1) {
      recall(`own ${i}`);
      expect(recall('shared')).toBe(shared);
    }
    expect(made).toBe(1001);
    recall('own 0');
    expect(made).toBe(1002); // It was forgotten: the room is bounded.
  });
});

describe('values', () => {
  it('are found by their own keys alone', () => {
    const data = JSON.parse('{"a":[{"b":1}],"__proto__":{"c":2}}');
    expect(valueAt(data, ['a', 0, 'b'])).toBe(1);
    expect(valueAt(data, ['__proto__', 'c'])).toBe(2);
    for (const path of [['constructor'], ['a', 'length', 'x'], ['a', 1, 'b'], ['toString']])
      expect(valueAt(data, path)).toBeUndefined();
    expect([isObject({}), isObject([]), isObject(null), isObject('')]).toEqual([true, false, false, false]);
  });

  it('a text that is cut says so', () => {
    expect(shortened('four', 4)).toBe('four');
    expect(shortened('longer', 4)).toBe('lon…');
  });
});
