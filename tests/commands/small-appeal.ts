import { formatAppealFolder } from '../../src/write/appeal.ts';

/** Files of a small whole appeal in English below `folder`: one company, one embassy, one fact, one demand. */
export function smallAppeal(folder: string, changes: Record<string, string> = {}): Record<string, string> {
  const files: Record<string, string> = {
    ...formatAppealFolder({
      id: 'strike',
      title: 'Free the strikers',
      issuer: 'Our union',
      language: 'en',
      issued: '2026-05-02',
      further: [],
      facts: [
        {
          id: 'what-happened',
          date: '2026-05-01',
          text: 'On 1 May 2026 twelve strikers were arrested.',
          source: 'source-1',
          figures: [],
        },
      ],
      voices: [],
      sources: [{ id: 'source-1', title: 'Our union, 2 May 2026' }],
      demands: ['Release them'],
      targets: [],
      contacts: [],
      events: [],
      sender: { name: 'Our union' },
    }),
    'contacts.csv': `id,kind,organisation,street,postalCode,city,country,languages,source
example-ltd,company,Example Ltd,1 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test
xx-embassy,embassy,Embassy of Exampleland,2 Example Road,EX1 1EX,Exampleton,GB,en,made up for a test
`,
    ...changes,
  };
  const head = files['appeal.yaml']!.replace('targets: []', 'targets: [company, embassy]');
  return Object.fromEntries(
    Object.entries({ ...files, 'appeal.yaml': head }).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}
