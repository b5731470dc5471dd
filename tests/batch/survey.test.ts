import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type MakeSettings, startMaker } from '../../src/batch/make.ts';
import type { ManifestEntry } from '../../src/batch/manifest-files.ts';
import type { Job, LetterJob } from '../../src/plan/jobs.ts';
import type { PlannedFile } from '../../src/plan/planned.ts';
import { hashOf } from '../../src/write/files.ts';
import { makeFolder } from '../folder.ts';

const PATH = 'letters/a.en.pdf';
const OLD = { 'contact/a': 'one', 'fact/one': 'one', sender: 'me', handbill: '1' };

/** How a survey plans and renders a letter whose inputs are these now; undefined where it lies nowhere yet. */
async function surveyOf(
  own: Record<string, string>,
  there?: string,
  { told, ...more }: Partial<MakeSettings> & { readonly told?: true } = { survey: true },
) {
  const out = await makeFolder(there === undefined ? {} : { [PATH]: there });
  const done: string[] = [];
  const plan = (_: Job, how = 'laid out') => {
    done.push(how);
    return { files: [{ path: PATH, inputs: { shared: {}, own } } as unknown as PlannedFile], problems: [] };
  };
  const render = async () => {
    done.push('rendered');
    return new TextEncoder().encode('made');
  };
  const settings = { out, staging: join(out, '.staging'), dry: true, ...more };
  const inputs = { shared: {}, own: OLD };
  const entry: ManifestEntry = { sha256: hashOf(Buffer.from('made')), inputs, isTold: told };
  const job = { material: 'letter', language: 'en', target: { id: 'a' } } as LetterJob;
  const known = new Map(there === undefined ? [] : [[PATH, { entry }]]);
  const { files } = await startMaker(plan, render, settings)([job], known, () => false);
  return [files[0]!.fate, ...done];
}

const without = (name: keyof typeof OLD) => ({ ...OLD, [name]: undefined }) as never;

test.each([
  ['nothing changed', OLD, 'made', ['unchanged', 'unlaid']],
  ['it was never made', OLD, undefined, ['written', 'unlaid']],
  ['the sender is not named this time', without('sender'), 'made', ['written', 'unlaid']],
  ['handbill is newer', { ...OLD, handbill: '2' }, 'made', ['written', 'unlaid']],
  ['a fact has another wording', { ...OLD, 'fact/one': 'two' }, 'made', ['written', 'unlaid']],
  [
    'a contact changed where no letter shows it',
    { ...OLD, 'contact/a': 'two' },
    'made',
    ['unchanged', 'unlaid', 'laid out', 'rendered'],
  ],
  ['somebody edited it', { ...OLD, 'contact/a': 'two' }, 'mine', ['kept', 'unlaid', 'laid out', 'rendered']],
] as const)('a survey lays a letter out only to compare words: %s', async (_, own, there, expected) => {
  expect(await surveyOf(own, there)).toEqual(expected);
});

const LAID = ['unlaid', 'laid out'];

test.each([
  ['nothing changed', OLD, 'made', {}, ['unchanged', 'unlaid']],
  ['a contact changed', { ...OLD, 'contact/a': 'two' }, 'made', {}, ['unchanged', ...LAID, 'rendered']],
  ['handbill is newer', { ...OLD, handbill: '2' }, 'made', {}, ['unchanged', ...LAID, 'rendered']],
  ['somebody edited it', OLD, 'mine', {}, ['kept', ...LAID, 'rendered']],
  ['something was told of it', OLD, 'made', { told: true }, ['unchanged', ...LAID]],
  ['warnings keep files from appearing', OLD, 'made', { strict: true }, ['unchanged', 'laid out']],
  ['the appeal has fonts of its own', OLD, 'made', { hasOwnFonts: true }, ['unchanged', 'laid out']],
] as const)(
  'a letter that is as it was made last is known unlaid: %s',
  async (_, own, there, how, expected) => {
    expect(await surveyOf(own, there, how)).toEqual(expected);
  },
);

test('letters that are known unlaid give way to Ctrl-C too', async () => {
  const out = await makeFolder({ [PATH]: 'made' });
  const inputs = { shared: {}, own: OLD };
  const plan = () => ({ files: [{ path: PATH, inputs } as unknown as PlannedFile], problems: [] });
  const known = new Map([[PATH, { entry: { sha256: hashOf(Buffer.from('made')), inputs } }]]);
  const job = { material: 'letter', language: 'en', target: { id: 'a' } } as LetterJob;
  let isStopped = false;
  setImmediate(() => {
    isStopped = true;
  });
  const make = startMaker(plan, async () => new Uint8Array(), { out, staging: join(out, '.staging') });
  const { files } = await make(
    Array.from({ length: 50 }, () => job),
    known,
    () => isStopped,
  );
  expect(files.length).toBeLessThan(50);
});
