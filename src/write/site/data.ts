import type { Campaign } from '../../model/campaign.ts';
import { type Figure, statementOf } from '../../model/figure.ts';
import { newestClaims } from '../../model/ledger.ts';
import { nameIn, wordingIn } from '../../model/text.ts';
import { eventWord, type Words } from '../../model/words.ts';

/** Data for search engines: who claims which number, where the page prints several, and the events (schema.org `Claim` and `Event`). */
export function listSiteData({ appeal, facts, events }: Campaign, words: Words): object[] {
  const { language } = words;
  const voiceName = (id: string | undefined) => {
    const voice = appeal.voices.find((v) => v.id === id);
    return (
      wordingIn(voice?.name ?? voice?.text, language) ?? wordingIn(voice?.name ?? voice?.text, 'en') ?? id
    );
  };
  const claims = facts
    .filter((fact) => fact.status !== 'withdrawn' && fact.role !== 'record')
    .flatMap((fact) =>
      fact.figures.flatMap((figure) => {
        const claims = newestClaims(fact, figure, appeal.asOf ?? '9999').filter(
          ({ voice }) => !figure.prints || (voice !== undefined && figure.prints.includes(voice)),
        );
        return claims.length < 2
          ? []
          : claims.map((claim) => {
              const source = appeal.sources.find((s) => s.id === claim.source);
              return {
                '@context': 'https://schema.org',
                '@type': 'Claim',
                name: `${unitOf(figure.unit[language] ?? figure.unit.en)}: ${statementOf(claim)}`.replace(
                  /^: /,
                  '',
                ),
                inLanguage: language,
                ...(claim.voice ? { author: { '@type': 'Organization', name: voiceName(claim.voice) } } : {}),
                ...(claim.asOf ? { datePublished: claim.asOf } : {}),
                ...(source?.url
                  ? {
                      appearance: {
                        '@type': 'CreativeWork',
                        url: source.url,
                        ...(source.archived ? { archivedAt: source.archived } : {}),
                      },
                    }
                  : {}),
              };
            });
      }),
    );
  const dates = events.map((event) => ({
    '@context': 'https://schema.org',
    '@type': 'Event',
    inLanguage: language,
    name: wordingIn(event.title, language) ?? eventWord(words, event.kind),
    startDate: event.time ? `${event.date}T${event.time}` : event.date,
    location: {
      '@type': 'Place',
      name: nameIn(event.place, [language]).text,
      address: [event.address, event.city]
        .flatMap((part) => (part ? [nameIn(part, [language]).text] : []))
        .join(', '),
    },
    ...(event.url ? { url: event.url } : {}),
  }));
  return [...claims, ...dates];
}

function unitOf(unit: Figure['unit'][string] | undefined): string {
  return (typeof unit === 'object' ? unit.other : unit) ?? '';
}
