import { type InputChange, UNSEEN } from '../batch/manifest.ts';
import type { AppealState } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import { statementOf } from '../model/figure.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { ENGLISH, type Texts } from '../terminal/texts.ts';

type Say = Texts['say'];

/** What the thing that was read brings along. */
const BESIDE = ['source', 'voice', 'unit', 'as-of'];

/** In what language reasons are told: they stand in `--json` too, which is the same in every one. */
export function textsOfReasons(io: Io, { json }: { readonly json?: boolean | undefined }): Texts {
  return json ? ENGLISH : textsFor(io);
}

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
export function describeChange(change: InputChange, campaign: Campaign, say: Say): string {
  const { name, was, now } = change;
  const id = name.slice(name.indexOf('/') + 1);
  switch (kindOf(name)) {
    case 'figure':
      return describeFigure(id, change, campaign, say);
    case 'fact': {
      if (was === undefined) return say('fact {id} is told now', { id });
      if (now !== undefined) return say('fact {id} has another wording', { id });
      const { corrections } = campaign;
      const last = corrections.findLast((c) => c.fact === id && c.now === 'withdrawn');
      return last
        ? say('fact {id} was withdrawn ({why})', { id, why: because(last, say) })
        : say('fact {id} is no longer told', { id });
    }
    default:
      if (was === undefined) return say('{name} is new', { name });
      return now === undefined ? say('{name} is gone', { name }) : say('{name} changed', { name });
  }
}

/** "the appeal is won since 2026-06-03 (source: union)". */
export function describeState({ is, since, source }: AppealState, say: Say): string {
  return say('the appeal is {is} since {since} (source: {source})', {
    is: say(is),
    since: since ?? '',
    source: source ?? '',
  });
}

function describeFigure(label: string, { was, now }: InputChange, campaign: Campaign, say: Say): string {
  if (now === undefined) return say('figure {label}, {was}, is no longer told', { label, was: was ?? '' });
  const [of = '', voice] = label.split('/');
  const [id, quantity = id] = of.split('.');
  const corrected = campaign.corrections.findLast(
    (c) => c.fact === id && c.figure === quantity && c.voice === voice && c.now === now,
  );
  const claim = campaign.facts
    .find((fact) => fact.id === id)
    ?.figures.find((figure) => figure.quantity === quantity)
    ?.claims.findLast((c) => c.voice === voice && statementOf(c) === now);
  const reason = corrected
    ? because(corrected, say)
    : claim
      ? because({ source: claim.source }, say)
      : undefined;
  const said =
    was === undefined
      ? say('figure {label} is new: {now}', { label, now })
      : say('figure {label} was {was}, now {now}', { label, was, now });
  return reason === undefined ? said : `${said} (${reason})`;
}

function because({ source, reason }: { source: string; reason?: string | undefined }, say: Say): string {
  return `${say('source: {source}', { source })}${reason === undefined ? '' : `; ${reason}`}`;
}

function kindOf(name: string): string {
  return name.split('/')[0]!;
}
