import type { ImportSource } from '../import/source.ts';
import { CONTACT_FIELDS } from '../model/contact.ts';
import type { Terminal } from '../terminal/io.ts';
import { openDialogue } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';
import { askColumns } from './ask-columns.ts';

/** Asks what the columns hold of which nobody knows or said it, and whether to go on. Returns undefined where the answer is no. */
export async function agreeOn(
  terminal: Terminal,
  texts: Texts,
  sources: readonly ImportSource[],
  target: string,
): Promise<readonly ImportSource[] | undefined> {
  const dialogue = openDialogue(terminal, texts);
  try {
    const agreed: ImportSource[] = [];
    for (const source of sources) {
      const isAsked = source.format === 'columns' && /^(csv|spreadsheet)$/.test(source.list.form);
      const { list, unsaid } = source;
      const columns = isAsked ? await askColumns(dialogue, texts, list, unsaid, CONTACT_FIELDS) : new Map();
      if (!columns) return undefined;
      agreed.push(source.withColumns(columns, isAsked ? unsaid : []));
    }
    const last = await dialogue.ask({
      message: texts.say('Import into {file}?', { file: target }),
      options: [
        { value: 'yes', name: texts.say('Yes') },
        { value: 'no', name: texts.say('No, write nothing') },
      ],
    });
    return last.did === 'answer' && last.text === 'yes' ? agreed : undefined;
  } finally {
    dialogue.end();
  }
}
