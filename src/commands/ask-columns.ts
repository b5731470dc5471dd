import { shortened } from '../model/shortened.ts';
import type { ForeignList } from '../read/foreign.ts';
import type { Dialogue, Option } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';

/** Rows that are looked through for an example of what a column holds. */
const LOOKED_AT = 200;

/** Asks for the field of each column; undefined where somebody breaks off. A column that holds none of them is left out. */
export async function askColumns<Field extends string>(
  dialogue: Dialogue,
  { say }: Texts,
  list: ForeignList,
  columns: readonly string[],
  fields: readonly Field[],
): Promise<Map<string, Field> | undefined> {
  const found = new Map<string, Field>();
  const examples = await findExamples(list, columns);
  const options: readonly Option[] = [
    { value: '', name: say('nothing that letters need: leave it out') },
    ...fields.map((field) => ({ value: field, name: field })),
  ];
  for (let i = 0; i < columns.length; ) {
    const column = columns[i]!;
    const example = examples.get(column);
    const reply = await dialogue.ask({
      message:
        example === undefined
          ? say('What does the column “{column}” hold? It is empty at first.', { column })
          : say('What does the column “{column}” hold, such as “{example}”?', { column, example }),
      find: (typed) => options.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())),
    });
    if (reply.did === 'quit') return undefined;
    if (reply.did === 'back') i = Math.max(i - 1, 0);
    else {
      found.delete(column);
      const field = fields.find((name) => name === reply.text);
      if (field !== undefined) found.set(column, field);
      i += 1;
    }
  }
  return found;
}

/** The first value of each column, short enough for a question. */
async function findExamples(list: ForeignList, columns: readonly string[]): Promise<Map<string, string>> {
  const examples = new Map<string, string>();
  let rows = 0;
  for await (const { cells } of list.rows()) {
    for (const column of columns) {
      const value = cells.get(column);
      if (value !== undefined && !examples.has(column)) examples.set(column, shortened(value, 30));
    }
    rows += 1;
    if (rows === LOOKED_AT || examples.size === columns.length) break;
  }
  return examples;
}
