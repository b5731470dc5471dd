import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { relatedLanguage } from '../model/related.ts';
import { newLanguage } from '../plan/new-language.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { readOutput, writeOutput } from '../write/files.ts';
import { locateAppeal, templateFolders } from './locate.ts';
import type { Outcome } from './outcome.ts';
import { readBeginning } from './own-language.ts';
import { shellQuoted } from './shell-quoted.ts';
import { UsageError } from './usage.ts';

/** Begins a language that has no words yet: its files beside the appeal, in English where nothing is known. */
export async function beginLanguage(io: Io, tag: string, named: string | undefined): Promise<Outcome> {
  const { path, bundled } = locateAppeal(io, named);
  if (bundled) throw new UsageError('translate new: name your appeal; the bundled example stays as it is');
  const { templates, words, site } = await readBeginning(templateFolders(path));
  const known = [...words.keys()];
  const near = relatedLanguage(tag, known);
  const files = newLanguage({ tag, near, words, site, templates });
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path: name, text } of files) {
    const isThere = await readOutput(path, `templates/${name}`);
    if (isThere || existsSync(bundledPath(`templates/${name}`))) kept.push(name);
    else {
      await writeOutput(path, `templates/${name}`, text);
      written.push(name);
    }
  }
  if (written.length === 0)
    return {
      problems: [
        finding('error', 'edited-file/language', { tag }, { at: { file: join(path, 'templates') } }),
      ],
    };
  const english = files.filter(({ path: name }) => written.includes(name)).flatMap(({ phrases }) => phrases);
  const { say, count } = textsFor(io);
  const folder = shellQuoted(fileFrom(io.cwd, path));
  const lines = [
    say('{files} in {folder}; {phrases} in them are English still.', {
      files: count(written.length, 'file'),
      folder: fileFrom(io.cwd, join(path, 'templates')),
      phrases: count(english.length, 'phrase'),
    }),
    say('Nearest language, beside each phrase: {near}.', { near }),
    say('Translate them there, or in a file for translators: {command}', {
      command: `handbill translate export ${folder} --words ${tag} --to ${tag}.po`,
    }),
    say('Look at what they make: {command}', { command: `handbill words try ${tag} --appeal ${folder}` }),
    say('Then make it a language of the appeal: {command}', {
      command: `handbill add language ${tag} ${folder}`,
    }),
  ];
  return {
    data: { language: tag, near, files: written, kept, english: english.map(({ id }) => id) },
    summary: `${lines.join('\n')}\n`,
  };
}
