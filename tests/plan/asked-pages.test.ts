import { expect, test } from 'vitest';
import { checkPagesForPrison } from '../../src/plan/for-prison.ts';
import type { Job } from '../../src/plan/jobs.ts';
import type { Settings } from '../../src/plan/settings.ts';

test('pages of what goes into no prison are not asked for: each save would lay out all of them again', () => {
  const laid = {
    get paged(): never {
      throw new Error('laid out');
    },
  };
  for (const job of [{ material: 'leaflet' }, { material: 'letter', kind: 'embassy' }])
    expect(checkPagesForPrison(job as Job, laid, {} as Settings)).toEqual([]);
});
