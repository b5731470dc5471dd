/** Kinds of printed material besides letters, in the order in which they are made. */
export const LEAFLET_KINDS = [
  'picket',
  'demonstration',
  'boycott',
  'solidarity',
  'placard',
  'poster',
  'sticker',
  'petition',
  'resolution',
  'press-release',
  'postcard',
  'thanks',
] as const;
export type LeafletKind = (typeof LEAFLET_KINDS)[number];

/** What an appeal may ask for under `materials`. */
export const MATERIAL_KINDS = ['letters', ...LEAFLET_KINDS] as const;

/** How leaflets look: bold poster, plain union notice, newspaper page, or large print. */
export const LEAFLET_STYLES = ['poster', 'notice', 'newspaper', 'large-print'] as const;
export type LeafletStyle = (typeof LEAFLET_STYLES)[number];
