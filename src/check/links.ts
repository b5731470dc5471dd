import type { Problem } from '../problems.ts';
import type { LocatedFile, Path } from '../read/source.ts';
import { finding, type ValuesOf, type WordingId } from '../wordings.ts';
import type { CheckedParts } from './parts.ts';

/** Parameters by which senders of links follow those who open them. */
const TRACKING = /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_hsenc|yclid)$/i;

/** Services that hide where a link leads, see who opens it, and may end or change it. */
const SHORTENERS = [
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  't.co',
  't.ly',
  't1p.de',
  'tiny.cc',
  'tinyurl.com',
  'u.to',
  'v.gd',
  'vk.cc',
  'clck.ru',
];

/** Warns of addresses that follow those who open them, or hide where they lead: they get printed, and coded. */
export function checkLinks({ head, events }: CheckedParts): Problem[] {
  const { url, issuer } = head.value;
  return [
    ...checkLink(url, head.file, ['url']),
    ...checkLink(issuer.url, head.file, ['issuer', 'url']),
    ...events.items.flatMap(({ value, path }) => checkLink(value.url, events.file, [...path, 'url'])),
  ];
}

function checkLink(url: string | undefined, file: LocatedFile, path: Path): Problem[] {
  if (url === undefined) return [];
  const { hostname, searchParams } = new URL(url);
  const at = file.locate(path);
  const tracking = [...searchParams.keys()].filter((key) => TRACKING.test(key));
  const warn = <W extends WordingId>(wording: W, values: ValuesOf<W>) =>
    finding('warning', wording, values, { at });
  return [
    ...(tracking.length > 0 ? [warn('tracking-url', { tracking: tracking.join(', ') })] : []),
    ...(SHORTENERS.includes(hostname.replace(/^www\./, '')) ? [warn('short-url', { hostname })] : []),
  ];
}
