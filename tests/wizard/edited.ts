import { checkAppeal } from '../../src/check/appeal.ts';
import type { Campaign } from '../../src/model/campaign.ts';
import { type AppealFiles, PARTS, parsePart, reparse } from '../../src/read/appeal.ts';
import { parseStructured } from '../../src/read/structured.ts';
import type { Editable } from '../../src/wizard/editable.ts';
import { listEditable } from '../../src/wizard/list-editable.ts';
import { smallAppeal } from '../commands/small-appeal.ts';

const EVENTS = `id,kind,date,time,place,city,calledBy,source
picket-1,picket,2026-12-08,18:00,Gate,Berlin,Our union,Our union
picket-2,picket,2026-12-09,18:00,Gate,Berlin,Our union,Our union
`;

/** A head as people write one: comments everywhere, lines of a block, further things. */
const HEAD = `# The strike at Exampleton.
id: strike
title: # in capitals on the leaflet
  en: Free the strikers
headline:
  en: >-
    Free
    them
# Who calls for help.
issuer:
  name: Our union # a committee
  address: 1 Example Road
issued: 2026-05-02
languages: [{ tag: en, review: original }, de]
summary:
  en: |
    A strike.
targets: [company, embassy] # both
demands:
  # the first
  - id: demand-1
    text:
      en: Release them # now
    of: [embassy]
  # the second
  - { id: demand-2, text: { en: "Drop the charges: all" } }
people:
  - id: ana
    name: { en: Ana Example }
    source: source-1
# Where it can be read.
sources:
  - id: source-1
    title: Our union, 2 May 2026
  - id: source-2
    title: { en: A paper }
    url: https://example.org/a
`;

/** The files of a small appeal with something of everything. */
export function editedFiles(): AppealFiles {
  const texts = smallAppeal('x', { 'events.csv': EVENTS, 'appeal.yaml': HEAD });
  const source = (name: string) => ({ file: `x/${name}`, text: texts[`x/${name}`]!, sha256: '' });
  const parts = PARTS.filter((part) => texts[`x/${part}.csv`] !== undefined).map((part) => [
    part,
    parsePart(source(`${part}.csv`), part),
  ]);
  return { folder: 'x', head: parseStructured(source('appeal.yaml')), ...Object.fromEntries(parts) };
}

/** The appeal that files hold. */
export function campaignOf(files: AppealFiles): Campaign {
  const { campaign, problems } = checkAppeal(files, { today: '2026-06-01' });
  if (!campaign) throw new Error(problems.map(({ message }) => message).join('\n'));
  return campaign;
}

/** What of it can be changed, with some texts in place of others. */
export function edited(texts: ReadonlyMap<string, string> = new Map()): Editable[] {
  const files = reparse(editedFiles(), texts);
  return listEditable(campaignOf(files), files, 'en');
}
