import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  ENGINE_FLAGS,
  type EngineFlag,
  hasLanguageName,
  hasRegionName,
  isTimeZone,
  knowsFlag,
  nameOfLanguage,
  nameOfRegion,
} from '../src/engine.ts';
import { LINES, LOWEST } from './nodes.ts';

describe('a flag of V8', () => {
  test.each(Object.keys(ENGINE_FLAGS) as EngineFlag[])('%s is set where this engine knows it', (flag) => {
    const name = flag.slice(0, flag.indexOf('='));
    const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
    const isKnown = new RegExp(`^\\s+${name} `, 'm').test(options);
    expect(knowsFlag(flag, process.versions.v8)).toBe(isKnown);
  });

  test('is not set on an engine that nobody has asked', () => {
    for (const flag of Object.keys(ENGINE_FLAGS) as EngineFlag[]) {
      for (const engine of ['11.8.172.17', '15.2.1', '', '112.4'])
        expect(knowsFlag(flag, engine)).toBe(false);
    }
  });
});

test('a code without a name, and no code at all, are no region, and stand for themselves', () => {
  expect(['', 'D', 'XX', '12', 'KZ\n', 'KZ'].map(hasRegionName)).toEqual([
    false,
    false,
    false,
    false,
    false,
    true,
  ]);
  expect(['', 'D', 'XX', '12', 'KZ'].map((code) => nameOfRegion(code, ['en']))).toEqual([
    '',
    'D',
    'XX',
    '12',
    'Kazakhstan',
  ]);
});

test('a tag without a name, and no tag at all, are no language, and stand for themselves', () => {
  expect(['', 'e', 'xx', 'en-', 'kk'].map(hasLanguageName)).toEqual([false, false, false, false, true]);
  expect(['', 'e', 'xx', 'en-', 'kk'].map((tag) => nameOfLanguage(tag, ['en']))).toEqual([
    '',
    'e',
    'xx',
    'en-',
    'Kazakh',
  ]);
});

test('a time zone has the name of a place: an offset knows no summer', () => {
  expect(['Asia/Almaty', 'Europe/Kyiv', 'Europe/Kiev', 'UTC'].map(isTimeZone)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['+01:00', '-0500', '+01', '', 'Almaty', 'GMT+1'].map(isTimeZone)).toEqual(Array(6).fill(false));
});

test('package.json, the README and the program’s start name the same Nodes', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [first, ...others] = LINES;
  expect(first).toBe(LOWEST.split('.')[0]);
  const [major, minor] = LOWEST.split('.');
  expect(readme).toContain(
    `Node ${major}.${minor} or later, ${others.slice(0, -1).join(', ')} or ${others.at(-1)}`,
  );
  const start = readFileSync('bin/handbill.js', 'utf8');
  expect(start).toContain(`major < ${major} || (major === ${major} && minor < ${minor})`);
  expect(start).toContain(`Node.js ${major}.${minor} or later is needed`);
});
