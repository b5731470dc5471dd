import { escapeMarkup } from '../../model/escape.ts';
import type { OfficePicture } from '../../model/office-form.ts';

/** What pictures in a Word document are written in (ECMA-376, part 1, clause 20). */
export const DRAWING_NS = [
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(' ');

/** Where a picture stands: in its line, at the end of the lines of its paragraph, or under the page. */
type DrawingPlace = 'line' | 'beside' | 'page';

/** A picture in a run: `number` tells it from the others, `relation` names its file. */
interface Drawing {
  readonly picture: OfficePicture;
  readonly number: number;
  readonly relation: string;
  /** Left out for what is decoration. */
  readonly alt?: string | undefined;
  readonly place: DrawingPlace;
  readonly isRtl: boolean;
}

/** English metric units, of which a millimetre has 36,000. */
const emu = (mm: number) => Math.round(mm * 36_000);
const NO_DISTANCE = 'distT="0" distB="0" distL="0" distR="0"';

/** The run of a picture. */
export function drawingXml(drawing: Drawing): string {
  const { picture, place, isRtl } = drawing;
  const extent = `cx="${emu(picture.width)}" cy="${emu(picture.height)}"`;
  const what = `${describe(drawing)}${graphicXml(drawing, extent)}`;
  if (place === 'line')
    return `<w:r><w:drawing><wp:inline ${NO_DISTANCE}><wp:extent ${extent}/>${what}</wp:inline></w:drawing></w:r>`;
  const isUnder = place === 'page';
  const at = '<wp:posOffset>0</wp:posOffset>';
  const across = isUnder
    ? `relativeFrom="page">${at}`
    : `relativeFrom="margin"><wp:align>${isRtl ? 'left' : 'right'}</wp:align>`;
  const down = `relativeFrom="${isUnder ? 'page' : 'paragraph'}">${at}`;
  const wrap = isUnder ? '<wp:wrapNone/>' : '<wp:wrapSquare wrapText="bothSides"/>';
  return `<w:r><w:drawing><wp:anchor ${NO_DISTANCE} simplePos="0" relativeHeight="1" behindDoc="${isUnder ? 1 : 0}" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH ${across}</wp:positionH><wp:positionV ${down}</wp:positionV><wp:extent ${extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/>${wrap}${what}</wp:anchor></w:drawing></w:r>`;
}

function describe({ number, alt }: Drawing): string {
  const name = `id="${number}" name="Picture ${number}"`;
  if (alt !== undefined) return `<wp:docPr ${name} descr="${escapeMarkup(alt)}"/>`;
  const decorative =
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>';
  return `<wp:docPr ${name}><a:extLst>${decorative}</a:extLst></wp:docPr>`;
}

function graphicXml({ number, relation }: Drawing, extent: string): string {
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const fill = `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`;
  const shape = `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`;
  return `<a:graphic><a:graphicData uri="${uri}"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="Picture ${number}"/><pic:cNvPicPr/></pic:nvPicPr>${fill}${shape}</pic:pic></a:graphicData></a:graphic>`;
}
