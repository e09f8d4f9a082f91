import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, unwrap } from '@zero-distance/kernel';
import { monday, orderIn } from '../../../test/sample-order.js';
import { transition } from './step.js';
import { takenBack } from './taking-back.js';
import { everybodyWhoReplied, type WorkOrder } from './work-order.js';

describe('a reply that is taken back', () => {
  const sender: Actor = { id: 'handler', roles: ['handler'], scopes: [], area: '' };
  const takeBack = (order: WorkOrder, actor: Actor, isLead = true) =>
    transition(order, 'take-back', { actor, isLead }, monday, (before) => ok(takenBack(before, '附件有误')));

  it('stands no longer, and the time to answer goes on as if it had not been sent', () => {
    const order = orderIn('replied');
    const step = unwrap(takeBack(order, sender));
    expect(step.after).toMatchObject({ state: 'in-progress', repliedAt: null, replyText: null, onTime: null, recheckDueAt: null });
    expect([step.after.feedbackDueAt, step.after.countedFrom, step.moves]).toEqual([order.feedbackDueAt, order.countedFrom, undefined]);
  });

  it('was sent by who takes it back, and confirmed by nobody', () => {
    const code = (result: ReturnType<typeof takeBack>) => (result.ok ? undefined : result.error.code);
    const order = orderIn('replied');
    expect(code(takeBack(order, { ...sender, id: 'colleague' }))).toBe('dispatch.work_order.not_sender');
    expect(code(takeBack(order, sender, false))).toBe('dispatch.work_order.not_lead');
    expect(code(takeBack({ ...order, recheckedAt: monday.now }, sender))).toBe('dispatch.work_order.rechecked_already');
  });

  it('still bars who sent it from reviewing the next', () => {
    expect(everybodyWhoReplied(unwrap(takeBack(orderIn('replied'), sender)).after)).toEqual(['handler']);
  });
});
