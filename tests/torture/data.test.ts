import { describe, test } from 'vitest';
import { parsePart } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';
import { smallAppeal } from '../commands/small-appeal.ts';
import { mutatedText } from './mutations.ts';
import { tryReader } from './trial.ts';

const small = smallAppeal('x');
const source = (file: string, text: string) => ({ file, text, sha256: '' });

describe('readers of data, given valid files with anything changed', { timeout: 300_000 }, () => {
  test('YAML', () =>
    tryReader({
      what: 'YAML',
      cases: 10_000,
      inputs: mutatedText([small['x/appeal.yaml']!]),
      read: (text) => void parseStructured(source('appeal.yaml', text)),
    }));

  test('CSV', () =>
    tryReader({
      what: 'CSV',
      cases: 20_000,
      inputs: mutatedText([small['x/contacts.csv']!, small['x/facts.csv']!]),
      read: (text) => void parsePart(source('contacts.csv', text), 'contacts'),
    }));
});
