import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

/** A function of the source: its name, its line, how many lines it has from its head to its brace, its parameters. */
export interface Fn {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
  readonly params: number;
}

/** A name that a file gives to others, and whether a docstring tells what it is. */
export interface Exported {
  readonly name: string;
  readonly documented: boolean;
}

/** A file of `src` with what is told about it here. */
export interface Source {
  /** From `src`, with slashes. */
  readonly file: string;
  readonly text: string;
  /** Module names, relative ones as paths from `src`. */
  readonly imports: readonly string[];
  readonly functions: readonly Fn[];
  readonly exported: readonly Exported[];
  /** Functions that are called with a list put on the stack: `push`, of `list.push(...others)`. */
  readonly spreadInto: readonly string[];
  /** Names at the top of the file that keep something while the program runs: a `let`, a Map or Set that is written to. */
  readonly keeps: readonly string[];
}

/** As much of an ESTree node as is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The nodes below one, with the name that the nearest place gives: a variable, a key, a method. */
function* walk(node: Node, name = ''): Generator<{ node: Node; name: string }> {
  yield { node, name };
  const own = (node.id ?? node.key) as Node | undefined;
  const next = typeof own?.name === 'string' ? own.name : name;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child, next);
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const WRITES = /^(?:set|add|delete|clear)$/;

function functionsOf(text: string, program: Node): Fn[] {
  const lineAt = (at: number) => text.slice(0, at).split('\n').length;
  return [...walk(program)].flatMap(({ node, name }) => {
    if (!FUNCTIONS.has(node.type) || !isNode(node.body)) return [];
    const own = ((node.id as Node | null)?.name as string | undefined) ?? name;
    const [first, last] = [lineAt(node.start), lineAt(node.end)];
    return [{ name: own, line: first, lines: last - first + 1, params: (node.params as Node[]).length }];
  });
}

function exportedOf(text: string, program: Node): Exported[] {
  const statements = program.body as Node[];
  const hasDocstring = ({ start }: Node) => /\*\/\s*$/.test(text.slice(0, start));
  return statements.flatMap((statement, i) => {
    const what = statement.declaration as Node | undefined;
    if (statement.type !== 'ExportNamedDeclaration' || !what) return [];
    // The type of the value right above it needs no words of its own.
    const above = statements[i - 1];
    const value = /^type \w+\s*=.*?typeof (\w+)/s.exec(text.slice(what.start, what.end))?.[1];
    const isOfAbove =
      value !== undefined &&
      above &&
      new RegExp(`\\bconst ${value}\\b`).test(text.slice(above.start, above.end));
    const documented = hasDocstring(isOfAbove ? above : statement);
    const named = (what.declarations as Node[] | undefined) ?? [what];
    return named.map(({ id }) => ({ name: (id as Node).name as string, documented }));
  });
}

function keptBy(program: Node): string[] {
  const declared = (program.body as Node[])
    .map((statement) => (isNode(statement.declaration) ? statement.declaration : statement))
    .filter(({ type }) => type === 'VariableDeclaration');
  const names = (list: readonly Node[]) =>
    list.flatMap(({ declarations }) => (declarations as Node[]).map(({ id }) => (id as Node).name as string));
  const written = new Set<unknown>();
  for (const { node } of walk(program)) {
    if (node.type !== 'CallExpression') continue;
    const callee = node.callee as Node;
    if (callee.type !== 'MemberExpression' || !WRITES.test(String((callee.property as Node).name))) continue;
    written.add((callee.object as Node).name);
  }
  return [
    ...names(declared.filter(({ kind }) => kind === 'let')),
    ...declared.flatMap(({ declarations }) =>
      (declarations as Node[]).flatMap(({ id, init }) => {
        const made = init as Node | null;
        const name = (id as Node).name as string;
        if (made?.type !== 'NewExpression') return [];
        const kind = (made.callee as Node).name;
        return kind === 'WeakMap' || (/^(?:Weak)?(?:Map|Set)$/.test(String(kind)) && written.has(name))
          ? [name]
          : [];
      }),
    ),
  ];
}

function spreadInto(program: Node): string[] {
  return [...walk(program)].flatMap(({ node }) => {
    if (node.type !== 'CallExpression') return [];
    const isSpread = (node.arguments as Node[]).some(
      ({ type, argument }) => type === 'SpreadElement' && (argument as Node).type !== 'ArrayExpression',
    );
    const callee = node.callee as Node;
    return isSpread ? [String(((callee.property ?? callee) as Node).name)] : [];
  });
}

const resolveName = (file: string, name: string) =>
  name.startsWith('.') ? join(file, '..', name).replaceAll('\\', '/') : name;

/** The TypeScript and JavaScript of a folder of the repository, with what each file imports by its path from there. */
function readCode(folder: string): { file: string; text: string; imports: string[] }[] {
  const root = fileURLToPath(new URL(`../${folder}`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|mjs)$/.test(file))
    .map((name) => {
      const file = name.replaceAll('\\', '/');
      const text = readFileSync(join(root, file), 'utf8');
      const names = [...text.matchAll(/^(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm)];
      return { file, text, imports: names.map((m) => resolveName(file, (m[1] ?? m[2])!)) };
    });
}

/** The files of `src`, read and parsed. */
export const sources: readonly Source[] = readCode('src')
  .filter(({ file }) => file.endsWith('.ts'))
  .map((code) => {
    const program = parseAst(code.text, { lang: 'ts' }, code.file) as unknown as Node;
    return {
      ...code,
      functions: functionsOf(code.text, program),
      exported: exportedOf(code.text, program),
      spreadInto: spreadInto(program),
      keeps: keptBy(program),
    };
  });

/** Names of a file of `src` that no file which imports it names, of the program or of its tests. */
export function listUnused(): string[] {
  const tests = readCode('tests').map((code) => ({
    ...code,
    imports: code.imports.map((name) => name.replace(/^(?:\.\.\/)+src\//, '')),
  }));
  const importers = new Map<string, Set<string>>();
  for (const { text, imports } of [...sources, ...tests]) {
    const words = text.match(/[\w$]+/g) ?? [];
    for (const name of imports) {
      const known = importers.get(name) ?? new Set();
      for (const word of words) known.add(word);
      importers.set(name, known);
    }
  }
  return sources.flatMap(({ file, exported }) =>
    exported.filter(({ name }) => !importers.get(file)?.has(name)).map(({ name }) => `${file} ${name}`),
  );
}
