import { describe, expect, it } from '@jest/globals';
import { type DeadlineEntry, type Duration, recomputeDue } from '@zero-distance/calendar';
import { unwrap } from '@zero-distance/kernel';
import { at, calendar, dataOf, doing, elsewhere, facts, ledgerOf, monday, orderIn, settingAt } from '../../../test/sample-order.js';
import { POLICIES } from '../../policy/policy.js';
import { corrected, extended, reassigned } from './outcome.js';

describe('a correction', () => {
  const facts2 = { ...facts, areaCode: '230903011002', categoryCode: '010204' };

  it('leaves the time to answer as it is while the urgency stays', () => {
    const { changes, corrects } = corrected(orderIn('accepted'), facts2, [], monday);
    expect([changes.areaCode, changes.feedbackDueAt, corrects]).toEqual(['230903011002', undefined, undefined]);
  });

  it('of the urgency counts the other limit from where the one before did, and its ledger row says so', () => {
    const order = orderIn('in-progress');
    const later = settingAt(at('2026-10-13T08:00:00'));
    const { changes, corrects } = corrected(order, { ...facts2, urgency: 'utilities' }, ledgerOf(order), later);
    expect(corrects).toEqual(POLICIES.presets['feedback-limit'].utilities);
    expect(changes.feedbackDueAt).toEqual(at('2026-10-13T09:00:00')); // 24 hours from when it was taken in, not from the correction
    const ledger = [
      { kind: 'granted' as const, at: order.countedFrom, limit: POLICIES.presets['feedback-limit'].normal },
      { kind: 'corrected' as const, at: later.now, limit: corrects as Duration },
    ];
    expect(recomputeDue(ledger, calendar).at).toEqual(changes.feedbackDueAt);
  });

  it('never moves the due time of an order that was answered', () => {
    const { changes, corrects } = corrected(orderIn('replied'), { ...facts2, urgency: 'utilities' }, ledgerOf(orderIn('replied')), monday);
    expect([changes.urgency, changes.feedbackDueAt, corrects]).toEqual(['utilities', undefined, undefined]);
  });

  it('gives the centre its limit again for an order that nobody has', () => {
    const later = settingAt(at('2026-10-12T12:00:00'));
    const order = orderIn('pending');
    const { changes } = corrected(order, { ...facts2, urgency: 'life-safety' }, ledgerOf(order), later);
    expect(changes.dispatchDueAt).toEqual(at('2026-10-12T13:00:00'));
  });
});

describe('an order whose time to answer moves', () => {
  const order = orderIn('in-progress'); // due at the end of the 19th
  const ledger = ledgerOf(order);

  it('is due later by an extension from where it ended, though the extension was granted after that', () => {
    const late = settingAt(at('2026-10-21T09:00:00'));
    const { changes, moves } = extended({ ...order, reminderLevel: 'reminder' }, { amount: 3, unit: 'working_day' }, ledger, late);
    expect(changes).toEqual({ feedbackDueAt: at('2026-10-23T00:00:00'), reminderLevel: null, lampTold: null });
    expect(moves).toEqual({ kind: 'extended', limit: { amount: 3, unit: 'working_day' } });
  });

  it('keeps its reminder when it is overdue in spite of the extension', () => {
    const { changes } = extended(order, { amount: 1, unit: 'natural_day' }, ledger, settingAt(at('2026-10-25T09:00:00')));
    expect(changes).toEqual({ feedbackDueAt: at('2026-10-21T00:00:00') });
  });

  it('is due from nobody while it is parked, but for its review date', () => {
    const step = unwrap(doing(order, 'park', 'system'));
    expect(step.after).toMatchObject({
      state: 'parked',
      reviewOn: '2026-11-02',
      stepDueAt: at('2026-11-02T00:00:00'),
      nextReminderAt: null,
      nextLampAt: null,
    });
  });

  it('is due later by exactly as long as it was parked, and its lamp is counted without that', () => {
    const back = settingAt(at('2026-10-22T10:00:00')); // ten days
    const step = unwrap(doing(orderIn('parked'), 'resume', 'dispatcher', back));
    expect(step.after).toMatchObject({
      state: 'in-progress',
      reviewOn: null,
      countedFrom: at('2026-10-22T09:00:00'),
      feedbackDueAt: at('2026-10-30T00:00:00'),
      stepDueAt: at('2026-10-30T00:00:00'),
    });
  });

  it('goes on when it is given to somebody else while it is parked', () => {
    const parkedOrder = orderIn('parked');
    const back = settingAt(at('2026-10-22T10:00:00'));
    const { changes, moves } = reassigned(parkedOrder, elsewhere, back, ledgerOf(parkedOrder));
    expect([changes.feedbackDueAt, changes.reviewOn, moves]).toEqual([at('2026-10-30T00:00:00'), null, { kind: 'resumed' }]);
  });

  it.each(['reject', 'refute', 'reassign'] as const)(
    'goes on with what was left of it at the reply when that does not stand: %s',
    (action) => {
      const replied = { ...orderIn('replied', settingAt(at('2026-10-19T20:00:00'))), finderId: 'grid-worker' }; // four hours were left
      const recheckDueAt = at('2026-10-23T00:00:00');
      const looked = settingAt(at('2026-10-22T10:00:00'));
      const role = ({ reject: 'reviewer', refute: 'grid-worker', reassign: 'dispatcher' } as const)[action];
      const step = unwrap(doing({ ...replied, recheckDueAt }, action, role, looked));
      expect(step.after).toMatchObject({ feedbackDueAt: at('2026-10-22T14:00:00'), repliedAt: null });
      expect(step.after.countedFrom.getTime() - replied.countedFrom.getTime()).toBe(
        looked.now.getTime() - at('2026-10-19T20:00:00').getTime(),
      );
      expect(step.moves).toEqual({ kind: 'waited', since: at('2026-10-19T20:00:00') });
      expect(dataOf(step)).toMatchObject({ feedbackDueAt: at('2026-10-22T14:00:00').toISOString() });
    },
  );

  it('is as late as it was when a late reply does not stand, and no later for the time that somebody else looked at it', () => {
    const replied = orderIn('replied', settingAt(at('2026-10-20T10:00:00'))); // ten hours late
    const step = unwrap(doing(replied, 'reject', 'reviewer', settingAt(at('2026-10-21T10:00:00'))));
    expect(step.after.feedbackDueAt).toEqual(at('2026-10-21T00:00:00'));
  });

  it('is due later by an extension from where it ended after it was parked, corrected and extended before', () => {
    const parked: DeadlineEntry[] = [
      ...ledger,
      { kind: 'paused', at: at('2026-10-12T10:00:00') },
      { kind: 'resumed', at: at('2026-10-22T10:00:00') }, // ten days: due at the end of the 29th
    ];
    const by = (rows: readonly DeadlineEntry[]) =>
      extended(order, { amount: 3, unit: 'natural_day' }, rows, settingAt(at('2026-10-24T09:00:00'))).changes.feedbackDueAt;
    expect(by(parked)).toEqual(at('2026-11-02T00:00:00'));
    expect(by([...parked, { kind: 'extended', at: at('2026-10-23T09:00:00'), limit: { amount: 1, unit: 'natural_day' } }])).toEqual(
      at('2026-11-03T00:00:00'),
    );
    const utilities = POLICIES.presets['feedback-limit'].utilities; // 24 hours, of which one was gone when it was parked
    expect(by([...parked, { kind: 'corrected', at: at('2026-10-23T09:00:00'), limit: utilities }])).toEqual(at('2026-10-27T00:00:00'));
  });

  it('keeps its pauses and extensions when its urgency is corrected', () => {
    const rows: DeadlineEntry[] = [
      ...ledger,
      { kind: 'paused', at: at('2026-10-13T09:00:00') },
      { kind: 'resumed', at: at('2026-10-15T09:00:00') },
      { kind: 'extended', at: at('2026-10-15T10:00:00'), limit: { amount: 1, unit: 'natural_day' } },
    ];
    const { changes } = corrected(order, { ...facts, urgency: 'utilities' }, rows, settingAt(at('2026-10-15T11:00:00')));
    expect(changes.feedbackDueAt).toEqual(at('2026-10-17T00:00:00')); // 24 hours from the 14th 09:00, and the day after that 15th
  });
});
