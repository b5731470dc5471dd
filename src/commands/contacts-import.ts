import { type Command, Option } from 'commander';
import { addContactFilters } from './contact-filters.ts';
import type { ImportCommandOptions } from './import-contacts.ts';
import { addCommonOptions, collect, defineCommand } from './options.ts';
import { act, type Session } from './outcome.ts';

/** The command `contacts import`. */
export function contactsImportCommand(session: Session): Command {
  const command = defineCommand('import', 'Read lists of contacts from elsewhere into an appeal', [
    'contacts import addresses.csv --appeal my-appeal',
    'contacts import database_of_embassies.csv --represents KZ --out-file contacts.csv',
    'contacts import phone.vcf list.csv --map "street=Straße 1" --set kind=company',
  ])
    .argument(
      '<files...>',
      'spreadsheets (.xlsx, .ods), CSV (any encoding and delimiter), JSON, vCard, or the Database of Embassies',
    )
    .optionsGroup('Into:')
    .option('--appeal <folder>', 'appeal whose contacts.csv is added to; the current folder without it')
    .option('--out-file <file>', 'another contacts file (CSV), new or to be added to')
    .optionsGroup('What the files are, where it isn’t seen right:')
    .addOption(
      new Option('--format <name>', 'columns by name, or the Database of Embassies').choices([
        'columns',
        'embassies',
      ]),
    )
    .option('--encoding <name>', 'such as windows-1251 or koi8-r')
    .option('--delimiter <sign>', 'what stands between columns: , ; | or tab')
    .option('--sheet <name>', 'sheet of a spreadsheet; without it, the one that fits best')
    .option('--map <field=column>', 'which column holds a field; may be repeated', collect)
    .option('--set <field=value>', 'value for rows that have none; may be repeated', collect);
  addContactFilters(command)
    .optionsGroup('How:')
    .option('-y, --yes', 'import without asking')
    .option('--dry-run', 'tell what would be imported; write nothing');
  return addCommonOptions(command).action(
    act<ImportCommandOptions>(session, async (options, args) => {
      const { importLists } = await import('./import-contacts.ts');
      return importLists(session.io, options, args[0] as unknown as readonly string[]);
    }),
  );
}
