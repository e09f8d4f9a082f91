import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData } from '@zero-distance/contracts';
import { HOUR_MS, newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellAreas, tellRegisters } from '@zero-distance/testing';
import { History, orderBase, type Registered, registered, replied } from './history.js';
import { expectFigures, type Figures, type Rate } from './story-truth.js';

const V1 = '/api/evaluation/v1';

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

const figuresOf = async (areaCode: string, period: string) =>
  (await agent.get<Figures>(`${V1}/figures?areaCode=${areaCode}&period=${period}`)).body;
const today = () => new Date(Date.now() + 8 * HOUR_MS).toISOString().slice(0, 10);

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

  it('count cases of the time before where and when they were accepted', async () => {
    const PAST = '100901';
    await tellAreas(stack, 'evaluation', [PAST]);
    const told = (acceptedAt: string | null, agreedAt: string | null) => {
      const caseId = newId();
      const past = {
        caseId,
        requestId: null,
        areaCode: PAST,
        caseType: 'neighbours' as const,
        at: new Date().toISOString(),
        acceptedAt,
        agreedAt,
      };
      return stack.publish('case-mediation.case.imported.v1', { id: caseId, version: 1 }, past);
    };
    await told('2024-06-03T02:00:00.000Z', '2024-06-20T02:00:00.000Z');
    await told('2024-06-04T02:00:00.000Z', null);
    await told(null, null);
    await eventually(async () => expect((await figuresOf(PAST, '2024-06')).mediationRate).toMatchObject({ numerator: 1, denominator: 2 }));
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

  it('count reception days that were held on their day, who came to them, and what their visitors asked for, in whatever order that is heard', async () => {
    const [area, day] = ['300006', '2025-07-01'];
    await tellAreas(stack, 'evaluation', [area]);
    const at = (hour: number) => `${day}T0${hour}:00:00.000Z`;
    const dayOf = (...told: readonly (readonly ['announced' | 'held' | 'presumed-held' | 'lapsed', object])[]) => {
      const history = new History();
      const base = { receptionDayId: history.id, areaCode: area, at: '2025-07-09T01:00:00.000Z', matters: 1, openMatters: 1 };
      for (const [what, more] of told) history.tell(`intake.reception-day.${what}.v1`, { ...base, ...more } as never);
      return history;
    };
    const announced = ['announced', { startsAt: at(1), endsAt: at(3) }] as const;
    const before = ['announced', { startsAt: '2025-06-30T01:00:00.000Z', endsAt: '2025-06-30T03:00:00.000Z' }] as const;
    const days = [
      dayOf(announced, ['held', { visitors: 120 }], ['held', { visitors: 12 }]), // a nought too many, put right
      dayOf(announced, ['presumed-held', {}], ['held', { visitors: 3 }]),
      dayOf(announced, ['presumed-held', {}]),
      dayOf(announced, ['lapsed', {}]),
      dayOf(['held', { visitors: 5 }], announced), // heard the other way round
      // Announced for the day before and set right since: it counts on the day that it was held, in either order.
      dayOf(before, ['held', { visitors: 4, startsAt: at(2) }]),
      dayOf(['held', { visitors: 4, startsAt: at(2) }], before),
    ];
    const matters = [true, false].map((isAnswered) => {
      const request = registered({ number: newId(), areaCode: area, channel: 'reception-day', receivedAt: at(2) });
      const history = new History(request.requestId).tell('intake.request.registered.v1', request);
      return isAnswered
        ? history.tell('intake.request.withdrawn.v1', {
            ...EVENTS['intake.request.withdrawn.v1'].example,
            requestId: request.requestId,
            areaCode: area,
          })
        : history;
    });
    for (const history of [...days, ...matters]) await tell(history);
    const answered = { numerator: 1, denominator: 2 };
    await eventually(async () =>
      expectFigures(await figuresOf(area, day), { receptionDays: 6, receptionVisitors: 28, receptionAnsweredRate: answered }),
    );
    expectFigures(await figuresOf(area, '2025-06-30'), { receptionDays: 0, receptionVisitors: 0 });
    expectFigures(await figuresOf(area, '2025-07-09'), { receptionDays: 0, receptionVisitors: 0 });
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

  it('count the ratings of services that were ordered by themselves: good but for the last two levels, and nobody who was not reached', async () => {
    const areaCode = '200009014003';
    await tellAreas(stack, 'evaluation', [areaCode]);
    const at = new Date().toISOString();
    const asked = (changes: Partial<Registered>) =>
      registered({ number: newId(), areaCode, receivedAt: at, kind: 'service-order', ...changes });
    const requests = [asked({}), asked({}), asked({}), asked({ kind: 'complaint' }), asked({ callbackPossible: false })];
    const lives = requests.map((request) =>
      new History(request.requestId)
        .tell('intake.request.registered.v1', request)
        .tell('intake.request.replied.v1', replied(request, { repliedAt: at, callbackPossible: request.callbackPossible })),
    );
    for (const { type, aggregate, data } of lives.flatMap(({ events }) => events)) await stack.publish(type, aggregate, data);
    const path = `${V1}/callbacks?areaCode=${areaCode}`;
    const { items } = await eventually(async () => {
      const { body } = await agent.get<{ items: { id: string; requestId: string; requestKind: string }[] }>(path);
      expect(body.items).toHaveLength(5);
      return body;
    });
    const ratings = ['basically-satisfied', 'dissatisfied', 'very-satisfied', 'very-satisfied'];
    for (const [i, satisfaction] of ratings.entries()) {
      const { id } = items.find(({ requestId }) => requestId === requests[i]?.requestId) as { id: string };
      expect((await agent.post(`${V1}/callbacks/${id}/record`, { contacted: true, solved: true, satisfaction })).status).toBe(200);
    }
    await eventually(async () =>
      expectFigures(await figuresOf(areaCode, today()), { servicesRated: 3, serviceGoodRate: { numerator: 2, denominator: 3 } }),
    );
    const { body } = await agent.get<{ items: { requestKind: string }[] }>(`${path}&requestKind=service-order`);
    expect(body.items.map(({ requestKind }) => requestKind)).toEqual(Array(4).fill('service-order'));
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
