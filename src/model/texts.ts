import type { Fact, PluralForms } from './appeal.ts';
import type { Campaign, CampaignLanguage } from './campaign.ts';
import { hashOfWording, originalOf, type ReviewState, type Text, wordingIn } from './text.ts';

/** A text of the appeal that is translated, by a name that stays when others come and go. */
export interface CampaignText {
  /** `appeal/title`, `demand/inquiry`, `fact/killed/short`, `fact/killed/unit/killed`. */
  readonly id: string;
  /** File that it stands in. */
  readonly part: 'head' | 'facts' | 'events';
  /** Way to it in that part. */
  readonly path: readonly (string | number)[];
  readonly text: Text;
  /** Forms of a counted noun, written `one: worker; other: workers`; they keep no review of their own. */
  readonly isUnit?: boolean | undefined;
}

export const TRANSLATION_STATES = ['original', 'reviewed', 'draft', 'stale', 'missing'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

/** Everything that is printed in each language, in the order of the files; records and silent voices are not. */
export function listTexts({ appeal, facts, events }: Campaign): CampaignText[] {
  const texts: CampaignText[] = [];
  const add = (id: string, part: CampaignText['part'], path: CampaignText['path'], text: unknown) => {
    if (typeof text === 'object' && text !== null) texts.push({ id, part, path, text: text as Text });
  };
  for (const key of ['title', 'headline', 'subject', 'example', 'summary', 'boycott'] as const)
    add(`appeal/${key}`, 'head', [key], appeal[key]);
  add('appeal/issuer', 'head', ['issuer', 'name'], appeal.issuer.name);
  for (const [i, { id, text }] of appeal.demands.entries())
    add(`demand/${id}`, 'head', ['demands', i, 'text'], text);
  for (const [i, { kind, text }] of appeal.actions.entries()) {
    const sameBefore = appeal.actions.slice(0, i).filter((action) => action.kind === kind).length;
    const name = sameBefore === 0 ? kind : `${kind}-${sameBefore + 1}`;
    add(`action/${name}`, 'head', ['actions', i, 'text'], text);
  }
  const speaking = speakingVoices(facts);
  for (const [i, { id, text }] of appeal.voices.entries())
    if (speaking.has(id)) add(`voice/${id}`, 'head', ['voices', i, 'text'], text);
  for (const [i, fact] of facts.entries()) {
    if (fact.role === 'record') continue;
    add(`fact/${fact.id}/text`, 'facts', [i, 'text'], fact.text);
    add(`fact/${fact.id}/short`, 'facts', [i, 'short'], fact.short);
    for (const [f, { quantity, unit }] of fact.figures.entries()) {
      const text = Object.fromEntries(Object.entries(unit).map(([tag, form]) => [tag, formatForms(form)]));
      texts.push({
        id: `fact/${fact.id}/unit/${quantity}`,
        part: 'facts',
        path: [i, 'figures', f, 'unit'],
        text,
        isUnit: true,
      });
    }
  }
  for (const [i, event] of events.entries()) {
    add(`event/${event.id}/title`, 'events', [i, 'title'], event.title);
    add(`event/${event.id}/place`, 'events', [i, 'place'], event.place);
  }
  return texts;
}

/** Voices that some printed figure quotes. */
export function speakingVoices(facts: readonly Fact[]): Set<string | undefined> {
  const printed = facts.filter((fact) => fact.role !== 'record');
  const figures = printed.flatMap((fact) => fact.figures);
  return new Set(figures.flatMap((figure) => figure.prints ?? figure.claims.map((claim) => claim.voice)));
}

/** How far a text can be trusted in a language. */
export function stateOf(
  { text }: CampaignText,
  language: string,
  languages: readonly CampaignLanguage[],
): TranslationState {
  const original = originalOf(languages);
  const wording = text[language];
  if (wording === undefined) return 'missing';
  if (language === original) return 'original';
  const source = wordingIn(text, original);
  const { review, of } = typeof wording === 'string' ? { review: undefined, of: undefined } : wording;
  if (of !== undefined && source !== undefined && hashOfWording(source) !== of) return 'stale';
  const state: ReviewState | undefined = review ?? languages.find(({ tag }) => tag === language)?.review;
  return state === 'reviewed' || state === 'original' ? 'reviewed' : 'draft';
}

/** `one: worker; other: workers`, as a table has it. */
function formatForms(forms: string | PluralForms): string {
  if (typeof forms === 'string') return forms;
  return Object.entries(forms)
    .map(([category, form]) => `${category}: ${form}`)
    .join('; ');
}

/** The forms of such a text; the text itself where it has but one for all numbers. */
export function parseForms(text: string): string | Record<string, string> {
  if (!/^(zero|one|two|few|many|other|several)\s*:/.test(text)) return text;
  return Object.fromEntries(
    text.split(';').map((part) => {
      const [category = '', ...form] = part.split(':');
      return [category.trim(), form.join(':').trim()];
    }),
  );
}

/** Places in a text where something is put in: `{killed}`. Sorted, as often as they stand there. */
export function placeholdersOf(text: string): string[] {
  return (text.match(/\{[a-z0-9-]+\}/g) ?? []).sort();
}
