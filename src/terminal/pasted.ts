import { Transform, type TransformCallback } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

const ESCAPE = '\u001b';
/** Tells a terminal to mark what is pasted (bracketed paste, xterm's private mode 2004), and to stop it. */
export const MARK_PASTES = `${ESCAPE}[?2004h`;
export const LEAVE_PASTES = `${ESCAPE}[?2004l`;

const BEGIN = `${ESCAPE}[200~`;
const MARKERS = new RegExp(`(${ESCAPE}\\[20[01]~)`);
const MARKER_BEGUN = new RegExp(`${ESCAPE}\\[20?[01]?$`);

/** Keys as they are typed; a pasted text of several lines becomes one line, so that none of them counts as Enter. */
export class PastedLines extends Transform {
  readonly #decoder = new StringDecoder('utf8');
  #isPaste = false;
  #rest = '';

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    const text = this.#rest + this.#decoder.write(chunk);
    // A marker may come in two pieces; Escape alone is a key.
    const open = text.search(MARKER_BEGUN);
    this.#rest = open < 0 ? '' : text.slice(open);
    const whole = open < 0 ? text : text.slice(0, open);
    for (const piece of whole.split(MARKERS)) {
      if (MARKERS.test(piece)) this.#isPaste = piece === BEGIN;
      else if (piece !== '') this.push(this.#isPaste ? oneLine(piece) : piece);
    }
    done();
  }
}

function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ').replace(/\p{Cc}/gu, ' ');
}
