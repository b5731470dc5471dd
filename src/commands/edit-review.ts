import { hasErrors } from '../problems.ts';
import { type Io, type Terminal, textsFor } from '../terminal/io.ts';
import { reportProblems } from '../terminal/report.ts';
import { type Editable, editScript } from '../wizard/editable.ts';
import type { Answers, World } from '../wizard/script.ts';
import { addAnswers } from './add-answers.ts';
import type { AddedKind } from './added-kinds.ts';
import { converseOn } from './converse.ts';
import { checkEdit, type EditOptions, type Loaded } from './edited.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import type { ReviewPlace } from './review.ts';

/** What can be added in each part of the review. */
const ADDS: Readonly<Record<string, Exclude<AddedKind, 'language'>>> = {
  'What happened': 'fact',
  'Those it is about': 'person',
  'What you demand': 'demand',
  'Whom to write to': 'target',
  'Pickets and demonstrations': 'event',
  Sources: 'source',
};

/** What the review works with: the appeal as it lies there, and a way to change it. */
interface Editing {
  readonly world: World;
  readonly load: () => Promise<Loaded>;
  /** Writes answers, as long as what was seen of them is what lies there. */
  readonly keep: (edits: Answers, seen: readonly Editable[]) => Promise<Outcome>;
}

/**
 * Shows all that an appeal says as parts, each with its questions; who adds something comes back to the part where that was.
 * What is wrong at the end brings back to the review, with the answers as they were given.
 */
export async function reviewAppeal(
  io: Io,
  terminal: Terminal,
  options: EditOptions,
  named: string | undefined,
  { world, load, keep }: Editing,
): Promise<Outcome> {
  const texts = textsFor(io);
  const { say } = texts;
  let place: ReviewPlace = {};
  let head: string[] = [];
  let given: Answers = new Map();
  let last: Outcome = { failed: true, summary: `${say('Nothing was written.')}\n` };
  for (;;) {
    const now = await load();
    if (!now.all) return { problems: now.problems };
    const { script, sections } = editScript(now.all);
    let added: string | undefined;
    const begun = new Map([...now.all.map(({ key, value }) => [key, value] as const), ...given]);
    const told = await converseOn(terminal, head, script, begun, {
      texts,
      world,
      known: [],
      check: (key, answers) => checkEdit(key, answers, now),
      keep: async () => {},
      desk: {
        sections: [...sections, ...missingOf(sections)],
        message: 'Change or add something, or',
        done: 'write what has changed',
        stop: 'stop here; nothing more is written',
        place,
        adds: Object.fromEntries(Object.keys(ADDS).map((name) => [name, say('add one more')])),
        takeAdd: (section) => {
          added = section;
        },
      },
    });
    if (!told) return last;
    const edits = new Map(
      [...told].filter(([key, text]) => now.all.some((one) => one.key === key && one.value !== text)),
    );
    given = edits;
    place = added === undefined ? {} : { section: added };
    if (edits.size > 0) {
      const done = await keep(edits, now.all).catch(outcomeOf);
      if (hasErrors(done.problems ?? [])) {
        head = [reportOf(done, io)];
        continue;
      }
      last = done;
      given = new Map();
    } else if (added === undefined)
      return last.failed ? { summary: `${say('Nothing has changed.')}\n` } : last;
    if (added === undefined) return last;
    const outcome = await addAnswers(io, without(options), ADDS[added]!, named, true);
    if (!outcome.failed) last = outcome;
    head = [outcome.summary ?? '', reportOf(outcome, io)].filter((text) => text !== '');
  }
}

/** What a command found, without colours: a dialogue would show their codes. */
function reportOf({ problems = [] }: Outcome, io: Io): string {
  return reportProblems(problems, { ...io, isTTY: false });
}

/** Parts in which nothing stands yet, so that something can be added to them. */
function missingOf(sections: readonly { readonly name: string }[]) {
  return Object.keys(ADDS)
    .filter((name) => !sections.some((one) => one.name === name))
    .map((name) => ({ name, keys: [] }));
}

function without({ set: _set, remove: _remove, lang: _lang, undo: _undo, ...others }: EditOptions) {
  return others;
}
