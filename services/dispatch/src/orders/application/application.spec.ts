import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { APPLICATION_KINDS, type ApplicationKind } from '@zero-distance/contracts';
import { type Actor, newId, ok, type Role, stepOf, unwrap } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import { POLICIES } from '../../policy/policy.js';
import type { DecisionContext } from '../../reference/reference.js';
import { kindsAskable } from '../work-order/askable.js';
import { dispatched } from '../work-order/outcome.js';
import { openOrder, type WorkOrder } from '../work-order/work-order.js';
import { APPLICATION_EVENTS, type Application, type Asked, ask, hasOutlived, isOverdue, subjectOf } from './application.js';
import { APPLICATION_TRANSITIONS, type ApplicationState } from './application.transitions.js';
import { whatFollows } from './granting.js';

const at = (text: string) => new Date(`${text}+08:00`);
const contextAt = (now: Date): DecisionContext => ({ now, policies: POLICIES.presets, calendar: makeCalendar() });
const monday = contextAt(at('2026-10-12T10:00:00'));
const lead = newId();
const byList = {
  leadOrganisationId: lead,
  coOrganisationIds: [],
  route: { reason: 'responsibility-list' as const, entry: 'lamps', version: 1, category: '0102', area: '' },
};
const opened = openOrder(
  {
    id: newId(),
    type: 'request',
    sourceId: newId(),
    sourceNumber: null,
    requestKind: 'complaint',
    categoryCode: '010203',
    areaCode: '230903011001',
    barredOrganisationIds: null,
    barredAccountIds: null,
    confidential: false,
    finderId: null,
    service: null,
    facilityFault: null,
    urgency: 'normal',
    receivedAt: at('2026-10-12T09:00:00'),
  },
  monday,
);
const orderIn = (state: WorkOrder['state']): WorkOrder => ({ ...opened, ...dispatched(byList, opened, monday).changes, state });
const WANTED: Readonly<Record<ApplicationKind, Asked>> = {
  return: { kind: 'return', reasonCode: 'not-our-duty' },
  extension: { kind: 'extension', extendBy: { amount: 3, unit: 'working_day' } },
  parking: { kind: 'parking', reviewOn: '2026-12-01' },
  termination: { kind: 'termination', reasonCode: 'not-cooperating' },
  reassignment: { kind: 'reassignment' },
  exclusion: { kind: 'exclusion', reasonCode: 'unreasonable' },
};
const asked = (kind: ApplicationKind, order = orderIn('accepted'), context = monday) => ask(order, WANTED[kind], 'wang', context);
const exclusion = unwrap(asked('exclusion'));
const inState = (state: ApplicationState): Application => ({
  ...exclusion,
  state,
  ...(state === 'refused' && { appealUntil: at('2026-10-14T00:00:00') }),
});
const as = (id: string, ...roles: Role[]): Actor => ({ id, roles, scopes: [], area: '' });
const decide = (
  found: Application,
  action: 'grant' | 'refuse' | 'appeal' | 'withdraw',
  actor: Actor,
  org: string | undefined = lead,
  now = monday.now,
) => APPLICATION_TRANSITIONS.decide(found.state, action, actor, subjectOf(found, org, actor.id, now));

describeMachine(APPLICATION_TRANSITIONS, {
  start: 'asked',
  expected: {
    asked: {
      grant: ['granted', 'dispatcher', 'reviewer'],
      refuse: ['refused', 'dispatcher', 'reviewer'],
      withdraw: ['withdrawn', 'handler'],
      remind: ['asked', 'system'],
      lapse: ['lapsed', 'system'],
    },
    appealed: {
      grant: ['granted', 'dispatcher', 'reviewer'],
      refuse: ['refused', 'dispatcher', 'reviewer'],
      withdraw: ['withdrawn', 'handler'],
      remind: ['appealed', 'system'],
      lapse: ['lapsed', 'system'],
    },
    refused: { appeal: ['appealed', 'handler'] },
    granted: { revoke: ['revoked', 'dispatcher', 'reviewer'] },
    withdrawn: {},
    lapsed: {},
    revoked: {},
  },
  take: (state, action, actor) => {
    const before = inState(state);
    const row = APPLICATION_TRANSITIONS.decide(state, action, actor, subjectOf(before, lead, actor.id, monday.now));
    return row.ok ? ok(stepOf(row.value, before, actor)) : row;
  },
  dataOf: ({ event, before, after }) => APPLICATION_EVENTS[event](after, { before, at: monday.now }),
  readme: new URL('../../../README.md', import.meta.url),
});

describe('an application', () => {
  it.each<[ApplicationKind, WorkOrder['state'][]]>([
    ['return', ['dispatched', 'accepted']],
    ['extension', ['accepted', 'in-progress']],
    ['parking', ['accepted', 'in-progress']],
    ['termination', ['dispatched', 'accepted', 'in-progress', 'parked']],
    ['reassignment', ['dispatched', 'accepted', 'in-progress', 'parked']],
    ['exclusion', ['accepted', 'in-progress', 'parked', 'replied', 'approved']],
  ])('for %s is asked of an order that is %j, and of no other', (kind, states) => {
    const all = ['pending', 'dispatched', 'accepted', 'in-progress', 'parked', 'replied', 'approved', 'closed', 'terminated'] as const;
    expect(all.filter((state) => asked(kind, orderIn(state)).ok)).toEqual(states);
    expect(all.filter((state) => kindsAskable(orderIn(state), monday.now).includes(kind))).toEqual(states);
  });

  it('for an extension is taken in the last moment of the time to answer, and refused one second after it', () => {
    const { feedbackDueAt } = orderIn('accepted');
    expect(asked('extension', orderIn('accepted'), contextAt(feedbackDueAt)).ok).toBe(true);
    const late = asked('extension', orderIn('accepted'), contextAt(new Date(feedbackDueAt.getTime() + 1000)));
    expect(late).toMatchObject({ ok: false, error: { code: 'dispatch.application.expired', status: 409 } });
  });

  it('for a return is taken in the last moment of the return window, refused after it, and refused to a designated lead', () => {
    const last = orderIn('accepted').returnUntil as Date;
    expect(last).toEqual(at('2026-10-14T00:00:00')); // one working day: the 13th
    expect(asked('return', orderIn('accepted'), contextAt(last)).ok).toBe(true);
    const late = asked('return', orderIn('accepted'), contextAt(new Date(last.getTime() + 1)));
    expect(late).toMatchObject({ error: { code: 'dispatch.work_order.return_window_over' } });
    const designated = { ...orderIn('accepted'), route: { reason: 'designated' as const, by: 'centre', words: '会商' } };
    expect(asked('return', designated)).toMatchObject({ error: { code: 'dispatch.work_order.designated' } });
  });

  it.each<[Asked, string, string]>([
    [{ kind: 'return' }, 'reason_code', '/reasonCode'],
    [{ kind: 'return', reasonCode: 'unreasonable' }, 'reason_code', '/reasonCode'],
    [{ ...WANTED.extension, reasonCode: 'duplicate' }, 'reason_code', '/reasonCode'],
    [{ kind: 'extension' }, 'extend_by', '/extendBy'],
    [{ ...WANTED.parking, extendBy: { amount: 1, unit: 'hour' } }, 'extend_by', '/extendBy'],
    [{ kind: 'extension', extendBy: { amount: 8, unit: 'natural_day' } }, 'extension_too_long', '/extendBy'],
    [{ kind: 'extension', extendBy: { amount: 169, unit: 'hour' } }, 'extension_too_long', '/extendBy'],
    [{ kind: 'parking' }, 'review_on', '/reviewOn'],
    [{ ...WANTED.extension, reviewOn: '2026-12-01' }, 'review_on', '/reviewOn'],
    [{ kind: 'parking', reviewOn: '2026-10-12' }, 'review_date', '/reviewOn'],
    [{ kind: 'parking', reviewOn: '2027-01-11' }, 'review_date', '/reviewOn'],
  ])('%j is refused as %s', (input, code, pointer) => {
    const refused = ask(orderIn('accepted'), input, 'wang', monday);
    expect(refused).toMatchObject({ ok: false, error: { code: `dispatch.application.${code}`, status: 422, pointer } });
  });

  it('may be for as long an extension, and as long a parking, as the policies say', () => {
    for (const input of [
      { kind: 'extension', extendBy: { amount: 7, unit: 'natural_day' } },
      { kind: 'parking', reviewOn: '2027-01-10' },
    ])
      expect(ask(orderIn('accepted'), input as Asked, 'wang', monday).ok).toBe(true);
  });

  it('is decided by nobody who asked or appealed, whatever roles they hold', () => {
    const refusal = { ok: false, error: { code: 'platform.duties_not_separate', status: 403 } };
    for (const action of ['grant', 'refuse'] as const) {
      expect(decide(exclusion, action, as('wang', 'handler', 'dispatcher'))).toMatchObject(refusal);
      expect(decide({ ...inState('appealed'), appealedBy: 'li' }, action, as('li', 'handler', 'reviewer'))).toMatchObject(refusal);
      expect(decide(exclusion, action, as('zhao', 'reviewer')).ok).toBe(true);
    }
  });

  it('that was refused is appealed by who asked, once, in the last moment of its window and not after it', () => {
    const refused = inState('refused');
    const until = refused.appealUntil as Date;
    const handler = as('li', 'handler');
    expect(decide(refused, 'appeal', handler, lead, until).ok).toBe(true);
    expect(decide(refused, 'appeal', handler, lead, new Date(until.getTime() + 1))).toMatchObject({
      error: { code: 'dispatch.application.appeal_window_over' },
    });
    expect(decide(refused, 'appeal', handler, newId())).toMatchObject({ error: { code: 'dispatch.application.not_asker' } });
    expect(decide({ ...refused, appealedBy: 'li' }, 'appeal', handler)).toMatchObject({
      error: { code: 'dispatch.application.appealed_already' },
    });
  });

  it.each(APPLICATION_KINDS.filter((kind) => kind !== 'exclusion'))('for %s cannot be revoked: it has happened', (kind) => {
    const granted = { ...unwrap(asked(kind)), state: 'granted' as const };
    const subject = subjectOf(granted, undefined, 'zhao', monday.now);
    expect(APPLICATION_TRANSITIONS.decide('granted', 'revoke', as('zhao', 'dispatcher'), subject)).toMatchObject({
      error: { code: 'dispatch.application.not_revocable' },
    });
  });

  it('is overdue from the time it is to be decided by until it is decided', () => {
    expect(exclusion.dueAt).toEqual(at('2026-10-14T00:00:00'));
    expect(isOverdue(exclusion, new Date(exclusion.dueAt.getTime() - 1))).toBe(false);
    expect(isOverdue(exclusion, exclusion.dueAt)).toBe(true);
    expect(isOverdue(inState('refused'), exclusion.dueAt)).toBe(false);
  });

  it.each<[ApplicationKind, string | undefined]>([
    ['return', 'return'],
    ['extension', 'extend'],
    ['parking', 'park'],
    ['termination', 'terminate'],
    ['reassignment', 'reassign'],
    ['exclusion', undefined],
  ])('for %s, granted, makes its order %s', (kind, action) => {
    const order = orderIn('accepted');
    const ledger = [{ kind: 'granted' as const, at: order.countedFrom, limit: POLICIES.presets['feedback-limit'].normal }];
    const assignment = { ...byList, leadOrganisationId: newId() };
    const follows = whatFollows(unwrap(asked(kind)), order, { reason: '同意', ledger, assignment }, monday);
    expect(follows?.action).toBe(action);
  });
});

describe('what was asked', () => {
  const STATES = ['dispatched', 'accepted', 'in-progress', 'parked', 'replied', 'approved', 'closed', 'terminated'] as const;
  const outlivedIn = (kind: ApplicationKind) => STATES.filter((state) => hasOutlived({ kind, organisationId: lead }, orderIn(state)));

  it.each(APPLICATION_KINDS.filter((kind) => kind !== 'exclusion'))('(%s) lapses with its order, and when the answer stands', (kind) =>
    expect(outlivedIn(kind)).toEqual(['approved', 'closed', 'terminated']),
  );
  it('of figures outlives an order that was done, and none that was ended', () => expect(outlivedIn('exclusion')).toEqual(['terminated']));
  it.each(APPLICATION_KINDS)('(%s) lapses when the order is another’s, or nobody’s', (kind) =>
    expect(
      [newId(), null].map((other) => hasOutlived({ kind, organisationId: lead }, { ...orderIn('accepted'), leadOrganisationId: other })),
    ).toEqual([true, true]),
  );
});
