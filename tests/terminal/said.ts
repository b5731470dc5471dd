import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { parseAst } from 'vitest/node';
import { COMMANDS } from '../../src/commands/list.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** What the source says to people, in English. */
export interface Said {
  /** First arguments of `say`, and the plurals of `count` as `{n} files`. */
  readonly ids: ReadonlySet<string>;
  /** All strings, with `{}` where a template puts something in. */
  readonly strings: ReadonlySet<string>;
  /** Messages of wrong use, shaped like `strings`. */
  readonly refusals: ReadonlySet<string>;
  /** Heads of columns that are the same in every language. */
  readonly heads: ReadonlySet<string>;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** Reads every file of the source. */
export function readSaid(): Said {
  const ids = new Set<string>();
  const strings = new Set<string>();
  const refusals = new Set<string>();
  const heads = new Set<string>();
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue;
    walk(parseAst(readFileSync(join(src, file), 'utf8'), { lang: 'ts' }) as unknown as Node, (node) => {
      const string = stringOf(node);
      if (string !== undefined) strings.add(string);
      if (node.type === 'CallExpression') for (const id of idsOf(node)) ids.add(id);
      for (const refusal of refusalsOf(node)) refusals.add(refusal);
      for (const head of headsOf(node)) heads.add(head);
    });
  }
  return { ids, strings, refusals, heads };
}

/** Summaries, descriptions and headings of all commands and options. */
export async function readHelp(): Promise<Set<string>> {
  const io = { stdout: console, stderr: console, cwd: '/', env: {}, now: new Date(0), isTTY: false };
  const session = {
    io: { ...io, stdout: { write: () => true }, stderr: { write: () => true } },
    exitCode: 0,
  };
  const commands = await Promise.all(COMMANDS.map(async ({ load }) => (await load())(session)));
  return new Set(commands.flatMap(textsOf).filter((text) => text !== ''));
}

function textsOf(command: Command): string[] {
  const options = command.options.flatMap((o) => [o.description, o.helpGroupHeading ?? '']);
  const args = command.registeredArguments.map((a) => a.description);
  return [command.summary(), ...options, ...args, ...command.commands.flatMap(textsOf)];
}

/** The names in braces of a text, each once. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!))].sort();
}

function idsOf({ callee, arguments: args }: Node): string[] {
  const { name, property } = callee as { name?: string; property?: { name?: string } };
  const [first, second, third] = (args as Node[]).map(literalsOf);
  switch (name ?? property?.name) {
    case 'say':
      return first ?? [];
    case 'count':
      return (third ?? second?.map((one) => `${one}s`) ?? []).map((many) => `{n} ${many}`);
    default:
      return [];
  }
}

/** What is thrown where the command line is wrong; not what only puts other messages together. */
function refusalsOf({ type, callee, arguments: args }: Node): string[] {
  if (type !== 'NewExpression') return [];
  if (!/^(UsageError|InvalidArgumentError)$/.test(String((callee as { name?: string }).name))) return [];
  return sidesOf((args as Node[])[0]!)
    .flatMap((side) => stringOf(side) ?? [])
    .filter((text) => /\p{L}/u.test(text));
}

/** Heads of a table that nothing says in another language. */
function headsOf({ type, callee, arguments: args }: Node): string[] {
  if (type !== 'CallExpression' || (callee as { name?: string }).name !== 'formatTable') return [];
  return ((args as Node[])[0]!.elements as Node[]).flatMap(literalsOf);
}

function sidesOf(node: Node): Node[] {
  if (node.type !== 'ConditionalExpression') return [node];
  return [node.consequent, node.alternate].flatMap((side) => sidesOf(side as Node));
}

function literalsOf(node: Node): string[] {
  if (node.type === 'ConditionalExpression') {
    return [node.consequent, node.alternate].flatMap((side) => literalsOf(side as Node));
  }
  return node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}

function stringOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('{}');
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node) visit(node as Node);
  for (const child of Object.values(node)) walk(child, visit);
}
