/** Entry point of the command line. */
export async function run(): Promise<void> {
  process.stdout.write('handbill: run `handbill --help`\n');
}
