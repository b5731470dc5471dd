import type { RunFacts } from '../batch/print-runs.ts';
import { organisationOf } from '../merge/address.ts';
import type { Block, Inline, MergedDocument, TextSpan } from '../model/block.ts';
import type { Contact } from '../model/contact.ts';
import type { Texts } from '../terminal/texts.ts';
import { describePosted } from './describe-paper.ts';

/** Those who sign that are listed one by one, at most; more find their letters by the order of their list. */
const LISTED = 200;

/** The sheet on top of a print run, in the language of whoever prints it: how many letters, for whom, and what to post them takes. */
export function describePrintRun(
  { path, need, lacking, addressees, signers }: RunFacts,
  isDuplex: boolean,
  texts: Texts,
): MergedDocument {
  const { say, count } = texts;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const values = {
    letters: count(need.letters, 'letter'),
    pages: count(need.pages, 'page'),
    sheets: count(need.sheets, 'sheet'),
  };
  const told = isDuplex
    ? say('{letters}, {pages}, {sheets} printed on both sides', values)
    : say('{letters}, {pages}, {sheets} printed on one side', values);
  const envelopes = Object.entries(need.envelopes).map(([kind, n]) => `${count(n, 'envelope')}: ${kind}`);
  const others = need.letters - need.posted.reduce((sum, { letters }) => sum + letters, 0);
  const unposted =
    others > 0
      ? [say('Not posted, for want of a postal address: {letters}.', { letters: count(others, 'letter') })]
      : [];
  const missing = say('Not in it, because they couldn’t be made: {letters}.', {
    letters: count(lacking, 'letter'),
  });
  const language = name.split('.')[1] ?? texts.language;
  const blocks: Block[] = [
    { kind: 'heading', role: 'headline', level: 1, content: [text(name)] },
    { kind: 'paragraph', role: 'subhead', content: [text(told)] },
    ...(lacking > 0 ? [{ kind: 'paragraph', role: 'body', content: [text(missing)] } as const] : []),
    ...section(
      say('For whom'),
      [...addressees].map(([contact, n]) => [text(`${n} × `), ...nameOf(contact, language)]),
    ),
    ...section(
      say('Envelopes and postage'),
      [...envelopes, ...need.posted.map((some) => describePosted(some, texts)), ...unposted].map((line) => [
        text(line),
      ]),
    ),
    ...whoSigns(signers, texts),
  ];
  return {
    material: 'leaflet',
    kind: 'press-release',
    language: texts.language,
    direction: 'ltr',
    title: name,
    reads: [],
    blocks,
  };
}

function text(value: string): TextSpan {
  return { kind: 'text', text: value };
}

function section(heading: string, items: readonly (readonly Inline[])[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', role: 'body', level: 2, content: [text(heading)] },
    { kind: 'list', role: 'body', ordered: false, start: 1, items },
  ];
}

/** An addressee as on the letters, with the city. */
function nameOf(contact: Contact, language: string): Inline[] {
  const own = organisationOf(contact, language);
  const { city } = contact;
  const name: Inline = { ...text(own.text), isolate: true, ...(own.language && { language: own.language }) };
  return city === undefined ? [name] : [name, text(', '), { ...text(city), isolate: true }];
}

function whoSigns(signers: RunFacts['signers'], { say, count }: Texts): Block[] {
  if (signers.size > LISTED) {
    const line = say('{people} sign. Their letters follow each other in the order of the list.', {
      people: count(signers.size, 'person', 'people'),
    });
    return section(say('Who signs'), [[text(line)]]);
  }
  return section(
    say('Who signs, and which letters'),
    [...signers].map(([{ name }, places]) => [
      { ...text(name), isolate: true },
      text(`: ${places.join(', ')}`),
    ]),
  );
}
