import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTranslations } from '../../src/read/translations.ts';
import { handbill } from '../commands/run.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { makeFolder } from '../folder.ts';

const unit = (id: string, target: string, state = 'translated') =>
  `<unit id="${id}" name="appeal/title"><segment state="${state}"><source>Free the strikers</source><target>${target}</target></segment></unit>`;
const xliff = (units: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="f">\n${units}\n</file></xliff>`;

test('a text that is translated in two ways is refused: the last one had been taken in silence', async () => {
  const cwd = await makeFolder({
    ...smallAppeal('a'),
    'de.xlf': xliff(`${unit('u1', 'Freiheit')}\n${unit('u2', 'Knast')}`),
  });
  const before = await readFile(join(cwd, 'a/appeal.yaml'), 'utf8');
  const { code, stderr } = await handbill(cwd, 'translate import de.xlf a');
  expect(code).toBe(1);
  expect(stderr).toContain('de.xlf:3');
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    'The text appeal/title is translated here twice, in two ways.',
  );
  expect(await readFile(join(cwd, 'a/appeal.yaml'), 'utf8')).toBe(before);
});

test('the same twice is once, unread where one of the two is; an empty one says nothing', async () => {
  const cwd = await makeFolder({
    'de.xlf': xliff(unit('u1', 'Frei', 'final') + unit('u2', '') + unit('u3', 'Frei', 'initial')),
  });
  const { messages } = await readTranslations(join(cwd, 'de.xlf'));
  expect(messages).toMatchObject([{ id: 'appeal/title', translation: 'Frei', fuzzy: true }]);
});

test('the message of an older original does not displace that of the newer', async () => {
  const message = (original: string, words: string) =>
    `msgctxt "appeal/title"\nmsgid "${original}"\nmsgstr "${words}"\n`;
  const head = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=utf-8\\n"\n';
  const cwd = await makeFolder({
    ...smallAppeal('a'),
    'de.po': [head, message('Free the strikers', 'Neu'), message('Free the seven', 'Alt')].join('\n'),
  });
  expect(await handbill(cwd, 'translate import de.po a')).toMatchObject({ code: 0, stderr: '' });
  const after = await readFile(join(cwd, 'a/appeal.yaml'), 'utf8');
  expect(after).toContain('Neu');
  expect(after).not.toContain('Alt');
});
