import type { DeadlineEntry } from '@zero-distance/calendar';
import { isBarred } from '../../reference/barred.js';
import type { DecisionContext, ReferenceSnapshot } from '../../reference/reference.js';
import { type Outcome, recalled } from '../work-order/outcome.js';
import { inBeing } from '../work-order/routing.js';
import { NO_STAFF } from '../work-order/staff.js';
import type { WorkOrder } from '../work-order/work-order.js';

/** What becomes of an order that names organisations which are no more. */
export interface HandOver {
  readonly action: 'hand-over' | 'recall';
  readonly outcome: Outcome;
}

/** Nothing is left to do for the lead, unless the answer comes back: whoever may not see the matter need not have it. */
const isAnswered = ({ state }: WorkOrder): boolean => state === 'replied' || state === 'approved';

/**
 * 承接: lead and co-handlers that are no more give way to who does their work now; state, times and route stay. Where the matter names the successor of its
 * lead as complained about or recused, the centre designates another. Undefined when all are in being.
 * @param ledger of a parked order
 */
export function handOver(
  order: WorkOrder,
  reference: ReferenceSnapshot,
  context: DecisionContext,
  ledger: readonly DeadlineEntry[] = [],
): HandOver | undefined {
  const { leadOrganisationId } = order;
  if (leadOrganisationId === null) return undefined;
  const isLeadBarred = reference.inBeing(leadOrganisationId).id !== leadOrganisationId && isBarred(reference, order, leadOrganisationId);
  if (isLeadBarred && !isAnswered(order))
    return { action: 'recall', outcome: recalled(order, context, { reasonCode: 'successor-barred', ledger }) };
  const { leadOrganisationId: successor, coOrganisationIds } = inBeing(reference, order, { ...order, leadOrganisationId });
  const lead = isLeadBarred ? leadOrganisationId : successor;
  const gone = [leadOrganisationId, ...order.coOrganisationIds].filter((id) => reference.inBeing(id).id !== id && id !== lead);
  if (gone.length === 0) return undefined;
  const suggested = order.suggestedLeadOrganisationId && reference.inBeing(order.suggestedLeadOrganisationId).id;
  return {
    action: 'hand-over',
    outcome: {
      changes: {
        leadOrganisationId: lead,
        coOrganisationIds: coOrganisationIds.filter((id) => id !== lead),
        suggestedLeadOrganisationId: suggested === lead ? null : suggested,
        ...(lead !== leadOrganisationId && NO_STAFF),
      },
      reasonCode: 'organisation-retired',
      reason: gone.map((id) => `${reference.organisationById(id).name} → ${reference.inBeing(id).name}`).join('; '),
    },
  };
}
