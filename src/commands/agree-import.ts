import { type ContactColumn, isContactColumn } from '../check/contact-columns.ts';
import type { ImportSource } from '../import/source.ts';
import { askQuestions } from '../terminal/prompts.ts';

/** Asks what the columns hold that nobody knows, and whether to go on. Returns undefined where the answer is no. */
export async function agreeOn(
  sources: readonly ImportSource[],
  target: string,
): Promise<readonly ImportSource[] | undefined> {
  const agreed: ImportSource[] = [];
  for (const source of sources) {
    const asked = source.format === 'columns' && source.list.form === 'csv' ? source.unused : [];
    const answers = await askQuestions(
      asked.map((column) => ({
        name: column,
        message: `What does the column “${column}” hold? (a field such as street; empty leaves it out)`,
        validate: (answer: string) =>
          answer.trim() === '' ||
          isContactColumn(answer.trim()) ||
          'Expected a field such as street, city, email.',
      })),
    );
    if (!answers) return undefined;
    const named = Object.entries(answers).filter((pair): pair is [string, ContactColumn] =>
      isContactColumn(pair[1] ?? ''),
    );
    agreed.push(source.withColumns(new Map(named)));
  }
  const last = await askQuestions([{ name: 'go', message: `Import into ${target}?`, default: 'yes' }]);
  return last?.go && /^(y|yes|j|ja|o|oui|s|si|sí|д|да|и|иә)$/i.test(last.go) ? agreed : undefined;
}
