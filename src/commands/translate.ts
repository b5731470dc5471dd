import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { isLanguageTag, knownTag } from '../model/text.ts';
import { columnsOf, type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { type AppealOptions, loadAppeal, toldFor, USED_BY } from './appeal.ts';
import { addAppealOptions, addCommonOptions, defineCommand } from './options.ts';
import { act, type Outcome, type Session } from './outcome.ts';
import { shellQuoted } from './shell-quoted.ts';
import type { Exported } from './translate-words.ts';
import { UsageError } from './usage.ts';

/** The command `translate`. */
export function translateCommand(session: Session): Command {
  return defineCommand('translate', 'State of the translations; texts to translators and back', [
    'translate status my-appeal',
    'translate export my-appeal --lang kk > kk.po',
    'translate import kk.po my-appeal',
    'translate new ro my-appeal',
  ])
    .addCommand(newCommand(session))
    .addCommand(statusCommand(session))
    .addCommand(exportCommand(session))
    .addCommand(importCommand(session));
}

interface LanguageOptions extends Omit<AppealOptions, 'lang'> {
  readonly lang?: string;
}

function newCommand(session: Session): Command {
  const command = defineCommand(
    'new',
    'Begin a language that handbill has no words in: its files beside the appeal',
    ['translate new ro my-appeal'],
  )
    .argument('<tag>', 'language, such as ro or pt-BR')
    .argument('[appeal]', 'folder of the appeal; the current folder');
  return addCommonOptions(command).action(
    act<LanguageOptions>(session, async (_, [tag = '', appeal]) => {
      const { beginLanguage } = await import('./new-language.ts');
      return beginLanguage(session.io, checkLanguage(tag), appeal);
    }),
  );
}

function statusCommand(session: Session): Command {
  const command = defineCommand('status', 'Tell how far each language is, or each text of one', [
    'translate status',
    'translate status my-appeal --lang kk',
  ]);
  addAppealOptions(command)
    .option('--lang <tag>', 'each text of this language')
    .option('--words <tag>', 'each phrase of its words, labels and letters that is English still');
  return addCommonOptions(command).action(
    act<LanguageOptions & { words?: string }>(session, async ({ lang, words, ...options }, [appeal]) => {
      if (words !== undefined) {
        const { wordsStatus } = await import('./translate-words.ts');
        return wordsStatus(session.io, checkLanguage(words), appeal);
      }
      const { campaign, located, problems } = await loadTexts(session, options, appeal);
      if (!campaign || !located) return { problems };
      const { texts } = located;
      const [{ formatTable }, { stateOf, TRANSLATION_STATES }] = await Promise.all([
        import('../terminal/table.ts'),
        import('../model/texts.ts'),
      ]);
      const tags = lang === undefined ? campaign.languages.map(({ tag }) => tag) : [checkLanguage(lang)];
      const states = tags.map((tag) => texts.map((text) => stateOf(text, tag, campaign.languages)));
      const counts = states.map((all) =>
        TRANSLATION_STATES.map((s) => all.filter((state) => state === s).length),
      );
      const { say, count } = textsFor(session.io);
      const width = columnsOf(session.io);
      const table =
        lang === undefined
          ? formatTable(
              [say('LANGUAGE'), ...TRANSLATION_STATES.map((s) => s.toUpperCase())],
              tags.map((tag, i) => [tag, ...counts[i]!.map((n) => (n === 0 ? '' : String(n)))]),
              width,
            )
          : formatTable(
              [say('TEXT'), say('TRANSLATION')],
              texts.map(({ id }, i) => [id, states[0]![i]!]),
              width,
            );
      return {
        problems,
        data: {
          texts: texts.map(({ id }, i) => ({
            id,
            ...Object.fromEntries(tags.map((tag, l) => [tag, states[l]![i]!])),
          })),
        },
        text: table,
        summary: `${say('{texts} in {languages}.', { texts: count(texts.length, 'text'), languages: count(tags.length, 'language') })}\n`,
      };
    }),
  );
}

function exportCommand(session: Session): Command {
  const command = defineCommand(
    'export',
    'Write the texts of one language as a PO file (gettext), or as XLIFF',
    [
      'translate export my-appeal --lang kk > kk.po',
      'translate export my-appeal --lang it --to it.po',
      'translate export my-appeal --words ro --format xliff --to ro.xlf',
    ],
  );
  addAppealOptions(command)
    .option('--lang <tag>', 'language into which the texts of the appeal are translated, such as kk')
    .option('--words <tag>', 'its words, labels and letters in place of the appeal’s texts')
    .addOption(new Option('--format <name>', 'kind of file').choices(['po', 'xliff']).default('po'))
    .option('--to <file>', 'write it there; to standard output without it');
  return addCommonOptions(command).action(
    act<ExportOptions>(session, async ({ lang, words, to, format, ...options }, [appeal]) => {
      if ((lang === undefined) === (words === undefined))
        throw new UsageError('translate export: expected --lang or --words, and not both');
      const language = checkLanguage(lang ?? words ?? '');
      const exported =
        words === undefined
          ? await exportAppeal(session, options, appeal, language, format)
          : await (await import('./translate-words.ts')).exportWords(session.io, appeal, language, format);
      const { text, open, problems } = exported;
      if (text === undefined) return { problems };
      if (to === undefined) return { problems, data: { language, open, [format]: text }, text };
      const { basename, dirname } = await import('node:path');
      const { writeOutput } = await import('../write/files.ts');
      const { say, count } = textsFor(session.io);
      const path = resolve(session.io.cwd, to);
      await writeOutput(dirname(path), basename(path), text);
      return {
        problems,
        data: { language, open, file: to },
        summary: `${say('{file}: {texts} to translate or read. Then: {command}', { file: to, texts: count(open, 'text'), command: `handbill translate import ${shellQuoted(to)}${appeal === undefined ? '' : ` ${shellQuoted(appeal)}`}` })}\n`,
      };
    }),
  );
}

interface ExportOptions extends LanguageOptions {
  readonly words?: string;
  readonly to?: string;
  readonly format: 'po' | 'xliff';
}

async function exportAppeal(
  session: Session,
  options: AppealOptions,
  appeal: string | undefined,
  language: string,
  format: ExportOptions['format'],
): Promise<Exported> {
  const { campaign, located, problems } = await loadTexts(session, options, appeal);
  if (!campaign || !located) return { open: 0, problems };
  const { exportTexts } = await import('./translate-texts.ts');
  return { ...exportTexts(located, campaign, language, session.io.cwd, format), problems };
}

function importCommand(session: Session): Command {
  const command = defineCommand('import', 'Take the texts of a PO or XLIFF file into the appeal', [
    'translate import kk.po my-appeal',
    'translate import kk.po my-appeal --dry-run',
  ])
    .argument('<file>', 'PO or XLIFF file; what is fuzzy in it, or not reviewed, stays a draft')
    .argument('[appeal]', 'folder or file of the appeal; the current folder')
    .option('--lang <tag>', 'its language, where the file doesn’t say it')
    .option('--by <name>', 'who translated or read it')
    .option('--dry-run', 'write nothing; tell what would change');
  return addCommonOptions(command).action(
    act<ImportOptions>(session, (options, [file = '', appeal]) =>
      importTranslations(session.io, options, file, appeal),
    ),
  );
}

type ImportOptions = LanguageOptions & { readonly by?: string; readonly dryRun?: boolean };

/** Takes the texts of a file into the appeal; phrases of a language's own files go where those lie. */
async function importTranslations(
  io: Io,
  { lang, input, dryRun, by }: ImportOptions,
  file: string,
  appeal: string | undefined,
): Promise<Outcome> {
  const [{ readTranslations }, { importTexts, locateTexts }, { changeAppeal }, { nameLanguage }] =
    await Promise.all([
      import('../read/translations.ts'),
      import('./translate-texts.ts'),
      import('./change-appeal.ts'),
      import('./add-language.ts'),
    ]);
  const path = resolve(io.cwd, file);
  const po = await readTranslations(path);
  const named = lang ?? po.language;
  if (named === undefined) throw new UsageError('translate import: the file names no language; add --lang');
  const tagOf = (known: readonly string[]) => checkLanguage(lang ?? knownTag(named, known));
  const isOwn = po.messages.length > 0 && po.messages.every(({ id }) => OWN_PHRASE.test(id));
  if (isOwn) {
    const { importWords } = await import('./translate-words.ts');
    return importWords(io, po.messages, { tagOf, file, dryRun, appeal });
  }
  const { value, changed, problems } = await changeAppeal(
    io,
    {
      input,
      dryRun,
      command: 'translate import',
      named: appeal,
      uses: USED_BY.texts,
      tolerates: 'missing-translation',
    },
    (campaign, parts, files) => {
      const language = tagOf(campaign.languages.map(({ tag }) => tag));
      const from = { language, by, file: path };
      const { taken, ...found } = importTexts(po.messages, locateTexts(parts), campaign, from);
      // Texts in a language that the appeal doesn't have would be printed nowhere.
      if (taken > 0) nameLanguage(language, campaign, files, found.texts);
      return { ...found, value: { taken, language } };
    },
  );
  if (value === undefined) return { problems };
  const names = changed.map((path) => fileFrom(io.cwd, path));
  const { say, count } = textsFor(io);
  const { language } = value;
  const taken = say('{texts} in {language} taken over.', { texts: count(value.taken, 'text'), language });
  const changes = say('Changed: {files}.', { files: names.join(', ') });
  return {
    problems,
    data: { ...value, files: names },
    summary: `${[taken, ...(names.length > 0 ? [changes] : [])].join(' ')}\n`,
  };
}

/** Ids of phrases of a language's files; those of the appeal's texts begin otherwise. */
const OWN_PHRASE = /^(?:words|site|letter)\//;

async function loadTexts(session: Session, options: AppealOptions, appeal: string | undefined) {
  const loaded = await loadAppeal(session.io, options, appeal);
  const { locateTexts } = await import('./translate-texts.ts');
  const located = loaded.parts && locateTexts(loaded.parts);
  return { ...loaded, located, problems: toldFor(USED_BY.texts, loaded.problems) };
}

function checkLanguage(tag: string): string {
  if (isLanguageTag(tag)) return tag;
  throw new UsageError(`--lang: expected a language tag such as kk or zh-Hans, found ${JSON.stringify(tag)}`);
}
