import { POOR_RATINGS } from '@zero-distance/contracts';
import type { StaffKind } from '@zero-distance/notification';
import { type Data, inArea, NOBODY, person, type Telling } from './told.js';

/** 上门人员: who is to go. */
const goer = (kind: StaffKind): Telling => person(kind, 'window-clerk', 'grid-worker', 'care-worker', 'intake-clerk');

/** Whom each event of services 三服务 is told to: service points, rounds, activities, home visits, service cases. */
export const SERVICE_TELLINGS = {
  'intake.facility-fault.reported.v1': [inArea('facility-fault-reported', 'window-clerk', 'grid-worker', 'intake-clerk')],
  'intake.facility-fault.confirmed.v1': NOBODY, // who mends it hears of the order
  'intake.facility-fault.dismissed.v1': NOBODY,
  'intake.facility-fault.reminded.v1': [inArea('facility-fault-overdue', 'window-clerk', 'grid-worker', 'intake-clerk', 'leader')],
  'intake.facility-fault.repaired.v1': NOBODY, // the public list says so
  'intake.service-point.used.v1': NOBODY, // it counts
  'intake.service-point.recounted.v1': NOBODY,
  'intake.facility-fault.given-back.v1': [inArea('facility-fault-given-back', 'window-clerk', 'grid-worker', 'intake-clerk')],
  'intake.round.planned.v1': NOBODY,
  'intake.round.corrected.v1': NOBODY,
  'intake.round.opened.v1': NOBODY, // workers find it in the list of open ones
  'intake.round.extended.v1': NOBODY,
  'intake.round.overdue.v1': [inArea('round-overdue', 'intake-clerk')],
  'intake.round.closed.v1': NOBODY,
  'intake.round.expired.v1': [inArea('round-expired', 'intake-clerk')],
  'intake.round.cancelled.v1': NOBODY,
  'intake.knock-need.found.v1': NOBODY, // it stands in the list of those that wait
  'intake.knock-need.linked.v1': NOBODY,
  'intake.knock-need.dropped.v1': NOBODY,
  'intake.knock-need.overdue.v1': [inArea('knock-need-overdue', 'intake-clerk')],
  'intake.round.lapsed.v1': [inArea('round-lapsed', 'intake-clerk')],
  'intake.activity.planned.v1': NOBODY,
  'intake.activity.corrected.v1': NOBODY,
  'intake.activity.announced.v1': NOBODY,
  'intake.activity.held.v1': NOBODY,
  'intake.activity.closed.v1': NOBODY,
  'intake.activity.expired.v1': NOBODY,
  'intake.activity.relocated.v1': NOBODY, // it stands in the list of the successor
  'intake.activity.cancelled.v1': NOBODY, // who booked is told by text message
  'intake.activity.lapsed.v1': [inArea('activity-lapsed', 'intake-clerk')],
  'intake.activity-outcome.recorded.v1': NOBODY,
  'intake.activity-outcome.confirmed.v1': NOBODY,
  'intake.activity-outcome.lost.v1': NOBODY,
  'intake.activity-outcome.withdrawn.v1': NOBODY,
  'intake.activity-outcome.relocated.v1': NOBODY, // who is to ask is told when it is time
  'intake.activity-outcome.overdue.v1': [inArea('outcome-overdue', 'intake-clerk', 'window-clerk')],
  'intake.activity-outcome.left-open.v1': NOBODY,
  'intake.home-visit.planned.v1': [goer('home-visit-planned')],
  'intake.home-visit.moved.v1': [goer('home-visit-moved'), { ...goer('home-visit-taken-over'), whom: 'formerWorkerId' }],
  'intake.home-visit.relocated.v1': [inArea('home-visit-relocated', 'window-clerk', 'grid-worker', 'intake-clerk')],
  'intake.home-visit.done.v1': NOBODY,
  'intake.home-visit.not-met.v1': NOBODY,
  'intake.home-visit.taken-back.v1': NOBODY, // who goes is told when its time is over
  'intake.home-visit.cancelled.v1': [goer('home-visit-cancelled')],
  'intake.home-visit.overdue.v1': [goer('home-visit-overdue'), inArea('home-visit-overdue', 'intake-clerk')],
  'intake.service-case.opened.v1': NOBODY,
  'intake.service-case.materials-brought.v1': NOBODY,
  'intake.service-case.materials-asked.v1': NOBODY,
  'intake.service-case.forms-filled.v1': NOBODY,
  'intake.service-case.submitted.v1': NOBODY,
  'intake.service-case.tracked.v1': NOBODY,
  'intake.service-case.overdue.v1': [inArea('service-case-overdue', 'window-clerk', 'grid-worker')],
  'intake.service-case.decided.v1': NOBODY,
  'intake.service-case.undelivered.v1': [inArea('service-case-undelivered', 'window-clerk', 'grid-worker')],
  'intake.service-case.delivered.v1': NOBODY,
  'intake.service-case.refused.v1': NOBODY,
  'intake.service-case.decision-taken-back.v1': NOBODY, // who takes it back handles it
  'intake.service-case.delivery-taken-back.v1': NOBODY,
  'intake.service-case.refusal-taken-back.v1': NOBODY,
  'intake.service-case.unsubmitted.v1': [inArea('service-case-unsubmitted', 'window-clerk', 'grid-worker')],
  'intake.service-case.lapsing.v1': [inArea('service-case-lapsing', 'window-clerk', 'grid-worker')],
  'intake.service-case.withdrawn.v1': NOBODY,
  'intake.service-case.lapsed.v1': NOBODY,
  'intake.service-case.ended.v1': [inArea('service-case-ended', 'window-clerk', 'grid-worker')],
  'intake.service-case.relocated.v1': [inArea('service-case-relocated', 'window-clerk', 'grid-worker')],
  'intake.service-case.rated.v1': ({ satisfaction }: Data): readonly Telling[] =>
    POOR_RATINGS.some((poor) => poor === satisfaction) ? [inArea('rating-poor', 'reviewer', 'intake-clerk')] : [],
  'intake.service-case.rating-taken-back.v1': NOBODY,
  'intake.service-case.rating-overdue.v1': [inArea('rating-overdue', 'reviewer', 'intake-clerk')],
  'intake.service-case.rating-verified.v1': NOBODY,
} as const;
