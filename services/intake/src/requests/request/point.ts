import type { DomainError } from '@zero-distance/kernel';
import { refuse } from '../../errors.js';
import type { Box } from '../../policy/policy.js';

/** Longitude and latitude in degrees of WGS84, in the order of GeoJSON. */
export type Position = readonly [longitude: number, latitude: number];

const isOnEarth = ([longitude, latitude]: Position): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
const liesIn = ([longitude, latitude]: Position, { west, south, east, north }: Box): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north;

/** Why a point can't be where a matter of this district is; undefined when it can. */
export function faultOfPosition(position: Position, district: Box): DomainError | undefined {
  if (liesIn(position, district)) return undefined;
  const [longitude, latitude] = position;
  const params = { longitude, latitude };
  if (liesIn([latitude, longitude], district)) return refuse('request.point_swapped', params, '/point/coordinates');
  if (!isOnEarth(position)) return refuse('request.point_not_on_earth', params, '/point/coordinates');
  const { west, south, east, north } = district;
  return refuse('request.point_far_away', { ...params, west, south, east, north }, '/point/coordinates');
}
