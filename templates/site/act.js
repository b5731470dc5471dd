// What the action page does beyond plain links. What is typed stays in this tab (sessionStorage); nothing is sent.

// Before anything is drawn, so that nothing moves later.
document.documentElement.classList.add('has-script');
document.addEventListener('DOMContentLoaded', () => {
  for (const part of document.querySelectorAll('details[data-fold]')) part.open = false;
  tellDeadline();
  startAct();
  startShare();
});

const KEY = `handbill ${document.documentElement.dataset.appeal}`;
let unstored = {};

/** What this tab remembers; where the browser lets nothing be kept, what this page does. */
function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return unstored;
  }
}

function remember(change) {
  unstored = { ...recall(), ...change };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(unstored));
  } catch {}
}

function read(name) {
  const holder = document.querySelector(`script[${name}]`);
  return holder && JSON.parse(holder.textContent);
}

/** Past the last day the page says so, however old its files are. */
function tellDeadline() {
  const line = document.querySelector('[data-deadline]');
  if (!line) return;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-');
  const day = line.dataset.deadline;
  if (today.slice(0, day.length) <= day) return;
  line.textContent = line.dataset.over;
  document.querySelector('[data-go]')?.parentElement.remove();
}

/** Copies a text; false where the browser doesn't let it, and then the text of `shown` is marked. */
async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard on pages opened from a disk or over http.
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'away';
  document.body.append(field);
  const before = document.activeElement;
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  before?.focus?.();
  if (!isCopied && shown) getSelection().selectAllChildren(shown);
  return isCopied;
}

function startAct() {
  const data = read('data-act');
  if (!data) return;
  const items = new Map();
  for (const item of document.querySelectorAll('[data-all] [data-contact]'))
    items.set(item.dataset.contact, item);
  const choice = document.querySelector('[data-choice]');
  const answer = document.querySelector('[data-answer]');

  const show = () => {
    const { done = [] } = recall();
    for (const item of document.querySelectorAll('.letters [data-contact]')) {
      item.querySelector('.done')?.remove();
      if (!done.includes(item.dataset.contact)) continue;
      const mark = document.createElement('strong');
      mark.className = 'done';
      mark.textContent = ` ✓ ${data.say.done}`;
      item.append(mark);
    }
    if (!choice) return;
    answer.replaceChildren();
    const chosen = choice.selectedOptions[0];
    if (!chosen?.value) return;
    const { contact, note } = chosen.dataset;
    const own = contact === '' ? [] : [contact];
    const queue = [...own, ...data.others].filter((id) => items.has(id));
    const next = queue.find((id) => !done.includes(id));
    if (note !== undefined) answer.append(paragraph(data.notes[note]));
    if (own.length > 0 && done.includes(own[0]))
      answer.append(paragraph(`✓ ${nameOf(own[0])}: ${data.say.done}`));
    if (next === undefined) return;
    const link = document.createElement('a');
    const pattern = next === own[0] ? data.say['write-to'] : data.say.next;
    link.className = 'button act';
    link.href = items.get(next).querySelector('a').href;
    link.append(...around(pattern, nameOf(next)), ' ');
    const ways = document.createElement('span');
    ways.className = 'ways';
    ways.textContent = items.get(next).querySelector('.small')?.textContent ?? '';
    link.append(ways);
    answer.append(link);
  };
  const nameOf = (id) => items.get(id)?.querySelector('a').textContent ?? '';
  choice?.addEventListener('change', () => {
    const { fields = {} } = recall();
    const country = choice.value === '-' ? '' : choice.value;
    remember({ country: choice.value, fields: { ...fields, country } });
    show();
  });
  // Also on a way back, when the page is shown as it was.
  addEventListener('pageshow', () => {
    if (choice) choice.value = recall().country ?? '';
    show();
  });
}

function paragraph(text) {
  const part = document.createElement('p');
  part.textContent = text;
  return part;
}

/** A pattern with a name in it that keeps its own direction. */
function around(pattern, name) {
  const [before = '', after = ''] = pattern.split('{name}');
  const held = document.createElement('bdi');
  held.textContent = name;
  return [before, held, after];
}

function startShare() {
  const status = document.querySelector('.share [data-status]');
  if (!status) return;
  const { say } = read('data-act');
  const link = () => location.href.replace(/#.*/, '');
  const button = document.querySelector('[data-share]');
  if (typeof navigator.share === 'function') {
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.share({ title: document.title, url: link() }).catch(() => {});
    });
  }
  const offer = (from, textOf, shown) =>
    from.addEventListener('click', async () => {
      status.textContent = '';
      status.textContent = say[(await copy(textOf(), shown)) ? 'copied' : 'not-copied'];
    });
  offer(document.querySelector('[data-copy-link]'), link);
  for (const from of document.querySelectorAll('.share [data-copy]')) {
    const post = document.getElementById(from.dataset.copy);
    offer(from, () => post.textContent, post);
  }
}
