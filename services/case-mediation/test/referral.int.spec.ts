import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { KeyRing, sealMatterText } from '@zero-distance/personal-data';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters, wordsLeft } from '@zero-distance/testing';
import {
  AGREEMENT,
  API,
  bodyOf,
  type CaseAnswer,
  COMMUNITY,
  callers,
  caseOf,
  dispute,
  MEDIATOR,
  mediatorPath,
  SESSION,
} from './fixtures.js';

let stack: TestStack;
let mediator: HttpClient;
let administrator: HttpClient;
let mediatorId: string;

beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  ({ mediator, administrator } = await callers(stack));
  const registered = await administrator.put<{ id: string }>(mediatorPath(), MEDIATOR);
  mediatorId = registered.body.id;
}, 60_000);
afterAll(() => stack.stop());

const act = async (id: string, action: string, body = bodyOf(action, mediatorId)): Promise<CaseAnswer> => {
  const answer = await mediator.post<CaseAnswer>(`${API}/cases/${id}/${action}`, body);
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

const register = async (over: Parameters<typeof dispute>[0] = {}) => {
  const request = dispute(over);
  await stack.publish('intake.request.registered.v1', { id: request.requestId, version: 1 }, request);
  return request;
};

const eventsOf = async (caseId: string) => (await stack.published()).filter((event) => event.aggregateId === caseId);

describe('a dispute that intake took in', () => {
  it('is found by any part of its number and by its area, and by no word of it', async () => {
    const { requestId } = await register({ number: '230903011001-240229-000731' });
    const { id } = await caseOf(mediator, requestId);
    const found = async (q: string) => {
      const { body } = await mediator.get<{ items: { id: string }[] }>(`${API}/cases?q=${encodeURIComponent(q)}`);
      return body.items.map((one) => one.id);
    };
    for (const typed of ['731', '240229-731', '２４０２２９', '230903011001-240229-000731'])
      expect([typed, await found(typed)]).toEqual([typed, [id]]);
    expect(await found('区划 230903011001')).toContain(id);
    for (const typed of ['732', '区划 230903012', '楼上']) expect([typed, await found(typed)]).toEqual([typed, []]);
  });

  it('is told with its words to the mediator, until they are erased', async () => {
    const requestId = newId();
    const text = { title: '楼上漏水', text: '楼上装修后漏水，双方有争议。', place: null, point: null };
    const sealedText = sealMatterText(new KeyRing(stack.secret('MATTER_TEXT_KEYS')), requestId, text);
    await register({ requestId, sealedText });
    const { id } = await caseOf(mediator, requestId);
    expect((await mediator.get(`${API}/cases/${id}`)).body).toMatchObject({ title: text.title, matter: text });
    const key = () => ({ headers: { 'idempotency-key': newId() } });
    await mediator.post(`${API}/cases/${id}/accept`, bodyOf('accept', mediatorId), key());
    await mediator.post(`${API}/cases/${id}/assign`, { mediatorId, chosenByParties: true, reason: '当事人说楼上漏水与其相熟' }, key());
    await mediator.post(`${API}/cases/${id}/terminate`, bodyOf('terminate', mediatorId), key());
    expect(await wordsLeft(stack, 'case-mediation', ['楼上'])).toEqual(['idempotency', 'mediation_case_history']);
    await stack.publish(
      'intake.request.erased.v1',
      { id: requestId, version: 2 },
      { ...EVENTS['intake.request.erased.v1'].example, requestId, kind: 'dispute' },
    );
    await eventually(async () => expect((await mediator.get(`${API}/cases/${id}`)).body).toMatchObject({ title: null, matter: null }));
    expect(await wordsLeft(stack, 'case-mediation', ['楼上'])).toEqual([]);
    const told = await eventually(async () => {
      const event = (await stack.published('case-mediation.erasure.recorded.v1')).find(({ data }) => data.matterId === requestId);
      if (!event) throw new Error('not told yet');
      return event.data;
    });
    expect(told).toMatchObject({
      removed: expect.arrayContaining([{ place: 'answers', count: 3 }]),
      kept: [{ place: 'dossier', until: expect.stringMatching(/^2036-/) }],
    });
  });

  it('becomes a case, and its agreement goes out with the public answer', async () => {
    const { requestId } = await register();
    const applied = await caseOf(mediator, requestId);
    expect(applied).toMatchObject({ state: 'applied', source: 'referral', caseType: 'other', actions: ['accept', 'decline', 'terminate'] });

    await act(applied.id, 'accept');
    await act(applied.id, 'assign');
    await act(applied.id, 'start');
    await act(applied.id, 'agree');
    expect(await act(applied.id, 'perform')).toMatchObject({ state: 'performed', actions: [] });

    await eventually(async () => {
      const events = await eventsOf(applied.id);
      expect(events.map((event) => event.type.split('.')[2])).toEqual([
        'applied',
        'accepted',
        'assigned',
        'started',
        'agreed',
        'performed',
      ]);
      expect(events.map((event) => event.aggregateVersion)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(events[2]?.data).toMatchObject({ requestId, mediatorId, areaCode: COMMUNITY });
      expect(events[4]?.data).toMatchObject({ requestId, publicAnswer: AGREEMENT.publicAnswer });
    });
    const { body } = await mediator.get<CaseAnswer>(`${API}/cases/${applied.id}`);
    expect(body).toMatchObject({
      sessions: [{ place: SESSION.place }],
      agreement: { form: 'written', performBy: '2030-12-31' },
      history: [
        { action: 'apply', actorId: 'system' },
        { action: 'accept' },
        { action: 'assign' },
        { action: 'start' },
        { action: 'agree' },
        { action: 'perform' },
      ],
    });
  });

  it('is one case, however often its registration is delivered', async () => {
    const request = dispute();
    const id = newId();
    await stack.publish('intake.request.registered.v1', { id: request.requestId, version: 1 }, request, { id });
    await stack.publish('intake.request.registered.v1', { id: request.requestId, version: 1 }, request, { id: newId() });
    await caseOf(mediator, request.requestId);
    const later = await register();
    await caseOf(mediator, later.requestId); // the stream is in order: the repeat has been handled by now
    const rows = await stack.sql('case-mediation', 'select 1 from mediation_case where request_id = $1', [request.requestId]);
    expect(rows).toHaveLength(1);
  });

  it('takes its type from the category by the longest prefix of the policy, which names no category that there is not', async () => {
    const value = { '03': 'contract', '0301': 'labour' };
    const set = await administrator.put(`${API}/policies/category-case-types`, { value });
    expect(set.status).toBe(200);
    const misspelt = await administrator.put(`${API}/policies/category-case-types`, { value: { '03': 'contract', '94': 'labour' } });
    const place = { pointer: '/value/94' };
    expect(misspelt).toMatchObject({ status: 422, body: { code: 'case_mediation.category.unknown', errors: [place] } });
    const { requestId } = await register({ categoryCode: '030102' });
    expect(await caseOf(mediator, requestId)).toMatchObject({ caseType: 'labour' });
  });

  it.each(['assigned', 'mediating'])(
    '%s to a mediator whose account is recused by a correction waits for another, and who assigns is told',
    async (state) => {
      const accountId = newId();
      await administrator.put(mediatorPath(), { ...MEDIATOR, accountId });
      const request = await register();
      const { id } = await caseOf(mediator, request.requestId);
      await act(id, 'accept');
      await act(id, 'assign', { mediatorId: accountId, chosenByParties: true });
      if (state === 'mediating') await act(id, 'start');
      const correction = { ...EVENTS['intake.request.corrected.v1'].example, ...request, barredAccountIds: [accountId] };
      await stack.publish('intake.request.corrected.v1', { id: request.requestId, version: 2 }, { ...correction, at: request.receivedAt });
      await eventually(async () => {
        const { body } = await mediator.get<CaseAnswer>(`${API}/cases/${id}`);
        expect(body).toMatchObject({ state: 'accepted', mediatorId: null, chosenByParties: false });
      });
      await eventually(async () => {
        const told = (await eventsOf(id)).map(({ type, aggregateVersion }) => [type.split('.')[2], aggregateVersion]);
        const version = state === 'mediating' ? 5 : 4;
        expect(told.slice(-2)).toEqual([['corrected', version], ['left', version + 1]]); // biome-ignore format: two pairs
      });
      const again = await mediator.post(`${API}/cases/${id}/assign`, { mediatorId: accountId, chosenByParties: true });
      expect(again).toMatchObject({ body: { code: 'case_mediation.mediator.recused' } });
      await act(id, 'assign', { mediatorId, chosenByParties: true });
    },
  );

  it('of another kind is left to dispatch', async () => {
    const complaint = await register({ kind: 'complaint' });
    const { requestId } = await register();
    await caseOf(mediator, requestId);
    const { body } = await mediator.get<{ items: unknown[] }>(`${API}/cases?requestId=${complaint.requestId}`);
    expect(body.items).toEqual([]);
  });
});

describe('a request that is settled without mediation', () => {
  it.each([
    ['withdrawn', 'request-withdrawn', {}],
    ['answered', 'request-answered', {}],
    ['declined', 'request-declined', { reasonCode: 'court-matter' }],
    ['redirected', 'redirected', { emergencyNumber: '110' }],
  ] as const)('ends its open case when it is %s', async (how, reasonCode, besides) => {
    const { requestId } = await register();
    const { id } = await caseOf(mediator, requestId);
    await act(id, 'accept');
    const data = { requestId, kind: 'dispute' as const, areaCode: COMMUNITY, at: '2026-11-23T04:00:00.000Z' };
    await stack.publish(`intake.request.${how}.v1`, { id: requestId, version: 2 }, { ...data, ...besides } as never);
    await eventually(async () => expect(await caseOf(mediator, requestId)).toMatchObject({ state: 'terminated', reasonCode }));
    await eventually(async () => {
      const told = (await stack.published('case-mediation.case.terminated.v1')).find((event) => event.aggregateId === id);
      expect(told?.data).toMatchObject({ requestId, reasonCode });
    });
  });

  it('leaves a case with an outcome as it is', async () => {
    const { requestId } = await register();
    const { id } = await caseOf(mediator, requestId);
    await act(id, 'decline');
    const data = { requestId, kind: 'dispute' as const, areaCode: COMMUNITY, at: '2026-11-23T04:00:00.000Z' };
    await stack.publish('intake.request.withdrawn.v1', { id: requestId, version: 2 }, data);
    const later = await register();
    await caseOf(mediator, later.requestId);
    expect(await caseOf(mediator, requestId)).toMatchObject({ state: 'declined', version: 2 });
  });
});
