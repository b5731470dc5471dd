import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Contact } from '../../src/model/contact.ts';
import { formatRow } from '../../src/write/csv.ts';
import { writeEml } from '../../src/write/eml.ts';
import { writeCalendar } from '../../src/write/ics.ts';
import { formatPo } from '../../src/write/po.ts';
import { formatVcards } from '../../src/write/vcard.ts';
import { makeFolder } from '../folder.ts';
import { describeWith } from '../tools.ts';

/** What ends a line for some program, each before a field that nobody wrote. */
const ENDS = ['\r', '\n', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f', '\0', '\x1c', '\x1e'];

const forge = (field: string) => `Office${ENDS.map((end) => `${end}${field}`).join('')}`;

/** Runs Python on a file, and returns what it prints as JSON. */
async function inPython(code: string, content: string | Uint8Array): Promise<unknown> {
  const folder = await makeFolder({ file: content });
  const head = 'import sys, json\nraw = open(sys.argv[1], "rb").read()\ntext = raw.decode("utf-8")\n';
  return JSON.parse(
    execFileSync('/usr/bin/python3', ['-c', head + code, join(folder, 'file')], { encoding: 'utf8' }),
  );
}

describeWith(['/usr/bin/python3', 'msgfmt'], 'what goes out, read by other programs', () => {
  test('vCard: vobject finds one address of mail, in whatever lines end', async () => {
    const evil = forge('EMAIL:forged@example.org');
    const contact = {
      id: 'office',
      kind: 'company',
      holder: evil,
      organisation: { en: evil },
      street: evil,
      city: evil,
      notes: evil,
      email: ['real@example.org'],
      phone: [`+1${evil}`],
      website: `https://example.org/${evil}`,
      languages: [evil],
      source: '',
    } as unknown as Contact;
    const code = `import vobject
found = []
for lines in (text, text.replace("\\r\\n", "\\n"), "\\r\\n".join(text.splitlines())):
  cards = list(vobject.readComponents(lines))
  found.append([len(cards), [m.value for c in cards for m in c.contents.get("email", [])]])
print(json.dumps(found))`;
    expect(
      await inPython(
        code,
        formatVcards([contact], () => evil),
      ),
    ).toEqual(Array(3).fill([1, ['real@example.org']]));
  });

  test('iCalendar: vobject finds one event, without an alarm', async () => {
    const evil = forge('BEGIN:VALARM');
    const event = { id: evil, title: evil, place: evil, description: evil, url: evil, date: '2026-05-08' };
    const code = `import vobject
calendar = vobject.readOne("\\r\\n".join(text.splitlines()))
print(json.dumps([len(calendar.contents["vevent"]), sorted(calendar.vevent.contents)]))`;
    expect(await inPython(code, writeCalendar('strike', [event], '2026-05-02'))).toEqual([
      1,
      ['description', 'dtstamp', 'dtstart', 'location', 'summary', 'uid', 'url'],
    ]);
  });

  test('mail: Python finds no header that nobody wrote', async () => {
    const evil = forge('Bcc: forged@example.org');
    const block = (role: 'subject' | 'body') =>
      ({ kind: 'paragraph', role, content: [{ kind: 'text', text: evil }] }) as const;
    const mail = await writeEml(
      [
        {
          material: 'letter',
          kind: 'embassy',
          reads: [],
          language: 'en',
          direction: 'ltr',
          title: evil,
          blocks: [block('subject'), block('body')],
        },
      ],
      { to: ['real@example.org'], from: { name: evil, email: 'me@example.org' } },
    );
    const code = `import email, email.policy
found = []
for lines in (raw, raw.replace(b"\\r\\n", b"\\n"), raw.replace(b"\\n", b"\\r\\n").replace(b"\\r\\r", b"\\r")):
  found.append(sorted(k.lower() for k in email.message_from_bytes(lines, policy=email.policy.default).keys()))
print(json.dumps(found))`;
    const headers = [
      'content-transfer-encoding',
      'content-type',
      'from',
      'mime-version',
      'subject',
      'to',
      'x-unsent',
    ];
    expect(await inPython(code, mail)).toEqual(Array(3).fill(headers));
  });

  test('CSV: Python finds the same rows, whatever it takes for the end of a line', async () => {
    const text =
      formatRow(['id', 'name']) + formatRow(['office', forge('forged,row')]) + formatRow(['next', 'x']);
    const code = `import csv, io
found = []
for lines in (io.StringIO(text, newline=""), text.splitlines(True)):
  found.append([row[0] for row in csv.reader(lines)])
print(json.dumps(found))`;
    expect(await inPython(code, text)).toEqual(Array(2).fill(['id', 'office', 'next']));
  });

  test('PO: msgfmt finds the messages that there are', async () => {
    const evil = forge('msgid "forged"').replaceAll('\0', '');
    const text = formatPo({ project: evil, language: 'de' }, [
      { id: 'one', original: evil, translation: evil, note: evil, reference: evil, fuzzy: false },
    ]);
    const folder = await makeFolder({ 'a.po': text });
    const told = execFileSync('sh', ['-c', 'msgfmt --statistics -o /dev/null a.po 2>&1'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(told).toContain('1 translated message.');
  });
});
