import type { PathCommand } from '../../model/page.ts';
import { formatNumber } from './objects.ts';

/** Operators of a rectangle's outline. */
export function rectangle(x: number, y: number, width: number, height: number): string {
  return `${[x, y, width, height].map((n) => formatNumber(n)).join(' ')} re`;
}

/** Operators of a path. */
export function pathOperators(commands: readonly PathCommand[]): string {
  return commands.map(pathOperator).join(' ');
}

function pathOperator(command: PathCommand): string {
  if (command.kind === 'close') return 'h';
  const { kind, x, y } = command;
  return `${formatNumber(x)} ${formatNumber(y)} ${kind === 'move' ? 'm' : 'l'}`;
}
