import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventData, SATISFACTION_LEVELS, type Satisfaction } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas, tellRegisters } from '@zero-distance/testing';
import fc from 'fast-check';
import { History, orderBase, type Registered, registered, replied, type Told } from './history.js';

const V1 = '/api/evaluation/v1';
const HOUR_MS = 3_600_000;

interface Rate {
  numerator: number;
  denominator: number;
}
type Figures = Record<string, number | Rate | null>;

let stack: TestStack;
let agent: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'] });
  await tellRegisters(stack, 'evaluation');
  const claims = { scopes: ['evaluation:read', 'evaluation:write'], roles: ['callback-agent'] };
  agent = stack.http('evaluation', await stack.token(claims));
  const administrator = await stack.token({ scopes: ['evaluation:operate'], roles: ['administrator'] });
  await stack.http('evaluation', administrator).put(`${V1}/policies/attempt-interval`, { value: 0 });
}, 60_000);
afterAll(() => stack?.stop());

/** One request's true story, from which both the events and the figures that they must give are made. */
interface Story {
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
const ASKED: readonly Story['end'][] = ['handled', 'mediated', 'merged', 'divided'];
/** Whose own order or case ends, and counts nowhere. */
const DONE_ELSEWHERE: readonly Story['end'][] = ['merged', 'divided'];

const said = fc.option(fc.record({ solved: fc.boolean(), satisfaction: fc.constantFrom(...SATISFACTION_LEVELS) }));
const round = fc.record({ onTime: fc.boolean(), said });
const story: fc.Arbitrary<Story> = fc.record({
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
function roundsOf({ rounds, callbackPossible, end }: Story): Story['rounds'] {
  if (!callbackPossible || DONE_ELSEWHERE.includes(end)) return rounds.slice(0, 1);
  const last = rounds.findIndex(({ said }) => isHappy(said));
  return last < 0 ? rounds : rounds.slice(0, last + 1);
}

/** The events of a story, one history an aggregate; different histories may be told in any order. */
function tellStory(district: string, what: Story): { histories: History[]; requestId: string } {
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
    order.tell('dispatch.work-order.extended.v1', { ...base(4), feedbackDueAt: at(400) });
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

/** The figures computed from the stories themselves, the plain way. */
function truth(stories: readonly Story[], month: string): Figures {
  const inMonth = (what: Story, hours: number) => {
    const moment = new Date(
      Date.parse(`2025-03-${String(what.day).padStart(2, '0')}T01:00:00Z`) + Math.round(hours * HOUR_MS) + 8 * HOUR_MS,
    );
    return moment.toISOString().startsWith(month);
  };
  const count = (test: (what: Story) => boolean) => stories.filter(test).length;
  const isHandled = ({ end, excluded }: Story) => end === 'handled' && excluded !== 'granted';
  const dueAfter = ({ parked, returned }: Story) => (parked ? 400 : returned ? 216 : 168);
  const isReplied = ({ end }: Story) => ASKED.includes(end);
  const due = stories.filter((what) => isHandled(what) && inMonth(what, dueAfter(what)));
  const answered = stories.filter((what) => isHandled(what) && inMonth(what, what.waitHours));
  const accepted = stories.filter((what) => what.end === 'mediated' && inMonth(what, 1));
  const waits = stories
    .filter((what) => (isReplied(what) || what.end === 'answered') && inMonth(what, what.waitHours))
    .map(({ waitHours }) => waitHours)
    .concat(stories.filter((what) => what.end === 'withdrawn' && what.settledBefore === 'answered' && inMonth(what, 0.5)).map(() => 0.5));
  return {
    received: count((what) => inMonth(what, 0)),
    answeredOnTheSpot: count((what) => what.end === 'answered' && inMonth(what, what.waitHours)),
    declined: count((what) => what.end === 'declined' && inMonth(what, 1)),
    redirected: count((what) => what.end === 'redirected' && inMonth(what, 1)),
    withdrawn: count((what) => what.end === 'withdrawn' && inMonth(what, 1)),
    closed: count((what) => isReplied(what) && inMonth(what, what.waitHours + 24)),
    closingRate: { numerator: due.length, denominator: due.length },
    onTimeRate: { numerator: answered.filter((what) => roundsOf(what).every(({ onTime }) => onTime)).length, denominator: answered.length },
    mediationRate: { numerator: accepted.filter(({ agreed }) => agreed).length, denominator: accepted.length },
    medianResponseHours: nearestRank(waits, 0.5),
    p90ResponseHours: nearestRank(waits, 0.9),
  };
}

/** Callback figures fall on the day of the callback, which is today. */
function callbackTruth(stories: readonly Story[]): Figures {
  const called = stories.filter(({ end, callbackPossible }) => callbackPossible && ASKED.includes(end));
  const saidOf = (some: readonly Story[]) => some.flatMap((what) => roundsOf(what).map(({ said }) => said));
  const effective = saidOf(called);
  const counted = saidOf(called.filter(({ end, excluded }) => end !== 'handled' || excluded !== 'granted'));
  const of = (test: (answer: NonNullable<Story['rounds'][number]['said']>) => boolean, answers = effective) => ({
    numerator: answers.filter((answer) => answer !== null && test(answer)).length,
    denominator: answers.length,
  });
  const content = (level: string) => ['very-satisfied', 'satisfied', 'basically-satisfied'].includes(level);
  return {
    responseRate: of(() => true),
    solvedRate: of(({ solved }) => solved, counted),
    satisfactionRate: of(({ satisfaction }) => content(satisfaction)),
  };
}

function nearestRank(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(p * sorted.length)) - 1] ?? null;
}

function expectFigures(got: Figures, want: Figures): void {
  for (const [name, value] of Object.entries(want)) {
    if (name.endsWith('Hours') && typeof value === 'number') {
      expect(Math.abs((got[name] as number) - value) / value).toBeLessThan(0.055); // 4.9 % and three digits
    } else if (typeof value === 'object' && value !== null) expect([name, got[name]]).toEqual([name, expect.objectContaining(value)]);
    else expect([name, got[name]]).toEqual([name, value]);
  }
}

/** Some order in which the histories can be told: each in its own order, mixed as `picks` says, here and there one told twice. */
function interleave(histories: readonly History[], picks: readonly number[]): Told[] {
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

async function recordCallbacks(stories: readonly { what: Story; requestId: string }[]): Promise<void> {
  for (const { what, requestId } of stories) {
    if (!ASKED.includes(what.end)) continue;
    const rounds = roundsOf(what);
    const { items } = await eventually(async () => {
      const { body } = await agent.get<{ items: { id: string; round: number; state: string }[] }>(`${V1}/callbacks?requestId=${requestId}`);
      expect(body.items).toHaveLength(rounds.length);
      return body;
    });
    for (const { id, round: number, state } of items) {
      if (state === 'recorded') continue;
      const answer = rounds[number - 1]?.said;
      if (answer) await agent.post(`${V1}/callbacks/${id}/record`, { contacted: true, ...answer });
      else for (let i = 0; i < 3; i++) await agent.post(`${V1}/callbacks/${id}/attempt`);
    }
  }
}

const figuresOf = async (areaCode: string, period: string) =>
  (await agent.get<Figures>(`${V1}/figures?areaCode=${areaCode}&period=${period}`)).body;
const today = () => new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10);

describe('whatever order the events come in', () => {
  const PLACES = ['014003', '014004001', '015200'];
  let districts = 100_000;

  it('figures equal those of the true stories, at every level of area', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(story, { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(1000), { minLength: 20, maxLength: 60 }),
        async (stories, picks) => {
          const district = String(++districts);
          await tellAreas(
            stack,
            'evaluation',
            PLACES.map((place) => district + place),
          );
          const told = stories.map((what) => ({ what, ...tellStory(district, what) }));
          for (const { type, aggregate, data } of interleave(
            told.flatMap(({ histories }) => histories),
            picks,
          ))
            await stack.publish(type, aggregate, data);
          await recordCallbacks(told);
          const day = today();
          await eventually(async () => {
            for (const inside of ['', '014', '015200', '014004001']) {
              const there = stories.filter(({ area }) => area.startsWith(inside));
              expectFigures(await figuresOf(district + inside, '2025-03'), truth(there, '2025-03'));
              expectFigures(await figuresOf(district + inside, '2025-04'), truth(there, '2025-04'));
              expectFigures(await figuresOf(district + inside, '2025'), truth(there, '2025'));
              expectFigures(await figuresOf(district + inside, day), callbackTruth(there));
            }
          });
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  }, 120_000);

  it('counters equal what the rows contribute, once everything is folded', async () => {
    await eventually(async () => expect(await stack.sql('evaluation', 'select 1 from figure_delta limit 1')).toEqual([]));
    const tables = ['request', 'work_order', 'callback', 'mediation_case', 'visit', 'hazard', 'hotline_call'];
    const rows = tables.map((table) => `select area_code, c from ${table} r, unnest(contribution(r)) c`).join(' union all ');
    const difference = await stack.sql(
      'evaluation',
      `select area_code, period, name, sum(amount) from (
         select left(area_code, level) as area_code, left(c, 10) as period, substr(c, 12) as name, 1 as amount
         from (${rows}) as r, (values (0), (6), (9), (12), (15)) as l (level) where level <= length(area_code)
         union all select area_code, period, name, -amount from figure where length(period) = 10
       ) as both_sides group by 1, 2, 3 having sum(amount) <> 0`,
    );
    expect(difference).toEqual([]);
  });

  it('counted again from the rows, counters come to what they are', async () => {
    const counters = () => stack.sql('evaluation', 'select * from figure where amount <> 0 order by area_code, period, name');
    const before = await counters();
    expect(before.length).toBeGreaterThan(100);
    await stack.sql('evaluation', 'select recount_figures()');
    expect(await counters()).toEqual(before);
  });
});

describe('five callers of one burst pipe', () => {
  it('are five requests, five callbacks and one order; who is not content adds one order, and nothing else', async () => {
    const district = '300001';
    const areaCode = `${district}014003`;
    await tellAreas(stack, 'evaluation', [areaCode]);
    const at = new Date().toISOString();
    const day = today();
    const requests = Array.from({ length: 5 }, () => registered({ number: newId(), areaCode, receivedAt: at }));
    const [main, ...others] = requests as [Registered, ...Registered[]];
    const given = { coOrganisationIds: [], routeReason: 'designated', signDueAt: at, feedbackDueAt: at };
    const orderOf = (request: Registered) => {
      const order = new History();
      const base = orderBase(request, order.id, newId(), at);
      return { base, order: order.tell('dispatch.work-order.dispatched.v1', { ...base, ...given }) };
    };
    const answered = (request: Registered) => {
      const { order, base } = orderOf(request);
      order.tell('dispatch.work-order.approved.v1', { ...base, publicAnswer: '已修复。', repliedAt: at, onTime: true });
      return order.tell('dispatch.work-order.closed.v1', base);
    };
    const step = ({ requestId, kind }: Registered) => ({ requestId, kind, areaCode, at });
    const lives = requests.map((request) => new History(request.requestId).tell('intake.request.registered.v1', request));
    const [first, ...members] = lives as [History, ...History[]];
    first.tell('intake.request.replied.v1', replied(main, { repliedAt: at })).tell('intake.request.closed.v1', step(main));
    others.forEach((request, i) => {
      const { requestId: mainRequestId } = main;
      members[i]?.tell('intake.request.merged.v1', { ...step(request), number: request.number, mainRequestId });
      members[i]?.tell('intake.request.replied-with-main.v1', { ...replied(request, { repliedAt: at }), mainRequestId });
    });
    const ended = others.map((request) => {
      const { order, base } = orderOf(request);
      return order.tell('dispatch.work-order.terminated.v1', { ...base, reasonCode: 'merged' });
    });
    for (const { type, aggregate, data } of [...ended.reverse(), answered(main), ...lives.reverse()].flatMap(({ events }) => events))
      await stack.publish(type, aggregate, data);
    const whole = (part: number, of: number) => ({ numerator: part, denominator: of });
    await eventually(async () =>
      expect(await figuresOf(district, day)).toMatchObject({ received: 5, closed: 1, closingRate: whole(1, 1), onTimeRate: whole(1, 1) }),
    );
    const callbacks = await eventually(async () => {
      const { body } = await agent.get<{ items: { id: string; requestId: string }[] }>(`${V1}/callbacks?areaCode=${areaCode}`);
      expect(new Set(body.items.map(({ requestId }) => requestId)).size).toBe(5);
      return body.items;
    });
    const unhappy = others[0] as Registered;
    for (const { id, requestId } of callbacks) {
      const isUnhappy = requestId === unhappy.requestId;
      await agent.post(`${V1}/callbacks/${id}/record`, {
        contacted: true,
        solved: !isUnhappy,
        satisfaction: isUnhappy ? 'dissatisfied' : 'satisfied',
      });
    }
    for (const { type, aggregate, data } of answered(unhappy).events) await stack.publish(type, aggregate, data);
    await eventually(async () =>
      expect(await figuresOf(district, day)).toMatchObject({
        received: 5,
        closingRate: whole(2, 2),
        onTimeRate: whole(2, 2),
        responseRate: whole(5, 5),
        solvedRate: whole(4, 5),
        satisfactionRate: whole(4, 5),
      }),
    );
  });
});

describe('figures', () => {
  const area = '200001001001';
  const tell = async (history: History) => {
    for (const { type, aggregate, data } of history.events) await stack.publish(type, aggregate, data);
  };

  beforeAll(() => tellAreas(stack, 'evaluation', [area]));

  it('leave out what is due only later', async () => {
    const month = today().slice(0, 7);
    const yesterday = new Date(Date.now() - 24 * HOUR_MS).toISOString();
    const tomorrow = new Date(Date.now() + 24 * HOUR_MS).toISOString();
    for (const feedbackDueAt of [yesterday, new Date().toISOString(), tomorrow]) {
      const order = new History();
      const base = orderBase(registered({ areaCode: area }), order.id, newId(), yesterday);
      order.tell('dispatch.work-order.opened.v1', { ...base, leadOrganisationId: null, urgency: 'normal', categoryCode: null });
      await tell(
        order.tell('dispatch.work-order.dispatched.v1', {
          ...base,
          coOrganisationIds: [],
          routeReason: 'designated',
          signDueAt: tomorrow,
          feedbackDueAt,
        }),
      );
    }
    const rates = async (period: string) => ((await figuresOf(area, period)).closingRate as Rate).denominator;
    await eventually(async () =>
      expect((await rates(yesterday.slice(0, 4))) + (await rates(tomorrow.slice(0, 4)))).toBeGreaterThanOrEqual(2),
    );
    await eventually(async () => expect(await stack.sql('evaluation', 'select 1 from figure_delta limit 1')).toEqual([]));
    const shanghai = (iso: string) => new Date(Date.parse(iso) + 8 * HOUR_MS).toISOString().slice(0, 10);
    expect(await rates(shanghai(yesterday))).toBe(1);
    expect(await rates(shanghai(tomorrow))).toBe(0);
    expect(await rates(month)).toBe(shanghai(yesterday).startsWith(month) ? 2 : 1);
  });

  it('count a past request in its own month: received, due, closed, in time or late; one that is open is due and not closed', async () => {
    const PAST = '100900';
    await tellAreas(stack, 'evaluation', [PAST]);
    const tell = (times: { dueAt: string; repliedAt: string | null; closedAt: string | null }) => {
      const request = { ...registered({ areaCode: PAST, receivedAt: '2024-05-02T02:00:00.000Z', callbackPossible: false }), ...times };
      return stack.publish('intake.request.imported.v1', { id: request.requestId, version: 1 }, request);
    };
    await tell({ dueAt: '2024-05-09T09:00:00.000Z', repliedAt: '2024-05-03T02:00:00.000Z', closedAt: '2024-05-04T02:00:00.000Z' });
    await tell({ dueAt: '2024-05-09T09:00:00.000Z', repliedAt: null, closedAt: '2024-05-20T02:00:00.000Z' });
    await tell({ dueAt: '2024-05-09T09:00:00.000Z', repliedAt: null, closedAt: null });
    await eventually(async () => {
      expect(await figuresOf(PAST, '2024-05')).toMatchObject({
        received: 3,
        closed: 2,
        closingRate: { numerator: 2, denominator: 3 },
        onTimeRate: { numerator: 1, denominator: 2 },
      });
    });
    expect(await stack.sql('evaluation', 'select 1 from callback where area_code = $1', [PAST])).toEqual([]);
  });

  it('mark small samples', async () => {
    expect((await figuresOf(area, '2020')).satisfactionRate).toEqual({ numerator: 0, denominator: 0, rate: null, smallSample: true });
  });

  it('count visits and hazards', async () => {
    const premisesId = newId();
    const at = '2025-05-05T05:00:00.000Z';
    const visits = [true, false].map((passed) => {
      const visit = new History();
      return visit.tell('inspection.visit.recorded.v1', {
        visitId: visit.id,
        premisesId,
        areaCode: area,
        passed,
        hazards: passed ? 0 : 2,
        at,
      });
    });
    const hazards = [0, 1].map((i) => {
      const hazard = new History();
      const data: EventData<'inspection.hazard.found.v1'> = {
        hazardId: hazard.id,
        premisesId,
        areaCode: area,
        itemCode: 'exit-blocked',
        severity: 'minor',
        at,
      };
      hazard.tell('inspection.hazard.found.v1', data);
      return i === 0 ? hazard.tell('inspection.hazard.corrected.v1', data) : hazard;
    });
    for (const history of [...visits, ...hazards]) await tell(history);
    await eventually(async () =>
      expectFigures(await figuresOf(area, '2025-05-05'), {
        visitPassRate: { numerator: 1, denominator: 2 },
        hazardSettledRate: { numerator: 1, denominator: 2 },
      }),
    );
  });

  it('count calls to the hotline where its line is answered for: those answered, those answered within 15 seconds, and each one missed', async () => {
    const [line, day] = ['300005', '2025-06-07'];
    await tellAreas(stack, 'evaluation', [line, `${line}001`]);
    const at = (minute: number) => `${day}T02:${minute}:00.000Z`;
    const taken = [0, 15, 16, undefined].map((queueSeconds, i) => {
      const request = registered({ number: newId(), areaCode: `${line}001001`, receivedAt: at(10 + i) });
      const call = queueSeconds === undefined ? {} : { call: { areaCode: line, queueSeconds } };
      return new History(request.requestId).tell('intake.request.registered.v1', { ...request, ...call });
    });
    const missed = new History();
    const base = { missedCallId: missed.id, areaCode: line, at: at(20) };
    missed.tell('intake.missed-call.recorded.v1', { ...base, calledAt: at(20), dueAt: at(59) });
    missed.tell('intake.missed-call.repeated.v1', { ...base, calledAt: at(21), calls: 2 });
    missed.tell('intake.missed-call.called-back.v1', { ...base, outcome: 'answered', requestId: null, inTime: true });
    for (const history of [missed, ...taken]) await tell(history);
    const rates = { connectionRate: { numerator: 3, denominator: 5 }, answerInTimeRate: { numerator: 2, denominator: 3 } };
    await eventually(async () => expectFigures(await figuresOf(line, day), { received: 4, ...rates }));
    expectFigures(await figuresOf(`${line}001`, day), {
      received: 4,
      connectionRate: { numerator: 0, denominator: 0 },
      answerInTimeRate: { numerator: 0, denominator: 0 },
    });
  });

  it('compare areas only within their type', async () => {
    const district = '200002';
    await tellAreas(stack, 'evaluation', [district]);
    for (const [code, comparisonType] of [
      ['001001', 'old-estate'],
      ['001002', 'old-estate'],
      ['100201', 'rural-village'],
    ] as const) {
      const known = new History();
      const data = {
        areaId: known.id,
        code: district + code,
        name: `社区${code}`,
        kind: 'residents_committee',
        comparisonType,
        edition: 'NBS-2023',
      };
      await tell(known.tell('intake.area.registered.v1', data));
      const request = registered({ number: newId(), areaCode: district + code });
      await tell(new History(request.requestId).tell('intake.request.registered.v1', request));
    }
    await eventually(async () => {
      const path = `${V1}/figures/comparison?comparisonType=old-estate&areaCode=${district}&period=2025-03`;
      const { body } = await agent.get<{ items: { areaCode: string; areaName: string; received: number }[] }>(path);
      expect(body.items.map(({ areaCode, areaName, received }) => [areaCode, areaName, received])).toEqual([
        [`${district}001001`, '社区001001', 1],
        [`${district}001002`, '社区001002', 1],
      ]);
    });
  });

  it('tell an organisation nothing of its complainant: its own territory only, no grid, no day, no small number', async () => {
    const street = newId();
    await tellAreas(stack, 'evaluation', ['200003', '200003001', '200003001001', '200003001001007']);
    const registration = { organisationId: street, code: 'street-200003001', name: '街道', kind: 'street' as const, areaCode: '200003001' };
    await tell(new History(street).tell('dispatch.organisation.registered.v1', registration));
    for (const grid of ['001007', '001007', '002001']) {
      const request = registered({ number: newId(), areaCode: `200003001${grid}` });
      await tell(new History(request.requestId).tell('intake.request.registered.v1', request));
    }
    const claims = { scopes: ['evaluation:read'], roles: ['handler' as const, 'leader' as const], org: 'street-200003001' };
    const own = stack.http('evaluation', await stack.token(claims));
    const read = async (query: string) => {
      const { status, body } = await own.get<Figures & { code?: string }>(`${V1}/figures?period=2025-03&${query}`);
      return status === 200 ? body : [status, body.code];
    };
    await eventually(async () => expect(await read('')).toMatchObject({ areaCode: '200003001', received: null, withheld: ['received'] }));
    expect((await figuresOf('200003001', '2025-03')).received).toBe(3);
    expect(await read('areaCode=200003001001007')).toEqual([404, 'evaluation.figure.not_found']);
    expect(await read('areaCode=200003')).toEqual([404, 'evaluation.figure.not_found']);
    expect(await read('areaCode=200003001001&period=2025-03-05')).toEqual([422, expect.any(String)]);
    const { body } = await own.get<{ code: string }>(`${V1}/figures?period=2025-03-05`);
    expect(body.code).toBe('evaluation.period.too_short');
  });

  it('refuse a period or an area that is none, and an area outside the caller’s', async () => {
    const code = async (query: string, client = agent) => {
      const { status, body } = await client.get<{ code: string }>(`${V1}/figures?${query}`);
      return [status, body.code];
    };
    expect(await code('period=2025-13')).toEqual([422, 'evaluation.period.invalid']);
    expect(await code('period=last')).toEqual([422, 'evaluation.period.invalid']);
    expect(await code('areaCode=230903999')).toEqual([422, 'platform.invalid_input']);
    expect(await code('areaCode=440305')).toEqual([404, 'evaluation.area.not_found']);
    const claims = { scopes: ['evaluation:read'], roles: ['leader' as const], area: '230903012' };
    const elsewhere = stack.http('evaluation', await stack.token(claims));
    expect(await code('areaCode=230903011', elsewhere)).toEqual([404, 'evaluation.figure.not_found']);
    expect((await elsewhere.get<{ areaCode: string }>(`${V1}/figures`)).body.areaCode).toBe('230903012');
  });
});
