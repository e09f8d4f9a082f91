import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import { type Actor, ok, stepOf } from '@zero-distance/kernel';
import { describeMachine } from '@zero-distance/testing/machine';
import type { CasePolicies } from '../../policy/case-policy.js';
import type { ServiceItem } from '../service-item/service-item.js';
import { NO_APPLICANT } from './applicant.js';
import { stepsOf } from './case-step.js';
import { settled, toldAtOnce } from './material.js';
import {
  askedFor,
  brought,
  clockStep,
  decided,
  delivered,
  ended,
  handledBy,
  isOverdue,
  type Opening,
  openServiceCase,
  rated,
  recounted,
  type ServiceCase,
  subjectOf,
  submitted,
  verified,
} from './service-case.js';
import { SERVICE_CASE_TRANSITIONS, type ServiceCaseAction, type ServiceCaseState } from './service-case.transitions.js';
import { SERVICE_CASE_EVENTS } from './service-case-event.js';

const NOW = new Date('2026-11-27T04:00:00Z'); // a Friday
const CALENDAR = makeCalendar();
const POLICIES: CasePolicies = {
  'case-wait-days': 30,
  'case-lapse-notice-days': 5,
  'case-remind-days': 3,
  'case-years': 10,
  'poor-rating-days': 5,
  'case-take-back-days': 7,
  'case-rate-days': 30,
  'home-visit-hours': 4,
};
const ITEM: ServiceItem = {
  ...{ id: 'i-1', code: 'HF-04', name: '高龄津贴申请', group: 'high-frequency', field: 'civil-affairs', version: 3 },
  ...{ eligibleGroups: ['everyone'], materials: ['身份证'], steps: ['受理'], timeLimitWorkingDays: 2, places: ['window'] },
  ...{ handlingOrganisation: 'civil-affairs', oneStop: true, assisted: true, fee: null, onlineLink: null },
  ...{ categoryCode: null, retiredOn: null, successorItem: null },
};
const opening: Opening = {
  ...{
    id: '0190a5c0-7c1e-7000-8000-000000000099',
    number: '230903011001-261127-000417',
    item: ITEM,
    areaCode: '230903011001',
    organisationId: null,
  },
  mode: 'window',
  ...{ servicePointCode: null, applicantId: '0190a5c0-7c1e-7000-8000-000000000097', residentId: null, consentWay: null, ...NO_APPLICANT },
  materials: settled(toldAtOnce(ITEM.materials, NOW), [{ name: '身份证', state: 'present', reason: null }], true),
};
const opened = openServiceCase(opening, 'li', NOW, POLICIES);
const hours = (count: number): Date => new Date(NOW.getTime() + count * 3_600_000);

/** A case that every guard lets pass. */
const fit = (state: ServiceCaseState, action: ServiceCaseAction): ServiceCase => ({
  ...opened,
  ...{ state, mode: 'assisted', formsAt: NOW, dueAt: NOW, decidedAt: NOW, refusal: 'elsewhere', finding: 'explained', lapsesAt: NOW },
  materials: action === 'bring-materials' ? toldAtOnce(['身份证'], NOW) : opened.materials,
  rateUntil: hours(1),
  satisfaction: action === 'rate' || action === 'take-back' ? null : 'dissatisfied',
  submittedAt: action === 'reopen' ? null : NOW,
  takeBackUntil: hours(1),
});
const HANDLERS = ['window-clerk', 'grid-worker'] as const;
const PREPARING = {
  'bring-materials': ['preparing', ...HANDLERS],
  'ask-materials': ['preparing', ...HANDLERS],
  'fill-forms': ['preparing', ...HANDLERS],
  submit: ['submitted', ...HANDLERS],
  warn: ['preparing', 'system'],
  remind: ['preparing', 'system'],
  lapse: ['withdrawn', 'system'],
  refuse: ['refused', ...HANDLERS],
  withdraw: ['withdrawn', ...HANDLERS],
  end: ['withdrawn', 'system'],
} as const;

describeMachine(SERVICE_CASE_TRANSITIONS, {
  start: 'open',
  expected: {
    open: { ...PREPARING, warn: ['open', 'system'], remind: ['open', 'system'], relocate: ['open', 'system'] },
    preparing: { ...PREPARING, relocate: ['preparing', 'system'] },
    submitted: {
      'ask-materials': ['preparing', ...HANDLERS],
      track: ['submitted', ...HANDLERS],
      remind: ['submitted', 'system'],
      decide: ['decided', ...HANDLERS],
      refuse: ['refused', ...HANDLERS],
      withdraw: ['withdrawn', ...HANDLERS],
      end: ['withdrawn', 'system'],
      relocate: ['submitted', 'system'],
    },
    decided: {
      'take-back': ['submitted', ...HANDLERS],
      relocate: ['decided', 'system'],
      remind: ['decided', 'system'],
      deliver: ['delivered', ...HANDLERS],
      withdraw: ['withdrawn', ...HANDLERS],
      end: ['withdrawn', 'system'],
    },
    delivered: {
      rate: ['delivered', 'callback-agent', 'window-clerk', 'intake-clerk'],
      'verify-rating': ['delivered', 'reviewer', 'intake-clerk'],
      'take-back': ['decided', ...HANDLERS],
      'take-back-rating': ['delivered', 'callback-agent', 'window-clerk', 'intake-clerk', 'reviewer'],
      remind: ['delivered', 'system'],
    },
    refused: { 'take-back': ['submitted', ...HANDLERS], reopen: ['preparing', ...HANDLERS] },
    withdrawn: {},
  },
  take: (state, action, actor) => {
    const before = { ...fit(state, action), ratedBy: actor.id };
    const row = SERVICE_CASE_TRANSITIONS.decide(state, action, actor, subjectOf(before, actor, NOW));
    return row.ok ? ok(stepOf(row.value, before, actor, action === 'rate' ? { satisfaction: 'satisfied' } : {})) : row;
  },
  dataOf: ({ event, before, after }) => SERVICE_CASE_EVENTS[event](after, { before, at: NOW }),
  readme: new URL('../../../README.md', import.meta.url),
});

const decide = (found: ServiceCase, action: ServiceCaseAction, role: Actor['roles'][number], id = 'wang', now = NOW) => {
  const actor = { id, roles: [role], scopes: [], area: '' };
  const row = SERVICE_CASE_TRANSITIONS.decide(found.state, action, actor, subjectOf(found, actor, now));
  return row.ok ? 'ok' : row.error.code;
};

describe('a service case', () => {
  it('is handed in only when nothing is missing, and where it is handled for somebody only after the forms were filled', () => {
    const missing = { ...opened, materials: toldAtOnce(['身份证'], NOW) };
    expect(decide(opened, 'submit', 'window-clerk')).toBe('ok');
    expect(decide(missing, 'submit', 'window-clerk')).toBe('intake.service_case.materials_missing');
    expect(decide({ ...opened, mode: 'assisted' }, 'submit', 'window-clerk')).toBe('intake.service_case.forms_first');
    expect(decide({ ...opened, mode: 'assisted', formsAt: NOW }, 'submit', 'window-clerk')).toBe('ok');
    expect(decide(opened, 'fill-forms', 'window-clerk')).toBe('intake.service_case.not_assisted');
  });

  it('is due after the working days of its item, counted from when it was handed in, and overdue from then until it is decided', () => {
    const handedIn: ServiceCase = { ...opened, state: 'submitted', ...submitted(opened, null, NOW, CALENDAR, POLICIES) };
    expect(handedIn.dueAt).toEqual(new Date('2026-12-01T16:00:00Z')); // Monday and Tuesday
    expect(isOverdue(handedIn, new Date('2026-12-01T15:59:59Z'))).toBe(false);
    expect(isOverdue(handedIn, new Date('2026-12-01T16:00:00Z'))).toBe(true);
    expect(isOverdue({ ...handedIn, state: 'decided' }, new Date('2026-12-02T16:00:00Z'))).toBe(false);
  });

  it('is completed alone only by one clerk in every step, who is qualified, of an item that one clerk completes', () => {
    const by = (found: ServiceCase, isQualified: boolean) =>
      delivered(found, { way: 'window', copyGiven: false, isQualified }, NOW, POLICIES).alone;
    expect(by(opened, true)).toBe(true);
    expect(by(opened, false)).toBe(false);
    expect(by({ ...opened, oneStop: false }, true)).toBe(false);
    expect(by({ ...opened, ...handledBy(opened, 'wang') }, true)).toBe(false);
    expect(handledBy(opened, 'li').handlers).toEqual(['li']);
  });

  it('is done in one visit when nothing was missing or asked later, and nobody has to come again for the result', () => {
    const one = (found: ServiceCase, way: 'window' | 'post', at: Date) =>
      delivered(found, { way, copyGiven: false, isQualified: false }, at, POLICIES).oneVisit;
    expect(one(opened, 'window', hours(2))).toBe(true);
    expect(one(opened, 'window', hours(48))).toBe(false);
    expect(one(opened, 'post', hours(48))).toBe(true);
    expect(one({ ...opened, materials: toldAtOnce(['身份证'], NOW) }, 'post', hours(2))).toBe(false);
  });

  it('that is rated with one of the last two levels is to be verified within five working days, which the clock tells of, by nobody who handled it', () => {
    const end: ServiceCase = { ...opened, state: 'delivered', endedAt: NOW };
    expect(rated('basically-satisfied', 'chen', NOW, CALENDAR, POLICIES)).toEqual({
      ...{ satisfaction: 'basically-satisfied', ratedAt: NOW, ratedBy: 'chen', takeBackUntil: hours(24 * 7) },
    });
    const poor: ServiceCase = { ...end, ...rated('dissatisfied', 'chen', NOW, CALENDAR, POLICIES) };
    expect(poor.ratingDueAt).toEqual(new Date('2026-12-04T16:00:00Z'));
    expect([isOverdue(poor, hours(24)), isOverdue(poor, poor.ratingDueAt as Date)]).toEqual([false, true]);
    expect(decide(end, 'verify-rating', 'reviewer')).toBe('intake.service_case.nothing_to_verify');
    expect(decide(poor, 'verify-rating', 'reviewer', 'li')).toBe('platform.duties_not_separate');
    expect(decide(poor, 'verify-rating', 'reviewer')).toBe('ok');
    expect(poor.nextAt).toEqual(poor.ratingDueAt);
    expect(verified(poor, 'explained', hours(48), POLICIES).nextAt).toEqual(new Date('2036-11-27T04:00:00Z'));
    expect(decide({ ...poor, ...verified(poor, 'explained', NOW, POLICIES) }, 'verify-rating', 'reviewer')).toBe(
      'intake.service_case.nothing_to_verify',
    );
  });

  it('is rated once, and by nobody who handled it', () => {
    const end: ServiceCase = { ...opened, state: 'delivered', rateUntil: hours(24) };
    expect(decide(end, 'rate', 'window-clerk', 'li')).toBe('platform.duties_not_separate');
    expect(decide(end, 'rate', 'callback-agent')).toBe('ok');
    expect(decide({ ...end, satisfaction: 'satisfied' }, 'rate', 'callback-agent')).toBe('intake.service_case.rated_already');
  });

  it('is rated within 30 days of its delivery, and not once who applied is erased', () => {
    const end: ServiceCase = {
      ...{ ...opened, state: 'delivered' },
      ...delivered(opened, { way: 'window', copyGiven: false, isQualified: false }, NOW, POLICIES),
    };
    const late = 'intake.service_case.rated_too_late';
    const rate = (found: ServiceCase, at: Date) => decide(found, 'rate', 'callback-agent', 'wang', at);
    expect([rate(end, hours(24 * 30 - 1)), rate(end, hours(24 * 30))]).toEqual(['ok', late]);
    expect(rate({ ...end, rateUntil: null }, NOW)).toBe(late);
  });

  it('keeps what is left of its limit while it is with the applicant again, and stays late once it was late', () => {
    const handIn = (found: ServiceCase, at: Date): ServiceCase => ({
      ...{ ...found, state: 'submitted' },
      ...submitted(found, null, at, CALENDAR, POLICIES),
    });
    const ask = (found: ServiceCase, at: Date): ServiceCase => ({
      ...{ ...found, state: 'preparing' },
      ...askedFor({ found, materials: found.materials }, at, CALENDAR, POLICIES),
    });
    const handedIn = handIn(opened, NOW); // Friday: Monday and Tuesday are left
    expect(ask(handedIn, hours(1))).toMatchObject({ dueAt: null, limitLeft: 2, lateSince: null });
    const monday = hours(72);
    expect(ask(handedIn, monday).limitLeft).toBe(1);
    expect(handIn(ask(handedIn, monday), hours(24 * 7)).dueAt).toEqual(new Date('2026-12-07T16:00:00Z')); // Friday a week later: Monday
    const lastDay = hours(96);
    expect(ask(handedIn, lastDay)).toMatchObject({ limitLeft: 0, lateSince: null });
    expect(handIn(ask(handedIn, lastDay), hours(97)).dueAt).toEqual(handedIn.dueAt); // the same day
    expect(handIn(ask(handedIn, lastDay), hours(24 * 8)).dueAt).toEqual(new Date('2026-12-07T16:00:00Z')); // a Saturday: Monday
    const due = handedIn.dueAt as Date; // the moment itself is late
    expect(ask(handedIn, due)).toMatchObject({ limitLeft: 0, lateSince: due });
    const late = handIn(ask(handedIn, hours(24 * 6)), hours(24 * 7));
    expect(late).toMatchObject({ dueAt: handedIn.dueAt, lateSince: handedIn.dueAt, nextAt: hours(24 * 10) });
    expect(isOverdue(late, hours(24 * 7))).toBe(true);
    expect(handIn(ask(late, hours(24 * 8)), hours(24 * 9)).dueAt).toEqual(handedIn.dueAt);
  });

  it('is decided in time until the last moment of its limit, which the clock tells of', () => {
    const handedIn: ServiceCase = { ...opened, state: 'submitted', ...submitted(opened, null, NOW, CALENDAR, POLICIES) };
    expect(handedIn.nextAt).toEqual(handedIn.dueAt);
    const inTime = (decidedAt: Date) =>
      SERVICE_CASE_EVENTS['intake.service-case.decided.v1']({ ...handedIn, decidedAt }, { before: handedIn, at: NOW } as never).inTime;
    const due = handedIn.dueAt as Date;
    expect([inTime(due), inTime(new Date(due.getTime() + 1))]).toEqual([true, false]);
  });

  it('is due anew when the district’s calendar changes, as a poor rating is, but for what was late already', () => {
    const handedIn: ServiceCase = { ...opened, state: 'submitted', ...submitted(opened, null, NOW, CALENDAR, POLICIES) };
    const off = makeCalendar({ edition: 'district', years: [], days: { '2026-12-01': 'holiday' } });
    const wednesday = new Date('2026-12-02T16:00:00Z');
    expect(recounted(handedIn, off, POLICIES)).toEqual({ dueAt: wednesday, nextAt: wednesday });
    expect(recounted({ ...handedIn, nextAt: hours(1) }, off, POLICIES)).toEqual({ dueAt: wednesday });
    expect(recounted(handedIn, CALENDAR, POLICIES)).toEqual({});
    expect(recounted({ ...handedIn, lateSince: handedIn.dueAt }, off, POLICIES)).toEqual({});
    const poor: ServiceCase = { ...opened, state: 'delivered', endedAt: NOW, ...rated('dissatisfied', 'chen', NOW, CALENDAR, POLICIES) };
    const monday = new Date('2026-12-07T16:00:00Z');
    expect(recounted(poor, off, POLICIES)).toEqual({ ratingDueAt: monday, nextAt: monday });
  });

  it('lapses only for what is missing, and is told of before; of one that only waits to be handed in who handles it is reminded', () => {
    const missing = openServiceCase({ ...opening, materials: toldAtOnce(['身份证'], NOW) }, 'li', NOW, POLICIES);
    expect([missing.nextAt, missing.lapsesAt]).toEqual([hours(24 * 25), hours(24 * 30)]);
    const soon = openServiceCase({ ...opening, materials: toldAtOnce(['身份证'], NOW) }, 'li', NOW, { ...POLICIES, 'case-wait-days': 3 });
    expect([soon.nextAt, soon.lapsesAt]).toEqual([NOW, hours(72)]); // told of at once, not before it was opened
    expect(clockStep(missing, hours(24 * 25), POLICIES)).toEqual({ action: 'warn', changes: { nextAt: missing.lapsesAt } });
    expect(clockStep(missing, hours(24 * 30), POLICIES)).toEqual({ action: 'lapse', changes: ended(hours(24 * 30), POLICIES) });
    const there = settled(missing.materials, [{ name: '身份证', state: 'present', reason: null }], true);
    const complete: ServiceCase = { ...missing, state: 'preparing', ...brought(there, NOW, POLICIES) };
    expect([complete.nextAt, complete.lapsesAt]).toEqual([hours(72), null]);
    expect(clockStep(complete, hours(24 * 400), POLICIES)).toMatchObject({ action: 'remind' });
    expect(decide(complete, 'bring-materials', 'window-clerk')).toBe('intake.service_case.nothing_missing');
  });

  it('that is late is told of again, and of one that is over who applied is erased', () => {
    expect(clockStep({ ...opened, state: 'submitted' }, NOW, POLICIES)).toEqual({ action: 'remind', changes: { nextAt: hours(72) } });
    expect(clockStep({ ...opened, state: 'decided', ...decided('已核准', NOW, POLICIES) }, NOW, POLICIES)).toMatchObject({
      action: 'remind',
    });
    const end: ServiceCase = { ...opened, state: 'delivered', endedAt: NOW };
    expect(clockStep(end, hours(24 * 3653), POLICIES)).toBe('erase');
    const poor = { ...end, ...rated('dissatisfied', 'chen', NOW, CALENDAR, POLICIES) };
    expect(clockStep(poor, hours(240), POLICIES)).toMatchObject({ action: 'remind' });
    expect(clockStep(poor, hours(24 * 3653), POLICIES)).toBe('erase');
  });

  it('shows the steps of its mode, by when the decision is due, and what is done', () => {
    const step = (found: ServiceCase) => stepsOf(found).map((one) => one.step);
    expect(step(opened)).toEqual(['told', 'submitted', 'decided', 'delivered']);
    const helped: ServiceCase = { ...opened, mode: 'assisted', formsAt: NOW, dueAt: hours(5), deliveredAt: hours(4), copyGiven: true };
    expect(step(helped)).toEqual(['told', 'consent', 'forms', 'submitted', 'tracked', 'decided', 'delivered', 'copy']);
    expect(stepsOf(helped).find((one) => one.step === 'decided')).toEqual({ step: 'decided', dueAt: hours(5), doneAt: null });
    expect(stepsOf(helped).at(-1)).toEqual({ step: 'copy', dueAt: null, doneAt: hours(4) });
    expect(stepsOf({ ...helped, copyGiven: false }).at(-1)).toEqual({ step: 'copy', dueAt: null, doneAt: null });
  });
});
