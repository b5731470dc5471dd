import { smallAppeal } from './small-appeal.ts';

/** Runs a script, asks for something elsewhere, or leaves its element, wherever it isn't shown as the text that it is. */
const HOSTILE = `<script>hacked=1</script><img src=//evil.example/x.png onerror="hacked=1">"onload='hacked=1' </title></script></style>\u202Eelpoep\u202C javascript:hacked=1`;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** An appeal whose every text is a trap. */
export function hostileAppeal(): Record<string, string> {
  const files = smallAppeal('a');
  const head = files['a/appeal.yaml']!;
  return {
    ...files,
    'a/appeal.yaml': ['Free the strikers', 'Our union', 'Release them'].reduce(
      (text, said) =>
        text.replace(new RegExp(`(: )"${said}"$`, 'gm'), `$1${JSON.stringify(`${said} ${HOSTILE}`)}`),
      head,
    ),
    'a/facts.csv': files['a/facts.csv']!.replace(
      'On 1 May 2026 twelve strikers were arrested.',
      cell(`On 1 May 2026 twelve strikers were arrested. ${HOSTILE}`),
    ),
    'a/contacts.csv': `id,kind,organisation,street,postalCode,city,country,languages,email,source
example-ltd,company,${cell(`Example Ltd ${HOSTILE}`)},${cell(`1 Example Road ${HOSTILE}`)},EX1 1EX,Exampleton,GB,en,a@example.org,made up for a test
xx-embassy,embassy,Embassy,2 Example Road,EX1 1EX,Exampleton,GB,en,,made up for a test
`,
    'a/events.csv': `id,kind,title.en,date,time,timeZone,place.en,city,calledBy,source
picket-1,picket,${cell(HOSTILE)},2030-05-01,12:00,Europe/London,${cell(HOSTILE)},London,${cell(HOSTILE)},made up
`,
  };
}
