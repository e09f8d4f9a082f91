import { type Actor, isWithinArea } from '@zero-distance/kernel';
import { refuseRequest } from '../errors.js';

/**
 * Refuses (403 `platform.area_not_allowed`) to touch what lies outside the caller's area. For changes; reads are scoped in the query
 * itself (`areaConditions`, `withinReach`), so that what one may not see is simply not found.
 * @param place where the caller named it: the pointer of a body's field, or the parameter of the row that lies there
 */
export function assertWithinArea(actor: Actor, areaCode: string, place: string): void {
  if (!isWithinArea(areaCode, actor.area)) throw refuseRequest('area_not_allowed', { area: areaCode, scope: actor.area }, place);
}
