import type { Item, ItemValue } from '../import/text/items.ts';
import type { Terminal } from '../terminal/io.ts';
import { type Dialogue, openDialogue } from '../terminal/prompts.ts';
import type { Texts } from '../terminal/texts.ts';

/** Characters of the words around a thing that are shown. */
const SHOWN = 400;

/** Shows each thing beside its place in the text: taken, changed or dropped. Undefined where the person broke off. */
export async function confirmItems(
  terminal: Terminal,
  texts: Texts,
  items: readonly Item[],
): Promise<Item[] | undefined> {
  const { say } = texts;
  const dialogue = openDialogue(terminal, texts);
  const kept = new Map<Item, Item>();
  try {
    for (let i = 0; i < items.length; ) {
      const item = items[i]!;
      dialogue.say(
        `${i + 1}/${items.length} ${item.line === undefined ? '' : `${say('line {n}', { n: item.line })}: `}${cut(item.words)}`,
      );
      const reply = await dialogue.ask({
        message: describe(item.value, texts),
        options: [
          { value: 'take', name: say('right') },
          { value: 'change', name: say('change it') },
          { value: 'drop', name: say('leave it out') },
        ],
      });
      if (reply.did === 'quit') return undefined;
      if (reply.did === 'back') {
        i = Math.max(0, i - 1);
        continue;
      }
      kept.delete(item);
      if (reply.text === 'take') kept.set(item, item);
      if (reply.text === 'change') {
        const changed = await change(dialogue, item, texts);
        if (changed === 'quit') return undefined;
        if (changed === 'back') continue;
        kept.set(item, changed);
      }
      i += 1;
    }
    return items.flatMap((item) => kept.get(item) ?? []);
  } finally {
    dialogue.end();
  }
}

function cut(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN)} …` : words;
}

/** What a thing is taken for, in a line. */
function describe(value: ItemValue, { say }: Texts): string {
  switch (value.kind) {
    case 'fact': {
      const date = value.date ? `${value.date}${value.isSure ? '' : '?'}` : say('no date');
      const figures = value.placed.figures.map(({ found }) =>
        found.claims
          .map((claim) => [claim.qualifier, claim.value, found.unit, claim.voice].filter(Boolean).join(' '))
          .join(' / '),
      );
      return [say('A fact'), say(value.role), date, ...figures].join(' · ');
    }
    case 'to': {
      const { kind = 'authority', holder = '', address, ways } = value.addressee;
      return [
        say('An addressee'),
        value.text,
        kind,
        holder,
        ...address,
        ...ways.map((way) => `${way.kind} ${way.value}`),
      ]
        .filter((part) => part !== '')
        .join(' · ');
    }
    case 'event':
      return [say('An event'), value.event, value.date, value.time, value.text].join(' · ');
    case 'action':
      return `${say('An action')} · ${value.action} · ${value.text}`;
    default:
      return `${say(NAMES[value.kind])} · ${value.text}`;
  }
}

const NAMES = {
  title: 'The title',
  issuer: 'Who issues it',
  issued: 'Its day',
  deadline: 'Last day for acting',
  person: 'A person',
  demand: 'A demand',
  link: 'A source',
} as const;

/** The words of a thing, and the date of a fact, as a person would have them. */
async function change(dialogue: Dialogue, item: Item, { say }: Texts): Promise<Item | 'quit' | 'back'> {
  const { value } = item;
  const text = await dialogue.ask({ message: say('How should it read?'), preset: value.text });
  if (text.did !== 'answer') return text.did;
  if (value.kind !== 'fact') return { ...item, value: { ...value, text: text.text } };
  const date = await dialogue.ask({
    message: say('When? As 2026-05-01, 2026-05 or 2026 (-: unknown)'),
    preset: value.date ?? '-',
    refuse: (typed) =>
      /^(?:-|\d{4}(?:-\d\d){0,2})$/.test(typed) ? undefined : say('As 2026-05-01, 2026-05 or 2026.'),
  });
  if (date.did !== 'answer') return date.did;
  const figures = value.placed.figures.filter(({ quantity }) => text.text.includes(`{${quantity}}`));
  const placed = { ...value.placed, figures };
  return {
    ...item,
    value: { ...value, text: text.text, placed, date: date.text === '-' ? undefined : date.text },
  };
}
