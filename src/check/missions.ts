import type { Contact, MissionKind } from '../model/contact.ts';
import { makeId } from './contact-id.ts';
import { missionName } from './embassy-database.ts';
import { completeContact, type DraftContact } from './foreign-contact.ts';

/** Day of the index of missions, from its first line. */
function dayOfMissions(index: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(index)?.[0] ?? 'undated';
}

/**
 * The missions of a state, or of all, that the bundled index names: where they stand and what they cover. Their addresses
 * are not known. Ids are those that an import of the same missions would make.
 */
export function understandMissions(index: string, state?: string): Contact[] {
  const seen = dayOfMissions(index);
  const sections = index.split('\n=').slice(1);
  return sections
    .filter((section) => state === undefined || section.startsWith(`${state}\t`))
    .flatMap((section) => missionsIn(section, seen));
}

function missionsIn(section: string, seen: string): Contact[] {
  const [head = '', ...lines] = section.split('\n').filter((line) => line !== '');
  const [represents = '', name = ''] = head.split('\t');
  const taken = new Set<string>();
  return lines.map((line) => {
    const [kind = '', country = '', city = '', covered = '', website = '', item = '', districts = ''] =
      line.split('\t');
    const draft: DraftContact = {
      kind: kind as MissionKind,
      organisation: { en: missionName(kind as MissionKind, name, city) ?? name },
      represents,
      ...(covered === '' ? {} : { accredited: covered.split(' ') }),
      ...(city === '' ? {} : { city }),
      country,
      ...(website === '' ? {} : { website }),
      seen,
      wikidata: `Q${item}`,
      ...(districts === '' ? {} : { notes: `Responsible for ${districts}.` }),
    };
    const id = makeId(draft, (id) => taken.has(id));
    taken.add(id);
    return completeContact(draft, id, `https://www.wikidata.org/wiki/Q${item}`);
  });
}
