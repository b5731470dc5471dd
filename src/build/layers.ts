/** Modules of the source by their paths there. */
const at = (...paths: readonly string[]) => new RegExp(`[\\\\/]src[\\\\/](${paths.join('|')})\\.ts$`);

/**
 * What commands load together, each layer as one file: with all that it imports, but for what an earlier one holds. Opening
 * a hundred files takes longer than reading what stands in them. What is imported when it is needed stays apart.
 */
export const layers = [
  { name: 'start', test: at('cli'), priority: 3 },
  { name: 'appeal', test: at('commands/appeal', 'read/appeal', 'check/appeal'), priority: 2 },
  {
    name: 'make',
    test: at(
      'commands/(plan|write-material)',
      'layout/fonts',
      'plan/(letterhead|pictures|wording)',
      'write/pdf',
    ),
    priority: 1,
  },
];
