import { memoise } from '../../model/memory.ts';
import type { TextStyle } from '../style.ts';

/** One setting of a letter's text, from roomy to tight. Lengths in points. */
export interface LetterStep {
  readonly size: number;
  readonly leading: number;
  /** Added to the line gap between paragraphs. */
  readonly space: number;
  /** Clear room to sign in. */
  readonly signature: number;
}

/** Tried in order until the letter holds on one page; never under 10 pt. */
export const LETTER_STEPS: readonly LetterStep[] = [
  { size: 11, leading: 16, space: 8.5, signature: 50 },
  { size: 10.75, leading: 15.5, space: 8, signature: 48 },
  { size: 10.5, leading: 15, space: 7.5, signature: 46 },
  { size: 10.25, leading: 14.5, space: 7, signature: 44 },
  { size: 10, leading: 14, space: 6.5, signature: 40 },
  { size: 10, leading: 13.5, space: 5.5, signature: 36 },
  { size: 10, leading: 13, space: 4.5, signature: 32 },
];

/**
 * Large print, on as many pages as it takes: 18 pt, or 16 pt where that saves a page; lines one and a half times as
 * far apart (UK Association for Accessible Formats, Creating clear print and large print documents).
 */
export const LARGE_PRINT_STEPS: readonly LetterStep[] = [
  { size: 18, leading: 27, space: 14, signature: 60 },
  { size: 16, leading: 24, space: 12, signature: 56 },
];

/** Styles of all parts of a letter; one object for each step, so that what was set with it is found again. */
export interface LetterStyles {
  readonly text: TextStyle;
  readonly subject: TextStyle;
  readonly copies: TextStyle;
  readonly senderName: TextStyle;
  readonly senderLines: TextStyle;
  readonly returnLine: TextStyle;
  readonly address: TextStyle;
  readonly label: TextStyle;
  readonly small: TextStyle;
  readonly notice: TextStyle;
}

/** Styles of a letter at one of the steps; those of large print have the sans throughout. */
export const letterStyles = memoise(
  (step: LetterStep): LetterStyles => stylesOf(step, LARGE_PRINT_STEPS.includes(step)),
);

function stylesOf(step: LetterStep, large: boolean): LetterStyles {
  const family = large ? 'sans' : 'serif';
  const text: TextStyle = {
    family,
    weight: 400,
    size: step.size,
    leading: step.leading,
    align: 'start',
    ink: 0,
  };
  const sans = (size: number, leading: number, weight: 400 | 700 = 400): TextStyle => ({
    family: 'sans',
    weight,
    size: large ? Math.max(size, 16) : size,
    leading: large ? Math.max(leading, 24) : leading,
    align: 'start',
    ink: 0,
  });
  return {
    text,
    subject: { ...text, weight: 700 },
    copies: large ? text : { ...text, size: Math.max(step.size - 0.75, 9.5) },
    senderName: { ...text, weight: 700, size: step.size + 4.5, leading: step.leading + 5 },
    senderLines: sans(8.5, 12),
    // The window shows only so much: its two lines keep their size in large print too.
    returnLine: { ...sans(6.75, 8), size: 6.75, leading: 8 },
    address: { ...text, size: large ? 12 : 10.5, leading: large ? 14.75 : 12.9, wholeWords: true },
    label: sans(7.75, 10),
    small: sans(7.5, 10),
    notice: sans(8, 10.5, 700),
  };
}
