/** A part of a name: begins with a letter or digit, so that it is no hidden file and no way up. */
const PART = '[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_+-]*';

/** `letters/embassy.en.pdf`, `leaflets/picket.en+kk.a4.2up.pdf`. */
const MATERIAL = new RegExp(`^(?:letters|leaflets)/${PART}(?:\\.${PART}){2,}$`, 'u');

/** Pages of a site with what they show, labels, envelopes, lists of recipients, packs. */
const FURTHER = new RegExp(
  [
    'index\\.html|(?:style|letter)\\.css|(?:act|letter)\\.js|icon\\.svg|sitemap\\.xml',
    `${PART}/(?:index\\.html|embed\\.html|countries\\.js|feed\\.xml|events\\.ics|letters/${PART}\\.html)`,
    `(?:thumbnails|pictures)/${PART}(?:\\.${PART})+`,
    `packs/${PART}\\.zip`,
    `letters/(?:recipients\\.csv|(?:labels|envelopes)\\.${PART}\\.pdf)`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'u',
);

/**
 * True for a path, below an output folder, that handbill can have written. A manifest or record is believed no further: it
 * may come from elsewhere, and what it names may be written over and deleted.
 */
export function isOwnPath(path: string): boolean {
  return MATERIAL.test(path) || FURTHER.test(path);
}
