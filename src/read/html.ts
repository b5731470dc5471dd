import { behindLink, type TextDocument } from './text-document.ts';

/** Elements whose content nobody reads. */
const APART = new Set(['head', 'noscript', 'template', 'svg', 'nav', 'select', 'iframe']);
const PARAGRAPHS = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol blockquote table section article header footer main aside figure pre dl address hr form'.split(
    ' ',
  ),
);
const LINES = new Set(['br', 'li', 'tr', 'dt', 'dd']);
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  icirc: 'î',
  ucirc: 'û',
  ugrave: 'ù',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  atilde: 'ã',
  otilde: 'õ',
  iexcl: '¡',
  iquest: '¿',
  euro: '€',
  bull: '•',
  middot: '·',
  shy: '',
  zwnj: '\u200c',
  thinsp: ' ',
  ensp: ' ',
  emsp: ' ',
};

/** The text of a web page: what stands in paragraphs and lists, and where its links lead. */
export function readHtml(source: string): TextDocument {
  const pieces: string[] = [];
  const open = { apart: '', pre: 0 };
  let title: string | undefined;
  let link: { address: string; from: number } | undefined;
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next < 0 ? source.length : next);
    if (!open.apart && text !== '')
      pieces.push(decodeEntities(open.pre > 0 ? text : text.replace(/[ \t\r\n]+/g, ' ')));
    if (next < 0) break;
    if (source.startsWith('<!--', next)) {
      const end = source.indexOf('-->', next + 4);
      at = end < 0 ? source.length : end + 3;
      continue;
    }
    const end = source.indexOf('>', next);
    if (end < 0) break;
    const tag = source.slice(next + 1, end);
    const name = /^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
    const closes = tag.startsWith('/');
    at = end + 1;
    if (name === 'title' && !closes && title === undefined) {
      const close = source.toLowerCase().indexOf('</title', at);
      if (close >= 0)
        title = decodeEntities(source.slice(at, close)).replace(/\s+/g, ' ').trim() || undefined;
    }
    // What stands in these isn't markup: a `<` there opens nothing.
    if (name === 'script' || name === 'style') {
      const close = closes ? at : source.indexOf(`</${name}`, at);
      at = close < 0 ? source.length : close;
      continue;
    }
    if (open.apart) {
      if (closes && name === open.apart) open.apart = '';
      continue;
    }
    if (APART.has(name) && !closes) open.apart = name;
    if (name === 'pre') open.pre += closes ? -1 : 1;
    if (PARAGRAPHS.has(name)) pieces.push('\n\n');
    else if (LINES.has(name)) pieces.push(name === 'br' || !closes ? '\n' : '');
    else if (name === 'td' || name === 'th') pieces.push(' ');
    if (name === 'a' && !closes) {
      const address = /\bhref\s?=\s?(?:"([^"]{0,2000})"|'([^']{0,2000})')/i.exec(tag);
      link = address
        ? { address: decodeEntities(address[1] ?? address[2] ?? ''), from: pieces.length }
        : undefined;
    }
    if (name === 'a' && closes && link) {
      pieces.push(behindLink(pieces.slice(link.from).join(''), link.address));
      link = undefined;
    }
  }
  return { text: pieces.join(''), title };
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}
