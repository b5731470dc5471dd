import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MergeJob } from '../../src/merge/context.ts';
import { mergeDocument } from '../../src/merge/document.ts';
import { LETTER_KINDS, letterKindOf } from '../../src/model/addressee.ts';
import { appealHead, fact } from '../../src/model/appeal.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import { CONTACT_KINDS, type Contact, GENDERS, OFFICES } from '../../src/model/contact.ts';
import { QUALIFIERS, QUANTITY_WORDS } from '../../src/model/figure.ts';
import { sender } from '../../src/model/sender.ts';
import { writeText } from '../../src/write/text.ts';
import { bundledTemplates, bundledWords } from './fixture.ts';

const VALUES = '0 1 2 3 5 11 21 22 100 1500 10-21 100-150 1/2 1/3 2/3'.split(' ').concat(QUANTITY_WORDS);

const languages = readdirSync('templates/words').map((file) => file.replace('.yaml', ''));

/** An appeal that says nothing of its own, so that what is read is the wording of templates and forms alone. */
function silentCampaign(tag: string): Campaign {
  const text = { [tag]: '×' };
  const appeal = appealHead.parse({
    id: 'silent',
    title: text,
    subject: text,
    summary: text,
    headline: text,
    issuer: { name: '×' },
    issued: '2026-05',
    languages: [tag],
    demands: [{ id: 'one', text }],
    targets: CONTACT_KINDS,
    sources: [
      { id: 'a', title: '×', date: '2026-05-01' },
      { id: 'b', title: '×', publisher: '××', date: '2026-05' },
    ],
  });
  const facts = ['event', 'background'].map((role) =>
    fact.parse({ id: role, role, text: { [tag]: '×' }, sources: ['a', 'b'] }),
  );
  const list = [{ tag, review: 'draft' as const }];
  return {
    appeal,
    languages: list,
    facts,
    contacts: [],
    events: [],
    corrections: [],
    targets: [],
    missing: [],
  };
}

/** The script of each language that is written in another than Latin letters, and marks that it has of its own. */
const SCRIPTS: Readonly<Record<string, { script: string; instead: string }>> = {
  ru: { script: 'Cyrillic', instead: '' },
  uk: { script: 'Cyrillic', instead: '' },
  kk: { script: 'Cyrillic', instead: '' },
  ar: { script: 'Arabic', instead: ',;?' },
  fa: { script: 'Arabic', instead: ',;?' },
  he: { script: 'Hebrew', instead: '' },
  hi: { script: 'Devanagari', instead: '' },
  ja: { script: 'Han}\\p{Script=Hiragana}\\p{Script=Katakana', instead: ',;:?!.' },
  ko: { script: 'Hangul', instead: '' },
  'zh-Hans': { script: 'Han', instead: ',;:?!.' },
};

/** What is wrong in a line, as a word for each fault. */
function faultsIn(line: string, tag: string): string[] {
  const { script, instead } = SCRIPTS[tag] ?? { script: 'Latin', instead: '' };
  const own = String.raw`[\p{Script=${script}}]`;
  const faults: readonly (readonly [string, RegExp])[] = [
    ['unfilled', /[{}]|undefined|\[object/],
    ['space', /\S {2}|[([«“„] | [)\]”]|\s[,.]|\s[;:!?](?!\/)/u],
    ['twice', /(?<![\p{L}\p{M}])(\p{L}{1,5}) \1(?![\p{L}\p{M}])/iu],
    ['marks', /[,;:!?。，、；：！？،؛]\s?[,.;:。，、；：！？،؛]|[^.]\.\.(?!\.)/u],
    ...(instead === '' ? [] : ([['ascii', new RegExp(`${own} ?[${instead}]`, 'u')]] as const)),
    ...(script === 'Latin' ? [] : ([['latin', /\p{Script=Latin}{2,}/u]] as const)),
  ];
  // French sets a space that doesn't break before these.
  const read = tag === 'fr' ? line.replace(/\u00a0(?=[;:!?»])/g, '') : line;
  return faults.flatMap(([name, pattern]) => (pattern.test(read) ? [`${name}: ${line}`] : []));
}

describe.each(languages)('letters in %s', (tag) => {
  const words = bundledWords(tag);
  const campaign = silentCampaign(tag);
  const templates = Object.fromEntries(
    LETTER_KINDS.map((kind) => [kind, bundledTemplates(`letter/${kind}.${tag}`)]),
  );
  const letterTo = (parts: Partial<Contact>, more: Partial<MergeJob> = {}) => {
    const target: Contact = {
      id: 'x',
      kind: 'embassy',
      organisation: '×',
      languages: [tag],
      source: '×',
      ...parts,
    };
    const kind = letterKindOf(target.kind);
    const merged = mergeDocument({
      material: 'letter',
      kind,
      language: tag,
      campaign,
      words,
      target,
      date: '2026-05-01',
      templates: templates[kind]!,
      ...more,
    });
    expect(merged.problems).toEqual([]);
    return writeText(merged.document!, { columns: 400 }).split('\n');
  };

  test('to every kind of addressee: no article twice, no wrong space, no mark or letter of another script', () => {
    const lines = new Set(CONTACT_KINDS.flatMap((kind) => letterTo({ kind })));
    expect([...lines].flatMap((line) => faultsIn(line, tag))).toEqual([]);
  });

  test('to every office, held by a woman, a man, or nobody knows whom', () => {
    const lines = OFFICES.flatMap((office) =>
      [...GENDERS, undefined].flatMap((gender) =>
        (['authority', 'company'] as const).flatMap((kind) =>
          letterTo({ kind, office, gender, holder: '×' }),
        ),
      ),
    );
    expect([...new Set(lines)].flatMap((line) => faultsIn(line, tag))).toEqual([]);
  });

  test('with every figure, said by nobody, by one voice and by two', () => {
    const units = words.samples!.units;
    const facts = units.flatMap((unit, u) =>
      VALUES.flatMap((value, v) => {
        const qualifiers = /^\d+$/.test(value) ? [undefined, ...QUALIFIERS] : [undefined];
        return qualifiers.flatMap((qualifier) =>
          [[undefined], ['a'], ['a', 'b']].map((voices, n) =>
            fact.parse({
              id: `f${u}-${v}-${qualifier ?? 'plain'}-${n}`,
              role: 'event',
              text: { [tag]: '×: {n}' },
              sources: ['a'],
              figures: [
                {
                  quantity: 'n',
                  unit: { [tag]: unit },
                  claims: voices.map((voice, i) => ({
                    value: i === 0 ? value : '1500',
                    qualifier: i === 0 ? qualifier : undefined,
                    voice,
                    source: 'a',
                  })),
                },
              ],
            }),
          ),
        );
      }),
    );
    const voices = ['a', 'b'].map((id, i) => ({ id, text: { [tag]: words.samples!.voices[i]! } }));
    const appeal = appealHead.parse({ ...campaign.appeal, voices });
    const lines = letterTo({}, { campaign: { ...campaign, appeal, facts } });
    const said = lines.join(' ').match(/×\s?[:：]/g) ?? [];
    expect(said.length).toBe(facts.length);
    expect([...new Set(lines)].flatMap((line) => faultsIn(line, tag))).toEqual([]);
  });

  test.each([1, 2, 5])(
    'from one person and several, a woman and a man, about %i people with as many demands',
    (n) => {
      const text = { [tag]: '×' };
      const ids = Array.from({ length: n }, (_, i) => `x${i}`);
      const appeal = appealHead.parse({
        ...campaign.appeal,
        demands: ids.map((id) => ({ id, text })),
        people: ids.map((id) => ({
          id,
          name: { [tag]: `×${id.replace('x', '')}` },
          sources: ['a'],
          role: text,
          publish: 'yes',
        })),
      });
      const lines = CONTACT_KINDS.flatMap((kind) =>
        [...GENDERS, undefined].flatMap((gender) =>
          (['I', 'we'] as const).flatMap((writes) =>
            letterTo(
              { kind, gender },
              {
                campaign: { ...campaign, appeal },
                sender: sender.parse({ name: '×', writes, gender }),
                followUp: kind === 'prisoner' ? undefined : '2026-04-01',
              },
            ),
          ),
        ),
      );
      expect([...new Set(lines)].flatMap((line) => faultsIn(line, tag))).toEqual([]);
    },
  );
});
