import { type LocatedFile, type ReadOptions, readSource } from './source.ts';
import { parseStructured } from './structured.ts';

/** Reads the file of a sender, JSON or YAML. Throws ProblemError. */
export async function readSender(file: string, options: ReadOptions = {}): Promise<LocatedFile> {
  return parseStructured({ ...(await readSource(file, options)), personal: true });
}
