import { escapeMarkup } from '../model/escape.ts';
import type { Problem, Severity } from '../problems.ts';
import { sortProblems } from './report.ts';

/**
 * Forms of the same problems that other programs read, on standard output. `github` stands beside what the command prints;
 * the others are one document and stand alone, as with `--json`.
 */
export const REPORTERS = { github: writeAnnotations, junit: writeJunit, sarif: writeSarif } as const;
export type Reporter = keyof typeof REPORTERS;

/** `command` is the name under which the findings are filed. */
type Report = (problems: readonly Problem[], cwd: string, command: string) => string;

/** Problems of a command as `reporter` wants them, files named from `cwd`. */
export function reportTo(reporter: Reporter, ...[problems, cwd, command]: Parameters<Report>): string {
  return REPORTERS[reporter](sortProblems(problems, cwd), command);
}

/**
 * Workflow commands (docs.github.com, "Workflow commands for GitHub Actions"): GitHub shows them at the lines of a
 * change.
 */
function writeAnnotations(problems: readonly Problem[]): string {
  const encode = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const value = (text: string) => encode(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return problems
    .map((problem) => {
      const { severity, code, at } = problem;
      const place = at ? { file: at.file, line: at.line, col: at.column } : {};
      const properties = Object.entries({ ...place, title: code })
        .filter(([, v]) => v !== undefined)
        .map(([name, v]) => `${name}=${value(String(v))}`);
      return `::${severity} ${properties.join(',')}::${encode(whole(problem))}\n`;
    })
    .join('');
}

/**
 * JUnit's XML as GitLab, Jenkins and Azure read it: each error a case that failed, each warning and notice one that
 * passed with a remark, and one case that passed where nothing was found.
 */
function writeJunit(problems: readonly Problem[], command: string): string {
  const failures = problems.filter(({ severity }) => severity === 'error').length;
  const attributes = (values: Record<string, string | number | undefined>) =>
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => ` ${name}="${escapeMarkup(String(value)).replaceAll('\n', '&#10;')}"`)
      .join('');
  const cases = problems.map((problem) => {
    const { severity, code, at } = problem;
    const place = [at?.file, at?.line, at?.column].filter((part) => part !== undefined).join(':');
    const text = escapeMarkup([place, whole(problem)].filter((part) => part !== '').join('\n'));
    const found =
      severity === 'error'
        ? `<failure${attributes({ type: code, message: problem.message })}>${text}</failure>`
        : `<system-out>${severity}: ${text}</system-out>`;
    const name = place === '' ? code : `${code} at ${place}`;
    return `    <testcase${attributes({ classname: `handbill.${command}`, name, file: at?.file, line: at?.line })}>${found}</testcase>\n`;
  });
  if (cases.length === 0)
    cases.push(`    <testcase${attributes({ classname: `handbill.${command}`, name: 'no problems' })}/>\n`);
  const suite = attributes({
    name: `handbill ${command}`,
    tests: cases.length,
    failures,
    errors: 0,
    skipped: 0,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n  <testsuite${suite}>\n${cases.join('')}  </testsuite>\n</testsuites>\n`;
}

/** SARIF 2.1.0 (OASIS, 27 March 2020), which code hosts show as findings. */
function writeSarif(problems: readonly Problem[], command: string): string {
  const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'handbill', rules: codes.map((id) => ({ id })) } },
        automationDetails: { id: `handbill/${command.replaceAll(' ', '-')}/` },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => ({
          ruleId: problem.code,
          ruleIndex: codes.indexOf(problem.code),
          level: LEVELS[problem.severity],
          message: { text: whole(problem) },
          ...(problem.at ? { locations: [{ physicalLocation: placeOf(problem.at) }] } : {}),
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function placeOf({ file, line, column }: NonNullable<Problem['at']>) {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return {
    artifactLocation: { uri: file.startsWith('/') ? `file://${path}` : path },
    ...(line === undefined ? {} : { region: { startLine: line, startColumn: column } }),
  };
}

function whole({ message, hint }: Problem): string {
  return hint ? `${message} → ${hint}` : message;
}
