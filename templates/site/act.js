// What the action page does beyond plain links: nothing is stored, nothing is sent.

// Before anything is drawn, so that nothing moves later.
document.documentElement.classList.add('has-script');
document.addEventListener('DOMContentLoaded', start);

function start() {
  for (const part of document.querySelectorAll('details[data-fold]')) part.open = false;
  startChoice();
  startLetter();
}

function startChoice() {
  const choice = document.querySelector('[data-choice]');
  if (!choice) return;
  const answer = document.querySelector('[data-answer]');
  // A way back shows the page as it was: the choice starts anew.
  choice.value = '';
  choice.addEventListener('change', () => {
    const chosen = choice.selectedOptions[0];
    answer.replaceChildren();
    if (!chosen || chosen.value === '') return;
    const link = document.createElement('a');
    link.href = chosen.value;
    link.textContent = chosen.dataset.name;
    if (chosen.dataset.note) answer.append(`${chosen.dataset.note} `);
    answer.append(link);
  });
}

function startLetter() {
  const letter = document.querySelector('[data-letter]');
  if (!letter) return;
  const status = document.querySelector('[data-status]');
  const mail = document.querySelector('[data-mail]');
  const LIMIT = 1900;

  const fields = document.querySelectorAll('[data-field]');
  const fill = (field) => {
    const text = field.value.trim();
    for (const place of letter.querySelectorAll(`[data-fill="${field.dataset.field}"]`)) {
      place.textContent = text === '' ? (place.dataset.empty ?? '') : text + (place.dataset.after ?? '');
    }
    status.textContent = '';
  };
  for (const field of fields) field.addEventListener('input', () => fill(field));
  // A way back, or a reload, puts what was typed into the fields again, and tells nobody.
  addEventListener('pageshow', () => fields.forEach(fill));

  /** Copies the letter; false where the browser doesn't let it. */
  const copy = async () => {
    const text = `${letter.textContent.trim()}\n`;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // No clipboard on pages opened from a disk or over http: take the marked text.
      const range = document.createRange();
      range.selectNodeContents(letter);
      const selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      return document.execCommand('copy');
    }
  };

  document.querySelector('[data-copy]').addEventListener('click', async () => {
    // Where nothing was copied, the letter stays marked.
    status.textContent = (await copy()) ? status.dataset.copied : '';
  });

  mail?.addEventListener('click', () => {
    const short = mail.dataset.short;
    const body = encodeURIComponent(`${letter.textContent.trim()}\n`.replaceAll('\n', '\r\n'));
    const long = `${short}&body=${body}`;
    mail.href = long.length <= LIMIT ? long : short;
    if (long.length <= LIMIT) return;
    status.textContent = status.dataset.long;
    void copy().then((isCopied) => {
      if (!isCopied) status.textContent = '';
    });
  });
}
