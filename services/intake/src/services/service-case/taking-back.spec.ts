import { describe, expect, it } from '@jest/globals';
import { makeCalendar } from '@zero-distance/calendar';
import type { Actor } from '@zero-distance/kernel';
import { POLICIES as ALL } from '../../policy/policy.js';
import { NO_APPLICANT } from './applicant.js';
import { toldAtOnce } from './material.js';
import { decided, delivered, ended, rated, type ServiceCase, subjectOf, submitted, verified } from './service-case.js';
import { SERVICE_CASE_TRANSITIONS, type ServiceCaseAction } from './service-case.transitions.js';
import { reopened, takenBack, unrated } from './taking-back.js';

const NOW = new Date('2026-11-27T04:00:00Z'); // a Friday
const days = (count: number): Date => new Date(NOW.getTime() + count * 86_400_000);
const CALENDAR = makeCalendar();
const POLICIES = ALL.presets;
const NOTHING = {
  ...{
    formsAt: null,
    externalNumber: null,
    submittedAt: null,
    dueAt: null,
    limitLeft: null,
    lateSince: null,
    lapsesAt: null,
    trackedAt: null,
  },
  ...{
    decidedAt: null,
    result: null,
    refusal: null,
    deliveredAt: null,
    deliveryWay: null,
    copyGiven: false,
    alone: null,
    oneVisit: null,
    rateUntil: null,
  },
  ...{
    satisfaction: null,
    ratedAt: null,
    ratedBy: null,
    ratingDueAt: null,
    finding: null,
    verifiedAt: null,
    endedAt: null,
    takeBackUntil: null,
  },
};
const open: ServiceCase = {
  ...{
    id: 'c-1',
    version: 1,
    state: 'open',
    number: 'n-1',
    areaCode: '230903011001',
    organisationId: null,
    servicePointCode: null,
    mode: 'window',
  },
  ...{
    itemCode: 'HF-04',
    itemVersion: 1,
    itemName: '高龄津贴申请',
    oneStop: true,
    limitWorkingDays: 5,
    materials: toldAtOnce(['身份证'], NOW),
  },
  ...{ applicantId: 'p-1', residentId: null, handlers: ['li'], consentWay: null, openedAt: NOW, nextAt: null, ...NOTHING, ...NO_APPLICANT },
};
const handedIn: ServiceCase = { ...open, state: 'submitted', ...submitted(open, null, NOW, CALENDAR, POLICIES) };
const withResult: ServiceCase = { ...handedIn, state: 'decided', ...decided('已核准', NOW, POLICIES) };
const over: ServiceCase = {
  ...{ ...withResult, state: 'delivered' },
  ...delivered(withResult, { way: 'window', copyGiven: false, isQualified: true }, NOW, POLICIES),
};
const refused = (before: ServiceCase): ServiceCase => ({ ...before, state: 'refused', ...ended(NOW, POLICIES, 'elsewhere') });
const poor: ServiceCase = { ...over, ...rated('dissatisfied', 'chen', NOW, CALENDAR, POLICIES) };

const decide = (found: ServiceCase, action: ServiceCaseAction, role: Actor['roles'][number], id = 'wang', now = NOW) => {
  const actor = { id, roles: [role], scopes: [], area: '' };
  const row = SERVICE_CASE_TRANSITIONS.decide(found.state, action, actor, subjectOf(found, actor, now));
  return row.ok ? row.value.to : row.error.code;
};

describe('what was registered of a service case by mistake', () => {
  it('is undone: a result leads back to what was handed in, with the same limit', () => {
    expect({ ...withResult, ...takenBack(withResult, NOW, POLICIES) }).toEqual({ ...handedIn, state: 'decided' });
    expect(decide(withResult, 'take-back', 'window-clerk')).toBe('submitted');
    expect(takenBack(withResult, days(30), POLICIES)).toMatchObject({ nextAt: days(33) });
  });

  it('is undone: a delivery leads back to the result, within a week and while nobody has rated it', () => {
    expect({ ...over, ...takenBack(over, NOW, POLICIES) }).toEqual({ ...withResult, state: 'delivered' });
    const back = (found: ServiceCase, now: Date) => decide(found, 'take-back', 'window-clerk', 'wang', now);
    expect([back(over, days(6.9)), back(over, days(7))]).toEqual(['decided', 'intake.service_case.taken_back_too_late']);
    expect(back(poor, NOW)).toBe('intake.service_case.rated_already');
  });

  it('is undone: a refusal leads back to where it was, within a week', () => {
    const [early, late] = [refused(open), refused(handedIn)];
    expect({ ...late, ...takenBack(late, NOW, POLICIES) }).toEqual({ ...handedIn, state: 'refused' });
    expect({ ...early, ...reopened(early, NOW, POLICIES) }).toMatchObject({ refusal: null, endedAt: null, lapsesAt: days(30) });
    const by = (found: ServiceCase, action: ServiceCaseAction, now = NOW) => decide(found, action, 'grid-worker', 'wang', now);
    expect([by(late, 'take-back'), by(early, 'reopen')]).toEqual(['submitted', 'preparing']);
    expect([by(early, 'take-back'), by(late, 'reopen')]).toEqual([
      'intake.service_case.was_not_submitted',
      'intake.service_case.was_submitted',
    ]);
    expect(by(early, 'reopen', days(7))).toBe('intake.service_case.taken_back_too_late');
    expect(by({ ...late, takeBackUntil: null }, 'take-back')).toBe('intake.service_case.taken_back_too_late'); // who applied is erased
  });

  it('is undone: a rating is taken back by who took it down or who verifies ratings, within a week, and by nobody whom it judges', () => {
    const back = (role: Actor['roles'][number], id: string, now = NOW) => decide(poor, 'take-back-rating', role, id, now);
    expect([back('callback-agent', 'chen'), back('reviewer', 'zhou')]).toEqual(['delivered', 'delivered']);
    expect(back('callback-agent', 'sun')).toBe('intake.service_case.not_your_rating');
    expect(back('intake-clerk', 'li')).toBe('platform.duties_not_separate');
    expect(back('reviewer', 'zhou', days(7))).toBe('intake.service_case.taken_back_too_late');
    expect(decide(over, 'take-back-rating', 'reviewer')).toBe('intake.service_case.nothing_rated');
  });

  it('leaves nothing of a rating behind that was taken back, verified or not, and the delivery is taken back no longer than before', () => {
    expect({ ...poor, ...unrated(poor, days(3), POLICIES) }).toEqual(over);
    const looked: ServiceCase = { ...poor, ...verified(poor, 'explained', days(1), POLICIES) };
    expect({ ...looked, ...unrated(looked, days(3), POLICIES) }).toEqual(over);
  });
});
