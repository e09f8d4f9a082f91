import { isAroundTheClock } from '../service-point/opening.js';
import type { NearbyPointDto } from './nearby-point.dto.js';
import type { NearbyPoint } from './nearby-point.js';

/** A service point as anybody finds it. */
export const toNearbyPointDto = ({ point, metres, open, changesAt, freeBays, outOfOrder }: NearbyPoint): NearbyPointDto => ({
  code: point.code,
  kind: point.kind,
  name: point.name,
  areaCode: point.areaCode,
  address: point.address,
  longitude: point.longitude,
  latitude: point.latitude,
  metres,
  openNow: open,
  changesAt: changesAt?.toISOString() ?? null,
  hours: [...point.hours],
  closedOnHolidays: point.closedOnHolidays,
  aroundTheClock: isAroundTheClock(point),
  facilities: [...point.facilities],
  outOfOrder: [...outOfOrder],
  bays: point.bays,
  freeBays,
  ofUnion: point.ofUnion,
  phone: point.phone,
});
