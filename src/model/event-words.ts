import { EVENT_KINDS, type EventKind } from './event.ts';
import { once } from './memory.ts';
import { normalForm } from './normal-form.ts';

/** What people call kinds of event. */
const WORDS: Readonly<Partial<Record<EventKind, string>>> = {
  picket: 'picket line|piquete|piquet|piquet de grève|picchetto|pikieta|пикет|пікет|Streikposten|纠察',
  demonstration:
    'demo|protest|Demonstration|Demo|manifestación|manifestation|manif|manifestazione|manifestação|manifestacja|demonstracja|демонстрация|демонстрація|gösteri|مظاهرة|تظاهرات|示威|示威游行',
  meeting:
    'assembly|Versammlung|Treffen|reunión|asamblea|réunion|assemblée|riunione|assemblea|reunião|assembleia|zebranie|spotkanie|собрание|встреча|збори|зустріч|жиналыс|toplantı|اجتماع|会议',
  strike: 'Streik|huelga|paro|grève|sciopero|greve|strajk|забастовка|страйк|ереуіл|grev|إضراب|اعتصاب|罢工',
  vigil: 'Mahnwache|vigilia|veillée|vigília|czuwanie',
  rally:
    'Kundgebung|concentración|mitin|rassemblement|meeting politique|presidio|comício|wiec|митинг|мітинг|miting|集会',
  march: 'Marsch|marcha|marche|marcia|marsz|марш|шествие|yürüyüş|مسيرة|راهپیمایی|游行',
  hearing: 'Verhandlung|audiencia|audience|udienza|audiência|rozprawa|судебное заседание|суд|duruşma|庭审',
  deadline: 'Frist|plazo|date limite|scadenza|prazo|termin|срок',
  concert: 'Konzert|concierto|concerto|koncert|концерт|konser|音乐会',
};

const kinds = once(
  () =>
    new Map(
      EVENT_KINDS.flatMap((kind) =>
        [kind, ...(WORDS[kind] ?? '').split('|')].map((name) => [normalForm(name), kind] as const),
      ).filter(([name]) => name !== ''),
    ),
);

/** The kind of event that a word means, capital letters or not. */
export function eventKindOf(word: string): EventKind | undefined {
  return kinds().get(normalForm(word));
}
