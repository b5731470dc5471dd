import Handlebars from 'handlebars';
import type { Origin } from '../model/block.ts';
import { FENCE, inlineOf, type Literal } from './markdown.ts';

/** What stands in place of a name where a template's own words begin. */
export const OWN_WORDS = '';

/** The place of a `{{…}}` in a template. */
interface Place {
  readonly file: { readonly name: string; readonly bodyLine: number };
  readonly line: number;
  readonly name: string;
}

/**
 * Puts a value without text before the words of each line of a template, so that a document that is explained knows
 * from which line they came. Signs of Markdown stay at the beginning of their line.
 */
export function markContent(ast: hbs.AST.Program): void {
  new Marker().accept(ast);
}

class Marker extends Handlebars.Visitor {
  override Program(program: hbs.AST.Program): void {
    super.Program(program);
    program.body = program.body.flatMap((statement) =>
      statement.type === 'ContentStatement' ? divide(statement as hbs.AST.ContentStatement) : [statement],
    );
  }
}

function divide(content: hbs.AST.ContentStatement): hbs.AST.Statement[] {
  const { loc, value } = content;
  // Handlebars takes away the spaces and line ends around blocks; the line of what is left is found in the original.
  const original = String(content.original);
  const taken = original.slice(0, original.indexOf(value.trimStart().slice(0, 1)));
  const blank = value.slice(0, value.length - value.trimStart().length);
  const first = loc.start.line + countLines(taken) - countLines(blank);
  return value.split(/(?<=\n)/).flatMap((line, i): hbs.AST.Statement[] => {
    const at = FENCE.test(line.trimEnd()) ? -1 : wordsIn(line);
    if (at < 0) return [{ ...content, value: line } as hbs.AST.Statement];
    return [
      { ...content, value: line.slice(0, at) } as hbs.AST.Statement,
      ownWords({ ...loc, start: { line: first + i, column: 0 } }),
      { ...content, value: line.slice(at) } as hbs.AST.Statement,
    ];
  });
}

/** Where the words of a line begin, behind the number of a list's item; -1 where it has none. */
function wordsIn(line: string): number {
  const item = /^\s*\d+[.)]\s/.exec(line)?.[0].length ?? 0;
  const found = line.slice(item).search(/[\p{L}\p{N}]/u);
  return found < 0 ? -1 : item + found;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

function ownWords(loc: hbs.AST.SourceLocation): hbs.AST.Statement {
  const path = { type: 'PathExpression', data: false, depth: 0, parts: [], original: OWN_WORDS, loc };
  const strip = { open: false, close: false };
  return { type: 'MustacheStatement', path, params: [], escaped: false, strip, loc } as never;
}

/** A literal that says where it stands in the template, besides what it says of the data; its blocks as lines. */
export function withOrigin(literal: Literal, { file, line, name }: Place): Literal {
  // What a speaker says of two wordings is the template's own, too.
  const value = name === OWN_WORDS || name === 'bySender' || name === 'byAddressee' ? undefined : name;
  const template: Origin['template'] = { name: file.name, line: file.bodyLine + line - 1, value };
  if (name === OWN_WORDS)
    return { kind: 'inline', content: [{ kind: 'text', text: '', origin: { template } }] };
  const content = inlineOf(literal);
  // The place of the edition is filled only when all has been read.
  if (content.length === 0) return literal;
  return {
    kind: 'inline',
    content: content.map((inline) =>
      inline.kind === 'text'
        ? { ...inline, origin: value === undefined ? { template } : { ...inline.origin, template } }
        : inline,
    ),
  };
}
