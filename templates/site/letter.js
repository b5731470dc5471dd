// The page of a letter: what is typed fills the letter, its mail and its draft. `act.js` comes before.

document.addEventListener('DOMContentLoaded', startLetter);

const [NAME, WORDS, CITY, SENDER, RECIPIENT, DATE] = [...'\u{E010}\u{E011}\u{E012}\u{E013}\u{E014}\u{E015}'];
const BLANK = '________';
/** Longest links that mail programs and mail services take. */
const LIMIT = 1900;
const WEB_LIMIT = 6000;

function startLetter() {
  const data = read('data-letter-json');
  if (!data) return;
  const letter = document.querySelector('[data-letter]');
  const status = document.querySelector('.send [data-status]');
  const fields = new Map();
  for (const field of document.querySelectorAll('[data-field]')) fields.set(field.dataset.field, field);
  const countries = globalThis.handbillCountries ?? [];
  fields.get('country').append(...countries.map(([code, name]) => new Option(name, code)));

  const given = (name) => fields.get(name).value.trim();
  const country = () => countries.find(([code]) => code === given('country')) ?? [];

  /** Lines over the letter: name, street, town, and the country of a letter that goes abroad. */
  const senderLines = () => {
    const [code, name, format = '{postalCode} {city}'] = country();
    const capitals = country()[3] === 1;
    const city = capitals ? given('city').toLocaleUpperCase(data.dateline.locale) : given('city');
    const values = {
      postalCode: given('postalCode'),
      city,
      region: partOf('region').hidden ? '' : given('region'),
    };
    const town = format.split('\n').map((line) => fillLine(line, values));
    const isAbroad = code !== undefined && code !== data.home && city !== '';
    const lines = [given('name'), given('street'), town.filter(Boolean).join(', ')];
    return [...lines, isAbroad ? name.toLocaleUpperCase(data.dateline.locale) : ''].filter(Boolean);
  };
  const addressLines = () => data.address[country()[0] === data.home ? 'home' : 'abroad'];
  const dateLine = () => {
    const options = { calendar: 'gregory', year: 'numeric', month: 'long', day: 'numeric' };
    const date = new Intl.DateTimeFormat(data.dateline.locale, options).format(new Date());
    const place = given('city');
    return data.dateline[place === '' ? 'alone' : 'with'].replace('{place}', place).replace('{date}', date);
  };
  const partOf = (name) => document.querySelector(`[data-part="${name}"]`);

  /** A text with its places filled; those of what wasn't given leave no gap. */
  const fill = (text) =>
    text
      .replace(new RegExp(`${WORDS}(\n*)`, 'u'), (_, end) =>
        given('words') === '' ? '' : given('words') + end,
      )
      .replace(new RegExp(`${SENDER}(\n*)`, 'u'), (_, end) => {
        const lines = senderLines();
        return lines.length === 0 ? '' : lines.join('\n') + end;
      })
      .replaceAll(RECIPIENT, addressLines().join('\n'))
      .replaceAll(DATE, dateLine())
      .replace(new RegExp(`[,،、，]? ?${CITY}`, 'u'), (place) =>
        given('city') === '' ? '' : place.replace(CITY, given('city')),
      )
      .replaceAll(NAME, given('name') || BLANK);

  // One subject and one opening for this visit, so that letters aren't all alike.
  const choose = (list, salt) => list[Math.floor(turn * salt) % list.length];
  const turn = recall().turn ?? Math.random();
  remember({ turn });
  const subject = data.mail && choose(data.mail.subjects, 997);
  const opening = data.mail && data.mail.openings.length > 0 && choose(data.mail.openings, 991);
  const worded = (text) => (opening ? text.replace(data.mail.openings[0], opening) : text);

  const mailto = (body) => {
    const listed = (all) => all.map((one) => encodeURIComponent(one).replaceAll('%40', '@')).join(',');
    const copies = data.mail.cc.length > 0 ? `&cc=${listed(data.mail.cc)}` : '';
    const end = body === undefined ? '' : `&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
    return `mailto:${listed(data.mail.to)}?subject=${encodeURIComponent(subject)}${copies}${end}`;
  };
  /** The fullest wording that fits in a link; undefined where her words alone are too long. */
  const bodyWithin = (link, limit) =>
    data.mail.texts.map((text) => fill(worded(text))).find((body) => link(body).length <= limit);
  const full = () => fill(worded(data.mail.texts[0]));

  const WEB = {
    Gmail: ['su', 'body'],
    Outlook: ['subject', 'body'],
    Yahoo: ['subject', 'body'],
  };
  const bases = new Map();
  for (const link of document.querySelectorAll('[data-webmail]')) {
    bases.set(link, link.href.split(`&${WEB[link.dataset.webmail][0]}=`)[0]);
  }

  const showMail = () => {
    if (!data.mail) return;
    const link = document.querySelector('[data-mail]');
    const hint = document.querySelector('[data-hint]');
    const body = bodyWithin(mailto, LIMIT);
    link.href = mailto(body);
    hint.textContent = data.say[body === undefined ? 'too-long' : 'mail-hint'];
    for (const [web, base] of bases) {
      const [subjectName, bodyName] = WEB[web.dataset.webmail];
      const head = `${base}&${subjectName}=${encodeURIComponent(subject)}`;
      const whole = (text) => `${head}&${bodyName}=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`;
      const text = bodyWithin(whole, WEB_LIMIT);
      web.href = text === undefined ? head : whole(text);
    }
    const speech = document.querySelector('[data-speech]');
    if (speech) speech.textContent = fill(worded(data.mail.texts[0]));
  };

  const show = () => {
    const [, , format = '{postalCode} {city}', , layout = 'din-b'] = country();
    for (const name of ['postalCode', 'city', 'region']) {
      partOf(name).hidden = !format.includes(`{${name}}`);
    }
    const values = {
      name: given('name') || BLANK,
      words: given('words'),
      sender: senderLines().join('\n'),
      recipient: addressLines().join('\n'),
      date: dateLine(),
      return: senderLines().join(' · '),
    };
    for (const place of letter.querySelectorAll('[data-place]')) {
      place.textContent = values[place.dataset.place];
      const around = place.closest('p') ?? place;
      around.hidden = place.textContent === '';
    }
    letter.dataset.layout = layout;
    status.textContent = '';
    showMail();
    fitLetter(letter);
  };

  const keep = () => {
    const kept = {};
    for (const [name, field] of fields) kept[name] = field.value;
    const before = recall();
    remember({ fields: kept, country: before.country === '-' && kept.country === '' ? '-' : kept.country });
  };
  for (const field of fields.values()) {
    field.addEventListener('input', () => {
      keep();
      show();
    });
  }
  document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  document.querySelector('[data-forget]').addEventListener('click', () => {
    forget();
    for (const field of fields.values()) field.value = '';
    show();
    showSent();
  });

  const texts = {
    // Where no address is known, none leaves a gap.
    letter: () =>
      `${fill(data.text)
        .replace(/\n{3,}/g, '\n\n')
        .trim()}\n`,
    to: () => data.mail.to.join(', '),
    subject: () => subject,
    mail: full,
  };
  for (const button of document.querySelectorAll('.send [data-copy]')) {
    button.addEventListener('click', async () => {
      status.textContent = '';
      const isCopied = await copy(texts[button.dataset.copy](), letter);
      status.textContent = data.say[isCopied ? 'copied' : 'not-copied'];
    });
  }
  document.querySelector('[data-print]')?.addEventListener('click', () => print());
  document.querySelector('[data-eml]')?.addEventListener('click', () => {
    const draft = new Blob([writeDraft(data.mail.to, data.mail.cc, subject, full())], {
      type: 'message/rfc822',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(draft);
    link.download = `${data.id}.eml`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
  document.querySelector('[data-mail]')?.addEventListener('click', () => {
    if (bodyWithin(mailto, LIMIT) === undefined) void copy(full(), undefined);
  });

  const sent = document.querySelector('[data-sent]');
  const next = document.querySelector('[data-next]');
  const showSent = () => {
    const { done = [] } = recall();
    const isDone = done.includes(data.id);
    sent.setAttribute('aria-pressed', String(isDone));
    sent.textContent = isDone ? `✓ ${data.say.sent}` : data.say.sent;
    const following = data.queue.find(({ id }) => !done.includes(id));
    next.hidden = !isDone || following === undefined;
    if (next.hidden) return;
    next.href = following.href;
    next.replaceChildren(...around(data.next, following.name));
  };
  sent.addEventListener('click', () => {
    const { done = [] } = recall();
    remember({ done: done.includes(data.id) ? done.filter((id) => id !== data.id) : [...done, data.id] });
    showSent();
  });

  const restore = () => {
    const { fields: kept = {} } = recall();
    for (const [name, field] of fields) if (kept[name]) field.value = kept[name];
    show();
    showSent();
  };
  restore();
  // Also on a way back and a reload, which fill the fields and tell nobody.
  addEventListener('pageshow', restore);
}

function forget() {
  unstored = {};
  try {
    sessionStorage.removeItem(KEY);
  } catch {}
}

/** A line of an address; where a value is missing, its neighbours stand apart by a space. */
function fillLine(line, values) {
  let filled = '';
  let sign = '';
  for (const [, before, name] of line.matchAll(/([^{]*)\{(\w+)\}/g)) {
    sign = sign === '' ? before : ' ';
    if (!values[name]) continue;
    filled += (filled === '' ? '' : sign) + values[name];
    sign = '';
  }
  return filled;
}

/** Chooses the largest size in which the letter is one page in print. */
function fitLetter(letter) {
  const probe = letter.cloneNode(true);
  probe.className = 'letter probe';
  probe.removeAttribute('data-letter');
  probe.inert = true;
  probe.setAttribute('aria-hidden', 'true');
  letter.after(probe);
  const sizes = [11, 10.5, 10, 9.5, 9, 8.5];
  const size = sizes.find((points) => {
    probe.style.setProperty('--size', `${points}pt`);
    return probe.scrollHeight <= (167 * 96) / 25.4;
  });
  letter.style.setProperty('--size', `${size ?? 10}pt`);
  probe.remove();
}

/** A mail as a file that a mail program opens as a draft (RFC 5322, X-Unsent). */
function writeDraft(to, cc, subject, body) {
  const bytes = (text) => new TextEncoder().encode(text);
  const base64 = (text) => btoa(String.fromCharCode(...bytes(text)));
  const words = [];
  let word = '';
  for (const letter of subject) {
    if (bytes(word + letter).length > 42) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  const encoded = [...words, word].map((part) => `=?UTF-8?B?${base64(part)}?=`).join('\r\n ');
  const lines = base64(`${body}\n`.replaceAll('\n', '\r\n')).match(/.{1,76}/g) ?? [];
  return [
    `To: ${to.join(',\r\n ')}`,
    ...(cc.length > 0 ? [`Cc: ${cc.join(',\r\n ')}`] : []),
    `Subject: ${encoded}`,
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...lines,
    '',
  ].join('\r\n');
}
