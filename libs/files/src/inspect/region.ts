/** A part of a picture in pixels. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Region, 'width' | 'height'>;

/** Beyond the edge of a mask, where making the picture smaller mixes in what lies behind it. */
const MARGIN_PIXELS = 3;

export const isWithin = ({ left, top, width, height }: Region, picture: Size): boolean =>
  left + width <= picture.width && top + height <= picture.height;

/** Where a mask lies in the picture made smaller: whole pixels, and none too few. */
export function coverOf({ left, top, width, height }: Region, scale: number, picture: Size): Region {
  const from = (at: number) => Math.max(0, Math.floor(at * scale) - MARGIN_PIXELS);
  const to = (at: number, most: number) => Math.min(most, Math.ceil(at * scale) + MARGIN_PIXELS);
  const corner = { left: from(left), top: from(top) };
  return { ...corner, width: to(left + width, picture.width) - corner.left, height: to(top + height, picture.height) - corner.top };
}
