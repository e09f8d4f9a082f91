import { describe, expect, it } from '@jest/globals';
import { type Actor, ok, unwrap } from '@zero-distance/kernel';
import { as, at, awaiting, dataOf, doing, monday, OUTCOMES, orderIn, settingAt } from '../../../test/sample-order.js';
import { openAgain } from './another-order.js';
import { approved, replied } from './outcome.js';
import { recheckCorrected, recheckUntil } from './recheck.js';
import { transition } from './step.js';
import { dueFields, type WorkOrder } from './work-order.js';

describe('a recheck by who found it', () => {
  const finder = as('grid-worker');
  const repliers = ['handler'];
  const wanted = { finderRechecks: true };
  const until = (order: WorkOrder, closing = wanted) => recheckUntil(order, closing, repliers, monday);

  it('is waited for until its limit is over, where the category wants it and a grid worker found it', () => {
    const order = { ...orderIn('in-progress'), finderId: 'zhao' };
    expect(until(order)).toEqual(at('2026-10-14T00:00:00')); // a working day: the 13th
    expect(until(order, { finderRechecks: false })).toBeNull();
    expect(until({ ...order, finderId: null })).toBeNull();
  });

  it('is asked of nobody who answered, or from whom the matter is hidden', () => {
    expect(until({ ...orderIn('in-progress'), finderId: 'handler' })).toBeNull();
    expect(until({ ...orderIn('in-progress'), finderId: 'zhao', barredAccountIds: ['zhao'] })).toBeNull();
  });

  it('keeps the reviewer from approving, and not from sending the reply back, until it is done or over', () => {
    const reviewing = (order: WorkOrder, action: 'approve' | 'reject') => doing(order, action, 'reviewer');
    expect(reviewing(awaiting(), 'approve')).toMatchObject({ error: { code: 'dispatch.work_order.recheck_awaited', status: 409 } });
    expect(reviewing(awaiting(), 'reject')).toMatchObject({ ok: true });
    for (const [action, role] of [
      ['confirm', 'grid-worker'],
      ['lapse-recheck', 'system'],
    ] as const) {
      const { after } = unwrap(doing(awaiting(), action, role));
      expect(reviewing(after, 'approve')).toMatchObject({ ok: true, value: { after: { state: 'approved' } } });
    }
  });

  it('is by who found it alone, and once', () => {
    const other: Actor = { ...finder, id: 'another' };
    for (const action of ['confirm', 'refute'] as const) {
      const by = (actor: Actor, order: WorkOrder) =>
        transition(order, action, { actor, isLead: false }, monday, (before) => ok(OUTCOMES[action](before, monday)));
      expect(by(other, awaiting())).toMatchObject({ error: { code: 'dispatch.work_order.not_finder', status: 403 } });
      const { after } = unwrap(by(finder, awaiting()));
      if (action === 'confirm') expect(by(finder, after)).toMatchObject({ error: { code: 'dispatch.work_order.no_recheck', status: 409 } });
      else expect(after).toMatchObject({ state: 'in-progress', repliedAt: null, recheckDueAt: null, formerlyRepliedBy: ['handler'] });
    }
  });

  it('is asked for so often in a round: then the reviewer decides, and in the next round they are asked again', () => {
    const answers = (order: WorkOrder): WorkOrder => ({ ...order, state: 'replied', repliedBy: 'handler', recheckDueAt: until(order) });
    const refutes = (order: WorkOrder) => unwrap(doing(order, 'refute', 'grid-worker')).after;
    const twice = refutes(answers(refutes(awaiting())));
    expect(twice).toMatchObject({ refutals: 2, state: 'in-progress' });
    expect(until(refutes(awaiting()))).not.toBeNull();
    expect(until(twice)).toBeNull();
    expect(doing(answers(twice), 'approve', 'reviewer')).toMatchObject({ ok: true });
    const again = unwrap(doing({ ...twice, state: 'closed' }, 'rework', 'system')).after;
    expect(until(again)).not.toBeNull();
  });

  it('is by another than who releases the answer, where it was confirmed', () => {
    const both: Actor = { ...finder, roles: ['grid-worker', 'reviewer'] };
    const approve = (order: WorkOrder) =>
      transition(order, 'approve', { actor: both, isLead: false }, monday, () => ok(approved('已修复')));
    const confirmedBy = unwrap(doing(awaiting(), 'confirm', 'grid-worker')).after;
    expect(approve(confirmedBy)).toMatchObject({ error: { code: 'platform.duties_not_separate', status: 403 } });
    expect(doing(confirmedBy, 'approve', 'reviewer')).toMatchObject({ ok: true });
    expect(approve(awaiting({ recheckDueAt: null }))).toMatchObject({ ok: true });
  });

  it('is what an answered order is due for, and gives the reviewer their limit from its end', () => {
    expect(dueFields(awaiting(), orderIn('in-progress'), monday)).toMatchObject({ stepDueAt: at('2026-10-14T00:00:00') });
    const later = settingAt(at('2026-10-13T09:00:00'));
    const { after } = unwrap(doing(awaiting(), 'confirm', 'grid-worker', later));
    expect(after).toMatchObject({ recheckedAt: later.now, recheckDueAt: null, stepDueAt: at('2026-10-14T09:00:00') });
  });

  it('is due, and so is the review, as it was before a correction or a new name of the lead', () => {
    const later = settingAt(at('2026-10-13T09:00:00'));
    for (const order of [awaiting({ stepDueAt: at('2026-10-14T00:00:00') }), orderIn('replied')])
      for (const action of ['correct', 'hand-over'] as const)
        expect(unwrap(doing(order, action, 'system', later)).after.stepDueAt).toEqual(order.stepDueAt);
  });

  it('begins with a correction to a category that wants it, goes on or stays over where both do, and ends where it is wanted no more', () => {
    const [wants, not] = [{ finderRechecks: true }, { finderRechecks: false }];
    const after = (order: WorkOrder, was: typeof wants, is: typeof wants) => recheckCorrected(order, { was, is }, repliers, monday);
    const due = awaiting().recheckDueAt;
    const over = awaiting({ recheckDueAt: null });
    expect([after(over, not, wants), after(over, wants, wants), after(over, not, not)]).toEqual([at('2026-10-14T00:00:00'), null, null]);
    expect([after(awaiting(), wants, wants), after(awaiting(), wants, not)]).toEqual([due, null]);
    expect(after(awaiting({ barredAccountIds: ['grid-worker'] }), wants, wants)).toBeNull();
  });

  it.each(['terminate', 'reassign'] as const)('is waited for no longer once somebody does %s', (action) => {
    expect(unwrap(doing(awaiting(), action, 'dispatcher')).after.recheckDueAt).toBeNull();
  });

  it('of an order that follows is asked of who found it too', () => {
    expect(openAgain({ ...orderIn('terminated'), finderId: 'zhao' }, 'o-2', monday)?.finderId).toBe('zhao');
  });

  it('tells who is asked, and until when', () => {
    const step = unwrap(
      transition({ ...orderIn('in-progress'), finderId: 'zhao' }, 'reply', { actor: as('handler'), isLead: true }, monday, (order) =>
        ok(replied(order, { result: 'solved', text: 'x', repliedBy: 'handler', without: [], recheckDueAt: until(order) }, monday)),
      ),
    );
    expect(dataOf(step)).toMatchObject({ finderId: 'zhao', recheckDueAt: '2026-10-13T16:00:00.000Z' });
  });
});
