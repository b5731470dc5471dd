import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where real data lie that are no part of handbill: beside it, or beside the folder that it lies in. */
const PLACES = ['../../shared/', '../../../shared/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** A file or folder of them; where there is none, where it would be: the test is skipped then, and its name says so. */
export function sharedPath(path: string): string {
  const places = PLACES.map((place) => join(place, path));
  return places.find(existsSync) ?? places[0]!;
}
