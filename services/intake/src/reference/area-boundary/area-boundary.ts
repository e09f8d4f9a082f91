import { type DomainError, err, ok, type Result } from '@zero-distance/kernel';
import pointInPolygon from 'point-in-polygon-hao';
import { refuse } from '../../errors.js';

/** Longitude, latitude: WGS84 (RFC 7946 §4). */
export type Position = readonly [number, number];
type Ring = readonly Position[];
/** The first ring is the outline, the others are holes in it. */
type Polygon = readonly Ring[];

export const BOUNDARY_TYPES = ['Polygon', 'MultiPolygon'] as const;
/** 边界: where an area lies, as GeoJSON has it. */
export type Boundary =
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] };

/** The box around a boundary. */
export interface Extent {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A boundary as it is registered, by the code of its area. */
export interface RegisteredBoundary extends Extent {
  readonly id: string;
  readonly code: string;
  readonly geometry: Boundary;
  readonly version: number;
}

/** A geometry as it came: of its coordinates only the depth of the lists is known. */
export interface GivenGeometry {
  readonly type: Boundary['type'];
  readonly coordinates: readonly unknown[];
}

/** Whether a point lies in a boundary, or on its line; not in one of its holes. */
export function liesIn(position: Position, { type, coordinates }: Boundary): boolean {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.some((polygon) => pointInPolygon(position as [number, number], polygon as [number, number][][]) !== false);
}

/** Points of all rings of one boundary: a district along its rivers has two thousand. */
export const MOST_POINTS = 5_000;
/** A ring closes with its first point. */
const LEAST_POINTS = 4;
/** 1 cm. More digits are noise of the program that drew it. */
const DECIMALS = 7;
/** Degrees by which an area may stand out of the one above it: two maps of one river differ by less. */
const TOLERANCE = 0.01;

/**
 * A boundary in its one form: heights and noise left out, outlines counter-clockwise and holes clockwise (RFC 7946 §3.1.6). Refuses a ring that is
 * open, or crosses itself, and what is no place on earth, each by its number.
 */
export function asBoundary({ type, coordinates }: GivenGeometry): Result<Boundary> {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as readonly (readonly (readonly unknown[])[])[];
  if (polygons.flat().reduce((sum, ring) => sum + ring.length, 0) > MOST_POINTS)
    return err(refuse('area_boundary.too_many_points', { limit: MOST_POINTS }, AT));
  const read: Polygon[] = [];
  for (const [at, polygon] of polygons.entries()) {
    const one = asPolygon(polygon, at + 1);
    if (!one.ok) return one;
    read.push(one.value);
  }
  return ok(type === 'Polygon' ? { type, coordinates: read[0] as Polygon } : { type, coordinates: read });
}

const AT = '/geometry/coordinates';

function asPolygon(rings: readonly (readonly unknown[])[], polygon: number): Result<Polygon> {
  const read: Ring[] = [];
  for (const [at, positions] of rings.entries()) {
    const ring = positions.map(asPosition);
    const fault = faultOf(ring, { polygon, ring: at + 1 });
    if (fault) return err(fault);
    read.push(turned(ring as Ring, at === 0));
  }
  return ok(read);
}

/** Nothing for what is no place on earth, or has its latitude first where that shows. */
function asPosition(given: unknown): Position | undefined {
  const [longitude, latitude] = Array.isArray(given) ? (given as unknown[]) : [];
  if (!isDegree(longitude, 180) || !isDegree(latitude, 90)) return undefined;
  return [rounded(longitude), rounded(latitude)];
}

const isDegree = (value: unknown, most: number): value is number => typeof value === 'number' && Math.abs(value) <= most;
const rounded = (degrees: number): number => Number(degrees.toFixed(DECIMALS)) + 0; // -0 is 0

type Place = Readonly<Record<'polygon' | 'ring', number>>;

function faultOf(ring: readonly (Position | undefined)[], place: Place): DomainError | undefined {
  const misplaced = ring.indexOf(undefined);
  if (misplaced >= 0) return refuse('area_boundary.no_position', { ...place, point: misplaced + 1 }, AT);
  const whole = ring as Ring;
  if (whole.length < LEAST_POINTS) return refuse('area_boundary.ring_too_short', { ...place, least: LEAST_POINTS }, AT);
  if (!isSame(whole[0], whole.at(-1))) return refuse('area_boundary.ring_open', { ...place }, AT);
  const crossing = crossingOf(whole);
  if (crossing !== undefined) return refuse('area_boundary.ring_crosses_itself', { ...place, point: crossing + 1 }, AT);
  return doubleArea(whole) === 0 ? refuse('area_boundary.ring_without_area', { ...place }, AT) : undefined;
}

const isSame = (a: Position | undefined, b: Position | undefined): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Twice the area in square degrees, positive counter-clockwise; measured from the first point, so that small rings lose no digits. */
function doubleArea(ring: Ring): number {
  const [x0, y0] = ring[0] as Position;
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [[x1, y1], [x2, y2]] = [ring[at - 1] as Position, ring[at] as Position];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum;
}

const turned = (ring: Ring, isOutline: boolean): Ring => (doubleArea(ring) > 0 === isOutline ? ring : ring.toReversed());

/**
 * The first side that another one crosses, by the number of its first point; sides that only touch are let be. Sides are looked through from west to
 * east, each beside those that begin before it ends.
 */
function crossingOf(ring: Ring): number | undefined {
  const sides = ring.slice(1).map((to, at) => ({ at, from: ring[at] as Position, to, west: Math.min((ring[at] as Position)[0], to[0]) }));
  sides.sort((a, b) => a.west - b.west);
  for (const [n, one] of sides.entries()) {
    const east = Math.max(one.from[0], one.to[0]);
    for (let other = sides[n + 1], m = n + 1; other && other.west <= east; other = sides[++m]) {
      if (crosses(one, other)) return Math.min(one.at, other.at);
    }
  }
  return undefined;
}

interface Side {
  readonly from: Position;
  readonly to: Position;
}

const crosses = (a: Side, b: Side): boolean => side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;

/** On which side of a line a point lies: -1, 1, or 0 on it. */
const side = ({ from, to }: Side, [x, y]: Position): number =>
  Math.sign((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]));

/**
 * Whether an area lies where the one above it does. Loosely: the boxes around both are compared, since two maps never agree to the metre; it finds what was
 * drawn in another system of coordinates or filed under another's code.
 */
export function checkWithin(inner: Boundary, parent: string, outer: Boundary): DomainError | undefined {
  const [box, around] = [extentOf(inner), extentOf(outer)];
  const isOutside =
    box.west < around.west - TOLERANCE ||
    box.south < around.south - TOLERANCE ||
    box.east > around.east + TOLERANCE ||
    box.north > around.north + TOLERANCE;
  return isOutside ? refuse('area_boundary.outside_parent', { parent }, AT) : undefined;
}

/** The box around all outlines of a boundary. */
export function extentOf({ type, coordinates }: Boundary): Extent {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [outline] of type === 'Polygon' ? [coordinates] : coordinates) {
    for (const [x, y] of outline ?? []) {
      box.west = Math.min(box.west, x);
      box.south = Math.min(box.south, y);
      box.east = Math.max(box.east, x);
      box.north = Math.max(box.north, y);
    }
  }
  return box;
}
