import { markup } from '../write/markup.ts';

/** The page of a preview; all else comes from its script. */
export function writePreviewPage(title: string): string {
  return markup`<!doctype html>
<html lang="en">
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
<label>Language <select id="language"></select></label>
<label>Document <select id="document"></select></label>
<label>Form <select id="file"></select></label>
<label>Zoom <select id="zoom"><option value="fit">whole page</option><option value="width">width</option><option value="1">100 %</option><option value="2">200 %</option></select></label>
<span id="status" role="status"></span>
</header>
<main>
<section id="pages" aria-label="Pages"></section>
<aside aria-label="Problems"><h2>Problems <span id="count"></span></h2><ol id="problems"></ol></aside>
</main>
</body>
</html>
`.text;
}
