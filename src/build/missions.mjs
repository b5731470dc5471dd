/**
 * Makes data/missions/missions.txt from the public Database of Embassies:
 *
 *   handbill contacts import database_of_embassies.csv --out-file all.csv --yes
 *   node src/build/missions.mjs all.csv 2022-11-16 > data/missions/missions.txt
 *
 * Only what lasts is taken: who speaks for whom, where, for which states, and the web page. Telephones and e-mail
 * addresses of that day would send letters astray.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const [, , file, day] = process.argv;
const rows = parse(readFileSync(file, 'utf8'), { columns: true });
const isMission = ({ kind, represents, country }) =>
  kind !== 'authority' && represents !== '' && country !== '' && represents !== country;
const states = new Map();
for (const row of rows.filter(isMission))
  states.set(row.represents, [...(states.get(row.represents) ?? []), row]);

const OF_STATE = /^(?:Embassy|High Commission|(?:Honorary )?Consulate(?: General)?) of (?:the )?(.+)$/;

/** What the database calls a state most often. */
function nameOf(missions) {
  const counts = new Map();
  for (const { 'organisation.en': name, city } of missions) {
    const state = OF_STATE.exec(name)?.[1];
    const plain = state?.endsWith(` in ${city}`) ? state.slice(0, -` in ${city}`.length) : state;
    if (plain !== undefined) counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const lines = [
  `# Database of Embassies, ${day}, github.com/database-of-embassies/database-of-embassies, made from Wikidata.`,
  '# Rights: Unlicense; Wikidata: CC0. How this was made: src/build/missions.mjs.',
  '# A state: =code, name. Below it its missions: kind, country, city, states covered, web page, Wikidata item, districts.',
];
for (const [state, missions] of [...states].sort(([a], [b]) => order(a, b))) {
  lines.push(`=${state}\t${nameOf(missions)}`);
  const told = missions.map((m) => {
    const covered = m.accredited.replaceAll(';', ' ');
    const districts = /^Responsible for (.*)\.$/.exec(m.notes)?.[1] ?? '';
    const cells = [m.kind, m.country, m.city, covered === m.country ? '' : covered, m.website, m.wikidata.slice(1)];
    return [...cells, districts].join('\t').trimEnd();
  });
  lines.push(...told.sort(order));
}
process.stdout.write(`${lines.join('\n')}\n`);
