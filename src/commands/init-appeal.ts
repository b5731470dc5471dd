import { readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CONTACT_KINDS } from '../model/contact.ts';
import { isCountry } from '../model/country.ts';
import { isLanguageTag } from '../model/text.ts';
import { id, isPartialDate } from '../model/values.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { formatAppealFolder, type NewAppeal } from '../write/appeal.ts';
import { writeOutput } from '../write/files.ts';
import { todayOf } from './appeal.ts';
import type { InitOptions } from './init.ts';
import type { Outcome } from './outcome.ts';
import { chooseFrom, UsageError } from './usage.ts';

/** Writes the folder of a new appeal from flags and answers. */
export async function initAppeal(io: Io, options: InitOptions, folder: string): Promise<Outcome> {
  const path = resolve(io.cwd, folder);
  const name = fileFrom(io.cwd, path);
  const there = await readdir(path).catch((): string[] => []);
  if (there.some((file) => file.startsWith('appeal.'))) {
    throw new UsageError(`${name} holds an appeal already. Choose another folder, or edit the files there.`);
  }
  const { say } = textsFor(io);
  const appeal = await askAppeal(io, options, path);
  if (!appeal) return { failed: true, summary: `${say('Nothing was written.')}\n` };
  const files = Object.entries(formatAppealFolder(appeal)).filter(([file]) => !there.includes(file));
  for (const [file, text] of files) await writeOutput(path, file, text);
  return {
    data: { folder: name, files: files.map(([file]) => file) },
    summary: `${[
      say('In {folder}/: {files}.', { folder: name, files: files.map(([file]) => file).join(', ') }),
      say('Next: handbill make {folder}, then fill in addresses in {folder}/contacts.csv.', { folder: name }),
    ].join('\n')}\n`,
  };
}

type Answer = 'title' | 'issuer' | 'lang' | 'what' | 'when' | 'where' | 'source' | 'demand' | 'to';

interface Asked {
  readonly name: Answer;
  readonly message: string;
  readonly default?: string;
  readonly needed: boolean;
  readonly validate?: (answer: string) => true | string;
}

const QUESTIONS: readonly Asked[] = [
  { name: 'title', message: 'What is the appeal called?', needed: true },
  { name: 'issuer', message: 'Who issues it?', needed: true },
  {
    name: 'lang',
    message: 'In which language (en, es, fr, de, ru, kk …)?',
    default: 'en',
    needed: false,
    validate: isLanguage,
  },
  { name: 'what', message: 'What happened, in whole sentences?', needed: true },
  {
    name: 'when',
    message: 'When (2026-05-01, 2026-05 or 2026; empty if unknown)?',
    needed: false,
    validate: isDate,
  },
  { name: 'where', message: 'Where (empty if unknown)?', needed: false },
  { name: 'source', message: 'Where can this be read, or who told it?', needed: true },
  { name: 'demand', message: 'What do you demand?', needed: true },
  { name: 'to', message: 'Whom should people write to (name of the company, embassy …)?', needed: true },
];

/** Takes the answers from the flags, and asks for the others where somebody sits at the terminal. */
async function askAppeal(io: Io, options: InitOptions, path: string): Promise<NewAppeal | undefined> {
  const given = (name: Answer) => options[name] !== undefined;
  const open = QUESTIONS.filter((q) => !given(q.name));
  let answers: Partial<Record<Answer, string>> = {};
  if (io.isTTY && options.input && !options.json) {
    const { askQuestions } = await import('../terminal/prompts.ts');
    const { say } = textsFor(io);
    const asked = await askQuestions(
      open.map((q) => ({
        ...q,
        message: say(q.message),
        validate: (a: string) =>
          q.needed && !a.trim() ? say('An answer is needed.') : (q.validate?.(a) ?? true),
      })),
    );
    if (!asked) return undefined;
    answers = asked;
  } else {
    const missing = open.filter((q) => q.needed).map((q) => `--${q.name}`);
    if (missing.length > 0) throw new UsageError(`init without questions needs ${missing.join(', ')}`);
  }
  const text = (name: Exclude<Answer, 'demand' | 'to'>) => options[name] ?? (answers[name] || undefined);
  const language = text('lang') ?? 'en';
  const when = text('when');
  hold('--lang', language, isLanguage(language));
  if (when) hold('--when', when, isDate(when));
  const kind = options.toKind ? chooseFrom('--to-kind', [options.toKind], CONTACT_KINDS)![0]! : 'other';
  if (options.toCountry)
    hold(
      '--to-country',
      options.toCountry,
      isCountry(options.toCountry) || 'expected a country code such as DE',
    );
  const to = options.to ?? [answers.to!];
  return {
    id: idOf(basename(path), 'appeal'),
    title: text('title')!,
    issuer: text('issuer')!,
    language,
    issued: todayOf(io, options.date),
    what: text('what')!,
    when,
    where: text('where'),
    source: text('source')!,
    sourceUrl: options.url,
    demands: options.demand ?? [answers.demand!],
    to: to.map((organisation, i) => ({
      id: idOf(organisation, `contact-${i + 1}`),
      kind,
      organisation,
      country: options.toCountry,
    })),
  };
}

function hold(option: string, value: string, verdict: true | string): void {
  if (verdict !== true) throw new UsageError(`${option}: ${verdict}, found ${JSON.stringify(value)}`);
}

function isLanguage(tag: string): true | string {
  return isLanguageTag(tag) || 'expected a language tag such as en, kk, pt-BR or zh-Hans (BCP 47)';
}

function isDate(date: string): true | string {
  return date === '' || isPartialDate(date) || 'expected a date such as 2026-05-01, 2026-05 or 2026';
}

/** An id made of a name's Latin letters and digits; `otherwise` where it has none. */
function idOf(name: string, otherwise: string): string {
  const made = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return id.safeParse(made).success ? made : otherwise;
}
