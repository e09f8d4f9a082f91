import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, bodyOf, type CaseAnswer, COMMUNITY, callers, caseOf, dispute, FAILURE, MEDIATOR, mediatorPath } from './fixtures.js';

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

describe('a request that is divided', () => {
  it('ends its open case, and has no other when its parts are handled again: each of them says that for itself', async () => {
    const { requestId } = await register();
    await caseOf(mediator, requestId);
    const step = { requestId, kind: 'dispute' as const, areaCode: COMMUNITY, at: '2026-11-23T04:00:00.000Z' };
    await stack.publish('intake.request.divided.v1', { id: requestId, version: 2 }, { ...step, partIds: [newId()] });
    const ended = { state: 'terminated', reasonCode: 'divided' };
    await eventually(async () => expect(await caseOf(mediator, requestId)).toMatchObject(ended));
    const reopened = { ...step, round: 2, cause: 'callback' as const, isDivided: true };
    await stack.publish('intake.request.reopened.v1', { id: requestId, version: 3 }, reopened);
    const { requestId: later } = await register(); // heard after it
    await caseOf(mediator, later);
    const { body } = await mediator.get<{ items: object[] }>(`${API}/cases?requestId=${requestId}`);
    expect(body.items).toMatchObject([ended]);
  });
});

describe('a request that is merged into another', () => {
  const step = (requestId: string) => ({ requestId, kind: 'dispute' as const, areaCode: COMMUNITY, at: '2026-11-23T04:00:00.000Z' });
  const merge = (requestId: string, mainRequestId: string, version: number) =>
    stack.publish('intake.request.merged.v1', { id: requestId, version }, { ...step(requestId), number: 'N-1', mainRequestId });
  const splitOff = (requestId: string, mainRequestId: string, version: number) =>
    stack.publish('intake.request.split-off.v1', { id: requestId, version }, { ...step(requestId), mainRequestId, takesOver: false });

  it('ends its open case, and has the next one of the same round when it is split off; merged again, that ends too', async () => {
    const { requestId } = await register();
    const first = await caseOf(mediator, requestId);
    await act(first.id, 'accept');
    await merge(requestId, newId(), 2);
    await eventually(async () => expect(await caseOf(mediator, requestId)).toMatchObject({ state: 'terminated', reasonCode: 'merged' }));
    await splitOff(requestId, newId(), 3);
    const open = async () => {
      const { body } = await mediator.get<{ items: { id: string; state: string; round: number }[] }>(`${API}/cases?requestId=${requestId}`);
      return body.items.map(({ state, round }) => [state, round]);
    };
    await eventually(async () =>
      expect(await open()).toEqual([
        ['applied', 1],
        ['terminated', 1],
      ]),
    );
    await merge(requestId, newId(), 4);
    await eventually(async () =>
      expect(await open()).toEqual([
        ['terminated', 1],
        ['terminated', 1],
      ]),
    );
  });

  it('has the next case also when the mediation was quicker than the merging', async () => {
    const { requestId } = await register();
    const { id } = await caseOf(mediator, requestId);
    await act(id, 'decline');
    await merge(requestId, newId(), 2);
    await splitOff(requestId, newId(), 3);
    await eventually(async () =>
      expect(await stack.sql('case-mediation', `select state from mediation_case where request_id = '${requestId}' order by id`)).toEqual([
        { state: 'declined' },
        { state: 'applied' },
      ]),
    );
  });
});

describe('a request that is reopened', () => {
  it('becomes the next case when a case had answered it', async () => {
    const { requestId } = await register();
    const first = await caseOf(mediator, requestId);
    for (const action of ['accept', 'assign', 'start']) await act(first.id, action);
    await act(first.id, 'fail', FAILURE);
    await stack.publish(
      'intake.request.reopened.v1',
      { id: requestId, version: 2 },
      { requestId, kind: 'dispute' as const, areaCode: COMMUNITY, at: '2026-11-25T04:00:00.000Z', round: 2 },
    );
    const second = await caseOf(mediator, requestId, 2);
    expect(second).toMatchObject({
      state: 'applied',
      round: 2,
      caseType: 'neighbours',
      mediatorId: null,
      dueAt: expect.any(String),
      publicAnswer: null,
      version: 1,
    });
    expect(second.id).not.toBe(first.id);
  });

  it('is left to dispatch when a work order had answered it', async () => {
    const { requestId } = await register({ kind: 'complaint' });
    const data = { requestId, kind: 'complaint' as const, areaCode: COMMUNITY, at: '2026-11-25T04:00:00.000Z', round: 2 };
    await stack.publish('intake.request.reopened.v1', { id: requestId, version: 2 }, data);
    const later = await register();
    await caseOf(mediator, later.requestId);
    expect(await stack.sql('case-mediation', 'select 1 from dead_letter')).toEqual([]);
    expect(await stack.sql('case-mediation', 'select 1 from mediation_case where request_id = $1', [requestId])).toEqual([]);
  });
});
