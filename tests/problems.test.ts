import { expect, test } from 'vitest';
import { hasErrors } from '../src/problems.ts';

test('only errors stop the writing of documents', () => {
  expect(hasErrors([{ severity: 'warning', code: 'usage', message: 'm' }])).toBe(false);
  expect(hasErrors([{ severity: 'error', code: 'usage', message: 'm' }])).toBe(true);
});
