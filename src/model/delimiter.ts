/** What divides the cells of a text: as its first line says (`sep=;`, for Excel), else what its header has most of. */
export function delimiterOf(text: string): { delimiter: string; firstLine: string; isNamed: boolean } {
  const [line = '', next = ''] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, 2);
  const named = /^"?sep=(.)"?$/.exec(line)?.[1];
  if (named !== undefined) return { delimiter: named, firstLine: next, isNamed: true };
  const count = (c: string) => line.split(c).length;
  const delimiter = [',', ';', '\t', '|'].reduce((best, c) => (count(c) > count(best) ? c : best));
  return { delimiter, firstLine: line, isNamed: false };
}
