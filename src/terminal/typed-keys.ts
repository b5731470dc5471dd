import { Transform, type TransformCallback } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

const ESCAPE = '\u001b';
/** Tells a terminal to mark what is pasted (bracketed paste, xterm's private mode 2004), and to stop it. */
export const MARK_PASTES = `${ESCAPE}[?2004h`;
/** Tells it to stop. */
export const LEAVE_PASTES = `${ESCAPE}[?2004l`;
/** Stands in a pasted text where a line ended. */
export const LINE_END = ' ⏎ ';

const [BEGIN, END] = [`${ESCAPE}[200~`, `${ESCAPE}[201~`];
/** From so many lines and characters on, what is pasted is a text, and no answer. */
const [TEXT_LINES, TEXT_LENGTH] = [3, 200];
const INTERRUPT = '\u0003';
/** An arrow or another key that terminals send as several characters (ECMA-48 CSI, and SS3). */
const SEQUENCE = new RegExp(`^${ESCAPE}(?:\\[[0-9;?]*[A-Za-z~]|O[A-Za-z])`);
const SEQUENCE_BEGUN = new RegExp(`^${ESCAPE}(?:\\[[0-9;?]*|O)$`);
/** How long the rest of a sequence may take, in ms: nobody types Escape and another key as fast. */
const SEQUENCE_TAKES = 15;
/** How long a question may take to be ready for keys again, in ms. */
const READY_AFTER = 200;

/**
 * Keys as they are typed, one after the other, however fast they come: behind Enter and Escape, which end a question, the
 * others wait until `open` is called for the next one. Escape is told as the event `escape`, and goes no further. A pasted
 * text of several lines becomes one line, so that none of them counts as Enter; where `takesTexts`, a whole text is told as
 * the event `text` instead.
 */
export class TypedKeys extends Transform {
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #waiting: (string | { readonly pasted: string })[] = [];
  #isShut = false;
  /** True while a question is asked that a whole text answers. */
  takesTexts = false;
  #isDraining = false;
  #timer: NodeJS.Timeout | undefined;
  #opening: NodeJS.Timeout | undefined;

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    clearTimeout(this.#timer);
    this.#take(this.#rest + this.#decoder.write(chunk));
    // Escape alone may be a key, or the beginning of one.
    if (this.#rest === ESCAPE) this.#timer = setTimeout(() => this.#takeEscape(), SEQUENCE_TAKES);
    this.#drain();
    done();
  }

  /** True while a question listens: readline, the cursor and the question itself. */
  get isHeard(): boolean {
    return this.listenerCount('keypress') >= 3;
  }

  /** Lets the next keys through; `typed` as if it had been typed before them. */
  open(typed = ''): void {
    this.#isShut = false;
    clearTimeout(this.#opening);
    if (typed !== '') this.#waiting.unshift(typed);
    this.#drain();
  }

  #takeEscape(): void {
    this.#rest = '';
    this.#waiting.push(ESCAPE);
    this.#drain();
  }

  /** Takes keys apart; what isn't whole yet is kept. */
  #take(text: string): void {
    let left = text;
    while (left !== '') {
      if (left.startsWith(BEGIN)) {
        const end = left.indexOf(END);
        if (end < 0) break;
        this.#waiting.push({ pasted: left.slice(BEGIN.length, end) });
        left = left.slice(end + END.length);
        continue;
      }
      if (left === ESCAPE || SEQUENCE_BEGUN.test(left)) break;
      const key = SEQUENCE.exec(left)?.[0] ?? /^\P{Cc}+/u.exec(left)?.[0] ?? left.slice(0, 1);
      if (key === INTERRUPT) this.#waiting = [];
      if (key === INTERRUPT) this.#isShut = false;
      this.#waiting.push(key);
      left = left.slice(key.length);
    }
    this.#rest = left;
  }

  /** Hands on what waits, a key at a time, so that a question has taken one before the next comes. */
  #drain(): void {
    if (this.#isDraining) return;
    this.#isDraining = true;
    setImmediate(() => {
      this.#isDraining = false;
      if (this.#isShut) return;
      const next = this.#waiting.shift();
      if (next === undefined || this.destroyed) return;
      if (typeof next === 'object' && this.takesTexts && isText(next.pasted)) {
        this.#shut();
        this.emit('text', next.pasted);
        return;
      }
      const key = typeof next === 'object' ? oneLine(next.pasted) : next;
      if (key === ESCAPE || /^[\r\n]$/.test(key)) this.#shut();
      if (key === ESCAPE) this.emit('escape');
      else if (key !== '') this.push(key);
      this.#drain();
    });
  }

  /** Where a question stays as it was, nobody calls `open`; where none is there yet, somebody will. */
  #shut(): void {
    this.#isShut = true;
    clearTimeout(this.#opening);
    this.#opening = setTimeout(() => (this.isHeard ? this.open() : this.#shut()), READY_AFTER).unref();
  }
}

function isText(pasted: string): boolean {
  return pasted.length >= TEXT_LENGTH && pasted.trim().split(/[\r\n]+/).length >= TEXT_LINES;
}

function oneLine(text: string): string {
  const lines = text.trim().replace(/(?<!\s)\s*[\r\n]\s*/g, LINE_END);
  return lines.replace(/\p{Cc}/gu, ' ');
}
