import { measureForOffice } from '../layout/letter.ts';
import { type LetterLayout, letterForm } from '../layout/letter-layouts.ts';
import { formOf, placeLetterhead, printLetterhead } from '../layout/letterhead.ts';
import { qrImage } from '../layout/qr.ts';
import { printImage } from '../layout/screen.ts';
import { LETTER_STEPS } from '../layout/styles/letter.ts';
import type { MergedDocument } from '../model/block.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { OfficeForm, OfficeParts, OfficePicture, OfficeTemplate } from '../model/office-form.ts';
import { MM } from '../model/page.ts';
import type { Picture } from '../model/picture.ts';
import { firstDay } from '../model/values.ts';
import type { Job } from './jobs.ts';
import { senderOf } from './merge-job.ts';
import type { Context, PlanData } from './planned.ts';
import type { Format, OfficeFormat } from './settings.ts';

/** From the top of a fixed line to the top of its capitals, as a part of the size of its letters. */
const ABOVE_CAPITALS = 0.19;

const NOWHERE = { x: 0, y: 0, width: 10, height: 10 };

/** Papers that go out under the name of who makes them, as letters do. */
const ON_LETTERHEADS: readonly string[] = ['press-release', 'resolution'];

/** The document that is laid over this one, where one of its format was given. */
export function templateOf(job: Job, format: Format, { template }: PlanData): OfficeTemplate | undefined {
  const isOnLetterhead = job.material === 'letter' || ON_LETTERHEADS.includes(job.kind);
  return isOnLetterhead && template?.form === format ? template : undefined;
}

/** Where a word processor puts the parts of a document: those of its letter form, or nothing but margins. */
export function officeFormOf(
  job: Job,
  document: MergedDocument,
  format: OfficeFormat,
  input: Context,
): OfficeForm {
  if (job.material !== 'letter')
    return {
      paper: { width: 210, height: 297 },
      frames: { sender: NOWHERE, returnLine: NOWHERE, recipient: NOWHERE, date: NOWHERE },
      text: { x: 25, y: 15, width: 165, bottom: 283 },
      nextTop: 15,
      sizes: { ...LETTER_STEPS[4]!, address: { size: 10.5, leading: 12.9 } },
      marks: { x: 0, at: [] },
    };
  const { settings, fonts } = input;
  const template = templateOf(job, format, input);
  const head = template ?? input.letterhead;
  const own = officeLayout(job, input);
  const layout = formOf(own, document.direction, head);
  const { paper, letterhead, address, date, text, nextTop, foot, marks } = layout;
  const options = { layout: own, fonts, letterhead: head, date: firstDay(settings.date) };
  const { step, address: set, returnLine } = measureForOffice(document, options);
  const { size, leading } = set.style;
  const top = set.top / MM - (size * ABOVE_CAPITALS) / MM;
  const { x, y, width } = layout.returnLine ?? { x: 0, y: 0, width: 0 };
  const over = returnLine.lines * RETURN_LEADING;
  return {
    paper,
    frames: {
      sender: letterhead,
      returnLine: { x, y: y - over + RETURN_DESCENT, width, height: over },
      recipient: { ...address, y: top, height: Math.max(address.height, (address.maxLines * leading) / MM) },
      date: { ...date, y: date.y - 4, height: 6 },
    },
    text: { x: text.x, y: text.y, width: text.width, bottom: Math.max(text.y + text.height, foot) },
    nextTop: template?.margins.top ?? nextTop,
    sizes: { ...step, address: { size, leading } },
    returnLine: returnLine.lines > 0 ? returnLine.content : undefined,
    isHeaded: layout.isHeaded,
    marks: {
      x: marks.towards === 'left' ? marks.x - 5 : marks.x,
      at: [...marks.folds, ...(marks.hole ? [marks.hole] : [])],
    },
  };
}

/** A line over the address in millimetres: its height, and how far it hangs below its baseline. */
const RETURN_LEADING = 2.65;
const RETURN_DESCENT = 0.7;

/** The form of a letter in a word processor, which knows no cards. */
function officeLayout(job: Job, input: Context): LetterLayout {
  const { layout } = input.settings;
  return letterForm(layout === 'postcard' ? undefined : layout, senderOf(job, input)?.country);
}

/** The most that a picture and a logo take, and the side of a code, in millimetres. */
const PICTURE = { width: 165, height: 75 };
const LOGO = { width: 40, height: 18 };
const CODE_SIDE = 24;

/** What goes into a document besides its text: pictures and codes, as on leaflets, and what it is printed on. */
export function officePartsOf(
  job: Job,
  documents: readonly MergedDocument[],
  format: OfficeFormat,
  input: Context,
): OfficeParts {
  const template = templateOf(job, format, input);
  if (job.material === 'letter') {
    const { letterhead: head } = input;
    const letterhead = head && !template ? officeLetterhead(head, officeLayout(job, input)) : undefined;
    return { pictures: new Map(), letterhead, template };
  }
  const pictures = new Map<string, OfficePicture>();
  for (const block of documents.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'code') pictures.set(block.url, codePicture(block.url));
    const own = block.kind === 'picture' ? input.pictures.get(block.picture) : undefined;
    if (own && block.kind === 'picture')
      pictures.set(block.picture, fitPicture(own, block.role === 'logo' ? LOGO : PICTURE));
  }
  return { pictures, template };
}

function officeLetterhead(head: Letterhead, { paper }: LetterLayout): OfficePicture {
  const { width, height } = placeLetterhead(head, paper);
  return { width: width / MM, height: height / MM, image: printLetterhead(head, paper) };
}

function codePicture(url: string): OfficePicture {
  const image = qrImage(url, CODE_SIDE * MM);
  // The code keeps its side; the clear space around it comes on top of that.
  const side = CODE_SIDE * 1.2;
  return { width: side, height: side, image };
}

function fitPicture(
  picture: Picture,
  most: { readonly width: number; readonly height: number },
): OfficePicture {
  const { width: across, height: down } = picture.image;
  const scale = Math.min(most.width / across, most.height / down);
  const [width, height] = [across * scale, down * scale];
  return { width, height, image: printImage(picture, { width: width * MM, height: height * MM }, 'none') };
}
