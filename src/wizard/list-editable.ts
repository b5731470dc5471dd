import { type AppealState, isEnded, type Person } from '../model/appeal.ts';
import type { Campaign } from '../model/campaign.ts';
import type { Path } from '../read/source.ts';
import { FACTS } from './ask-facts.ts';
import { PERSON, SOURCE } from './ask-more.ts';
import { TARGETS } from './ask-targets.ts';
import { type Editable, Editables, type EditedFiles, type EditedPlace } from './editable.ts';
import * as read from './readings.ts';
import type { Choice, Script, Step } from './script.ts';
import { EVENTS, NEW_APPEAL } from './steps.ts';

/** Contacts that a list of what can be changed holds: more are changed in their file. */
const MOST_CONTACTS = 40;

/** Everything that can be changed, in the order of the review; texts in one language. */
export function listEditable(campaign: Campaign, files: EditedFiles, language: string): Editable[] {
  const list = new Editables(files, language);
  list.section('What it is about');
  addHead(list, campaign);
  list.section('What happened');
  addFacts(list, campaign);
  addFigures(list, campaign);
  list.section('Those it is about');
  addPeople(list, campaign, language);
  list.section('What you demand');
  addDemands(list, campaign);
  list.section('Whom to write to');
  addTargets(list, campaign);
  list.section('Pickets and demonstrations');
  addEvents(list, campaign);
  list.section('Sources');
  addSources(list, campaign);
  if (files.sender) {
    list.section('Who signs');
    addSender(list);
  }
  return list.all;
}

function addHead(list: Editables, campaign: Campaign): void {
  list.text('title', step('title'), head('title'));
  list.text('headline', plain('A few strong words for leaflets (Enter: the title)'), head('headline'));
  list.text('subject', plain('Subject line of letters (Enter: the title)'), head('subject'));
  list.text('summary', { ...plain('What it is about, in a sentence or two'), needed: true }, head('summary'));
  list.name('issuer', step('issuer'), head('issuer', 'name'));
  list.value('issued', step('issued'), head('issued'));
  const asOf = plain('Day whose state of knowledge is printed (Enter: day of issue)', read.pastDate);
  list.value('asOf', asOf, head('asOf'));
  const actBefore = plain('Last day on which acting makes sense (Enter: none)', read.comingDate);
  list.value('actBefore', actBefore, head('actBefore'));
  addState(list, campaign);
}

function addFacts(list: Editables, campaign: Campaign): void {
  campaign.facts.forEach(({ id }, i) => {
    const at = placesIn('facts', i);
    list.text(`${id}.text`, { ...stepOf(FACTS.steps, 'text'), needed: true }, at('text'));
    list.value(`${id}.date`, stepOf(FACTS.steps, 'date'), at('date'));
    list.value(`${id}.until`, plain('Last day, where it lasted (Enter: none)', read.pastDate), at('until'));
    list.name(`${id}.place`, stepOf(FACTS.steps, 'place'), at('place'));
    list.sources(`${id}.source`, stepOf(FACTS.steps, 'source'), at('sources'), campaign);
    list.value(`${id}.asSaid`, stepOf(FACTS.steps, 'asSaid'), at('asSaid'), { holds: 'phrases' });
  });
}

function addPeople(list: Editables, { appeal }: Campaign, language: string): void {
  appeal.people.forEach((person, i) => {
    const at = placesIn('head', 'people', i);
    const key = language in person.name ? language : Object.keys(person.name)[0]!;
    const name = plain('What is their name, as the appeal writes it? (empty: they are taken out)', read.name);
    list.value(`${person.id}.name`, name, at('name', key), { removes: at() });
    list.text(`${person.id}.role`, stepOf(PERSON, 'role'), at('role'));
    const publish = plain(
      'May their name be printed? Naming can protect somebody, and can harm: ask them or those close to them',
    );
    list.value(`${person.id}.publish`, { ...publish, choices: named(PUBLISHED) }, at('publish'), {
      otherwise: 'no',
    });
  });
}

function addDemands(list: Editables, { appeal }: Campaign): void {
  appeal.demands.forEach(({ id }, i) => {
    const at = placesIn('head', 'demands', i);
    list.text(`${id}.text`, plain('What is demanded? (empty: it is taken out)'), at('text'), at());
    const of = plain('To whom is it put? As in: embassy; company (Enter: to all)', read.addressees);
    list.value(`${id}.of`, of, at('of'), { holds: 'list' });
  });
}

function addEvents(list: Editables, { events }: Campaign): void {
  const { choices } = stepOf(EVENTS.steps, 'kind');
  const kinds = Array.isArray(choices) ? choices.filter(({ value }) => value !== '') : [];
  const none = { value: '', name: 'none of it: take it out' };
  events.forEach(({ id }, i) => {
    const at = placesIn('events', i);
    const what = { ...plain('What is it?'), choices: [...kinds, none] };
    list.value(`${id}.kind`, what, at('kind'), { removes: at() });
    for (const name of ['date', 'time', 'place', 'address', 'city', 'calledBy'] as const) {
      const asked = stepOf(EVENTS.steps, name);
      if (name === 'date' || name === 'time') list.value(`${id}.${name}`, asked, at(name));
      else list.name(`${id}.${name}`, asked, at(name));
    }
  });
}

function addSources(list: Editables, { appeal }: Campaign): void {
  appeal.sources.forEach(({ id }, i) => {
    const at = placesIn('head', 'sources', i);
    list.name(`${id}.title`, stepOf(SOURCE, 'source'), at('title'));
    list.value(`${id}.url`, stepOf(SOURCE, 'url'), at('url'));
    list.value(`${id}.date`, plain('When was it published? (Enter: unknown)', read.pastDate), at('date'));
  });
}

function addSender(list: Editables): void {
  for (const name of ['name', 'organisation', 'street', 'postalCode', 'city', 'country', 'email']) {
    const asked = SIGNS[name] ?? step(`sender.${name}`);
    list.value(`sender.${name}`, { ...asked, needed: name === 'name' }, { part: 'sender', path: [name] });
  }
}

const SIGNS: Readonly<Record<string, Step>> = {
  organisation: plain('Your organisation (Enter: left out)'),
  email: plain('Your e-mail address (Enter: left out)', read.email),
};

/** How what is chosen is called, by its value. */
const STATES: Readonly<Record<AppealState['is'], string>> = {
  open: 'open: people are asked to act',
  urgent: 'urgent',
  won: 'won: letters and leaflets give thanks',
  closed: 'closed',
  withdrawn: 'withdrawn: nothing of it is to be handed out',
};
const PUBLISHED: Readonly<Record<NonNullable<Person['publish']>, string>> = {
  yes: 'yes',
  no: 'no',
  initials: 'their initials only',
};

/** What the appeal is now; once nobody is called to act any more, since when, and who says so. */
function addState(list: Editables, campaign: Campaign): void {
  const when: Step['when'] = (answers) => isEnded({ is: (answers.get('state.is') ?? 'open') as 'open' });
  const ended = (asked: Step): Step => ({ ...asked, when });
  list.value('state.is', { ...plain('What is it now?'), choices: named(STATES) }, head('state', 'is'), {
    otherwise: 'open',
  });
  list.value(
    'state.since',
    { ...ended(plain('Since which day?', read.pastDate)), needed: true },
    head('state', 'since'),
  );
  list.sources('state.source', ended(plain('Where can that be read?')), head('state', 'source'), campaign);
  list.text(
    'state.text',
    ended(plain('What came of it, in a sentence? As in: All twelve are free. (Enter: left out)')),
    head('state', 'text'),
  );
}

/** Numbers as each voice gives them, by the fact that tells them. */
function addFigures(list: Editables, { facts, appeal }: Campaign): void {
  if (!facts.some(({ figures }) => figures.length > 0)) return;
  list.section('Numbers');
  facts.forEach(({ id, figures }, i) => {
    figures.forEach(({ quantity, claims }, f) => {
      claims.forEach((_, c) => {
        const at = placesIn('facts', i, 'figures', f, 'claims', c);
        const key = `${id}/${quantity}${claims.length > 1 ? `-${c + 1}` : ''}`;
        list.value(`${key}.value`, { ...plain('Which number?', read.number), needed: true }, at('value'));
        const voices = appeal.voices.map((voice) => ({ value: voice.id, name: list.wordsOf(voice.text) }));
        const nobody = { value: '', name: 'the source itself' };
        list.value(`${key}.voice`, { ...plain('Who says so?'), choices: [nobody, ...voices] }, at('voice'));
        list.value(
          `${key}.saidOn`,
          plain('Since when do they say so? (Enter: unknown)', read.pastDate),
          at('asOf'),
        );
      });
    });
  });
}

function addTargets(list: Editables, { appeal, contacts }: Campaign): void {
  const nameOf = (contact: (typeof contacts)[number] | undefined) => {
    const { organisation } = contact ?? {};
    return typeof organisation === 'object' ? list.wordsOf(organisation) || undefined : organisation;
  };
  appeal.targets.forEach((target, i) => {
    const place: EditedPlace = { part: 'head', path: ['targets', i] };
    const choices = [
      { value: target, name: nameOf(contacts.find(({ id }) => id === target)) ?? target },
      { value: '', name: 'none of it: take it out' },
    ];
    list.value(`target.${target}`, { ...plain('Is written to'), choices }, place, { removes: place });
  });
  const isNamed = ({ id, kind }: (typeof contacts)[number]) =>
    appeal.targets.includes(id) || (contacts.length <= MOST_CONTACTS && appeal.targets.includes(kind));
  contacts.forEach((contact, i) => {
    if (!isNamed(contact)) return;
    const { id } = contact;
    const at = (name: string): EditedPlace => ({ part: 'contacts', path: [i, name] });
    list.name(
      `${id}.organisation`,
      { ...stepOf(TARGETS.steps, 'organisation'), needed: true },
      at('organisation'),
    );
    for (const name of ['street', 'postalCode', 'city', 'country'])
      list.value(`${id}.${name}`, { ...stepOf(TARGETS.steps, name), needed: false }, at(name));
    for (const name of ['email', 'languages'])
      list.value(
        `${id}.${name}`,
        { ...stepOf(TARGETS.steps, name), needed: name === 'languages' },
        at(name),
        {
          holds: 'list',
        },
      );
  });
}

function head(...path: Path): EditedPlace {
  return { part: 'head', path };
}

/** Places inside something that stands in a part of the appeal. */
function placesIn(part: EditedPlace['part'], ...base: Path): (...path: Path) => EditedPlace {
  return (...path) => ({ part, path: [...base, ...path] });
}

function named(names: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(names).map(([value, name]) => ({ value, name }));
}

function plain(ask: string, reads?: Step['read']): Step {
  return { name: '', ask, ...(reads ? { read: reads } : {}) };
}

/** A question of the wizard as it is asked on its own. */
function stepOf(steps: Script, name: string): Step {
  const found = steps.find((part): part is Step => !('group' in part) && part.name === name)!;
  const { ask, needed = false, read: reads, choices } = found;
  return { ...plain(ask, reads), needed, ...(choices ? { choices } : {}) };
}

function step(name: string): Step {
  return stepOf(NEW_APPEAL, name);
}
