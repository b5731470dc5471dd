/** Names of all subcommands, in the order of the help. */
export const COMMAND_NAMES = [
  'make',
  'letters',
  'leaflets',
  'quick',
  'preview',
  'site',
  'check',
  'contacts',
  'explain',
  'facts',
  'translate',
  'templates',
  'schema',
  'init',
  'fonts',
  'status',
  'clean',
  'manifest',
  'completion',
  'help',
] as const;
export type CommandName = (typeof COMMAND_NAMES)[number];
