import type { Command } from 'commander';
import { contactsCheckCommand } from './contacts-check.ts';
import { contactsCoverageCommand } from './contacts-coverage.ts';
import { contactsEnvelopesCommand } from './contacts-envelopes.ts';
import { contactsExportCommand } from './contacts-export.ts';
import { contactsImportCommand } from './contacts-import.ts';
import { contactsLabelsCommand } from './contacts-labels.ts';
import { contactsListCommand } from './contacts-list.ts';
import { contactsQueryCommand } from './contacts-query.ts';
import { defineCommand } from './options.ts';
import type { Session } from './outcome.ts';

/** The command `contacts`. */
export function contactsCommand(session: Session): Command {
  const command = defineCommand('contacts', 'Embassies, companies and others who can be written to', [
    'contacts list',
    'contacts import addresses.csv --appeal my-appeal',
  ]);
  for (const define of [
    contactsListCommand,
    contactsImportCommand,
    contactsCheckCommand,
    contactsExportCommand,
    contactsLabelsCommand,
    contactsEnvelopesCommand,
    contactsCoverageCommand,
    contactsQueryCommand,
  ])
    command.addCommand(define(session));
  return command;
}
