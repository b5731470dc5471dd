import type { ActionKind, FactRole } from '../../model/appeal.ts';
import type { EventKind } from '../../model/event.ts';
import type { AddresseeFound } from './addressees.ts';
import { lineOf, type Span, wordsOf } from './passages.ts';
import { type PlacedSentence, placeFigures } from './place-figures.ts';
import type { TextRead } from './read-text.ts';

/** What was read: one thing that a person confirms, changes or drops. */
export type ItemValue =
  | { readonly kind: 'title' | 'issuer' | 'demand'; readonly text: string }
  | { readonly kind: 'issued' | 'deadline'; readonly text: string; readonly isSure: boolean }
  | {
      readonly kind: 'fact';
      readonly text: string;
      readonly role: FactRole;
      readonly date?: string | undefined;
      readonly isSure: boolean;
      readonly placed: PlacedSentence;
    }
  | { readonly kind: 'person'; readonly text: string }
  | { readonly kind: 'action'; readonly text: string; readonly action: ActionKind }
  | { readonly kind: 'to'; readonly text: string; readonly addressee: AddresseeFound }
  | {
      readonly kind: 'event';
      readonly text: string;
      readonly event: EventKind;
      readonly date: string;
      readonly time: string;
    }
  | { readonly kind: 'link'; readonly text: string };

/** A thing that was read, and where. */
export interface Item {
  readonly value: ItemValue;
  /** Line of the text, from 1; undefined where its envelope says it. */
  readonly line?: number | undefined;
  /** The words around it, as they stand there. */
  readonly words: string;
}

/** All that was read, in the order in which it is asked about: the head first, then as the text goes. */
export function listItems(read: TextRead): Item[] {
  const { text } = read.reading;
  const at = (span: Span | undefined, value: ItemValue, around = span): (Item & { at: number })[] => [
    {
      value,
      line: span && lineOf(text, span.from),
      words: around ? wordsOf(text, around) : value.text,
      at: span?.from ?? -1,
    },
  ];
  const { title, issuer, issued, deadline } = read;
  const head = [
    ...(title ? at(title.span, { kind: 'title', text: title.text }) : []),
    ...(issuer ? at(issuer.span, { kind: 'issuer', text: issuer.text }) : []),
    ...(issued ? at(issued.span, { kind: 'issued', text: issued.value, isSure: true }) : []),
    ...(deadline
      ? at(
          deadline,
          { kind: 'deadline', text: deadline.value, isSure: deadline.certain },
          around(read, deadline),
        )
      : []),
  ];
  const body = [
    ...read.facts.flatMap((fact) => {
      const placed = placeFigures(read.reading, fact, fact.figures);
      const { role, date } = fact;
      const value = {
        kind: 'fact',
        text: placed.text,
        role,
        date: date?.value,
        isSure: date?.certain ?? true,
        placed,
      } as const;
      return at(fact, value);
    }),
    ...read.people.flatMap((person) => at(person, { kind: 'person', text: person.name }, person.sentence)),
    ...read.demands.flatMap((span) => at(span, { kind: 'demand', text: wordsOf(text, span) })),
    ...read.actions.flatMap((action) =>
      at(action, { kind: 'action', action: action.kind, text: wordsOf(text, action) }),
    ),
    ...read.events.flatMap(({ kind, date, time = '', place = '', ...span }) =>
      at(span, { kind: 'event', event: kind, date, time, text: place }),
    ),
    ...read.addressees.flatMap((to) => at(to, { kind: 'to', text: to.name, addressee: to })),
    ...read.ways.flatMap((way) => (way.kind === 'url' ? at(way, { kind: 'link', text: way.value }) : [])),
  ].sort((a, b) => a.at - b.at);
  return [...head, ...body];
}

/** The line around a date. */
function around({ reading: { text } }: TextRead, { from, to }: Span): Span {
  const end = text.indexOf('\n', to);
  return { from: text.lastIndexOf('\n', from) + 1, to: end < 0 ? text.length : end };
}
