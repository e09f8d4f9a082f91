import type { Actor } from '@zero-distance/kernel';
import type { HazardDto } from './hazard.dto.js';
import { type Hazard, isOverdue } from './hazard.js';
import { HAZARD_TRANSITIONS, type HazardAction } from './hazard.transitions.js';

/** A hazard as the API answers it, to one caller. */
export const toHazardDto = (hazard: Hazard, { actor, now }: { readonly actor: Actor; readonly now: Date }): HazardDto => ({
  id: hazard.id,
  version: hazard.version,
  state: hazard.state,
  actions: [...new Set(HAZARD_TRANSITIONS.allowed(hazard.state, actor, hazard).map(operationOf))],
  visitId: hazard.visitId,
  premises: hazard.premisesCode,
  areaCode: hazard.areaCode,
  item: hazard.itemCode,
  severity: hazard.severity,
  categoryCode: hazard.categoryCode,
  urgency: hazard.urgency,
  note: hazard.note,
  rectifyBy: hazard.rectifyBy?.toISOString() ?? null,
  workOrderId: hazard.workOrderId,
  recheckDueAt: hazard.recheckDueAt?.toISOString() ?? null,
  transferDueAt: hazard.transferDueAt?.toISOString() ?? null,
  overdue: isOverdue(hazard, now),
  warnings: [...hazard.warnings],
  foundAt: hazard.foundAt.toISOString(),
});

/** A line of its history as the API answers it. */

/** One operation, POST …/recheck, does both rows of the table that a recheck can be. */
const operationOf = (action: HazardAction): string => (action === 'pass-recheck' || action === 'fail-recheck' ? 'recheck' : action);
