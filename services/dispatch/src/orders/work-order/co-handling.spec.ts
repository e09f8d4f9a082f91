import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { unwrap } from '@zero-distance/kernel';
import { POLICIES } from '../../policy/policy.js';
import { coHandlersChanged } from './co-handling.js';
import type { WorkOrder } from './work-order.js';

const NOW = new Date('2026-10-12T10:00:00+08:00');
const context = { now: NOW, policies: POLICIES.presets, calendar: makeCalendar() };
const order = { coOrganisationIds: ['heir', 'kept'], feedbackDueAt: new Date('2026-10-19T10:00:00+08:00') } as unknown as WorkOrder;
const parts = [
  { id: 'of one that is no more', organisationId: 'gone' },
  { id: 'of one that helps on', organisationId: 'kept' },
];
const inBeing = (id: string) => ({ id: id === 'gone' ? 'heir' : id }) as never;
const change = (...coOrganisationIds: string[]) =>
  coHandlersChanged(order, { coOrganisationIds, reason: '会商' }, parts, { inBeing }, context);

describe('a change of co-handlers', () => {
  it('opens parts for who is added and for nobody else, to be in before the lead has to answer', () => {
    const { changes, coHandling } = unwrap(change('heir', 'kept', 'new'));
    expect(changes).toEqual({ coOrganisationIds: ['heir', 'kept', 'new'] });
    expect(coHandling).toMatchObject({ opens: ['new'], ends: [] });
    expect(coHandling && coHandling.due > NOW && coHandling.due < order.feedbackDueAt).toBe(true);
  });

  it('ends the parts of who is taken off, also what a predecessor has yet', () => {
    expect(unwrap(change('kept')).coHandling).toMatchObject({ opens: [], ends: ['of one that is no more'] });
    expect(unwrap(change()).coHandling?.ends).toHaveLength(2);
  });

  it('is refused where nothing would change, in whatever order they are named', () => {
    expect(change('kept', 'heir')).toMatchObject({ ok: false, error: { code: 'dispatch.work_order.same_co_handlers' } });
  });
});
