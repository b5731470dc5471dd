import { numberFormat } from '../engine.ts';
import { SITE_LABELS, type SiteLabel } from '../model/site.ts';
import { lettersForAll, type SiteEdition } from '../plan/site.ts';
import type { SiteLetter } from '../plan/site-letter.ts';
import { writeWebmail } from '../write/mailto.ts';
import { markup } from '../write/markup.ts';
import {
  subjectOf,
  withoutPlaces,
  writeLetterBody,
  writeLetterHtml,
  writePlacedText,
} from '../write/site/letter-markup.ts';
import { fitMail } from '../write/site/mail.ts';
import type { SiteFile, SiteParts } from './site-parts.ts';
import { aroundName, frontOf, jsonMarkup, shellOf } from './site-shell.ts';

/** Labels that the script of a letter's page says. */
const SPOKEN: readonly SiteLabel[] = ['copied', 'not-copied', 'too-long', 'mail-hint', 'done', 'sent'];

/** A letter as pages name it: whose it is, where, and how it goes. */
export interface LetterLink {
  readonly id: string;
  readonly href: string;
  readonly name: string;
  readonly language?: string | undefined;
  /** City and country. */
  readonly place: string;
  /** What stands between the name and the place in the page's language. */
  readonly comma: string;
  readonly ways: string;
}

/** The link to a letter; `to` is the way to the folder of letters. */
export function linkTo(letter: SiteLetter, edition: SiteEdition, to = ''): LetterLink {
  const { contact, organisation } = letter;
  return {
    id: contact.id,
    href: `${to}${contact.id}.html`,
    name: organisation.text,
    language: organisation.language,
    place: placeOf(letter, edition),
    comma: edition.words.labels['part-join'],
    ways: waysOf(letter, edition).join(' · '),
  };
}

function placeOf({ contact, organisation }: SiteLetter, { homes, words }: SiteEdition): string {
  const country = homes.find(({ code }) => code === contact.country)?.name;
  const said = [contact.city, country === contact.city ? undefined : country];
  const parts = said.filter((part) => part !== undefined && !organisation.text.includes(part));
  return parts.join(words.labels['part-join']);
}

/** Names of the ways in which a letter can go. */
function waysOf({ contact, address }: SiteLetter, { labels, words }: SiteEdition): string[] {
  const ways = [
    contact.email && words.labels.email,
    contact.form && labels.form,
    address.abroad.length > 0 && labels.post,
    contact.fax && words.labels.fax,
    contact.phone && words.labels.phone,
    contact.website && labels.website,
  ];
  return ways.filter((way): way is string => typeof way === 'string');
}

/** The page of one letter: what she fills in, the ways to send it, the letter, and what it says. */
export function letterPage(letter: SiteLetter, edition: SiteEdition, parts: SiteParts): SiteFile {
  const { contact, organisation, language, document, address, translated } = letter;
  const { words, labels } = edition;
  const name = `letters/${contact.id}.${language}`;
  const rest = `letters/${contact.id}.html`;
  const root = '../../';
  const place = placeOf(letter, edition);
  const whole = place === '' ? organisation.text : `${organisation.text}${words.labels['part-join']}${place}`;
  const mail = contact.email && fitMail({ ...letter, to: contact.email, letter: document });
  const said = fitMail({ ...letter, to: [], cc: [], letter: document }).texts[0] ?? '';
  const others = othersOf(letter, edition);
  const inPages = translated?.merge();
  const values = {
    ...shellOf(edition, parts, { title: `${whole} – ${edition.document.title}`, root, rest }),
    back: `../../${frontOf(words.language, parts)}`,
    heading: aroundName(labels['letter-to'], whole, organisation.language),
    note: translated?.note,
    letter: writeLetterHtml(document, address.abroad),
    letterLanguage: document.language,
    letterDirection: document.direction,
    translation: inPages && {
      body: writeLetterBody(inPages),
      language: inPages.language,
      direction: inPages.direction,
    },
    ...mailValues(letter, edition, mail, said),
    emails: contact.email,
    fax: contact.fax,
    phones: contact.phone?.map((number) => ({ number, href: `tel:${number.replace(/[^+\d]/g, '')}` })),
    script: { text: withoutPlaces(said), language, direction: document.direction },
    form: contact.form,
    formText: formTextOf(letter),
    website: contact.website,
    address: address.abroad.length > 0 ? address.abroad.join('\n') : undefined,
    hasWay: waysOf(letter, edition).length > 0,
    words: { email: words.labels.email, fax: words.labels.fax, phone: words.labels.phone },
    pdf: parts.material.includes(`${name}.pdf`) ? `${root}${name}.pdf` : undefined,
    text: `${root}${name}.txt`,
    next: others[0] && linkTo(others[0], edition),
    json: jsonMarkup(valuesForScript(letter, edition, mail, others)),
  };
  return { path: `${words.language}/${rest}`, content: parts.render('letter', values) };
}

/** The most letters that a page offers to go on to: nobody writes more at a sitting, and thousands of pages would each list thousands. */
const ONWARD = 100;

/** Whom everybody can write to besides; of very many those that follow, so that each is gone on to from somewhere. */
function othersOf(letter: SiteLetter, edition: SiteEdition): readonly SiteLetter[] {
  const all = lettersForAll(edition);
  const others = all.filter((other) => other !== letter);
  if (others.length <= ONWARD) return others;
  const at = Math.max(all.indexOf(letter), 0);
  return [...others.slice(at), ...others.slice(0, at)].slice(0, ONWARD);
}

type Mail = ReturnType<typeof fitMail>;

/** The ways to send the letter as a mail, where one goes: by the reader's own program, or in a mail service. */
function mailValues(
  letter: SiteLetter,
  { words, labels }: SiteEdition,
  mail: Mail | undefined,
  said: string,
) {
  const subject = mail?.subjects[0] ?? subjectOf(letter.document);
  const blank = { to: mail?.to ?? [], cc: letter.cc, subject, body: withoutPlaces(said) };
  return {
    mail: mail && { ...mail, href: mail.link.href },
    webmail:
      mail &&
      writeWebmail(blank).map((link) => ({
        ...link,
        label: labels['write-in'].replace('{name}', link.name),
      })),
    copies: mail && letter.cc.length > 0 ? { label: words.labels['copies-to'], to: letter.cc } : undefined,
  };
}

/** What the script of the page fills the letter from, and whom it goes on to. */
function valuesForScript(
  { contact, document, address, dateline }: SiteLetter,
  edition: SiteEdition,
  mail: Mail | undefined,
  others: readonly SiteLetter[],
) {
  const { words, labels } = edition;
  return {
    id: contact.id,
    text: writePlacedText(document),
    mail: mail && {
      to: mail.to,
      cc: mail.cc,
      subjects: mail.subjects,
      openings: mail.openings,
      texts: mail.texts,
    },
    home: contact.country,
    address,
    dateline,
    join: words.labels['part-join'],
    say: Object.fromEntries(SITE_LABELS.filter((l) => SPOKEN.includes(l)).map((l) => [l, labels[l]])),
    next: labels.next,
    queue: others
      .map((other) => linkTo(other, edition))
      .map(({ id, href, name: to }) => ({ id, href, name: to })),
  };
}

/** What fits into the contact's form, with its length there; undefined where that isn't known, or nothing fits. */
function formTextOf(letter: SiteLetter): { text: string; size: string } | undefined {
  const { contact, document, language } = letter;
  const { form, formLimit } = contact;
  if (form === undefined || formLimit === undefined) return undefined;
  const texts = fitMail({ ...letter, to: [], cc: [], letter: document }).texts.map((text) =>
    withoutPlaces(text),
  );
  // A line's end counts as two characters in a form.
  const sizeOf = (text: string) => text.replaceAll('\n', '\r\n').length;
  const text = texts.find((one) => sizeOf(one) <= Number(formLimit));
  if (text === undefined) return undefined;
  const number = numberFormat(language);
  return { text, size: `${number.format(sizeOf(text))} / ${number.format(Number(formLimit))}` };
}

/** Names, forms of address and of letters by country, for the fields of every letter in a language. */
export function countriesFile({ homes, words }: SiteEdition): SiteFile {
  const rows = homes.map(({ code, name, format, capitals, layout }) => [
    code,
    name,
    format
      .split('\n')
      .map((line) => line.replace(/\{street\}/g, ''))
      .filter((line) => line !== '')
      .join('\n'),
    ...(capitals || layout !== 'din-b' ? [capitals ? 1 : 0, layout] : []),
  ]);
  const content = markup`globalThis.handbillCountries = ${jsonMarkup(rows)};
`.text;
  return { path: `${words.language}/countries.js`, content };
}
