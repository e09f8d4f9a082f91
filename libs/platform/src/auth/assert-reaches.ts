import { type Actor, isWithinArea } from '@zero-distance/kernel';
import type { AccessRow } from '../access/access-row.js';
import { refuseRequest } from '../errors.js';

/**
 * Checks the part of a token's reach that needs no row. The area and the organisations of a matter are known only from its row, so they
 * are conditions of the query.
 */
export function assertReaches(actor: Actor, { reach }: AccessRow, district: string): void {
  if (reach === 'everybody') return;
  if (actor.roles.includes('handler') && !actor.org) throw refuseRequest('organisation_missing');
  if (reach === 'district' && !isWithinArea(district, actor.area))
    throw refuseRequest('area_not_allowed', { area: district, scope: actor.area });
}
