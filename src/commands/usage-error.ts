/** Wrong use of the command line: exit code 2. The message says what was expected and names the nearest. */
export class UsageError extends Error {
  constructor(message: string) {
    // A hint at its end may be empty.
    super(message.trimEnd());
    this.name = 'UsageError';
  }
}
