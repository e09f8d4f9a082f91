import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Satisfaction } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
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

beforeAll(async () => {
  stack = await startTestStack({ services: ['evaluation'] });
  agent = stack.http('evaluation', await stack.token({ scopes: ['evaluation:read', 'evaluation:write'], roles: ['callback-agent'] }));
  anybody = stack.http('evaluation');
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

it('shows a closed request from receipt to rating, though its events come the wrong way round', async () => {
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

it('never shows what is confidential, not closed, or a finer place than the community', async () => {
  const secret = registered({ confidential: true, publishable: false });
  const open = registered();
  const inGrid = registered({ areaCode: '230903011001007', number: 'grid-1' });
  for (const request of [secret, inGrid]) {
    const life = new History(request.requestId).tell('intake.request.registered.v1', request);
    await tell(life.tell('intake.request.replied.v1', replied(request)).tell('intake.request.closed.v1', closed(request)));
  }
  await tell(new History(open.requestId).tell('intake.request.registered.v1', open).tell('intake.request.replied.v1', replied(open)));
  expect(await found('grid-1')).toMatchObject({ areaCode: '230903011001' });
  for (const number of [secret.number, open.number, 'no-such']) {
    const { status, body } = await anybody.get<{ code: string }>(`${V1}/public/ledger/${number}`);
    expect([status, body.code]).toEqual([404, 'evaluation.ledger.not_found']);
  }
});

it('shows a mediation, and one whose requester could not be called', async () => {
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

it('is read page by page, the last closed first, by area at any level', async () => {
  const numbers: string[] = [];
  for (let day = 1; day <= 5; day++) {
    const request = registered({ areaCode: day % 2 ? '230904001001' : '230904002001', number: `paged-${day}` });
    numbers.unshift(request.number);
    const life = new History(request.requestId).tell('intake.request.registered.v1', request);
    await tell(life.tell('intake.request.closed.v1', closed(request, `2025-04-0${day}T00:00:00.000Z`)));
  }
  const all = async (query: string) => {
    const got: string[] = [];
    for (let cursor = ''; ; ) {
      const { body, headers } = await anybody.get<{ items: Item[]; next?: string }>(`${V1}/public/ledger?${query}&limit=2${cursor}`);
      got.push(...body.items.map(({ requestNumber }) => requestNumber));
      expect(headers.has('link')).toBe(body.next !== undefined);
      if (!body.next) return got;
      cursor = `&cursor=${body.next}`;
    }
  };
  await eventually(async () => expect(await all('areaCode=230904')).toEqual(numbers));
  expect(await all('areaCode=230904001')).toEqual(['paged-5', 'paged-3', 'paged-1']);
  expect(await all('areaCode=230904002001')).toEqual(['paged-4', 'paged-2']);
  expect((await all('')).length).toBeGreaterThanOrEqual(5);
});

it('publishes figures to anybody, as plain numbers', async () => {
  const { status, body } = await anybody.get<Record<string, unknown>>(`${V1}/public/figures?areaCode=230904&period=2025-04`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ areaCode: '230904', period: '2025-04', closed: 5, satisfactionRate: null, smallSample: true });
});

it('refuses a wrong area, a broken cursor and an unknown filter', async () => {
  const statusOf = async (query: string) => (await anybody.get(`${V1}/public/ledger?${query}`)).status;
  expect(await Promise.all(['areaCode=23', 'cursor=x', 'limit=1000', 'requester=1'].map(statusOf))).toEqual([422, 422, 422, 422]);
});

it('keeps the name of the later edition of an area, whichever comes last', async () => {
  await tell(area('230904003001', '新名', 'NBS-2024'), area('230904003001', '旧名', 'NBS-2023'));
  const request = registered({ areaCode: '230904003001', number: 'renamed-1' });
  await tell(
    new History(request.requestId).tell('intake.request.registered.v1', request).tell('intake.request.closed.v1', closed(request)),
  );
  expect((await found('renamed-1')).areaName).toBe('新名');
});
