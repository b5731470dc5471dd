import { markup } from '../write/markup.ts';

/** The words of the page in the interface's language. */
interface PageWords {
  readonly language: string;
  readonly say: (english: string) => string;
}

/** What the script says, by the names under which it finds it. */
const SPOKEN = {
  reading: 'reading …',
  stopped: 'handbill has stopped',
  none: '(none)',
  site: 'Web page',
  letter: 'letter',
  leaflet: 'leaflet',
  error: 'error',
  warning: 'warning',
  notice: 'notice',
  page: '{file}, page {n} of {count}',
} as const;

/** The page of a preview; all else comes from its script. */
export function writePreviewPage(title: string, { language, say }: PageWords): string {
  const spoken = Object.entries(SPOKEN).map(([name, english]) => [name, say(english)]);
  return markup`<!doctype html>
<html lang="${language}" data-words="${JSON.stringify(Object.fromEntries(spoken))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – handbill</title>
<link rel="stylesheet" href="preview.css">
<script src="preview.js" defer></script>
</head>
<body>
<header>
<strong id="title">${title}</strong>
<label>${say('Language')} <select id="language"></select></label>
<label>${say('Document')} <select id="document"></select></label>
<label>${say('Form')} <select id="file"></select></label>
<label>${say('Zoom')} <select id="zoom"><option value="fit">${say('whole page')}</option><option value="width">${say('width')}</option><option value="1">100 %</option><option value="2">200 %</option></select></label>
<span id="status" role="status"></span>
</header>
<main>
<section id="pages" aria-label="${say('Pages')}"></section>
<aside aria-label="${say('Problems')}"><h2>${say('Problems')} <span id="count"></span></h2><ol id="problems"></ol></aside>
</main>
</body>
</html>
`.text;
}
