import { expect, test } from 'vitest';
import { literalIn } from '../../src/merge/context.ts';

test.each([
  { own: 'he', isolate: true },
  { own: 'ar', isolate: true },
  { own: 'de', isolate: undefined },
])('English where $own has no text: apart only where it runs the other way', ({ own, isolate }) => {
  const said = literalIn({ en: 'Twelve were arrested.' }, [own, 'en']);
  expect(said).toEqual({
    kind: 'inline',
    content: [{ kind: 'text', text: 'Twelve were arrested.', language: 'en', ...(isolate && { isolate }) }],
  });
});
