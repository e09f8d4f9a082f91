import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, type Role } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { as, dataOf, ledgerOf, monday, OUTCOMES, orderFor, orderIn } from '../../../test/sample-order.js';
import { openAgain } from './another-order.js';
import { rejected, reworked } from './outcome.js';
import { transition } from './step.js';
import { subjectOf, type WorkOrder } from './work-order.js';
import { WORK_ORDER_TRANSITIONS, type WorkOrderState } from './work-order.transitions.js';

describeMachine(WORK_ORDER_TRANSITIONS, {
  start: 'pending',
  expected: {
    pending: {
      dispatch: ['dispatched', 'dispatcher', 'system'],
      correct: ['pending', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    dispatched: {
      'hand-over': ['dispatched', 'system'],
      'change-co-handlers': ['dispatched', 'dispatcher'],
      'assign-staff': ['dispatched', 'handler'],
      escalate: ['dispatched', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      recall: ['pending', 'system'],
      correct: ['dispatched', 'system'],
      accept: ['accepted', 'handler'],
      return: ['pending', 'system'],
      warn: ['dispatched', 'system'],
      remind: ['dispatched', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    accepted: {
      'hand-over': ['accepted', 'system'],
      'change-co-handlers': ['accepted', 'dispatcher'],
      'assign-staff': ['accepted', 'handler'],
      contact: ['accepted', 'handler'],
      appoint: ['accepted', 'handler'],
      'cancel-appointment': ['accepted', 'handler'],
      'miss-appointment': ['accepted', 'system'],
      escalate: ['accepted', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      recall: ['pending', 'system'],
      correct: ['accepted', 'system'],
      start: ['in-progress', 'handler'],
      return: ['pending', 'system'],
      extend: ['accepted', 'system'],
      park: ['parked', 'system'],
      warn: ['accepted', 'system'],
      remind: ['accepted', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    'in-progress': {
      'hand-over': ['in-progress', 'system'],
      'change-co-handlers': ['in-progress', 'dispatcher'],
      'assign-staff': ['in-progress', 'handler'],
      contact: ['in-progress', 'handler'],
      appoint: ['in-progress', 'handler'],
      'cancel-appointment': ['in-progress', 'handler'],
      'miss-appointment': ['in-progress', 'system'],
      recall: ['pending', 'system'],
      escalate: ['in-progress', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      correct: ['in-progress', 'system'],
      extend: ['in-progress', 'system'],
      park: ['parked', 'system'],
      progress: ['in-progress', 'handler'],
      reply: ['replied', 'handler'],
      warn: ['in-progress', 'system'],
      remind: ['in-progress', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    parked: {
      'hand-over': ['parked', 'system'],
      'assign-staff': ['parked', 'handler'],
      contact: ['parked', 'handler'],
      'cancel-appointment': ['parked', 'handler'],
      recall: ['pending', 'system'],
      escalate: ['parked', 'dispatcher', 'leader'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      correct: ['parked', 'system'],
      extend: ['parked', 'system'],
      resume: ['in-progress', 'dispatcher', 'system'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    replied: {
      'hand-over': ['replied', 'system'],
      'take-back': ['in-progress', 'handler'],
      reassign: ['dispatched', 'dispatcher', 'system'],
      correct: ['replied', 'system'],
      confirm: ['replied', 'grid-worker'],
      refute: ['in-progress', 'grid-worker'],
      'lapse-recheck': ['replied', 'system'],
      reject: ['in-progress', 'reviewer'],
      approve: ['approved', 'reviewer'],
      terminate: ['terminated', 'dispatcher', 'system'],
    },
    approved: {
      'hand-over': ['approved', 'system'],
      close: ['closed', 'system'],
      rework: ['in-progress', 'system'],
      terminate: ['terminated', 'system'],
      correct: ['approved', 'system'],
    },
    closed: { rework: ['in-progress', 'system'] },
    terminated: {},
  },
  take: (state, action, actor) =>
    transition(orderFor(state, action), action, { actor, isLead: true }, monday, (before) => ok(OUTCOMES[action](before, monday))),
  dataOf,
  readme: new URL('../../../README.md', import.meta.url),
});

describe('the state table of work orders', () => {
  it.each(['approve', 'reject'] as const)('refuses to %s to who answered, whatever roles they hold, and offers it to others', (action) => {
    const order = orderIn('replied');
    const both: Actor = { ...as('handler', 'reviewer'), id: 'handler' };
    const step = transition(order, action, { actor: both, isLead: true }, monday, (before) => ok(OUTCOMES[action](before, monday)));
    expect(step).toMatchObject({ ok: false, error: { code: 'platform.duties_not_separate', status: 403 } });
    const offered = (actor: Actor) => WORK_ORDER_TRANSITIONS.allowed('replied', actor, subjectOf(order, true, actor.id));
    expect(offered(both)).not.toContain(action);
    expect(offered(as('reviewer'))).toContain(action);
  });

  it.each(['approve', 'reject'] as const)(
    'refuses to %s to whoever answered before, in another round or an order before this one',
    (action) => {
      const answeredBy = (before: WorkOrder, id: string) => ({ ...before, repliedBy: id });
      const answered = answeredBy(orderIn('replied'), 'zhao');
      const sentBack = rejected(answered, { reasonCode: 'unclear', reason: '' }, ledgerOf(answered), monday).changes;
      const again = reworked(answeredBy({ ...orderIn('approved'), ...sentBack }, 'qian'), 'unsatisfied', monday).changes;
      const replaced = openAgain({ ...orderIn('terminated'), ...again }, 'o-2', monday) as WorkOrder;
      for (const history of [again, { formerlyRepliedBy: replaced.formerlyRepliedBy }])
        for (const id of ['zhao', 'qian', 'handler']) {
          const order = { ...orderIn('replied'), repliedBy: 'handler', formerlyRepliedBy: history.formerlyRepliedBy ?? null };
          const both: Actor = { ...as('reviewer'), id };
          const step = transition(order, action, { actor: both, isLead: true }, monday, (before) => ok(OUTCOMES[action](before, monday)));
          expect(step).toMatchObject({ ok: false, error: { code: 'platform.duties_not_separate' } });
        }
    },
  );

  it('shows each party what it may do now', () => {
    const allowed = (state: WorkOrderState, role: Role, isLead = true) =>
      WORK_ORDER_TRANSITIONS.allowed(state, as(role), subjectOf(orderIn(state), isLead, role));
    expect(allowed('dispatched', 'handler')).toEqual(['accept', 'assign-staff']);
    expect(allowed('parked', 'dispatcher')).toEqual(['reassign', 'resume', 'escalate', 'terminate']);
    expect(allowed('dispatched', 'leader', false)).toEqual(['escalate']);
    expect(allowed('dispatched', 'handler', false)).toEqual([]);
    expect(allowed('pending', 'dispatcher')).toEqual(['dispatch', 'terminate']);
    expect(allowed('replied', 'reviewer')).toEqual(['reject', 'approve']);
    expect(allowed('approved', 'dispatcher')).toEqual([]);
  });
});
