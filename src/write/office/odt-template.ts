import type { OfficeTemplate } from '../../model/office-form.ts';

/**
 * The styles of a letterhead with ours behind them: its page, headers and footers stay, and a style of ours that it has
 * already keeps the look that was given to it there.
 */
export function layOverOdt({ parts }: OfficeTemplate, ours: ReadonlyMap<string, string>): Uint8Array {
  const styles = new TextDecoder().decode(parts.get('styles.xml'));
  const added = [...ours].filter(([name]) => !styles.includes(`style:name="${name}"`)).map(([, xml]) => xml);
  const whole = styles.replace(
    /<office:styles\/>|<\/office:styles>/,
    (end) => `${end.endsWith('/>') ? '<office:styles>' : ''}${added.join('')}</office:styles>`,
  );
  return new TextEncoder().encode(whole);
}
