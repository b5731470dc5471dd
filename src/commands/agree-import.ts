import { type ContactColumn, isContactColumn } from '../check/contact-columns.ts';
import type { ImportSource } from '../import/source.ts';
import { CONTACT_FIELDS } from '../model/contact.ts';
import { shortened } from '../model/shortened.ts';
import type { Terminal } from '../terminal/io.ts';
import { type Dialogue, type Option, openDialogue } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';

/** Rows that are looked through for an example of what a column holds. */
const LOOKED_AT = 200;

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
      const isAsked = source.format === 'columns' && /^(csv|spreadsheet)$/.test(source.list.form);
      const columns = isAsked ? await nameColumns(dialogue, texts, source) : new Map();
      if (!columns) return undefined;
      agreed.push(source.withColumns(columns));
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

/** Asks for the field of each column that isn't used; undefined where somebody breaks off. */
async function nameColumns(
  dialogue: Dialogue,
  { say }: Texts,
  source: ImportSource,
): Promise<Map<string, ContactColumn> | undefined> {
  const columns = new Map<string, ContactColumn>();
  const examples = await findExamples(source);
  const fields: readonly Option[] = [
    { value: '', name: say('nothing that letters need: leave it out') },
    ...CONTACT_FIELDS.map((field) => ({ value: field, name: field })),
  ];
  for (let i = 0; i < source.unused.length; ) {
    const column = source.unused[i]!;
    const example = examples.get(column);
    const reply = await dialogue.ask({
      message:
        example === undefined
          ? say('What does the column “{column}” hold? It is empty at first.', { column })
          : say('What does the column “{column}” hold, such as “{example}”?', { column, example }),
      find: (typed) => fields.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())),
    });
    if (reply.did === 'quit') return undefined;
    if (reply.did === 'back') i = Math.max(i - 1, 0);
    else {
      columns.delete(column);
      if (isContactColumn(reply.text)) columns.set(column, reply.text);
      i += 1;
    }
  }
  return columns;
}

/** The first value of each column that isn't used, short enough for a question. */
async function findExamples({ list, unused }: ImportSource): Promise<Map<string, string>> {
  const examples = new Map<string, string>();
  let rows = 0;
  for await (const { cells } of list.rows()) {
    for (const column of unused) {
      const value = cells.get(column);
      if (value !== undefined && !examples.has(column)) {
        examples.set(column, shortened(value, 30));
      }
    }
    rows += 1;
    if (rows === LOOKED_AT || examples.size === unused.length) break;
  }
  return examples;
}
