/** A command at the end of a sentence: behind its colon, up to the sentence's stop. What is quoted stays whole. */
const COMMAND = /: (?:npx )?handbill (?:'[^']*'|\\.|[^'\\.,;\n]|[.,;](?=[^\s'"]))+/g;
/** Stands for a space at which no line may break. */
const KEPT = '\ue000';

/**
 * Breaks text at spaces into lines of at most `width` characters; its own line breaks stay. A command that is named stays in
 * one line, however long: broken in two it couldn't be copied and typed.
 */
export function wrapText(text: string, width: number): string[] {
  const held = text.replace(COMMAND, (found) => `: ${found.slice(2).replaceAll(' ', KEPT)}`);
  return held.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && longer.length > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line].map((made) => made.replaceAll(KEPT, ' '));
  });
}

/** `1 letter`, `2 letters`; `one` takes an s where no plural is given. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
