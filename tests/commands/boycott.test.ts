import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../folder.ts';
import { handbill } from './run.ts';
import { smallAppeal } from './small-appeal.ts';

const ACTIONS = 'actions:\n  - kind: boycott\n    text: {en: Buy no Example telephones}\n';
const TEXT = 'boycott: {en: Leave telephones of Example on the shelf.}\n';

test.each([
  ['its own text', ACTIONS + TEXT, 'Leave telephones of Example on the shelf.'],
  ['the action, where there is no such text', ACTIONS, '- Buy no Example telephones'],
])('a boycott leaflet says what to refuse: %s', async (_, more, said) => {
  const files = smallAppeal('strike');
  const head = files['strike/appeal.yaml']!;
  const cwd = await makeFolder({ ...files, 'strike/appeal.yaml': `${head}\n${more}` });
  const { code } = await handbill(cwd, 'leaflets strike --kind boycott --format txt --out out');
  expect(code).toBe(0);
  const leaflet = await readFile(join(cwd, 'out/leaflets/boycott.en.txt'), 'utf8');
  expect(leaflet).toContain(`What to refuse\n\n${said}\n\nThis boycott is peaceful`);
});
