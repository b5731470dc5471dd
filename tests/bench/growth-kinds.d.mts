/** A kind of input that grows: its largest size, the files of an appeal of a size, and the command that reads them. */
export interface GrowingKind {
  readonly most: number;
  readonly files: (n: number) => Readonly<Record<string, string | Uint8Array | undefined>>;
  readonly line: string;
  readonly before?: string;
  readonly each?: boolean;
}
export const KINDS: Readonly<Record<string, GrowingKind>>;
