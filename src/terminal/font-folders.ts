import { join } from 'node:path';
import { bundledPath } from './bundled.ts';
import type { Io } from './io.ts';

/** Folders where a system keeps its fonts: Linux (and the like), macOS, Windows. */
export function systemFontFolders(platform: string, env: Io['env']): string[] {
  const below = (base: string | undefined, ...folders: string[]) =>
    base ? folders.map((folder) => join(base, folder)) : [];
  if (platform === 'win32') {
    return [
      ...below(env.WINDIR ?? 'C:\\Windows', 'Fonts'),
      ...below(env.LOCALAPPDATA, join('Microsoft', 'Windows', 'Fonts')),
    ];
  }
  if (platform === 'darwin') {
    return ['/System/Library/Fonts', '/Library/Fonts', ...below(env.HOME, join('Library', 'Fonts'))];
  }
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    ...below(env.HOME, '.fonts', join('.local', 'share', 'fonts')),
  ];
}

/** Where further fonts may lie: in the appeal's own folder, beside handbill or in the current folder, in the system. */
export function fontPlaces(io: Io, appeal: string | undefined) {
  const packages = [
    bundledPath('node_modules/@expo-google-fonts'),
    bundledPath('../@expo-google-fonts'),
    join(io.cwd, 'node_modules', '@expo-google-fonts'),
  ];
  return {
    appeal: appeal === undefined ? [] : [join(appeal, 'fonts')],
    packages: [...new Set(packages)],
    system: io.fontFolders ?? [],
  };
}
