/** A part that is at least this long, in characters, stands by itself, so that it is compressed once for all documents. */
const LONG = 2000;

/** Items of a page beside each other that tell of the sender: parts of their own hold them. */
export interface OwnPart {
  /** The first of the items, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** The same of the parts that hold them. */
  readonly firstPart: number;
  readonly endPart: number;
  /** Its first marked-content identifier. */
  readonly firstMark: number;
}

/** Gathers the operators of a page in sequences, and these in parts. */
export class Parts {
  readonly done: string[] = [];
  readonly own: OwnPart[] = [];
  private part: string[] = [];
  private sequence: string[] = [];
  private opened: Omit<OwnPart, 'to' | 'endPart'> | undefined;

  /** True while what tells of the sender is drawn. */
  get isOwn(): boolean {
    return this.opened !== undefined;
  }

  /** Adds operators to the sequence at hand. */
  write(operators: string): void {
    this.sequence.push(operators);
  }

  /** Ends the sequence at hand and returns it; it goes with what precedes it, unless it is long and `mayCut`. */
  endSequence(mayCut: boolean): string | undefined {
    if (this.sequence.length === 0) return undefined;
    // Joined, it stands in memory as one text, which is put into the parts of a thousand documents.
    const sequence = this.sequence.join('');
    this.sequence = [];
    this.add(sequence, mayCut);
    return sequence;
  }

  /** Adds a whole sequence. */
  add(sequence: string, mayCut: boolean): void {
    if (sequence.length >= LONG && mayCut) this.cut();
    this.part.push(sequence);
  }

  /** Begins or ends what tells of the sender, between two sequences: before the item and the mark of these numbers. */
  turn(item: number, mark: number): void {
    this.cut();
    const firstPart = this.done.length;
    if (this.opened) this.own.push({ ...this.opened, to: item, endPart: firstPart });
    this.opened = this.opened ? undefined : { from: item, firstPart, firstMark: mark };
  }

  /** Ends the part at hand. */
  cut(): void {
    if (this.part.length > 0) this.done.push(this.part.join(''));
    this.part = [];
  }
}
