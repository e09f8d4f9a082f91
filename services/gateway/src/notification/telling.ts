import type { EventType } from '@zero-distance/contracts';
import type { StaffKind } from '@zero-distance/notification';
import type { MatterNoun } from '../feed/feed.js';
import { SERVICE_TELLINGS } from './service-tellings.js';
import { coHandler, type Data, handlers, inArea, leadOnly, mediator, NOBODY, owner, person, type Telling, type Told } from './told.js';

/** 催办、黄牌、红牌: a red card is told to who leads besides. */
const REMINDED: Readonly<Record<string, readonly Telling[]>> = {
  reminder: [handlers('order-reminded')],
  yellow: [handlers('order-yellow')],
  red: [handlers('order-red'), inArea('order-red', 'leader')],
};

/** 黄灯、红灯. */
const WARNED: Readonly<Record<string, readonly Telling[]>> = {
  yellow: [handlers('order-nearly-due')],
  red: [handlers('order-due')],
};

/** 追加: a complaint about the handling is for the centre, not for who is complained of alone. */
const FOLLOWED_UP: Readonly<Record<string, readonly Telling[]>> = {
  urge: [handlers('request-urged')],
  supplement: [handlers('request-supplemented')],
  complaint: [inArea('request-complained', 'dispatcher')],
};

/** 责任人. */
const carer = (kind: StaffKind): Telling => person(kind, 'care-worker', 'grid-worker', 'intake-clerk');
/** Who looks after somebody, or, where nobody does, who keeps the register of the area. */
const ofCare =
  (kind: StaffKind) =>
  ({ workerId }: Data): readonly Telling[] => [typeof workerId === 'string' ? carer(kind) : inArea(kind, 'intake-clerk')];

const TO_REVIEW = inArea('order-replied', 'reviewer');

/** Whom each event of a matter is told to. A new event is told to nobody until somebody has said so here: the compiler asks. */
const TELLINGS = {
  'intake.request.registered.v1': NOBODY, // routed at once: who gets it hears of the order
  'intake.request.corrected.v1': NOBODY, // who has the order hears of that
  'intake.request.followed-up.v1': ({ followUp }) => FOLLOWED_UP[String(followUp)] ?? [],
  'intake.request.follow-up-taken-back.v1': [handlers('request-supplement-taken-back')],
  'intake.request.answered.v1': NOBODY,
  'intake.request.declined.v1': NOBODY,
  'intake.request.returned.v1': [inArea('request-returned', 'intake-clerk')],
  'intake.request.redirected.v1': NOBODY, // the order is ended with it
  'intake.request.withdrawn.v1': NOBODY, // the order is ended with it
  'intake.request.dispatched.v1': NOBODY,
  'intake.request.mediating.v1': NOBODY,
  'intake.request.merged.v1': NOBODY, // the order is ended with it
  'intake.request.split-off.v1': NOBODY, // who gets it hears of the order
  'intake.request.divided.v1': NOBODY, // the order is ended with it, and who gets a part hears of its order
  'intake.request.replied-in-parts.v1': NOBODY,
  'intake.request.replied-with-main.v1': NOBODY,
  'intake.request.replied.v1': NOBODY,
  'intake.request.closed.v1': NOBODY,
  'intake.request.reopened.v1': NOBODY, // the order is reworked with it
  'intake.request.erased.v1': NOBODY,
  'intake.request.imported.v1': NOBODY, // it is long past
  'dispatch.work-order.opened.v1': NOBODY,
  'dispatch.work-order.dispatched.v1': [handlers('order-dispatched')],
  'dispatch.work-order.corrected.v1': ({ finderId }) => [
    handlers('order-corrected'),
    ...(finderId ? [person('order-recheck', 'grid-worker')] : []),
  ],
  'dispatch.work-order.reassigned.v1': [handlers('order-dispatched')],
  'dispatch.work-order.handed-over.v1': [handlers('order-handed-over')],
  'dispatch.work-order.co-handlers-changed.v1': NOBODY, // each hears of its part
  'dispatch.work-order.recalled.v1': [inArea('order-returned', 'dispatcher')],
  'dispatch.work-order.accepted.v1': NOBODY,
  'dispatch.work-order.started.v1': NOBODY,
  'dispatch.work-order.staff-assigned.v1': [person('order-assigned', 'handler')],
  'dispatch.work-order.contacted.v1': NOBODY,
  'dispatch.work-order.appointed.v1': NOBODY, // it stands in the order, and in what the resident tracks
  'dispatch.work-order.appointment-missed.v1': [leadOnly('appointment-missed')], // who tracks it sees it there
  'dispatch.work-order.appointment-cancelled.v1': NOBODY, // likewise
  'dispatch.work-order.progressed.v1': NOBODY, // it stands in the order for who asks
  // Who found it is asked first, where they look at it again; the reviewer is when they have, or did not.
  'dispatch.work-order.replied.v1': ({ finderId }) => [finderId ? person('order-recheck', 'grid-worker') : TO_REVIEW],
  'dispatch.work-order.taken-back.v1': NOBODY, // nobody has looked at it yet
  'dispatch.work-order.confirmed.v1': [TO_REVIEW],
  'dispatch.work-order.refuted.v1': [handlers('order-rejected')],
  'dispatch.work-order.recheck-lapsed.v1': [TO_REVIEW],
  'dispatch.work-order.rejected.v1': [handlers('order-rejected')],
  'dispatch.work-order.approved.v1': NOBODY,
  'dispatch.work-order.returned.v1': [inArea('order-returned', 'dispatcher')],
  'dispatch.work-order.reworked.v1': [handlers('order-reworked')],
  'dispatch.work-order.closed.v1': NOBODY,
  'dispatch.work-order.terminated.v1': [handlers('order-terminated')],
  'dispatch.work-order.warned.v1': ({ lamp }) => WARNED[String(lamp)] ?? [],
  'dispatch.work-order.reminded.v1': ({ level }) => REMINDED[String(level)] ?? [],
  'dispatch.work-order.extended.v1': NOBODY, // who asked for it hears that it was granted
  'dispatch.work-order.parked.v1': NOBODY, // likewise
  'dispatch.work-order.resumed.v1': [handlers('order-resumed')],
  'dispatch.work-order.escalated.v1': [handlers('order-escalated'), inArea('order-escalated', 'leader')],
  'dispatch.application.asked.v1': [inArea('application-asked', 'dispatcher', 'reviewer')],
  'dispatch.application.appealed.v1': [inArea('application-asked', 'dispatcher', 'reviewer')],
  'dispatch.application.granted.v1': [handlers('application-granted')],
  'dispatch.application.refused.v1': [handlers('application-refused')],
  'dispatch.application.withdrawn.v1': NOBODY,
  'dispatch.application.revoked.v1': [handlers('application-revoked')],
  'dispatch.application.reminded.v1': [inArea('application-overdue', 'dispatcher', 'reviewer', 'leader')],
  'dispatch.application.lapsed.v1': NOBODY, // what ended the order was told
  'dispatch.part.opened.v1': [coHandler('part-opened')],
  'dispatch.part.accepted.v1': NOBODY,
  'dispatch.part.taken-back.v1': [leadOnly('part-taken-back')],
  'dispatch.part.returned.v1': [inArea('part-returned', 'dispatcher')],
  'dispatch.part.insisted.v1': [coHandler('part-opened')],
  'dispatch.part.reported.v1': [handlers('part-reported')],
  'dispatch.part.reminded.v1': [coHandler('part-overdue'), handlers('part-overdue')],
  'dispatch.part.undecided.v1': [inArea('part-undecided', 'dispatcher', 'leader')],
  'dispatch.part.marked.v1': [coHandler('part-marked')],
  'dispatch.part.ended.v1': [coHandler('part-ended')],
  'dispatch.supervision-order.opened.v1': [handlers('supervision-opened'), inArea('supervision-opened', 'leader')],
  'dispatch.supervision-order.answered.v1': [inArea('supervision-answered', 'dispatcher', 'leader')],
  'dispatch.supervision-order.taken-back.v1': [inArea('supervision-taken-back', 'dispatcher', 'leader')],
  'dispatch.supervision-order.returned.v1': [handlers('supervision-returned')],
  'dispatch.supervision-order.corrected.v1': NOBODY, // likewise
  'dispatch.supervision-order.closed.v1': [handlers('supervision-ended')],
  'dispatch.supervision-order.revoked.v1': [handlers('supervision-ended')],
  'dispatch.supervision-order.reminded.v1': [handlers('supervision-overdue'), inArea('supervision-overdue', 'dispatcher', 'leader')],
  'dispatch.whistle.called.v1': [handlers('whistle-called')],
  'dispatch.whistle.moved.v1': [handlers('whistle-moved')],
  'dispatch.whistle.arrived.v1': NOBODY, // they meet
  'dispatch.whistle.missed.v1': [handlers('whistle-missed'), inArea('whistle-missed', 'leader')],
  'dispatch.whistle.concluded.v1': [handlers('whistle-concluded')],
  'dispatch.whistle.reminded.v1': [leadOnly('whistle-unconcluded'), inArea('whistle-unconcluded', 'leader')],
  'dispatch.whistle.corrected.v1': NOBODY, // who may not hear of it any more least of all
  'dispatch.whistle.cancelled.v1': [handlers('whistle-cancelled')],
  'dispatch.whistle.marked.v1': NOBODY,
  'case-mediation.case.applied.v1': [inArea('case-applied', 'mediator')],
  'case-mediation.case.imported.v1': NOBODY, // it is long past
  'case-mediation.case.corrected.v1': NOBODY,
  'case-mediation.case.accepted.v1': NOBODY,
  'case-mediation.case.declined.v1': NOBODY,
  'case-mediation.case.assigned.v1': [mediator('case-assigned')],
  'case-mediation.case.left.v1': [inArea('case-left', 'mediator', 'dispatcher')],
  'case-mediation.case.started.v1': NOBODY,
  'case-mediation.case.agreed.v1': NOBODY,
  'case-mediation.case.failed.v1': NOBODY,
  'case-mediation.case.terminated.v1': NOBODY,
  'case-mediation.case.performed.v1': NOBODY,
  'case-mediation.case.breached.v1': [inArea('case-breached', 'mediator')],
  'inspection.visit.recorded.v1': NOBODY,
  'inspection.hazard.found.v1': NOBODY,
  'inspection.hazard.imported.v1': NOBODY, // it is long past
  'inspection.visit.imported.v1': NOBODY, // likewise
  'inspection.hazard.corrected.v1': NOBODY,
  'inspection.hazard.ordered.v1': NOBODY,
  'inspection.hazard.transferred.v1': NOBODY, // who gets the order hears of it
  'inspection.hazard.rectified.v1': [inArea('hazard-rectified', 'inspector')],
  'inspection.hazard.closed.v1': NOBODY,
  'inspection.hazard.failed.v1': NOBODY, // the order is reworked with it
  'evaluation.callback.imported.v1': NOBODY, // it is long past
  'evaluation.callback.opened.v1': [inArea('callback-opened', 'callback-agent')],
  'evaluation.callback.attempted.v1': NOBODY,
  'evaluation.callback.recorded.v1': NOBODY,
  'intake.rendition.published.v1': NOBODY,
  'intake.rendition.withdrawn.v1': NOBODY,
  'dispatch.rendition.published.v1': NOBODY,
  'dispatch.rendition.withdrawn.v1': NOBODY,
  'inspection.rendition.published.v1': NOBODY,
  'inspection.rendition.withdrawn.v1': NOBODY,
  'intake.knowledge-entry.drafted.v1': [inArea('knowledge-drafted', 'publisher')],
  'intake.knowledge-entry.edited.v1': NOBODY,
  'intake.knowledge-entry.published.v1': NOBODY, // anybody reads it
  'intake.knowledge-entry.confirmed.v1': NOBODY,
  'intake.knowledge-entry.taken-back.v1': NOBODY,
  'intake.knowledge-entry.retired.v1': NOBODY,
  'intake.knowledge-entry.review-due.v1': [owner('knowledge-review-due'), inArea('knowledge-review-due', 'publisher')],
  'intake.knowledge-entry.expired.v1': [owner('knowledge-expired')],
  // Who looks after the group that it came by is told so besides.
  'intake.snapshot-report.reported.v1': ({ keeperId }) => [
    inArea('snapshot-reported', 'intake-clerk', 'grid-worker'),
    ...(keeperId ? [person('snapshot-by-group', 'intake-clerk', 'grid-worker')] : []),
  ],
  'intake.snapshot-report.registered.v1': NOBODY, // who gets it hears of the order
  'intake.snapshot-report.joined.v1': NOBODY, // who has the request hears of the supplement
  'intake.snapshot-report.unjoined.v1': [inArea('snapshot-reported', 'intake-clerk', 'grid-worker')], // it waits again
  'intake.snapshot-report.relocated.v1': NOBODY, // it stands in the list of the successor
  'intake.snapshot-report.refused.v1': NOBODY,
  'intake.snapshot-report.points-reversed.v1': NOBODY, // it stands in the ledger
  'intake.snapshot-report.reminded.v1': [inArea('snapshot-overdue', 'intake-clerk', 'grid-worker', 'leader')],
  'intake.snapshot-report.erased.v1': NOBODY,
  'intake.missed-call.recorded.v1': NOBODY, // it stands in the list of those to call back
  'intake.missed-call.repeated.v1': NOBODY,
  'intake.missed-call.attempted.v1': NOBODY,
  'intake.missed-call.called-back.v1': NOBODY,
  'intake.missed-call.reminded.v1': [inArea('missed-call-overdue', 'intake-clerk')],
  'intake.missed-call.given-up.v1': NOBODY,
  'intake.reception-day.announced.v1': NOBODY, // anybody reads it
  'intake.reception-day.imported.v1': NOBODY, // it is long past
  'intake.reception-day.corrected.v1': NOBODY, // anybody reads it
  'intake.reception-day.held.v1': NOBODY,
  'intake.reception-day.presumed-held.v1': NOBODY, // it stands in the list of those to close
  'intake.reception-day.called-off.v1': NOBODY,
  'intake.reception-day.lapsed.v1': NOBODY,
  'intake.reception-day.closed.v1': NOBODY,
  'intake.reception-day.expired.v1': NOBODY,
  'intake.key-person.entered.v1': NOBODY, // it stands in the list of those to give to somebody
  'intake.key-person.assigned.v1': [carer('care-offered')],
  'intake.key-person.transferred.v1': [carer('care-offered')],
  'intake.key-person.referred.v1': [{ kind: 'care-offered', roles: ['intake-clerk'], of: 'organisations', named: 'offeredOrganisationId' }],
  'intake.key-person.accepted.v1': NOBODY,
  'intake.key-person.refused.v1': ofCare('care-refused'),
  'intake.key-person.taken-back.v1': NOBODY,
  'intake.key-person.lapsed.v1': ofCare('care-refused'),
  'intake.key-person.visited.v1': NOBODY,
  'intake.key-person.overdue.v1': ofCare('care-overdue'),
  'intake.key-person.risk-changed.v1': [inArea('care-risk-changed', 'intake-clerk')], // a lower risk means fewer visits: nobody says so alone and unseen
  'intake.key-person.change-reported.v1': NOBODY, // likewise
  // Who has them goes on with them in the same community; elsewhere somebody is yet to be found.
  'intake.key-person.moved.v1': ({ waits }) => (waits === true ? [inArea('care-moved-in', 'intake-clerk')] : []),
  'intake.key-person.left.v1': ({ leaving }) => (leaving === 'no-need' ? [inArea('care-ended', 'intake-clerk')] : []), // else by what the register says
  ...SERVICE_TELLINGS,
} as const satisfies Readonly<Record<Extract<EventType, `${MatterNoun}.${string}`>, Told>>;

/** Whom an event is told to. */
export function tellingsOf({ type, data }: { readonly type: string; readonly data: Data }): readonly Telling[] {
  if (!Object.hasOwn(TELLINGS, type)) return [];
  const told: Told = TELLINGS[type as keyof typeof TELLINGS];
  return typeof told === 'function' ? told(data) : told;
}

/** The account that the event names, in the field `whom` where that is told: a mediator who is registered with an account has its id; who of the lead does an order; who found a matter; who looks after somebody, or is asked to; who keeps a WeChat group. */
export function personOf(data: Data, whom?: Telling['whom']): string | null {
  const { mediatorId, personId, finderId, offeredTo, workerId, keeperId } = data;
  const named = whom === undefined ? [mediatorId, personId, finderId, offeredTo, workerId, keeperId] : [data[whom]];
  return named.find((id) => typeof id === 'string') ?? null;
}

/** The organisations that have the matter, as the event names them; or only that in the field `named`. */
export function organisationsOf(data: Data, named?: Telling['named']): string[] {
  if (named !== undefined) return [data[named]].filter((id) => typeof id === 'string');
  const { leadOrganisationId, coOrganisationIds } = data;
  const lead = typeof leadOrganisationId === 'string' ? [leadOrganisationId] : [];
  return [...lead, ...(Array.isArray(coOrganisationIds) ? coOrganisationIds.map(String) : [])];
}
