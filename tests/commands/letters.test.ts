import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFiles, makeFolder } from '../folder.ts';
import { handbill } from './run.ts';

describe('whom a sender writes to', () => {
  const letters = async (options: string) => {
    const cwd = await makeFolder();
    const ran = await handbill(cwd, `letters --format txt ${options}`);
    const files = await listFiles(join(cwd, 'out/letters'));
    return { ...ran, ids: [...new Set(files.map((file) => file.split('.')[0]!))] };
  };

  test.each([
    ['--to embassy --country DE', ['kz-de-berlin']],
    ['--to embassy --country DE --city Frankfurt', ['kz-de-frankfurt']],
    ['--to embassy --country KR --all', ['kz-kr-busan', 'kz-kr-seoul']],
    ['--to embassy --country IE,NZ', ['kz-gb-london', 'kz-sg-singapore']],
    ['--to co-citic-limited,kz-at-wien --country DE', ['co-citic-limited', 'kz-at-wien']],
  ])('%s', async (options, ids) => {
    expect((await letters(options)).ids).toEqual(ids);
  });

  test('a country without a mission still writes to the companies, and says what is nearest', async () => {
    const { code, ids, stderr } = await letters('--country AR');
    expect(code).toBe(0);
    expect(ids.every((id) => id.startsWith('co-'))).toBe(true);
    expect(stderr).toContain('--to kz-br-brasilia');
  });

  test.each([
    ['--country de', 'Did you mean DE?'],
    ['--city Berlin', '--city: needs --country'],
  ])('%s is wrong use', async (options, message) => {
    expect(await letters(options)).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});
