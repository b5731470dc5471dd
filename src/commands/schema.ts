import { Argument, type Command } from 'commander';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';

const PARTS = ['appeal', 'contacts', 'corrections', 'events', 'facts', 'sender', 'words'] as const;

/** The command `schema`. */
export function schemaCommand(session: Session): Command {
  const command = defineCommand('schema', 'Print the JSON Schema of a data file', [
    'schema appeal > appeal.schema.json',
    'schema contacts',
  ]).addArgument(new Argument('<part>', 'which data file').choices(PARTS));
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async (options, [part]) => {
      const schema = await schemaOf(part as (typeof PARTS)[number]);
      return options.json ? { data: { schema } } : { text: `${JSON.stringify(schema, null, 2)}\n` };
    }),
  );
}

async function schemaOf(part: (typeof PARTS)[number]): Promise<Record<string, unknown>> {
  const { toJSONSchema } = await import('zod');
  const model = {
    appeal: async () => (await import('../model/campaign.ts')).appealFile,
    contacts: async () => (await import('../model/contact.ts')).contacts,
    corrections: async () => (await import('../model/correction.ts')).corrections,
    events: async () => (await import('../model/event.ts')).events,
    facts: async () => (await import('../model/appeal.ts')).facts,
    sender: async () => (await import('../model/sender.ts')).sender,
    words: async () => (await import('../model/words.ts')).words,
  };
  const schema = toJSONSchema(await model[part](), { io: 'input' });
  return { ...schema, title: `handbill ${part}` };
}
