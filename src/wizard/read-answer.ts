import { addressParts, readPlace } from '../check/address-parts.ts';
import { languageMeant } from '../check/language-names.ts';
import { isPostalCode } from '../check/postal-codes.ts';
import { countryOf, nearestCountry, presentCountry } from '../model/country-names.ts';
import { plainDigits } from '../model/digits.ts';
import { isLanguageTag } from '../model/text.ts';
import { isEmail, isWebUrl } from '../model/values.ts';

/** `Deutsch`, `немецкий`, `EN`, `pt_br` as a tag; what is no language stays as it is. */
export function readLanguage(typed: string): string {
  const text = typed.trim();
  const tag = isLanguageTag(text) ? text : (languageMeant(text) ?? text);
  // Chinese is written in one script or the other; nobody types which.
  return tag === 'zh' ? 'zh-Hans' : tag;
}

/** Languages with `;`, `,`, `/` or "and" between them, as `de;en`. */
export function readLanguages(typed: string): string {
  const parts = typed.split(/[;,/]| (?:and|y|et|und|и|та|e|i|ve) /);
  return parts.flatMap((part) => (part.trim() === '' ? [] : readLanguage(part))).join(';');
}

/** A country by its code or by a name; where that is none, the nearest one. */
export function readCountry(typed: string): string {
  const code = presentCountry(typed.trim());
  return countryOf(code) ?? nearestCountry(typed) ?? code;
}

/** `6 pm`, `18h30`, `18.30 Uhr`, `18 ч.` as `18:30`; what is no time stays as it is. */
export function readTime(typed: string): string {
  const text = plainDigits(typed).trim().toLowerCase();
  const found = /^(?:at |um |à |a las |в |о |o |às )?(\d{1,2})(?: ?[:.,h] ?(\d{2})| ?[hч時时点])?(.*)$/.exec(
    text,
  );
  if (!found) return typed;
  const [whole, hour = '', minute = '00', rest = ''] = found;
  const isNoon = /^ ?(a\.?m\.?|p\.?m\.?)$/.exec(rest)?.[1]?.startsWith('p');
  const isHour = /^\.?$/.test(rest) && whole !== hour;
  if (isNoon === undefined && !isHour && !/^ ?(?:uhr|h|hs|hrs|ч|год|час\p{L}*|godz|saat|시)\.?$/u.test(rest))
    return typed;
  const hours = isNoon === undefined ? Number(hour) : (Number(hour) % 12) + (isNoon ? 12 : 0);
  return hours < 24 && Number(minute) < 60 ? `${String(hours).padStart(2, '0')}:${minute}` : typed;
}

/** `www.example.org/page` with https:// before it; what is no address stays as it is. */
export function readUrl(typed: string): string {
  const text = typed.trim().replace(/^<(.*)>$/, '$1');
  if (text === '' || isWebUrl(text) || isEmail(text)) return text;
  const full = `https://${text.replace(/^\/\//, '')}`;
  return /^[^\s/]+\.\p{L}{2,}(?:[:/?#]|$)/u.test(full.slice(8)) && isWebUrl(full) ? full : typed;
}

/** `mailto:a@example.org`, `Office <a@example.org>`, `a (at) example.org` as the bare address; several with `;` between. */
export function readEmail(typed: string): string {
  return typed
    .split(/[;,]/)
    .flatMap((part) => {
      const plain = part.replace(/ ?[([]at[)\]] ?/i, '@').replace(/^\s*mailto:/i, '');
      return plain.trim() === '' ? [] : (/<([^<>]+)>/.exec(plain)?.[1] ?? plain).trim();
    })
    .join(';');
}

/** An address in its parts; what isn't given isn't there. */
type AddressParts = Partial<
  Record<'street' | 'postalCode' | 'city' | 'region' | 'country' | 'email' | 'phone' | 'fax', string>
>;

const NUMBER = /^\(?\+?[\d(][\d ()./-]{4,}$/;
const FAX = /^(?:tele)?(?:fax|faks|факс|télécopie|传真|傳真|ファックス|فاکس|فاكس)(?!\p{L})[.:\s]*/iu;
const PHONE =
  /^(?:phone|telephone|tel|tél|téléphone|teléfono|telefon|telefono|telefone|тел|телефон|电话|電話|هاتف|تلفن)(?!\p{L})[.:\s]*/iu;

/** `fax +253 355 420`, `тел. 8 495 000 00 00`, `+253 355 420`: a number to be dialled. */
function readDialled(part: string): { fax?: string; phone?: string } {
  const numberIn = (label: RegExp) => {
    const number = part.replace(label, '');
    return number !== part && NUMBER.test(number) ? number : undefined;
  };
  const fax = numberIn(FAX);
  if (fax !== undefined) return { fax };
  const phone = numberIn(PHONE) ?? (/^\+/.test(part) && NUMBER.test(part) ? part : undefined);
  return phone === undefined ? {} : { phone };
}

/** Territories without postal codes that are one city. */
const CITIES = ['HK', 'MO'];

/** An address in one line, in any order that people write it in: `1 Example Road, 10115 Berlin, Germany`. */
export function readAddress(line: string): AddressParts {
  const given = addressParts(line);
  const emails = given.filter((part) => isEmail(readEmail(part))).map(readEmail);
  const dialled = given.map(readDialled);
  const isPlace = (part: string, i: number) =>
    !isEmail(readEmail(part)) && Object.keys(dialled[i]!).length === 0;
  const rest = given.filter(isPlace);
  const country = rest.length > 0 ? countryOf(rest.at(-1)!) : undefined;
  const isCity =
    country !== undefined && CITIES.includes(country) && countryOf(rest.at(-2) ?? '') !== country;
  const place = country === undefined || isCity ? rest : rest.slice(0, -1);
  const { street, postalCode = '', city = '', region = '' } = readPlace(place, country);
  const found = {
    street,
    postalCode,
    city,
    region,
    country: country ?? '',
    email: emails.join(';'),
    phone: dialled.flatMap(({ phone }) => phone ?? []).join(';'),
    fax: dialled.flatMap(({ fax }) => fax ?? []).join(';'),
  };
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text !== ''));
}

/** The country whose postal codes look otherwise than this address's; undefined where nothing is wrong. */
export function foreignCode({ postalCode, country }: AddressParts): string | undefined {
  if (postalCode === undefined || country === undefined) return undefined;
  return isPostalCode(postalCode, country) === false ? country : undefined;
}

const MARK = /^(?:\d{1,2}[.)]|[-–—•*·])\s+/;

/**
 * A list that was typed or pasted, item by item: `;` or lines between, with numbers or dots before. A pasted line that goes on
 * in small letters after a long one belongs to it.
 */
export function readList(typed: string): string[] {
  const lines = typed.split(/[⏎\n]/).flatMap((line) => line.trim() || []);
  const isMarked = lines.length > 1 && lines.some((line) => MARK.test(line));
  const items: string[] = [];
  for (const line of lines) {
    const goesOn = isMarked
      ? !MARK.test(line)
      : /^\p{Ll}/u.test(line) && (items.at(-1) ?? '').length > 55 && !/[.!?;:]$/.test(items.at(-1)!);
    if (goesOn && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
    else items.push(line.trim());
  }
  return items.flatMap(splitLine).flatMap((item) => item.replace(MARK, '').trim() || []);
}

/** One line: `1. Release them 2. Drop the charges`, `- this - that`, `this; that`. */
function splitLine(line: string): string[] {
  const numbered = line.split(/\s(?=\d{1,2}[.)] )/);
  if (numbered.length > 1 && numbered.every((part, i) => part.startsWith(`${i + 1}`))) return numbered;
  const dotted = line.split(/\s(?=[•*–—-] )/);
  if (dotted.length > 1 && dotted.every((part) => MARK.test(part))) return dotted;
  return line.split(/;(?:\s+|$)/);
}

const HEAD =
  /^(?:the |le |la |el |der |die )?(?:minister|ministre|ministra|ministro|ministerin|министр|міністр|president|président|présidente|presidente|presidenta|präsident|präsidentin|президент|prime minister|premier ministre|premierminister|primer ministro|primera ministra|премьер-министр|прем’єр-міністр)(?!\p{L})/iu;

/** `A. Example, Minister of Justice`: who holds an office, before the office that a letter goes to. */
export function splitHolder(name: string): { organisation: string; holder?: string } {
  const at = name.indexOf(', ');
  const [holder, organisation] = [name.slice(0, Math.max(0, at)), name.slice(at + 2)];
  const isPerson = /^\p{Lu}[\p{L}\p{M}.’'-]*(?: [\p{L}\p{M}.’'-]+){1,5}$/u.test(holder);
  return isPerson && HEAD.test(organisation) && !HEAD.test(holder)
    ? { organisation, holder }
    : { organisation: name };
}

/** "No", "none", "unknown" in the languages of the questions and their neighbours. */
const NOTHING = new Set(
  `no|none|nothing|nobody|unknown|n/a|ninguno|ninguna|nada|nadie|desconocido|non|aucun|aucune|rien|personne|inconnu|nein|kein|keine|keiner|nichts|niemand|unbekannt|нет|никто|ничего|неизвестно|ні|немає|ніхто|невідомо|жоқ|não|nao|nenhum|nenhuma|nessuno|nessuna|niente|nie|brak|nikt|yok|hayır|لا|نه|没有|不`.split(
    '|',
  ),
);

/** True for an answer that says that there is none: `no`, `nein`, `нет`, where a question may be left empty. */
export function isNothing(typed: string): boolean {
  return NOTHING.has(typed.trim().toLowerCase().replace(/[.!]$/, ''));
}
