import { type InputChange, UNSEEN } from '../batch/manifest.ts';
import type { AppealState } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { statementOf } from '../model/figure.ts';

/** What the thing that was read brings along. */
const BESIDE = ['source', 'voice', 'unit', 'as-of'];

/** The changes that are seen on paper, those that only come along with another left out. */
export function seenChanges(changes: readonly InputChange[]): InputChange[] {
  const seen = changes.filter(({ name }) => !UNSEEN.includes(name));
  const own = seen.filter(({ name }) => !BESIDE.includes(kindOf(name)));
  return own.length > 0 ? own : seen;
}

/**
 * True where what stands on paper is wrong now: a figure or fact that was corrected, an event that was moved, somebody
 * named who is no longer to be named.
 */
export function isWrongNow({ name, was, now }: InputChange): boolean {
  if (kindOf(name) === 'person') return was !== undefined && now === undefined;
  return was !== undefined && ['figure', 'fact', 'event'].includes(kindOf(name));
}

/** A change in words: "figure killed/official was 11, now 13 (source: gazette; two died in hospital)". */
export function describeChange(change: InputChange, campaign: Campaign): string {
  const { name, was, now } = change;
  const id = name.slice(name.indexOf('/') + 1);
  switch (kindOf(name)) {
    case 'figure':
      return describeFigure(id, change, campaign);
    case 'fact': {
      if (was === undefined) return `fact ${id} is told now`;
      if (now !== undefined) return `fact ${id} has another wording`;
      const { corrections } = campaign;
      const last = corrections.findLast((c) => c.fact === id && c.now === 'withdrawn');
      return last ? `fact ${id} was withdrawn (${because(last)})` : `fact ${id} is no longer told`;
    }
    default:
      return was === undefined ? `${name} is new` : now === undefined ? `${name} is gone` : `${name} changed`;
  }
}

/** "the appeal is won since 2026-06-03 (source: union)". */
export function describeState({ is, since, source }: AppealState): string {
  return `the appeal is ${is} since ${since} (source: ${source})`;
}

function describeFigure(label: string, { was, now }: InputChange, campaign: Campaign): string {
  if (now === undefined) return `figure ${label}, ${was}, is no longer told`;
  const [of = '', voice] = label.split('/');
  const [id, quantity = id] = of.split('.');
  const corrected = campaign.corrections.findLast(
    (c) => c.fact === id && c.figure === quantity && c.voice === voice && c.now === now,
  );
  const claim = campaign.facts
    .find((fact) => fact.id === id)
    ?.figures.find((figure) => figure.quantity === quantity)
    ?.claims.findLast((c) => c.voice === voice && statementOf(c) === now);
  const reason = corrected ? because(corrected) : claim ? because({ source: claim.source }) : undefined;
  const said =
    was === undefined ? `figure ${label} is new: ${now}` : `figure ${label} was ${was}, now ${now}`;
  return reason === undefined ? said : `${said} (${reason})`;
}

function because({ source, reason }: { source: string; reason?: string | undefined }): string {
  return reason === undefined ? `source: ${source}` : `source: ${source}; ${reason}`;
}

function kindOf(name: string): string {
  return name.split('/')[0]!;
}
