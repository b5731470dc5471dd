import type { Command } from 'commander';
import { countryName } from '../model/country.ts';
import { presentCountry } from '../model/country-names.ts';
import { textsFor } from '../terminal/io.ts';
import { addCommonOptions, defineCommand } from './options.ts';
import { act, type CommonOptions, type Session } from './outcome.ts';
import { checkCountries } from './usage.ts';

/** The command `contacts query`. */
export function contactsQueryCommand(session: Session): Command {
  const command = defineCommand(
    'query',
    'Print a question to Wikidata for the missions of a state, with all that is known of them today',
    ['contacts query IR > missions.rq', 'contacts query Kazakhstan'],
  ).argument('<state>', 'country whose embassies and consulates are looked for, such as IR');
  return addCommonOptions(command).action(
    act<CommonOptions>(session, async (_, [named = '']) => {
      const state = presentCountry(named);
      checkCountries('query', [state]);
      const { say } = textsFor(session.io);
      const query = queryFor(state);
      return {
        data: { state, query },
        text: query,
        summary: `${say(
          'Paste it at https://query.wikidata.org, download the result as CSV file, and: {command}',
          {
            command: 'handbill contacts import query.csv --appeal my-appeal',
          },
        )}\n`,
      };
    }),
  );
}

/** Kinds of mission as Wikidata's items, and as handbill's; of one that is two, the last by its letters says more. */
const TYPES = {
  Q3917681: 'embassy',
  Q5244910: 'embassy',
  Q18414273: 'high-commission',
  Q620045: 'nunciature',
  Q372690: 'consulate-general',
  Q7843791: 'consulate',
  Q23891529: 'honorary-consulate',
};

/** Where a value stands in Wikidata, by the column that an import knows it by. */
const PROPERTIES = {
  street: 'P6375',
  postalCode: 'P281',
  phone: 'P1329',
  fax: 'P2900',
  email: 'P968',
  website: 'P856',
};

/** A SPARQL 1.1 query whose columns are those of a list of contacts. Of several values of a field the first is taken. */
function queryFor(state: string): string {
  const fields = Object.entries(PROPERTIES);
  const types = Object.entries(TYPES).map(([item, kind]) => `    (wd:${item} "${kind}")`);
  return `# Embassies and consulates that speak for ${countryName(state)}, as Wikidata (CC0) knows them today.
# Paste this at https://query.wikidata.org and download the result as a CSV file.
SELECT
  (STRAFTER(STR(?mission), "/entity/") AS ?wikidata)
  (MAX(?type) AS ?kind)
  (COALESCE(MIN(?name), "Mission of ${countryName(state)}") AS ?organisation)
  ("${state}" AS ?represents)
  (GROUP_CONCAT(DISTINCT ?covered; separator=";") AS ?accredited)
${fields.map(([field]) => `  (MIN(?a_${field}) AS ?${field})`).join('\n')}
  (MIN(?town) AS ?city)
  (MIN(?land) AS ?country)
  (CONCAT("https://www.wikidata.org/wiki/", STRAFTER(STR(?mission), "/entity/")) AS ?source)
  (SUBSTR(STR(NOW()), 1, 10) AS ?seen)
WHERE {
  VALUES (?class ?type) {
${types.join('\n')}
  }
  ?state wdt:P297 "${state}".
  ?mission wdt:P137/wdt:P17? ?state;
           wdt:P31/wdt:P279* ?class;
           wdt:P17/wdt:P297 ?land.
  # Those that are closed are left out.
  FILTER NOT EXISTS { ?mission wdt:P576|wdt:P582|wdt:P3999 ?closed. }
  OPTIONAL { ?mission rdfs:label ?name. FILTER(LANG(?name) = "en") }
  OPTIONAL { ?mission wdt:P131/rdfs:label ?town. FILTER(LANG(?town) = "en") }
  OPTIONAL { ?mission wdt:P1001/wdt:P297 ?covered. }
${fields.map(([field, property]) => `  OPTIONAL { ?mission wdt:${property} ?a_${field}. }`).join('\n')}
}
GROUP BY ?mission
ORDER BY ?country ?wikidata
`;
}
