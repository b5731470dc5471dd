import inquirer from 'inquirer';

/** A question with one line as its answer. */
export interface Question<Name extends string> {
  readonly name: Name;
  readonly message: string;
  readonly default?: string | undefined;
  /** True, or what is wrong with the answer. */
  readonly validate?: ((answer: string) => true | string) | undefined;
}

/** Asks one question after the other on the terminal. Returns undefined where the person broke off. */
export async function askQuestions<Name extends string>(
  questions: readonly Question<Name>[],
): Promise<Partial<Record<Name, string>> | undefined> {
  const answers: Partial<Record<Name, string>> = {};
  try {
    for (const { name, message, default: preset, validate } of questions) {
      const asked = await inquirer.prompt<{ answer: string }>([
        { type: 'input', name: 'answer', message, default: preset, validate: validate ?? (() => true) },
      ]);
      answers[name] = asked.answer.trim();
    }
    return answers;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}
