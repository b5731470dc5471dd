import { memoise } from '../model/memory.ts';
import type { Sender } from '../model/sender.ts';
import type { Words } from '../model/words.ts';

/** Who speaks in a letter: several, or one person, told apart by gender where the language shows it. */
export type Speaker = 'several' | 'one' | 'woman' | 'man';

/** Who writes: one person where the sender's file says so, or tells a gender and no organisation; else several. */
export function speakerOf(
  { sender, signatories }: { readonly sender?: Sender | undefined; readonly signatories?: unknown },
  { speaker = {} }: Words,
): Speaker {
  if (!sender || signatories) return 'several';
  const { writes, gender, organisation } = sender;
  const isOne = writes ? writes === 'I' : gender !== undefined && organisation === undefined;
  if (!isOne) return 'several';
  const own = gender === 'female' ? 'woman' : gender === 'male' ? 'man' : 'one';
  if (speaker[own]) return own;
  return speaker.one ? 'one' : 'several';
}

/** The words of a language as this speaker says them; the same object each time, by which documents share what they say. */
export function wordsOf(speaker: Speaker, words: Words): Words {
  return speaker === 'several' ? words : spokenIn(words)(speaker);
}

const spokenIn = memoise((words: Words) =>
  memoise((speaker: Exclude<Speaker, 'several'>) => speak(speaker, words)),
);

function speak(speaker: Exclude<Speaker, 'several'>, words: Words): Words {
  const all = [words.speaker?.one, words.speaker?.[speaker]];
  return {
    ...words,
    closing: Object.assign({}, words.closing, ...all.map((own) => own?.closing)),
    labels: Object.assign({}, words.labels, ...all.map((own) => own?.labels)),
  };
}
