const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it stands in HTML, SVG, any XML, or a quoted attribute. Characters that XML forbids are left out. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[&<>"']/g, (c) => ESCAPES[c]!)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

/**
 * Text whose lines end in \n, for formats in which a line is a field: to some readers a lone carriage return, U+0085, U+2028
 * and their kin end a line too, and what stands behind them would be a field of its own. Other control characters go.
 */
export function plainLines(text: string): string {
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainLines(text).replace(/\n+/g, ' ');
}
