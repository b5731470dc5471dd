import type { Wordings } from './wording.ts';

const AS_PATHS =
  'Save it as plain SVG of paths: in Inkscape, select all, “Path, Object to Path”; or save it as PNG of 600 dots an inch.';

/** What findings of reading pictures say. */
export const PICTURE_WORDINGS = {
  'picture-too-large/passes': {
    message: 'The JPEG is built up in more than {scans} passes.',
    hint: 'Save it again.',
  },
  'picture-broken/jpeg-size': {
    message: 'The JPEG names no size.',
    hint: 'Save it again.',
  },
  'picture-broken/no-pixels': {
    message: 'The picture has no pixels.',
  },
  'picture-too-large/pixels': {
    message: 'The picture says that it has {width} × {height} pixels; at most {most} are read.',
    hint: 'Save it smaller: 300 pixels an inch are enough.',
  },
  'picture-too-large/svg': {
    message: 'The SVG has more than {most}.',
    hint: 'Simplify its paths.',
  },
  'picture-unsafe/entities': {
    message: 'The SVG has entities of its own.',
    hint: AS_PATHS,
  },
  'picture-format/no-svg': {
    message: 'The file holds no SVG.',
    hint: AS_PATHS,
  },
  'picture-broken/white': {
    message: 'The SVG draws nothing: all of it is white.',
    hint: AS_PATHS,
  },
  'picture-broken/undrawn': {
    message: 'The SVG can’t be drawn: {reason}.',
    hint: AS_PATHS,
  },
  'picture-broken/unread': {
    message: 'The SVG can’t be read: {reason}.',
    hint: AS_PATHS,
  },
  'picture-broken/svg-size': {
    message: 'The SVG names no size: expected viewBox, or width and height.',
    hint: AS_PATHS,
  },
  'picture-broken/broken': {
    message: 'The picture is broken.',
    hint: 'Save it again as PNG, JPEG or SVG.',
  },
  'picture-format/kinds': {
    message: 'Expected PNG, JPEG or SVG.',
    hint: 'Save it in one of these formats.',
  },
  'picture-too-large/svg-repeats': {
    message: 'The SVG repeats its parts too often.',
    hint: AS_PATHS,
  },
  'picture-too-large/svg-paint': {
    message: 'The SVG takes more than three seconds to draw.',
    hint: 'Save it as PNG, or leave out parts that lie over each other, see-through or filled with patterns.',
  },
  'picture-too-large/svg-styles': {
    message: 'The SVG has too many styles for so many parts.',
    hint: AS_PATHS,
  },
  'picture-broken/svg-in-itself': {
    message: 'The SVG has a part that holds itself.',
    hint: AS_PATHS,
  },
  'picture-unsafe/svg': {
    message: 'The SVG {what}.',
    hint: AS_PATHS,
  },
  'picture-format/svg': {
    message: 'The SVG {what}.',
    hint: AS_PATHS,
  },
} as const satisfies Wordings;
