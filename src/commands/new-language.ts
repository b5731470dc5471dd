import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { relatedLanguage } from '../model/related.ts';
import { newLanguage } from '../plan/new-language.ts';
import { bundledPath } from '../terminal/bundled.ts';
import { type Io, textsFor } from '../terminal/io.ts';
import { fileFrom } from '../terminal/report.ts';
import { finding } from '../wordings.ts';
import { changeFolder } from '../write/change.ts';
import { appealFolder, locateAppeal, templateFolders } from './locate.ts';
import type { Outcome } from './outcome.ts';
import { readBeginning } from './own-language.ts';
import { shellQuoted } from './shell-quoted.ts';
import { UsageError } from './usage.ts';

/** Begins a language that has no words yet: its files beside the appeal, in English where nothing is known. */
export async function beginLanguage(io: Io, tag: string, named: string | undefined): Promise<Outcome> {
  const { path, bundled } = locateAppeal(io, named);
  if (bundled) throw new UsageError('translate new: name your appeal; the bundled example stays as it is');
  const home = appealFolder(path);
  const { files, near, written, kept } = await changeFolder(home, async (publish) => {
    const { templates, words, site } = await readBeginning(templateFolders(home));
    const near = relatedLanguage(tag, [...words.keys()]);
    const files = newLanguage({ tag, near, words, site, templates });
    const isThere = (name: string) =>
      existsSync(join(home, 'templates', name)) || existsSync(bundledPath(`templates/${name}`));
    const fresh = files.filter(({ path: name }) => !isThere(name));
    const texts = new Map(fresh.map(({ path: name, text }) => [join(home, 'templates', name), text]));
    if (texts.size > 0) publish(texts, []);
    const written = fresh.map(({ path: name }) => name);
    const kept = files.map(({ path: name }) => name).filter((name) => !written.includes(name));
    return { files, near, written, kept };
  });
  if (written.length === 0)
    return {
      problems: [
        finding('error', 'edited-file/language', { tag }, { at: { file: join(home, 'templates') } }),
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
