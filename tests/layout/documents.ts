import type {
  Block,
  BlockRole,
  Figures,
  Heading,
  Inline,
  List,
  MergedDocument,
  Paragraph,
} from '../../src/model/block.ts';

export const text = (value: string): Inline => ({ kind: 'text', text: value });

/** A paragraph; line breaks of the text become breaks. */
export function paragraph(role: BlockRole, value: string): Paragraph {
  const content = value
    .split('\n')
    .flatMap((line, i) => (i === 0 ? [text(line)] : [{ kind: 'break' } as const, text(line)]));
  return { kind: 'paragraph', role, content };
}

export const heading = (role: BlockRole, level: 1 | 2 | 3, value: string): Heading => ({
  kind: 'heading',
  role,
  level,
  content: [text(value)],
});

export const list = (role: BlockRole, items: readonly string[], ordered = false): List => ({
  kind: 'list',
  role,
  ordered,
  start: 1,
  items: items.map((item) => [text(item)]),
});

export const signatureLine = (role: BlockRole, label: string): Block => ({
  kind: 'signature-line',
  role,
  label: [text(label)],
});

export const figures = (entries: readonly (readonly [string, string])[]): Figures => ({
  kind: 'figures',
  role: 'figures',
  quantity: 'killed',
  entries: entries.map(([value, label]) => ({ value, label: [text(label)] })),
  phrase: [text(entries.map((entry) => entry.join(' ')).join(', '))],
});

export const RALLY =
  'On 16 December the authorities shot down a rally of striking oil workers in Zhanaozen. The city is under curfew, in the hands of the army and cut off from the world.';
export const STRIKE =
  'Since May about 1,500 workers have been on strike for higher wages and better working conditions; the strike was banned. The union lawyer Natalia Sokolova got six years in prison.';
export const DEMANDS = [
  'Stop the massacre of workers',
  'End all repression and harassment of the strikers and their families',
  'Release Natalia Sokolova',
];

/** A letter with every part; parts replace those of the same name, and an empty list leaves a part out. */
export function letter(
  parts: Partial<Record<'sender' | 'recipient' | 'date' | 'body' | 'end', readonly Block[]>> = {},
): MergedDocument {
  const {
    sender = [
      paragraph('sender', 'Example Union, Branch One\n1 Example Street\nExample Town\nbranch@example.org'),
    ],
    recipient = [paragraph('recipient', 'Embassy of Kazakhstan\nThe Ambassador\n1 Example Square\nLondon')],
    date = [paragraph('date', 'Example Town, 19 December 2011')],
    body = [paragraph('body', RALLY), paragraph('body', STRIKE)],
    end = [paragraph('closing', 'Yours faithfully,'), paragraph('signature', 'A. Example\nSecretary')],
  } = parts;
  return {
    material: 'letter',
    kind: 'embassy',
    language: 'en',
    direction: 'ltr',
    title: 'Letter',
    reads: [],
    blocks: [
      paragraph('note', 'Example from 2011: history, not for sending.'),
      ...sender,
      ...recipient,
      ...date,
      heading('subject', 1, 'Protest against the shooting of striking oil workers'),
      paragraph('salutation', 'Your Excellency,'),
      ...body,
      paragraph('body', 'We demand:'),
      list('body', DEMANDS, true),
      ...end,
      paragraph('copies', 'Copies to: International Secretariat of KRAS-IWA'),
      paragraph('source', 'Source: International Secretariat of KRAS-IWA, appeal, December 2011.'),
    ],
  };
}

/** A leaflet with every part; parts replace those of the same name. */
export function leaflet(
  parts: {
    headline?: string;
    kicker?: string;
    body?: readonly Block[];
    figures?: readonly Block[];
    demands?: readonly string[];
    actions?: readonly string[];
    event?: readonly Block[];
    direction?: 'ltr' | 'rtl';
    language?: string;
  } = {},
): MergedDocument {
  const {
    headline = 'Shot for striking',
    kicker = 'Solidarity with the oil workers\nDecember 2011',
    body = [paragraph('body', RALLY), paragraph('body', STRIKE)],
    figures: counts = [
      figures([
        ['11', 'dead, according to official data'],
        ['70', 'dead, according to unofficial data'],
      ]),
    ],
    demands = DEMANDS,
    actions = ['Send letters of protest to the embassy and to CITIC', 'Boycott goods from Kazakhstan'],
    event = [
      heading('event', 2, 'Join the picket'),
      paragraph('event', 'Wednesday 21 December 2011, 12 noon\n62 South Audley Street, London'),
      paragraph('event', 'Kazakh-British Chamber of Commerce'),
    ],
    direction = 'ltr',
    language = 'en',
  } = parts;
  return {
    material: 'leaflet',
    kind: 'picket',
    language,
    direction,
    title: 'Leaflet',
    reads: [],
    blocks: [
      paragraph('kicker', kicker),
      heading('headline', 1, headline),
      paragraph('subhead', 'Zhanaozen, 16 December: the state opens fire on a workers’ rally'),
      ...body,
      ...counts,
      ...(demands.length > 0 ? [heading('demands', 2, 'We demand'), list('demands', demands)] : []),
      ...(actions.length > 0 ? [heading('actions', 2, 'What you can do'), list('actions', actions)] : []),
      ...event,
      paragraph('note', 'Example from 2011: history, not for sending.'),
      paragraph(
        'source',
        'Source: International Secretariat of KRAS-IWA, appeal, December 2011. As of December 2011.',
      ),
      paragraph('imprint', 'Appeal of the International Secretariat of KRAS-IWA'),
    ],
  };
}
