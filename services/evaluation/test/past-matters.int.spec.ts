import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { bringIn, eventually, type HttpClient, startTestStack, type TestStack, tellAreas, tellRegisters } from '@zero-distance/testing';
import { type Callback, V1 } from './callbacks.js';
import { registered } from './history.js';
import type { Figures } from './story-truth.js';

const HEAD = 'reference,contacted,solved,satisfaction,recordedAt';
const AREA = '230903011001';

let stack: TestStack;
let importer: HttpClient;
let agent: HttpClient;
beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'] });
  await tellRegisters(stack, 'evaluation');
  importer = await as('importer', ['evaluation:import', 'evaluation:read']);
  agent = await as('callback-agent', ['evaluation:read', 'evaluation:write']);
}, 60_000);
afterAll(() => stack?.stop());

const as = async (role: string, scopes: string[], area = '230903') =>
  stack.http('evaluation', await stack.token({ clientId: role, scopes, roles: [role], area }));
const figuresOf = async (areaCode: string, period: string) =>
  (await agent.get<Figures>(`${V1}/figures?areaCode=${areaCode}&period=${period}`)).body;

/** A request of the time before; without its number where it was brought in before that was told. */
async function pastRequest(reference: string | undefined, times: object = {}): Promise<string> {
  const said = { repliedAt: '2025-03-05T02:00:00.000Z', closedAt: '2025-03-09T02:00:00.000Z', dueAt: null, ...times };
  const received = { areaCode: AREA, number: newId(), receivedAt: '2025-03-03T02:00:00.000Z', callbackPossible: false };
  const request = { ...registered(received), ...said, ...(reference && { reference }) };
  await stack.publish('intake.request.imported.v1', { id: request.requestId, version: 1 }, request);
  await eventually(async () =>
    expect(await stack.sql('evaluation', 'select 1 from request where id = $1', [request.requestId])).toHaveLength(1),
  );
  return request.requestId;
}

const brought = (...rows: string[]) => bringIn(importer, `${V1}/imports?register=past-callbacks`, [HEAD, ...rows]);
const callbacksOf = async (requestId: string) =>
  (await agent.get<{ items: (Callback & { id: string })[] }>(`${V1}/callbacks?requestId=${requestId}`)).body.items;

describe('a callback of the time before', () => {
  it('is brought in by the number of its request, counts in its own month where the request is, and is told once', async () => {
    const [happy, unhappy, away] = [await pastRequest('P-1'), await pastRequest('P-2'), await pastRequest('P-3')];
    const rows = ['P-1,true,true,satisfied,2025-04-02', 'P-2,true,false,dissatisfied,2025-04-03', 'P-3,false,,,2025-04-04'];
    expect(await brought(...rows)).toMatchObject({ done: { created: 3, refused: 0 } });
    const [first] = await callbacksOf(happy);
    expect(first).toMatchObject({ state: 'recorded', round: 1, outcome: 'closed', overdue: false, actions: [], version: 1 });
    expect(await callbacksOf(unhappy)).toMatchObject([{ outcome: 'closed', solved: false }]); // long past: nothing is reworked
    expect(await callbacksOf(away)).toMatchObject([{ contacted: false, solved: null }]);
    await eventually(async () =>
      expect(await figuresOf(AREA, '2025-04')).toMatchObject({
        responseRate: { numerator: 2, denominator: 3 },
        solvedRate: { numerator: 1, denominator: 3 },
        satisfactionRate: { numerator: 1, denominator: 3 },
      }),
    );
    const told = await eventually(async () => {
      const events = (await stack.published()).filter(({ aggregateId }) => aggregateId === first?.id);
      expect(events).toHaveLength(1);
      return events[0];
    });
    expect([told?.type, told?.aggregateVersion]).toEqual(['evaluation.callback.imported.v1', 1]);
  });

  it('of a service that was ordered rates it in its own month, as a count by hand does', async () => {
    const area = '230903019004';
    await tellAreas(stack, 'evaluation', [area]);
    for (const reference of ['P-30', 'P-31', 'P-32']) await pastRequest(reference, { kind: 'service-order', areaCode: area });
    const rows = ['P-30,true,true,satisfied,2025-04-02', 'P-31,true,true,very-dissatisfied,2025-04-03', 'P-32,false,,,2025-04-04'];
    expect(await brought(...rows)).toMatchObject({ done: { created: 3, refused: 0 } });
    await eventually(async () =>
      expect(await figuresOf(area, '2025-04')).toMatchObject({ servicesRated: 2, serviceGoodRate: { numerator: 1, denominator: 2 } }),
    );
  });

  it('is brought in once: the same again changes nothing and counts nothing, and another answer is refused', async () => {
    const before = await figuresOf(AREA, '2025-04');
    expect((await brought('P-1,true,true,satisfied,2025-04-02')).done).toMatchObject({ created: 0, unchanged: 1 });
    expect(await brought('P-1,true,true,very-satisfied,2025-04-02')).toMatchObject({ faults: [[2, 'differs']] });
    expect(await figuresOf(AREA, '2025-04')).toEqual(before);
  });

  it('is refused where it cannot be, to who may not bring it in, and for a request that nobody brought in by that number', async () => {
    await pastRequest('P-10', { repliedAt: null, closedAt: null });
    await pastRequest('P-11');
    await pastRequest('P-12');
    await pastRequest(undefined);
    const rows = ['P-10,true,true,satisfied,2025-04-02', 'P-11,true,true,satisfied,2025-03-04', 'P-12,true,,,2025-04-02'];
    expect((await brought(...rows, 'P-19,true,true,satisfied,2025-04-02')).faults).toEqual([
      [2, 'not_closed'],
      [3, 'before_reply'],
      [4, 'answer_unfit'],
      [5, 'no_request'],
    ]);
    const said = { contacted: true, solved: true, satisfaction: 'satisfied', recordedAt: '2025-04-02T02:00:00Z' };
    const elsewhere = await as('importer', ['evaluation:import'], '230903012');
    expect(await elsewhere.put(`${V1}/past-callbacks/P-11`, said)).toMatchObject({
      status: 403,
      body: { code: 'platform.area_not_allowed' },
    });
    expect((await agent.put(`${V1}/past-callbacks/P-11`, said)).status).toBe(403);
  });
});

describe('reception days of the time before', () => {
  it('count on their own days, with how many came, as a count by hand does', async () => {
    const area = '230903017001';
    await tellAreas(stack, 'evaluation', [area]);
    const days: [day: string, visitors: number][] = [
      ['2025-05-06', 7],
      ['2025-05-20', 5],
      ['2025-06-03', 3],
    ];
    for (const [day, visitors] of days) {
      const receptionDayId = newId();
      const [startsAt, endsAt] = [`${day}T01:00:00.000Z`, `${day}T03:00:00.000Z`];
      const told = { receptionDayId, areaCode: area, at: new Date().toISOString(), startsAt, endsAt, visitors };
      await stack.publish('intake.reception-day.imported.v1', { id: receptionDayId, version: 1 }, told);
    }
    await eventually(async () => expect(await figuresOf(area, '2025-05')).toMatchObject({ receptionDays: 2, receptionVisitors: 12 }));
    await eventually(async () => expect(await figuresOf(area, '2025-06')).toMatchObject({ receptionDays: 1, receptionVisitors: 3 }));
  });
});

describe('calls of the time before', () => {
  it('count on their own days where their line was answered for, in time by the seconds of now, as a count by hand does', async () => {
    const [area, below] = ['100903', '100903001'];
    await tellAreas(stack, 'evaluation', [area, below]);
    const calls: [day: string, areaCode: string, answerSeconds: number | null][] = [
      ['2025-05-06', area, 0],
      ['2025-05-06', area, 15],
      ['2025-05-20', area, 16],
      ['2025-05-21', below, null],
      ['2025-06-03', area, null],
    ];
    for (const [day, areaCode, answerSeconds] of calls) {
      const pastCallId = newId();
      const said = { calledAt: `${day}T01:00:00.000Z`, answered: answerSeconds !== null, answerSeconds };
      await stack.publish(
        'intake.past-call.imported.v1',
        { id: pastCallId, version: 1 },
        { pastCallId, areaCode, at: new Date().toISOString(), ...said },
      );
    }
    const reader = await as('leader', ['evaluation:read'], area);
    const rates = async (areaCode: string, period: string) => {
      const { body } = await reader.get<Figures>(`${V1}/figures?areaCode=${areaCode}&period=${period}`);
      return { connected: body.connectionRate, inTime: body.answerInTimeRate };
    };
    const rate = (numerator: number, denominator: number) => expect.objectContaining({ numerator, denominator });
    await eventually(async () => {
      expect(await rates(area, '2025-05')).toEqual({ connected: rate(3, 4), inTime: rate(2, 3) });
      expect(await rates(below, '2025-05')).toEqual({ connected: rate(0, 1), inTime: rate(0, 0) });
      expect(await rates(area, '2025-06')).toEqual({ connected: rate(0, 1), inTime: rate(0, 0) });
    });
  });
});

describe('service cases and visits at home of the time before', () => {
  it('count in the months when they were opened, delivered, rated and made, as a count by hand does', async () => {
    const area = '230903018001';
    await tellAreas(stack, 'evaluation', [area]);
    const DELIVERED = { oneStop: true, askedLater: false, inTime: true, oneVisit: true, alone: true, ratedAt: null, satisfaction: null };
    const NO_RESULT = { ...DELIVERED, deliveredAt: null, inTime: false, oneVisit: false, alone: false };
    const cases = [
      { ...DELIVERED, openedAt: '2025-05-06', deliveredAt: '2025-05-08', ratedAt: '2025-05-09', satisfaction: 'satisfied' as const },
      { ...DELIVERED, openedAt: '2025-05-07', deliveredAt: '2025-06-02', inTime: false, alone: false, askedLater: true },
      { ...DELIVERED, openedAt: '2025-05-08', deliveredAt: '2025-05-09', oneStop: false, alone: false, oneVisit: false },
      { ...DELIVERED, openedAt: '2025-05-09', deliveredAt: '2025-05-12', ratedAt: '2025-06-03', satisfaction: 'dissatisfied' as const },
      { ...NO_RESULT, openedAt: '2025-05-10' },
    ];
    const at = new Date().toISOString();
    const timeOf = (day: string | null) => day && `${day}T01:00:00.000Z`;
    for (const { openedAt, deliveredAt, ratedAt, ...said } of cases) {
      const pastServiceCaseId = newId();
      const times = { openedAt: `${openedAt}T01:00:00.000Z`, deliveredAt: timeOf(deliveredAt), ratedAt: timeOf(ratedAt) };
      const data = { pastServiceCaseId, areaCode: area, itemCode: 'HF-04', at, ...said, ...times };
      await stack.publish('intake.past-service-case.imported.v1', { id: pastServiceCaseId, version: 1 }, data);
    }
    for (const day of ['2025-05-06', '2025-05-07', '2025-05-08', '2025-05-09', '2025-05-10', '2025-05-11', '2025-06-01']) {
      const pastHomeVisitId = newId();
      const data = { pastHomeVisitId, areaCode: area, visitedAt: `${day}T01:00:00.000Z`, at };
      await stack.publish('intake.past-home-visit.imported.v1', { id: pastHomeVisitId, version: 1 }, data);
    }
    const rate = (numerator: number, denominator: number) => expect.objectContaining({ numerator, denominator });
    await eventually(async () => {
      expect(await figuresOf(area, '2025-05')).toMatchObject({
        ...{ serviceCases: 3, oneStopRate: rate(2, 2), oneVisitRate: rate(2, 3), caseInTimeRate: rate(3, 3), askedLaterRate: rate(1, 5) },
        ...{ servicesRated: 1, serviceGoodRate: rate(1, 1), homeVisits: 6 },
      });
      expect(await figuresOf(area, '2025-06')).toMatchObject({
        ...{ serviceCases: 1, oneStopRate: rate(0, 1), caseInTimeRate: rate(0, 1), servicesRated: 1, serviceGoodRate: rate(0, 1) },
      });
    });
  });
});

describe('rounds, activities and care of the time before', () => {
  const told = (noun: string, data: object) => {
    const id = newId();
    return stack.publish(`intake.${noun}.imported.v1` as never, { id, version: 1 }, data as never);
  };
  const at = new Date().toISOString();
  const rate = (numerator: number, denominator: number) => expect.objectContaining({ numerator, denominator });

  it('count by grid on the day that a round was opened, as a count by hand does', async () => {
    const [one, other] = ['230903019001001', '230903019001002'];
    await tellAreas(stack, 'evaluation', [one, other]);
    const grids: [areaCode: string, openedAt: string, doors: number, met: number][] = [
      [one, '2025-05-06T01:00:00.000Z', 60, 48],
      [other, '2025-05-06T01:00:00.000Z', 40, 0],
      [one, '2025-06-30T16:00:00.000Z', 60, 60], // the first of July in Shanghai
    ];
    for (const [areaCode, openedAt, doors, met] of grids)
      await told('past-round', { pastRoundId: newId(), areaCode, openedAt, doors, met, at });
    await eventually(async () => {
      expect(await figuresOf('230903019001', '2025-05')).toMatchObject({ knockCoverage: rate(48, 100) });
      expect(await figuresOf(one, '2025-05')).toMatchObject({ knockCoverage: rate(48, 60) });
      expect(await figuresOf('230903019001', '2025-06')).toMatchObject({ knockCoverage: rate(0, 0) });
      expect(await figuresOf('230903019001', '2025-07')).toMatchObject({ knockCoverage: rate(60, 60) });
    });
  });

  it('count activities, who came, hires and which of those were kept, as a count by hand does', async () => {
    const area = '230903019002';
    await tellAreas(stack, 'evaluation', [area]);
    for (const [day, attended] of [
      ['2025-05-06', 48],
      ['2025-05-20', 0],
      ['2025-06-03', 12],
    ] as const) {
      const said = { kind: 'job-fair', startsAt: `${day}T01:00:00.000Z`, attended, at };
      await told('past-activity', { pastActivityId: newId(), areaCode: area, ...said });
    }
    const outcomes = [
      ['hired', '2025-05-06', 'confirmed'],
      ['hired', '2025-05-07', 'lost'],
      ['hired', '2025-05-31', 'recorded'],
      ['hired', '2025-06-01', 'confirmed'],
      ['interview', '2025-05-06', 'confirmed'],
    ];
    for (const [outcome, occurredOn, followUp] of outcomes)
      await told('past-activity-outcome', { pastActivityOutcomeId: newId(), areaCode: area, outcome, occurredOn, followUp, at });
    await eventually(async () => {
      expect(await figuresOf(area, '2025-05')).toMatchObject({
        ...{ activitiesHeld: 2, activityAttendances: 48, hires: 3, hiresKeptRate: rate(1, 2) },
      });
      expect(await figuresOf(area, '2025-06')).toMatchObject({
        ...{ activitiesHeld: 1, activityAttendances: 12, hires: 1, hiresKeptRate: rate(1, 1) },
      });
    });
  });

  it('count visits to key persons in the months when they were due, at the risk of then, as a count by hand does', async () => {
    const area = '230903019003';
    await tellAreas(stack, 'evaluation', [area]);
    for (let person = 0; person < 6; person += 1) {
      const visits = [
        { dueOn: '2025-05-01', done: true },
        { dueOn: '2025-05-31', done: person % 2 === 0 },
        { dueOn: '2025-06-30', done: true },
      ];
      await told('past-care', { pastCareId: newId(), areaCode: area, risk: 'key', visits, at });
    }
    await told('past-care', { pastCareId: newId(), areaCode: area, risk: 'high', visits: [], at });
    await eventually(async () => {
      expect(await figuresOf(area, '2025-05')).toMatchObject({ careVisitRateKey: rate(9, 12), careVisitRateHigh: rate(0, 0) });
      expect(await figuresOf(area, '2025-06')).toMatchObject({ careVisitRateKey: rate(6, 6) });
      expect(await figuresOf(area, '2025')).toMatchObject({ careVisitRateKey: rate(15, 18) });
    });
  });
});

describe('hazards of the time before', () => {
  it('count where and when they were found, settled', async () => {
    const area = '100902';
    await tellAreas(stack, 'evaluation', [area]);
    const hazardId = newId();
    const what = { hazardId, premisesId: newId(), areaCode: area, itemCode: 'exit-blocked', severity: 'serious' as const };
    const times = { at: new Date().toISOString(), foundAt: '2024-06-03T02:00:00.000Z', settledAt: '2024-07-20T02:00:00.000Z' };
    await stack.publish('inspection.hazard.imported.v1', { id: hazardId, version: 1 }, { ...what, ...times });
    const reader = await as('leader', ['evaluation:read'], area);
    await eventually(async () => {
      const { body } = await reader.get<Figures>(`${V1}/figures?areaCode=${area}&period=2024-06`);
      expect(body.hazardSettledRate).toMatchObject({ numerator: 1, denominator: 1 });
    });
  });
});
