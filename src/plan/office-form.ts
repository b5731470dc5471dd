import { measureForOffice } from '../layout/letter.ts';
import { type LetterLayout, letterForm } from '../layout/letter-layouts.ts';
import { formOf } from '../layout/letterhead.ts';
import { LETTER_STEPS } from '../layout/styles/letter.ts';
import type { MergedDocument } from '../model/block.ts';
import type { OfficeForm } from '../model/office-form.ts';
import { MM } from '../model/page.ts';
import { firstDay } from '../model/values.ts';
import type { Job } from './jobs.ts';
import { senderOf } from './merge-job.ts';
import type { Kitchen } from './planned.ts';

/** From the top of a fixed line to the top of its capitals, as a part of the size of its letters. */
const ABOVE_CAPITALS = 0.19;

const NOWHERE = { x: 0, y: 0, width: 10, height: 10 };

/** Where a word processor puts the parts of a document: those of its letter form, or nothing but margins. */
export function officeFormOf(job: Job, document: MergedDocument, input: Kitchen): OfficeForm {
  const { settings, fonts, letterhead: paperHead } = input;
  if (job.material !== 'letter')
    return {
      paper: { width: 210, height: 297 },
      frames: { sender: NOWHERE, recipient: NOWHERE, date: NOWHERE },
      text: { x: 25, y: 20, width: 165, bottom: 277 },
      nextTop: 20,
      sizes: { ...LETTER_STEPS[4]!, address: { size: 10.5, leading: 12.9 } },
      marks: { x: 0, at: [] },
    };
  const asked = settings.layout === 'postcard' ? undefined : settings.layout;
  const own: LetterLayout = letterForm(asked, senderOf(job, input)?.country);
  const layout = formOf(own, document.direction, paperHead);
  const { paper, letterhead, address, date, text, nextTop, foot, marks } = layout;
  const { step, address: set } = measureForOffice(document, {
    layout: own,
    fonts,
    letterhead: paperHead,
    date: firstDay(settings.date),
  });
  const { size, leading } = set.style;
  const top = set.top / MM - (size * ABOVE_CAPITALS) / MM;
  return {
    paper,
    frames: {
      sender: letterhead,
      recipient: { ...address, y: top, height: Math.max(address.height, (address.maxLines * leading) / MM) },
      date: { ...date, y: date.y - 4, height: 6 },
    },
    text: { x: text.x, y: text.y, width: text.width, bottom: Math.max(text.y + text.height, foot) },
    nextTop,
    sizes: { ...step, address: { size, leading } },
    marks: {
      x: marks.towards === 'left' ? marks.x - 5 : marks.x,
      at: [...marks.folds, ...(marks.hole ? [marks.hole] : [])],
    },
  };
}
