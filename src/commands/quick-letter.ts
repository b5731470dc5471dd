import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Campaign } from '../model/campaign.ts';
import { channelsOf } from '../model/channel.ts';
import { isCountry, likelyLanguage } from '../model/country.ts';
import type { Sender } from '../model/sender.ts';
import { hasErrors } from '../problems.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { checkSenderAnswer, quickLetter, senderFrom } from '../wizard/quick.ts';
import type { Answers, Script, World } from '../wizard/script.ts';
import { loadAppeal, todayOf } from './appeal.ts';
import { closeOff, isClosed } from './deadline.ts';
import { fillUp, takeFlags } from './init-answers.ts';
import { knownWays } from './known-ways.ts';
import { lettersFrom, writeLetter } from './one-letter.ts';
import type { CommonOptions } from './outcome.ts';
import { type Outcome, terminalFor } from './outcome.ts';
import { prepareFor } from './plan.ts';

/** Options of `quick`; those that answer a question are looked up by its flag. */
export interface QuickOptions extends CommonOptions {
  readonly date?: string;
  readonly open?: boolean;
}

/** Writes one letter into the current folder, from the appeal that is named, lies here, or comes with handbill. */
export async function writeQuickLetter(
  io: Io,
  options: QuickOptions,
  named: string | undefined,
): Promise<Outcome> {
  const { say } = textsFor(io);
  const { input: asks, date } = options;
  const { campaign, problems } = await loadAppeal(io, { input: asks, date }, named);
  if (!campaign || hasErrors(problems)) return { problems };
  const script = quickLetter((country) => languagesFor(campaign, country));
  const world = { today: todayOf(io, date), language: textsFor(io).language };
  const given = takeFlags(script, new Map(), options, { known: [], world, check: checkSenderAnswer });
  const answers = await answer(io, options, { script, given, world }, campaign);
  if (!answers) return { failed: true, summary: `${say('Nothing was written.')}\n` };
  const country = answers.get('country')!;
  const chosen = lettersFrom(campaign, country);
  const [first] = languagesFor(campaign, country);
  const letter = chosen.letters.find(({ language }) => language === (answers.get('lang') ?? first));
  if (!letter) return { problems: [...problems, ...chosen.problems], failed: true };
  const { language } = letter;
  const prepared = await prepareFor(io, { input: asks, date, lang: [language] }, named, ['letter']);
  // Who was asked was told at the beginning that it is the example.
  const isSaid = terminalFor(io, options) !== undefined;
  const own = prepared.problems.filter(({ code }) => !isSaid || code !== 'example-appeal');
  const told = [...own, ...chosen.problems];
  if (!prepared.input) return { problems: told };
  if (isClosed(prepared.input, false)) return { problems: closeOff(told) };
  const sender = senderFrom(answers) as Sender | undefined;
  const nameIn = (path: string) => freeName(io.cwd, basename(path, '.pdf'));
  const made = await writeLetter(prepared.input, letter, io.cwd, { country, sender, nameIn });
  const all = [...told, ...made.problems];
  if (made.path === undefined || hasErrors(all)) return { problems: all };
  if (options.open) io.open?.(join(io.cwd, made.path));
  const { example } = campaign.appeal;
  const next = example
    ? say('It is an example, not for sending. Your own appeal: handbill init')
    : channelsOf(letter.target).includes('post')
      ? say('Next: print {file}, sign it and post it.', { file: made.path })
      : `${letter.target.id}: ${knownWays(letter.target, { say })}`;
  return {
    problems: all,
    data: { file: made.path, to: letter.target.id, language },
    summary: `${say('Your letter: {file}', { file: made.path })}\n${next}\n`,
  };
}

async function answer(
  io: Io,
  options: QuickOptions,
  { script, given, world }: { readonly script: Script; readonly given: Answers; readonly world: World },
  campaign: Campaign,
): Promise<Answers | undefined> {
  const terminal = terminalFor(io, options);
  if (!terminal) return fillUp('quick', script, given, world, options);
  const { converseOn, howToAnswer } = await import('./converse.ts');
  const texts = textsFor(io);
  const { title } = campaign.appeal;
  const english = title.en ?? Object.values(title)[0];
  const name = typeof english === 'string' ? english : english?.text;
  const head = [
    texts.say('A letter from: {appeal}', { appeal: name ?? campaign.appeal.id }),
    ...(campaign.appeal.example ? [texts.say('This is the bundled example: history, not for sending.')] : []),
    howToAnswer(texts),
  ];
  return converseOn(terminal, head, script, given, { known: [], world, texts, check: checkSenderAnswer });
}

/** Languages of the letter from a country, the one that most people there read first. */
function languagesFor(campaign: Campaign, country: string): string[] {
  if (!isCountry(country)) return [];
  const languages = lettersFrom(campaign, country).letters.map(({ language }) => language);
  const likely = likelyLanguage(country);
  return [...languages.filter((tag) => tag === likely), ...languages.filter((tag) => tag !== likely)];
}

/** A name that no file has: `kz-de-berlin.de.pdf`, `kz-de-berlin.de-2.pdf`. */
function freeName(folder: string, name: string): string {
  for (let n = 1; ; n += 1) {
    const path = `${name}${n > 1 ? `-${n}` : ''}.pdf`;
    if (!existsSync(join(folder, path))) return path;
  }
}
