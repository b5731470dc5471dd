import { type LocatedFile, readSource } from './source.ts';
import { parseStructured } from './structured.ts';

/** Reads the file of a sender, JSON or YAML. Throws ProblemError. */
export async function readSender(file: string): Promise<LocatedFile> {
  return parseStructured({ ...(await readSource(file)), personal: true });
}
