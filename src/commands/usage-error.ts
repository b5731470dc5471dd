/** Wrong use of the command line: exit code 2. The message says what was expected and names the nearest. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
