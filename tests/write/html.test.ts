import { expect, test } from 'vitest';
import { escapeMarkup } from '../../src/model/escape.ts';
import { writeHtml } from '../../src/write/html.ts';
import { markup } from '../../src/write/markup.ts';
import { figures, heading, list, paragraph } from '../layout/documents.ts';

const HOSTILE = `<script>alert(1)</script>"'&\u0000\u0008`;

test('a value is text, wherever it stands', () => {
  expect(markup`<a title="${HOSTILE}">${HOSTILE}</a>`.text).toBe(
    '<a title="&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;">&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</a>',
  );
  expect(markup`${[markup`<b>${'<'}</b>`, '&', undefined, false, 0]}`.text).toBe('<b>&lt;</b>&amp;0');
  expect(escapeMarkup('Жаңаөзен 扎瑙津 \u{1F5FA} \ud800')).toBe('Жаңаөзен 扎瑙津 \u{1F5FA} ');
});

test('blocks keep their order, role and language', () => {
  const html = writeHtml([
    heading('headline', 1, 'Shot <for> striking'),
    { ...paragraph('body', 'one\ntwo'), language: 'kk' },
    figures([['11', 'dead, according to official data']]),
    list('demands', ['Release them'], true),
  ]).text;
  expect(html).toBe(`<h1 class="headline">Shot &lt;for&gt; striking</h1>
<p class="body" lang="kk">one<br>two</p>
<ul class="figures">
<li><strong>11</strong> <span>dead, according to official data</span></li>
</ul>
<ol class="demands" start="1">
<li>Release them</li>
</ol>
`);
});

test('values of their own direction are isolated; only web, mail and telephone become links', () => {
  const html = writeHtml([
    {
      kind: 'paragraph',
      role: 'body',
      content: [
        { kind: 'text', text: 'Zhanaozen', isolate: true, language: 'en' },
        { kind: 'text', text: 'https://example.org/?a=1&b="' },
        { kind: 'text', text: 'https://example.org/?a=1&b=2' },
        { kind: 'text', text: 'write', href: 'mailto:a@example.org' },
        { kind: 'text', text: 'javascript:alert(1)' },
      ],
    },
  ]).text;
  expect(html).toBe(
    '<p class="body"><bdi lang="en">Zhanaozen</bdi>https://example.org/?a=1&amp;b=&quot;<a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a><a href="mailto:a@example.org">write</a>javascript:alert(1)</p>\n',
  );
});
