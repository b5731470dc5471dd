// Shows the pages of one document next to what is wrong, and follows the files as they are saved.

const of = (id) => document.getElementById(id);
// What was looked at, and where: kept over a reload of the page.
const chosen = { language: '', document: '', file: '', zoom: 'fit', top: 0, ...recall() };
let state = { documents: [], problems: [], version: 0 };
const words = JSON.parse(document.documentElement.dataset.words);
// The site stands among the documents of each language under this name.
const SITE = 'site';
// Counts what was chosen to be shown.
let turn = 0;

new EventSource('changes').addEventListener('message', refresh);
for (const name of ['language', 'document', 'file', 'zoom']) {
  of(name).addEventListener('change', () => {
    chosen[name] = of(name).value;
    keep();
    if (name === 'zoom') showZoom();
    else void showChoice();
  });
}
// The event of a scroll comes with the next frame, which a page that is left may not see.
addEventListener('pagehide', () => {
  if (of('pages').childElementCount > 0) keep();
});
addEventListener('DOMContentLoaded', () => {
  of('zoom').value = chosen.zoom;
  of('pages').addEventListener('scroll', keep);
});
addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.target.matches('select')) return;
  const list = of('document');
  list.selectedIndex = Math.min(Math.max(list.selectedIndex + step, 0), list.options.length - 1);
  chosen.document = list.value;
  void showChoice();
});

function recall() {
  return JSON.parse(sessionStorage.getItem('chosen') ?? '{}');
}

function keep() {
  chosen.top = of('pages').scrollTop;
  sessionStorage.setItem('chosen', JSON.stringify(chosen));
}

async function refresh() {
  of('status').textContent = words.reading;
  try {
    state = await (await fetch('state')).json();
    document.title = `${state.title} – handbill`;
    of('title').textContent = state.title;
    document.body.classList.toggle('stale', state.stale);
    const isFirst = of('pages').childElementCount === 0;
    const { top } = chosen;
    await showChoice();
    if (isFirst) of('pages').scrollTop = top;
    of('status').textContent = '';
  } catch {
    of('status').textContent = words.stopped;
  }
}

/** Fills a list of choices, and keeps what was chosen if it is still there. */
function fill(id, options) {
  const list = of(id);
  list.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  if (options.some(([value]) => value === chosen[id])) list.value = chosen[id];
  chosen[id] = list.value;
  return chosen[id];
}

async function showChoice() {
  // What is slower than the next choice is no longer wanted.
  turn += 1;
  const mine = turn;
  const languages = [...new Set(state.documents.map((d) => d.language))];
  const language = fill(
    'language',
    languages.map((tag) => [tag, tag]),
  );
  const documents = state.documents.filter((d) => d.language === language);
  // A document of another language gives way to its own kind in this one.
  const base = chosen.document.replace(/\.[^./]+$/, '');
  const twin = documents.find((d) => d.id.replace(/\.[^./]+$/, '') === base);
  if (twin) chosen.document = twin.id;
  const site = state.hasSite ? [[SITE, words.site]] : [];
  const id = fill('document', [...documents.map((d) => [d.id, `${words[d.material]}: ${d.name}`]), ...site]);
  if (id === SITE) return showSite(language);
  const found = id === '' ? undefined : await fetch(`document?document=${encodeURIComponent(id)}`);
  const { files, problems } = found?.ok ? await found.json() : { files: [], problems: [] };
  if (mine !== turn) return;
  const form = chosen.file.split('.').slice(2).join('.');
  const same = files.find((f) => f.path.split('.').slice(2).join('.') === form);
  if (same) chosen.file = same.path;
  const path = fill(
    'file',
    files.map((f) => [f.path, f.path.replace(/^.*\//, '')]),
  );
  const file = files.find((f) => f.path === path);
  if (file && !file.pages) await showText(id, file, mine);
  else showPages(id, file);
  showProblems([...problems, ...state.problems]);
}

/** The site as a visitor sees it, beside what is wrong with it. */
function showSite(language) {
  fill('file', []);
  const address = `site/${language}/index.html`;
  const shown = of('pages').querySelector('iframe');
  const frame = shown ?? document.createElement('iframe');
  // A save shows the page that one is on anew.
  if (shown?.dataset.language === language) shown.contentWindow.location.reload();
  else frame.src = address;
  frame.dataset.language = language;
  frame.title = words.site;
  if (!shown) of('pages').replaceChildren(frame);
  showProblems(state.problems);
}

async function showText(id, file, mine) {
  const place = new URLSearchParams({ document: id, file: file.path, v: state.version });
  const text = document.createElement('pre');
  text.textContent = await (await fetch(`text?${place}`)).text();
  text.dir = 'auto';
  if (mine !== turn) return;
  of('pages').replaceChildren(text);
}

/** Pictures are exchanged in place, so that the page stays where it was scrolled to. */
function showPages(id, file) {
  const pages = file?.pages ?? [];
  for (const other of of('pages').querySelectorAll('iframe, pre')) other.remove();
  const pictures = [...of('pages').querySelectorAll('img')];
  for (const [n, { width, height }] of pages.entries()) {
    const picture = pictures[n] ?? of('pages').appendChild(new Image());
    const place = new URLSearchParams({ document: id, file: file.path, page: n, v: state.version });
    picture.alt = words.page
      .replace('{file}', file.path)
      .replace('{n}', n + 1)
      .replace('{count}', pages.length);
    picture.width = Math.round((width * 96) / 72);
    picture.height = Math.round((height * 96) / 72);
    picture.src = `page?${place}`;
  }
  for (const picture of pictures.slice(pages.length)) picture.remove();
  showZoom();
}

function showZoom() {
  of('pages').dataset.zoom = chosen.zoom;
}

function showProblems(problems) {
  const seen = new Set();
  const items = problems.filter((p) => {
    const key = JSON.stringify(p);
    return !seen.has(key) && seen.add(key);
  });
  of('count').textContent = items.length === 0 ? words.none : `(${items.length})`;
  of('problems').replaceChildren(
    ...items.map(({ severity, message, at, hint }) => {
      const item = document.createElement('li');
      item.className = severity;
      const place = at ? [at.file, at.line, at.column].filter((x) => x !== undefined).join(':') : '';
      for (const [tag, text] of [
        ['code', place],
        ['strong', words[severity]],
        ['p', message],
        ['p', hint ? `→ ${hint}` : ''],
      ]) {
        if (text === '') continue;
        const part = document.createElement(tag);
        part.textContent = text;
        item.append(part, ' ');
      }
      return item;
    }),
  );
}
