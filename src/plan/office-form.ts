import {
  LETTER_LAYOUTS,
  type LetterLayout,
  letterLayoutFor,
  mirrorLayout,
} from '../layout/letter-layouts.ts';
import type { MergedDocument } from '../model/block.ts';
import type { OfficeForm } from '../model/office-form.ts';
import type { Job } from './jobs.ts';
import type { Settings } from './settings.ts';

/** From the top of a fixed line of 12.4 pt to the top of its capitals. */
const ABOVE_CAPITALS = 0.7;

const NOWHERE = { x: 0, y: 0, width: 10, height: 10 };

/** Where a word processor puts the parts of a document: those of its letter form, or nothing but margins. */
export function officeFormOf(
  job: Job,
  document: MergedDocument,
  settings: Settings,
  country: string | undefined,
): OfficeForm {
  if (job.material !== 'letter')
    return {
      paper: { width: 210, height: 297 },
      frames: { sender: NOWHERE, recipient: NOWHERE, date: NOWHERE },
      text: { x: 25, y: 20, width: 165, bottom: 277 },
      nextTop: 20,
      marks: { x: 0, at: [] },
    };
  const own: LetterLayout = LETTER_LAYOUTS[settings.layout ?? letterLayoutFor(country)];
  const layout = document.direction === 'rtl' ? mirrorLayout(own) : own;
  const { paper, letterhead, address, date, text, nextTop, marks } = layout;
  return {
    paper,
    frames: {
      sender: letterhead,
      recipient: { ...address, y: address.y - ABOVE_CAPITALS, height: address.height + ABOVE_CAPITALS },
      date: { ...date, y: date.y - 4, height: 6 },
    },
    text: { x: text.x, y: text.y, width: text.width, bottom: text.y + text.height },
    nextTop,
    marks: {
      x: marks.towards === 'left' ? marks.x - 5 : marks.x,
      at: [...marks.folds, ...(marks.hole ? [marks.hole] : [])],
    },
  };
}
