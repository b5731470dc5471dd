import { type ContactColumn, isContactColumn } from '../check/contact-columns.ts';
import type { ImportSource } from '../import/source.ts';
import type { Terminal } from '../terminal/io.ts';
import { type Dialogue, openDialogue } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';

/** Asks what the columns hold that nobody knows, and whether to go on. Returns undefined where the answer is no. */
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
      const asked = source.format === 'columns' && source.list.form === 'csv' ? source.unused : [];
      const columns = await nameColumns(dialogue, asked);
      if (!columns) return undefined;
      agreed.push(source.withColumns(columns));
    }
    const last = await dialogue.ask({ message: `Import into ${target}?`, preset: 'yes' });
    const isYes = last.did === 'answer' && /^(y|yes|j|ja|o|oui|s|si|sí|д|да|и|иә)$/i.test(last.text);
    return isYes ? agreed : undefined;
  } finally {
    dialogue.end();
  }
}

async function nameColumns(
  dialogue: Dialogue,
  asked: readonly string[],
): Promise<Map<string, ContactColumn> | undefined> {
  const columns = new Map<string, ContactColumn>();
  for (const column of asked) {
    const reply = await dialogue.ask({
      message: `What does the column “${column}” hold? (a field such as street; empty leaves it out)`,
      refuse: (answer) =>
        answer === '' || isContactColumn(answer)
          ? undefined
          : 'Expected a field such as street, city, email.',
    });
    if (reply.did !== 'answer') return undefined;
    if (isContactColumn(reply.text)) columns.set(column, reply.text);
  }
  return columns;
}
