import type { CaseType } from '@zero-distance/contracts';
import { type Actor, areaAncestry, isWithinArea } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { MediatorEntity } from './mediator.entity.js';

/** What a list of mediators is cut by. */
export interface MediatorFilter {
  readonly areaCode?: string;
  readonly caseType?: CaseType;
  readonly before?: string;
  readonly limit: number;
}

/** Throws `mediator.not_found` for one the caller may not see. */
export async function loadMediator(tx: ReadTx, id: string): Promise<MediatorEntity> {
  const found = await tx.findOne(MediatorEntity, { id });
  if (!found || !areasTouch(found.areaCode, tx.actor.area)) throw refuse('mediator.not_found', { id });
  return found;
}

/**
 * Newest first. A mediator is seen from every area that the one served touches: a community sees its street's mediators,
 * because they may take its cases.
 */
export function listMediators(tx: ReadTx, filter: MediatorFilter): Promise<MediatorEntity[]> {
  const params: unknown[] = [];
  const param = (value: unknown) => `$${params.push(value)}`;
  const touches = (area: string) => `(area_code like ${param(`${area}%`)} or area_code = any(${param(areaAncestry(area))}))`;
  const conditions = [touches(tx.actor.area)];
  if (filter.areaCode) conditions.push(touches(filter.areaCode));
  if (filter.caseType) conditions.push(`${param(filter.caseType)} = any(specialities)`);
  if (filter.before) conditions.push(`id < ${param(filter.before)}`);
  const sql = `select ${tx.columns(MediatorEntity)} from mediator where ${conditions.join(' and ')} order by id desc limit ${param(filter.limit)}`;
  return tx.page<MediatorEntity>(sql, params);
}

const areasTouch = (one: string, other: Actor['area']): boolean => isWithinArea(one, other) || isWithinArea(other, one);
