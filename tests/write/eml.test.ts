import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import type { Block, MergedDocument } from '../../src/model/block.ts';
import { writeEml } from '../../src/write/eml.ts';

const text = (content: string) => [{ kind: 'text' as const, text: content }];
const paragraph = (role: Block['role'], content: string): Block => ({
  kind: 'paragraph',
  role,
  content: text(content),
});

function letter(language: string, subject: string, body: string): MergedDocument {
  return {
    material: 'letter',
    kind: 'embassy',
    reads: [],
    language,
    direction: 'ltr',
    title: subject,
    blocks: [
      paragraph('sender', 'Sender’s Street 1'),
      paragraph('recipient', 'Recipient’s Street 1'),
      paragraph('date', '1 May 2026'),
      paragraph('subject', subject),
      paragraph('salutation', 'Your Excellency,'),
      paragraph('body', body),
      paragraph('signature', 'Jo Sample'),
    ],
  };
}

const LONG =
  'From the first day on, the workers of the mill have asked for nothing but what the law gives them, and > more. '
    .repeat(4)
    .trim();

describe('a draft, read by another’s parser', () => {
  test.each([
    ['ar', 'احتجاج على إطلاق النار على العمال المضربين', 'نكتب إليكم للاحتجاج على ما حدث. '.repeat(8).trim()],
    ['zh-Hans', '抗议向罢工工人开枪', '我们写信抗议以下事件。'.repeat(20)],
    [
      'kk',
      'Жаңаөзендегі ереуілшілерге оқ атылуына наразылық',
      'Сізге наразылығымызды білдіреміз. '.repeat(8).trim(),
    ],
    [
      'en',
      'A subject that is much longer than a line of a mail’s head may be, so that it must be folded',
      LONG,
    ],
  ])('keeps subject, text and attachment in %s', async (language, subject, body) => {
    const pdf = new TextEncoder().encode('%PDF-1.7 made up for a test');
    const mail = await simpleParser(
      Buffer.from(
        await writeEml(
          [letter(language, subject, body)],
          {
            to: ['a@example.org', 'b@example.org'],
            from: { name: 'Айгүл Примерова', email: 'c@example.org' },
          },
          [{ name: 'letter.pdf', type: 'application/pdf', content: pdf }],
        ),
      ),
    );
    expect(mail.subject).toBe(subject);
    expect(mail.from?.value).toEqual([{ name: 'Айгүл Примерова', address: 'c@example.org' }]);
    expect([mail.to].flat().flatMap((to) => to?.value.map(({ address }) => address))).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
    expect(mail.text?.trimEnd().replaceAll('\r\n', '\n')).toBe(`Your Excellency,\n\n${body}\n\nJo Sample`);
    expect(mail.attachments).toMatchObject([{ filename: 'letter.pdf', contentType: 'application/pdf' }]);
    expect(new Uint8Array(mail.attachments[0]!.content)).toEqual(pdf);
    expect(mail.headers.get('x-unsent')).toBe('1');
  });

  test('tells no time and no machine, and is the same each time', async () => {
    const make = async () =>
      Buffer.from(await writeEml([letter('en', 'S', LONG)], { to: ['a@example.org'] })).toString();
    const message = await make();
    expect(message).toBe(await make());
    const head = message.slice(0, message.indexOf('\r\n\r\n'));
    expect(
      head
        .split('\r\n')
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['Content-Transfer-Encoding', 'Content-Type', 'MIME-Version', 'Subject', 'To', 'X-Unsent']);
    expect(head).toContain('text/plain; charset=utf-8; format=flowed');
    expect(message.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
    expect(message).not.toMatch(/(?<!\r)\n/);
  });
});
