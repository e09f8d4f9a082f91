import { SATISFACTION_LEVELS, type Satisfaction } from '@zero-distance/contracts';
import { HOUR_MS, newId } from '@zero-distance/kernel';
import fc from 'fast-check';
import { History, orderBase, type Registered, registered, replied, type Told } from './history.js';

/** One request's true story, from which both the events and the figures that they must give are made. */
export interface Story {
  readonly area: '014003' | '014004001' | '015200';
  readonly day: number;
  /** merged: its order or case ended, and it has the answer of its main request; divided: likewise, and it has the answers of its parts. */
  readonly end: 'answered' | 'redirected' | 'declined' | 'withdrawn' | 'handled' | 'mediated' | 'merged' | 'divided';
  readonly waitHours: number;
  readonly callbackPossible: boolean;
  /** The order was given to somebody wrong first, and returned. */
  readonly returned: boolean;
  /** One for each round: late?, and what the requester said (null: not reached). All but the last are unhappy. */
  readonly rounds: readonly { readonly onTime: boolean; readonly said: { solved: boolean; satisfaction: Satisfaction } | null }[];
  readonly agreed: boolean;
  /** It was taken in for another place, and corrected before anything else was done. */
  readonly takenInFor: Story['area'] | null;
  /** It was answered on the spot or declined, and asked for again, before it was withdrawn. */
  readonly settledBefore: 'answered' | 'declined' | null;
  /** The order waited for days, and was due later. */
  readonly parked: boolean;
  /** It was left out of figures, or that was taken back. */
  readonly excluded: 'granted' | 'revoked' | null;
}

/** Whose requesters are asked. */
export const ASKED: readonly Story['end'][] = ['handled', 'mediated', 'merged', 'divided'];
/** Whose own order or case ends, and counts nowhere. */
const DONE_ELSEWHERE: readonly Story['end'][] = ['merged', 'divided'];

const said = fc.option(fc.record({ solved: fc.boolean(), satisfaction: fc.constantFrom(...SATISFACTION_LEVELS) }));
const round = fc.record({ onTime: fc.boolean(), said });
export const story: fc.Arbitrary<Story> = fc.record({
  area: fc.constantFrom<Story['area'][]>('014003', '014004001', '015200'),
  day: fc.integer({ min: 1, max: 28 }),
  end: fc.constantFrom<Story['end'][]>(
    'answered',
    'redirected',
    'declined',
    'withdrawn',
    'handled',
    'handled',
    'handled',
    'mediated',
    'merged',
    'divided',
  ),
  waitHours: fc.double({ min: 0.1, max: 400, noNaN: true }),
  callbackPossible: fc.boolean(),
  returned: fc.boolean(),
  rounds: fc.array(round, { minLength: 1, maxLength: 3 }),
  agreed: fc.boolean(),
  takenInFor: fc.option(fc.constantFrom<Story['area'][]>('014003', '014004001', '015200')),
  settledBefore: fc.option(fc.constantFrom('answered', 'declined')),
  parked: fc.boolean(),
  excluded: fc.option(fc.constantFrom<'granted' | 'revoked'>('granted', 'revoked')),
});

const isHappy = (answer: Story['rounds'][number]['said']): boolean =>
  answer === null || (answer.solved && !answer.satisfaction.endsWith('dissatisfied'));

/** The rounds that really take place: a round follows only an unhappy one, and only when there is somebody to be unhappy. */
export function roundsOf({ rounds, callbackPossible, end }: Story): Story['rounds'] {
  if (!callbackPossible || DONE_ELSEWHERE.includes(end)) return rounds.slice(0, 1);
  const last = rounds.findIndex(({ said }) => isHappy(said));
  return last < 0 ? rounds : rounds.slice(0, last + 1);
}

/** The events of a story, one history an aggregate; different histories may be told in any order. */
export function tellStory(district: string, what: Story): { histories: History[]; requestId: string } {
  const start = Date.parse(`2025-03-${String(what.day).padStart(2, '0')}T01:00:00Z`);
  const at = (hours: number) => new Date(start + Math.round(hours * HOUR_MS)).toISOString();
  const request = registered({
    number: newId(),
    areaCode: district + what.area,
    callbackPossible: what.callbackPossible,
    receivedAt: at(0),
  });
  const { requestId, kind, areaCode } = request;
  const first = { ...request, areaCode: district + (what.takenInFor ?? what.area) };
  const life = new History(requestId).tell('intake.request.registered.v1', first);
  if (what.takenInFor) life.tell('intake.request.corrected.v1', { ...request, at: at(0), corrected: ['area'] });
  if (what.end === 'answered')
    return { requestId, histories: [life.tell('intake.request.answered.v1', { requestId, kind, areaCode, at: at(what.waitHours) })] };
  if (what.end === 'redirected')
    return {
      requestId,
      histories: [life.tell('intake.request.redirected.v1', { requestId, kind, areaCode, at: at(1), emergencyNumber: '119' })],
    };
  if (what.end === 'declined')
    return {
      requestId,
      histories: [life.tell('intake.request.declined.v1', { requestId, kind, areaCode, at: at(1), reasonCode: 'court-matter' })],
    };
  const handling =
    what.end === 'mediated' || (DONE_ELSEWHERE.includes(what.end) && what.agreed)
      ? mediate(request, first, what, at)
      : handle(request, first, what, at);
  if (what.end === 'withdrawn') {
    const moment = { requestId, kind, areaCode, at: at(0.5) };
    if (what.settledBefore === 'answered') life.tell('intake.request.answered.v1', moment);
    if (what.settledBefore === 'declined') life.tell('intake.request.declined.v1', { ...moment, reasonCode: 'court-matter' });
    if (what.settledBefore) life.tell('intake.request.reopened.v1', { ...moment, at: at(0.7), round: 2, cause: 'requester' });
    life.tell('intake.request.withdrawn.v1', { requestId, kind, areaCode, at: at(1) });
    return { requestId, histories: [life, handling] };
  }
  const exclusion = what.end === 'handled' && what.excluded ? [exclude(request, handling.id, what.excluded, at)] : [];
  if (what.end === 'merged') {
    const merged = { requestId, kind, areaCode, at: at(1), number: request.number, mainRequestId: newId() };
    const answer = { ...replied(request, { repliedAt: at(what.waitHours) }), mainRequestId: merged.mainRequestId };
    life.tell('intake.request.merged.v1', merged).tell('intake.request.replied-with-main.v1', answer);
  }
  const parts = what.end === 'divided' ? [1, 2].map((place) => tellPart(request, place, what, at)) : [];
  if (what.end === 'divided') {
    const named = parts.map(({ id }, i) => ({ requestId: id, number: `${request.number}-${i + 1}` }));
    const { answeredBy: _, answerId: __, organisationId: ___, ...answer } = replied(request, { repliedAt: at(what.waitHours) });
    life.tell('intake.request.divided.v1', { requestId, kind, areaCode, at: at(1), partIds: parts.map(({ id }) => id) });
    life.tell('intake.request.replied-in-parts.v1', { ...answer, parts: named });
  }
  const rounds = DONE_ELSEWHERE.includes(what.end) ? [] : roundsOf(what);
  rounds.forEach((_, i) => {
    if (i > 0) life.tell('intake.request.reopened.v1', { requestId, kind, areaCode, at: at(what.waitHours + i), round: i + 1 });
    const answeredBy = what.end === 'mediated' ? ('case-mediation' as const) : ('dispatch' as const);
    const answer = { round: i + 1, repliedAt: at(what.waitHours + 2 * i), answerId: handling.id, answeredBy, organisationId: null };
    life.tell('intake.request.replied.v1', replied(request, answer));
  });
  life.tell('intake.request.closed.v1', { requestId, kind, areaCode, at: at(what.waitHours + 24) });
  return { requestId, histories: [life, handling, ...exclusion, ...parts] };
}

/** A part of a request, which counts nowhere whatever becomes of it. Its order, if it had one, would count like any other. */
function tellPart(whole: Registered, place: number, what: Story, at: (hours: number) => string): History {
  const part = new History();
  const facts = { ...whole, requestId: part.id, parentId: whole.requestId, number: `${whole.number}-${place}` };
  const { requestId, parentId, kind, areaCode } = facts;
  const moment = { requestId, parentId, kind, areaCode, at: at(2) };
  part.tell('intake.request.registered.v1', facts);
  part.tell('intake.request.corrected.v1', { ...facts, at: at(1), corrected: ['title'] });
  if (what.returned) part.tell('intake.request.answered.v1', moment);
  else part.tell('intake.request.replied.v1', replied(facts, { repliedAt: at(2) })).tell('intake.request.closed.v1', moment);
  part.tell('intake.request.reopened.v1', { ...moment, round: 2, cause: 'requester' });
  return place === 1
    ? part.tell('intake.request.withdrawn.v1', moment)
    : part.tell('intake.request.declined.v1', { ...moment, reasonCode: 'other' });
}

function exclude(request: Registered, workOrderId: string, excluded: 'granted' | 'revoked', at: (hours: number) => string): History {
  const application = new History();
  const { requestId: sourceId, areaCode } = request;
  const base = {
    applicationId: application.id,
    workOrderId,
    sourceId,
    type: 'request',
    kind: 'exclusion',
    areaCode,
    leadOrganisationId: newId(),
  };
  application.tell('dispatch.application.asked.v1', { ...base, at: at(3), reasonCode: 'unreasonable', dueAt: at(24) });
  application.tell('dispatch.application.granted.v1', { ...base, at: at(4) });
  return excluded === 'granted' ? application : application.tell('dispatch.application.revoked.v1', { ...base, at: at(5) });
}

function handle(request: Registered, first: Registered, what: Story, at: (hours: number) => string): History {
  const order = new History();
  const lead = newId();
  const base = (hours: number) => orderBase(request, order.id, lead, at(hours));
  const given = (hours: number) => ({
    ...base(hours),
    coOrganisationIds: [],
    routeReason: 'designated',
    signDueAt: at(2),
    feedbackDueAt: at(hours + 168),
  });
  const { areaCode } = first;
  order.tell('dispatch.work-order.opened.v1', {
    ...base(0),
    areaCode,
    leadOrganisationId: null,
    urgency: 'normal',
    categoryCode: '010203',
  });
  order.tell('dispatch.work-order.dispatched.v1', { ...given(0), areaCode });
  if (what.takenInFor) {
    order.tell('dispatch.work-order.corrected.v1', { ...base(0), urgency: 'normal', categoryCode: '010203', feedbackDueAt: at(168) });
    order.tell('dispatch.work-order.reassigned.v1', { ...given(0), formerLeadOrganisationId: newId() });
  }
  if (what.returned) {
    order.tell('dispatch.work-order.returned.v1', { ...base(1), reasonCode: 'not-our-duty' });
    order.tell('dispatch.work-order.dispatched.v1', given(48));
  }
  if (what.end === 'withdrawn') return order.tell('dispatch.work-order.terminated.v1', { ...base(1), reasonCode: 'request-withdrawn' });
  order.tell('dispatch.work-order.accepted.v1', base(1));
  if (DONE_ELSEWHERE.includes(what.end)) {
    const approved = { ...base(1), publicAnswer: '已修复。', repliedAt: at(1), onTime: true }; // in the moment of the merging
    if (!what.returned) order.tell('dispatch.work-order.approved.v1', approved);
    return order.tell('dispatch.work-order.terminated.v1', { ...base(1), reasonCode: what.end });
  }
  if (what.parked) {
    order.tell('dispatch.work-order.parked.v1', { ...base(2), reviewOn: '2025-04-01' });
    order.tell('dispatch.work-order.corrected.v1', {
      ...base(2),
      urgency: 'normal',
      categoryCode: '010203',
      feedbackDueAt: at(168),
      parked: true,
    });
    order.tell('dispatch.work-order.resumed.v1', { ...base(3), feedbackDueAt: at(300) });
    order.tell('dispatch.work-order.extended.v1', { ...base(4), feedbackDueAt: at(350) });
    order.tell('dispatch.work-order.rejected.v1', { ...base(5), reasonCode: 'incomplete', feedbackDueAt: at(400) });
    order.tell('dispatch.work-order.refuted.v1', { ...base(6), reasonCode: 'not-solved' }); // as an earlier release tells it
  }
  roundsOf(what).forEach(({ onTime }, i) => {
    const repliedAt = at(what.waitHours + 2 * i);
    if (i > 0) order.tell('dispatch.work-order.reworked.v1', { ...base(what.waitHours + i), feedbackDueAt: at(1000), round: i + 1 });
    order.tell('dispatch.work-order.replied.v1', { ...base(what.waitHours), feedbackDueAt: at(168), onTime });
    order.tell('dispatch.work-order.approved.v1', { ...base(what.waitHours), publicAnswer: '已修复。', repliedAt, onTime });
  });
  return order.tell('dispatch.work-order.closed.v1', base(what.waitHours + 24));
}

function mediate(request: Registered, first: Registered, what: Story, at: (hours: number) => string): History {
  const mediation = new History();
  const base = { caseId: mediation.id, requestId: request.requestId, areaCode: request.areaCode, caseType: 'neighbours' as const };
  const { areaCode } = first;
  mediation.tell('case-mediation.case.applied.v1', { ...base, areaCode, at: at(0) });
  mediation.tell('case-mediation.case.accepted.v1', { ...base, areaCode, at: at(1) });
  if (what.takenInFor) mediation.tell('case-mediation.case.corrected.v1', { ...base, at: at(1) });
  const end = { ...base, at: at(what.waitHours), publicAnswer: '已调解。' };
  if (DONE_ELSEWHERE.includes(what.end)) return mediation.tell('case-mediation.case.terminated.v1', { ...end, reasonCode: what.end });
  return what.agreed ? mediation.tell('case-mediation.case.agreed.v1', end) : mediation.tell('case-mediation.case.failed.v1', end);
}

/** Some order in which the histories can be told: each in its own order, mixed as `picks` says, here and there one told twice. */
export function interleave(histories: readonly History[], picks: readonly number[]): Told[] {
  const queues = histories.map(({ events }) => [...events]);
  const told: Told[] = [];
  for (let i = 0; queues.some(({ length }) => length > 0); i++) {
    const left = queues.filter(({ length }) => length > 0);
    const pick = picks[i % picks.length] ?? 0;
    const next = left[pick % left.length]?.shift();
    if (!next) break;
    told.push(next, ...(pick % 7 === 0 ? [next] : []));
  }
  return told;
}
