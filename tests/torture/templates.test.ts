import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { mergeDocument } from '../../src/merge/document.ts';
import { gatherTemplates } from '../../src/merge/template.ts';
import type { TemplateFile } from '../../src/model/template.ts';
import { parseTemplate } from '../../src/read/templates.ts';
import { company, embassy, job } from '../merge/fixture.ts';
import { mutatedText } from './mutations.ts';
import { tryReader } from './trial.ts';

const read = (name: string): TemplateFile => {
  const file = `templates/${name}.md`;
  return parseTemplate(name, { file, text: readFileSync(file, 'utf8'), sha256: '' });
};
const partials = readdirSync('templates/partials').map((name) => read(`partials/${name.slice(0, -3)}`));
const LETTERS = ['letter/embassy.en', 'letter/company.de', 'leaflet/picket', 'leaflet/petition'];

describe('templates from others', { timeout: 300_000 }, () => {
  test('with anything changed in them', () =>
    tryReader({
      what: 'templates',
      cases: 1_500,
      inputs: fc
        .constantFrom(...LETTERS)
        .chain((name) =>
          fc.tuple(fc.constant(name), mutatedText([readFileSync(`templates/${name}.md`, 'utf8')])),
        ),
      read: ([name, text]) => {
        const file = parseTemplate(name, { file: 'x.md', text, sha256: '' });
        const [material, kind, language = 'en'] = name.split(/[/.]/);
        const parts = { material: material as 'letter' | 'leaflet', kind: kind!, language };
        const target = kind === 'company' ? company : embassy;
        return mergeDocument({
          ...job({ ...parts, target: material === 'letter' ? target : undefined }),
          templates: gatherTemplates([file, ...partials]),
        }).problems;
      },
    }));
});
