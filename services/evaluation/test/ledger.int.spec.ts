import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Satisfaction } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { monthOf } from '../src/figure/period.js';
import { lastReleasable } from '../src/public-figure/public-figure.js';
import { History, orderBase, type Registered, registered, replied } from './history.js';

const V1 = '/api/evaluation/v1';

interface Item {
  requestNumber: string;
  areaName: string | null;
  organisationName: string | null;
  dispatchedAt: string | null;
  solved: boolean | null;
  satisfaction: Satisfaction | null;
  rounds: number;
  stages: { stage: string; at: string | null; text: string }[];
}

let stack: TestStack;
let agent: HttpClient;
let anybody: HttpClient;
let administrator: HttpClient;

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'] });
  agent = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read', 'evaluation:write'], roles: ['callback-agent'] }));
  anybody = stack.http('evaluation');
  administrator = stack.http(
    'evaluation',
    await stack.token({ scopes: ['evaluation:operate'], roles: ['administrator'], clientId: 'boss' }),
  );
}, 60_000);
afterAll(() => stack?.stop());

const tell = async (...histories: History[]) => {
  for (const { events } of histories) for (const { type, aggregate, data } of events) await stack.publish(type, aggregate, data);
};
const closed = ({ requestId, kind, areaCode }: Registered, at = '2025-03-05T02:00:00.000Z') => ({ requestId, kind, areaCode, at });

async function record(requestId: string, round: number, body: object): Promise<void> {
  const id = await eventually(async () => {
    const { body } = await agent.get<{ items: { id: string; round: number }[] }>(`${V1}/callbacks?requestId=${requestId}`);
    const found = body.items.find((item) => item.round === round);
    if (!found) throw new Error('no callback yet');
    return found.id;
  });
  expect((await agent.post(`${V1}/callbacks/${id}/record`, body)).status).toBe(200);
}

const found = (number: string): Promise<Item> =>
  eventually(async () => {
    const { status, body } = await anybody.get<Item>(`${V1}/public/ledger/${number}`);
    expect(status).toBe(200);
    return body;
  });

it('The public ledger shows a closed request from receipt to rating, though its events come the wrong way round', async () => {
  const [workOrderId, organisationId] = [newId(), newId()];
  const request = registered();
  const { requestId } = request;
  const life = new History(requestId)
    .tell('intake.request.registered.v1', request)
    .tell('intake.request.replied.v1', replied(request, { answerId: workOrderId, organisationId }))
    .tell('intake.request.reopened.v1', { ...closed(request), round: 2 })
    .tell('intake.request.replied.v1', replied(request, { answerId: workOrderId, organisationId, round: 2, publicAnswer: '已换新灯。' }))
    .tell('intake.request.closed.v1', closed(request));
  await tell(life); // closed before the order, the organisation and the area are heard of
  await record(requestId, 1, { contacted: true, solved: false, satisfaction: 'dissatisfied' });
  await record(requestId, 2, { contacted: true, solved: true, satisfaction: 'very-satisfied' });
  const base = orderBase(request, workOrderId, organisationId, '2025-03-03T03:00:00.000Z');
  const due = { coOrganisationIds: [], routeReason: 'designated', signDueAt: base.at, feedbackDueAt: base.at };
  await tell(
    new History(workOrderId)
      .tell('dispatch.work-order.opened.v1', { ...base, urgency: 'normal', categoryCode: '010203' })
      .tell('dispatch.work-order.dispatched.v1', { ...base, ...due }),
    organisation(organisationId, '区住建局'),
    area(request.areaCode, '学府社区', 'NBS-2023'),
  );
  const entry = await eventually(async () => {
    const entry = await found(request.number);
    expect([entry.dispatchedAt, entry.organisationName, entry.areaName]).toEqual([base.at, '区住建局', '学府社区']);
    return entry;
  });
  expect(entry).toMatchObject({ solved: true, satisfaction: 'very-satisfied', rounds: 2 });
  expect(entry.stages.map(({ stage, text }) => `${stage} ${text}`)).toEqual([
    '受理 经12345热线受理',
    '处置 由区住建局办理，重办 1 次',
    '反馈 已换新灯。',
    '评价 已解决，非常满意',
  ]);
});

const organisation = (organisationId: string, name: string) =>
  new History(organisationId).tell('dispatch.organisation.registered.v1', {
    organisationId,
    code: 'housing-bureau',
    name,
    kind: 'department',
    areaCode: '230903',
  });
const area = (code: string, name: string, edition: string) => {
  const known = new History();
  return known.tell('intake.area.registered.v1', {
    areaId: known.id,
    code,
    name,
    kind: 'residents_committee',
    comparisonType: null,
    edition,
  });
};

it('The public ledger never shows what is confidential, not closed, or a finer place than the community', async () => {
  const secret = registered({ confidential: true, publishable: false });
  const open = registered();
  const inGrid = registered({ areaCode: '230903011001007', number: '230903011001007-250303-900001' });
  for (const request of [secret, inGrid]) {
    const life = new History(request.requestId).tell('intake.request.registered.v1', request);
    await tell(life.tell('intake.request.replied.v1', replied(request)).tell('intake.request.closed.v1', closed(request)));
  }
  await tell(new History(open.requestId).tell('intake.request.registered.v1', open).tell('intake.request.replied.v1', replied(open)));
  // Its own number, the public one and one of another grid find the same: no number tells by being found which grid it was.
  for (const number of [inGrid.number, '230903011001-250303-900001', '230903011001999-250303-900001'])
    expect(await found(number)).toMatchObject({ areaCode: '230903011001', requestNumber: '230903011001-250303-900001' });
  for (const number of [secret.number, open.number, 'no-such']) {
    const { status, body } = await anybody.get<{ code: string }>(`${V1}/public/ledger/${number}`);
    expect([status, body.code]).toEqual([404, 'evaluation.ledger.not_found']);
  }
  for (const number of ['%00', '%E2%80%8B', '9'.repeat(80)]) {
    const { status, body } = await anybody.get<{ code: string }>(`${V1}/public/ledger/${number}`);
    expect([status, body.code]).toEqual([422, 'platform.invalid_input']);
  }
});

it('The public ledger shows a mediation, and one whose requester could not be called', async () => {
  const mediation = new History();
  const request = registered({ kind: 'dispute', number: 'mediated-1', callbackPossible: false });
  const base = { caseId: mediation.id, requestId: request.requestId, areaCode: request.areaCode, caseType: 'neighbours' as const };
  const answer = { answerId: mediation.id, answeredBy: 'case-mediation' as const, organisationId: null };
  await tell(
    new History(request.requestId)
      .tell('intake.request.registered.v1', request)
      .tell('intake.request.replied.v1', replied(request, answer))
      .tell('intake.request.closed.v1', closed(request)),
    mediation
      .tell('case-mediation.case.applied.v1', { ...base, at: '2025-03-03T02:30:00.000Z' })
      .tell('case-mediation.case.accepted.v1', { ...base, at: '2025-03-03T03:00:00.000Z' }),
  );
  await eventually(async () => expect((await found('mediated-1')).dispatchedAt).toBe('2025-03-03T03:00:00.000Z'));
  const { stages, solved } = await found('mediated-1');
  expect(solved).toBeNull();
  expect(stages.map(({ text }) => text)).toEqual([
    '经12345热线受理',
    '由人民调解委员会调解',
    '路灯已修复，照明恢复正常。',
    '诉求人未留联系方式，不回访',
  ]);
});

it('The public ledger is read page by page, the last closed first, by area at any level', async () => {
  const numbers: string[] = [];
  await tell(...['230904', '230904001', '230904002001'].map((code) => area(code, `区划${code}`, 'NBS-2023')));
  for (let day = 1; day <= 5; day++) {
    const request = registered({ areaCode: day % 2 ? '230904001001' : '230904002001', number: `paged-${day}` });
    numbers.unshift(request.number);
    const life = new History(request.requestId).tell('intake.request.registered.v1', request);
    await tell(life.tell('intake.request.closed.v1', closed(request, `2025-04-0${day}T00:00:00.000Z`)));
  }
  const all = async (query: string) => {
    const got: string[] = [];
    for (let cursor = ''; ; ) {
      const { body, headers } = await anybody.get<{ items: Item[]; next: string | null }>(`${V1}/public/ledger?${query}&limit=2${cursor}`);
      got.push(...body.items.map(({ requestNumber }) => requestNumber));
      expect(headers.get('link')?.includes('rel="next"')).toBe(body.next !== null);
      if (!body.next) return got;
      cursor = `&cursor=${body.next}`;
    }
  };
  await eventually(async () => expect(await all('areaCode=230904')).toEqual(numbers));
  expect(await all('areaCode=230904001')).toEqual(['paged-5', 'paged-3', 'paged-1']);
  expect(await all('areaCode=230904002001')).toEqual(['paged-4', 'paged-2']);
  expect((await all('')).length).toBeGreaterThanOrEqual(5);

  const csv = async (query: string) => {
    const { status, headers, body } = await anybody.get<string>(`${V1}/public/ledger?${query}`, { headers: { accept: 'text/csv' } });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv;charset=utf-8']);
    const lines = body.replace('\ufeff', '').trim().split('\r\n');
    return { lines, link: headers.get('link') ?? '' };
  };
  const page = await csv('areaCode=230904&limit=2');
  expect(page.lines[0]).toContain('诉求编号 / number of the request,诉求类型 / what was asked,诉求类型名称 / what was asked: name');
  expect(page.lines.slice(1).map((line) => line.split(',')[0])).toEqual(numbers.slice(0, 2));
  const next = /<([^>]*)>; rel="next"/.exec(page.link)?.[1]?.split('?')[1] ?? '';
  expect((await csv(next)).lines.slice(1).map((line) => line.split(',')[0])).toEqual(numbers.slice(2, 4));
  const taken = await stack.sql('evaluation', "select 1 from access_record where action = 'export'");
  expect(taken).toEqual([]);
});

describe('public figures', () => {
  const [quiet, busy, large] = ['230905001001', '230905001002', '230905001003'];
  const figures = async (areaCode: string, period = '2025-05') => {
    const { status, body } = await anybody.get<Record<string, unknown>>(`${V1}/public/figures?areaCode=${areaCode}&period=${period}`);
    return status === 200 ? body : status;
  };
  const lastMonth = lastReleasable(new Date());
  const released = async () =>
    (await stack.sql<{ month: string }>('evaluation', 'select month from published_month order by 1')).map(({ month }) => month);
  const release = (body: object) =>
    administrator.post<{ code?: string; months: { month: string; received: number }[]; dryRun: boolean }>(
      `${V1}/past-months/release`,
      body,
    );
  /** The timer has looked once more: it starts the clock before it releases anything, and what it released before is seen. */
  async function looked(): Promise<void> {
    for (const _ of [1, 2]) {
      await stack.sql('evaluation', 'delete from published_clock');
      await eventually(async () => expect(await stack.sql('evaluation', 'select from published_clock')).toHaveLength(1), {
        timeout: 20_000,
      });
    }
  }

  beforeAll(async () => {
    const story = (areaCode: string, changes: Partial<Registered> = {}) => {
      const request = registered({ areaCode, receivedAt: '2025-05-03T02:00:00.000Z', ...changes });
      const told = new History(request.requestId).tell('intake.request.registered.v1', request);
      return told.tell('intake.request.closed.v1', closed(request, '2025-05-05T02:00:00.000Z'));
    };
    const many = (count: number, areaCode: string, changes: Partial<Registered> = {}) =>
      Array.from({ length: count }, () => story(areaCode, { number: newId(), ...changes }));
    const areas = ['230905', '230905001', quiet, busy, large].map((code) => area(code, `区划${code}`, 'NBS-2023'));
    await tell(
      ...areas,
      ...many(2, `${quiet}007`),
      ...many(6, busy),
      ...many(9, large),
      ...many(3, large, { publishable: false, confidential: true }),
    );
    await eventually(async () =>
      expect(
        (await stack.sql('evaluation', "select from request where left(area_code, 6) = '230905' and closed_at is not null")).length,
      ).toBe(20),
    );
    await eventually(async () => expect((await stack.sql('evaluation', 'select from figure_delta')).length).toBe(0));
  }, 60_000);

  it('of the time before are published by nobody but who decides that all of it was brought in', async () => {
    await looked();
    expect(await released()).toEqual([]);
    expect(await figures(large)).toBe(404);
    const asked = await release({ from: '1901-01', until: '2025-05', dryRun: true });
    expect(asked.body.months.map(({ month }) => month)).toEqual(['2025-03', '2025-04', '2025-05']); // a slip in the year publishes nothing
    expect(asked.body.months.at(-1)).toEqual({ month: '2025-05', received: 17 }); // but those that may not be published
    await looked();
    expect(await released()).toEqual([]);
    expect((await agent.post(`${V1}/past-months/release`, { from: '2025-05', until: '2025-05' })).status).toBe(403);
    expect((await release({ from: '2025-05', until: '2025-05' })).body).toEqual({
      ...asked.body,
      months: asked.body.months.slice(-1),
      dryRun: false,
    });
    await eventually(async () => expect(await released()).toEqual(['2025-05']), { timeout: 20_000 });
    expect((await release({ from: '2025-05', until: '2025-05' })).body.months).toEqual([]); // once
    expect(await stack.sql('evaluation', 'select decided_by from published_decision')).toEqual([{ decided_by: 'boss' }]);
  }, 60_000);

  it('of months that are not over, or are published by themselves, are decided by nobody', async () => {
    const now = monthOf(new Date());
    const refused = async (from: string, until: string) => (await release({ from, until })).body.code;
    expect(await refused('2025-05', now)).toBe('evaluation.past_month.not_past');
    expect(await refused('2025-05', '2025-04')).toBe('evaluation.past_month.turned');
    expect((await release({ from: '2025-13', until: '2025-14' })).status).toBe(422);
    await stack.sql('evaluation', "update published_clock set first_month = '2025-06'"); // as if work had begun in May
    expect(await refused('2025-05', '2025-06')).toBe('evaluation.past_month.not_past');
  });

  it('of each month after the one in which work began here are published by themselves once it is over', async () => {
    await eventually(async () => expect((await released()).at(-1)).toBe(lastMonth), { timeout: 20_000 });
    expect((await released())[0]).toBe('2025-05'); // neither March nor April, which nobody decided
  }, 60_000);

  it('withhold a few people, and what would tell them by subtraction', async () => {
    expect(await figures('230905001')).toMatchObject({ received: 17, closed: 17, withheld: [] });
    expect(await figures(large)).toMatchObject({ received: 9, closed: 9, withheld: [] });
    for (const code of [quiet, busy])
      expect(await figures(code)).toMatchObject({ received: null, closed: null, withheld: ['received', 'closed'] });
  });

  it('count nothing that may not be published', async () => {
    expect(await figures('230905')).toMatchObject({
      areaName: '区划230905',
      received: 17,
      callbacks: 0,
      satisfactionRate: null,
      smallSample: true,
    });
  });

  it('of a month stay as they were released, whatever is heard later', async () => {
    const late = registered({ areaCode: large, number: newId(), receivedAt: '2025-05-04T02:00:00.000Z' });
    await tell(new History(late.requestId).tell('intake.request.registered.v1', late));
    await eventually(async () =>
      expect(await stack.sql('evaluation', 'select from request where id = $1', [late.requestId])).toHaveLength(1),
    );
    expect(await figures(large)).toMatchObject({ received: 9 });
  });

  it('are of a month that is over, or of a year of such months, and of a community or larger', async () => {
    expect(await figures('230905001', '2025')).toMatchObject({ period: '2025', received: 17 });
    expect(await figures('230905001', '')).toMatchObject({ received: 0 }); // the last month
    const now = new Date().toISOString();
    const refused = [figures('230905001', now.slice(0, 10)), figures('230905001', '2025-13'), figures(`${quiet}007`)];
    expect(await Promise.all(refused)).toEqual([422, 422, 422]);
    const unknown = [figures('230905001', '2099-01'), figures('230905001', '1999'), figures('230905002')];
    expect(await Promise.all(unknown)).toEqual([404, 404, 404]);
  });
});

it('The public ledger refuses a wrong area, a broken cursor and an unknown filter', async () => {
  const statusOf = async (query: string) => (await anybody.get(`${V1}/public/ledger?${query}`)).status;
  const wrong = ['areaCode=23', 'areaCode=230903011001007', 'cursor=x', 'limit=1000', 'requester=1'];
  expect(await Promise.all(wrong.map(statusOf))).toEqual([422, 422, 422, 422, 422]);
  expect(await statusOf('areaCode=230999')).toBe(404);
});

it('The name of an area is that of its later edition, whichever comes last', async () => {
  await tell(area('230904003001', '新名', 'NBS-2024'), area('230904003001', '旧名', 'NBS-2023'));
  const request = registered({ areaCode: '230904003001', number: 'renamed-1' });
  await tell(
    new History(request.requestId).tell('intake.request.registered.v1', request).tell('intake.request.closed.v1', closed(request)),
  );
  expect((await found('renamed-1')).areaName).toBe('新名');
});
