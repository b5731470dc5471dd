import type { Shard } from '../batch/shards.ts';
import type { Io } from '../terminal/io.ts';
import { type DocumentOptions, isDry } from './material.ts';
import { type Prepared, prepareFor } from './plan.ts';

/** Reads and checks what a run needs; asks where a list of those who sign leaves something open and somebody is there. */
export async function prepareAsking(
  io: Io,
  given: DocumentOptions,
  named: string | undefined,
  materials: readonly ('letter' | 'leaflet')[] | undefined,
  shard: Shard | undefined,
): Promise<Prepared & { readonly options: DocumentOptions }> {
  const hasList = given.senders !== undefined || given.signatories !== undefined;
  let options = hasList ? await (await import('./ask-senders.ts')).askSenderColumns(io, given) : given;
  let prepared = await prepareFor(io, options, named, materials, shard);
  if (!prepared.input) {
    const { askTableColumns } = await import('./ask-tables.ts');
    const told = await askTableColumns(io, options, named);
    if (told !== options) prepared = await prepareFor(io, told, named, materials, shard);
    options = told;
  }
  if (hasList && !prepared.input) {
    const { agreesToSkip } = await import('./ask-senders.ts');
    if (await agreesToSkip(io, options, prepared.problems)) {
      options = { ...options, skipFaulty: true };
      prepared = await prepareFor(io, options, named, materials, shard);
    }
  }
  if (prepared.input && !isDry(options)) await keepSaid(io, options, named);
  return { options, ...prepared };
}

/** Keeps what was said of columns, for the next time. */
async function keepSaid(io: Io, options: DocumentOptions, named: string | undefined): Promise<void> {
  if (!options.map) return;
  const { keepTableColumns } = await import('./ask-tables.ts');
  await keepTableColumns(io, options, named);
  if (options.senders === undefined && options.signatories === undefined) return;
  const { keepSenderColumns } = await import('./ask-senders.ts');
  await keepSenderColumns(io, options);
}
