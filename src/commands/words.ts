import type { Command } from 'commander';
import type { Trial } from '../merge/try-words.ts';
import type { SignedPart, Words } from '../model/words.ts';
import { textsFor } from '../terminal/io.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';
import { suggestFrom, UsageError } from './usage.ts';

interface WordsOptions extends CommonOptions {
  readonly appeal?: string;
}

/** The command `words`. */
export function wordsCommand(session: Session): Command {
  return defineCommand('words', 'Forms of the languages: dates, numbers, forms of address', [
    'words try fr',
    'words try fr --appeal my-appeal',
  ]).addCommand(tryCommand(session));
}

function tryCommand(session: Session): Command {
  const command = defineCommand('try', 'Print the phrases in which mistakes show, for a speaker to read', [
    'words try fr',
    'words try kk > kk.txt',
  ])
    .argument('<tag>', 'language whose words are tried')
    .option('--appeal <folder>', 'the appeal whose templates/ folder goes before the bundled ones');
  return addCommonOptions(command).action(
    act<WordsOptions>(session, async (options, [tag = '']) => {
      const [{ readWording }, { tryWords }, { SIGNED_PARTS }] = await Promise.all([
        import('../plan/wording.ts'),
        import('../merge/try-words.ts'),
        import('../model/words.ts'),
      ]);
      const folders = templateFolders(locateAppeal(session.io, options.appeal).path);
      const { words, problems } = await readWording(folders, {});
      const found = words.get(tag);
      if (!found) {
        const failed = problems.filter(({ severity }) => severity === 'error');
        if (failed.length > 0) return { problems: failed };
        throw new UsageError(
          `words try: there are no words in ${tag}. ${suggestFrom(tag, [...words.keys()])}`,
        );
      }
      const trials = tryWords(found);
      const { say } = textsFor(session.io);
      return {
        problems: problems.filter(({ at }) => at?.file.endsWith(`/words/${tag}.yaml`)),
        data: { language: tag, review: found.review, signed: found.signed ?? {}, trials },
        text: formatTrials(trials, found.name),
        summary: [
          ...stateLines(found, SIGNED_PARTS, say),
          say('Who reads it corrects templates/words/{tag}.yaml, and sets review: reviewed there.', { tag }),
          say('Or one part: signed: {example}.', { example: '{letters: {by: N. N., on: 2026-05-01}}' }),
        ]
          .map((line) => `${line}\n`)
          .join(''),
      };
    }),
  );
}

/** How far each part of a language's words can be trusted, and by whose word. */
function stateLines(
  { review, signed }: Words,
  parts: readonly SignedPart[],
  say: ReturnType<typeof textsFor>['say'],
): string[] {
  const names = { letters: say('letters'), leaflets: say('leaflets'), site: say('page') };
  return parts.map((part) => {
    const by = signed?.[part];
    return by
      ? say('{part}: reviewed by {by}, {on}', { part: names[part], by: by.by, on: by.on })
      : `${names[part]}: ${review}`;
  });
}

/** The phrases, each with its number, so that a speaker can name it. */
export function formatTrials(trials: readonly Trial[], name: string): string {
  let n = 0;
  const parts = trials.map(({ shows, lines }) =>
    [`${shows.toUpperCase()}`, ...lines.map((line) => `${String(++n).padStart(4)}  ${line}`)].join('\n'),
  );
  return `${[name, ...parts].join('\n\n')}\n`;
}
