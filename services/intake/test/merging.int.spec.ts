import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}
interface Detail extends Shown {
  mainRequestId: string | null;
  mergedCount: number;
  workOrderId: string | null;
}
interface Members {
  items: Shown[];
}
interface Told {
  aggregateId: string;
  aggregateVersion: number;
  data: Record<string, unknown>;
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const merge = <T = Shown>(id: string, mainRequestId: string, headers = {}) =>
  f.clerk.post<T>(`${REQUESTS}/${id}/merge`, { mainRequestId }, { headers });
const splitOff = <T = Shown>(id: string) => f.clerk.post<T>(`${REQUESTS}/${id}/split-off`, { reason: '不是同一处。' });
const withdraw = (id: string) => f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
const detail = async (id: string) => (await f.clerk.get<Detail>(`${REQUESTS}/${id}`)).body;
const membersOf = async (id: string) => (await f.clerk.get<Members>(`${REQUESTS}/${id}/merged`)).body.items.map((one) => one.id).sort();
const becomes = (id: string, state: string) => eventually(async () => expect(await f.stateOf(id)).toBe(state));
const storyOf = async (id: string) =>
  (await f.clerk.get<{ entries: { action: string; detail: unknown }[] }>(`${REQUESTS}/${id}/timeline`)).body.entries;
const told = (type: 'merged' | 'split-off' | 'replied-with-main', id: string) =>
  eventually(async () => {
    const events = (await f.stack.published(`intake.request.${type}.v1`)) as unknown as Told[];
    const event = events.filter(({ aggregateId }) => aggregateId === id).at(-1);
    if (!event) throw new Error('not told yet');
    return event;
  });
const registered = async (count: number, changes: object = {}) => Promise.all(Array.from({ length: count }, () => f.register(changes)));

/** A main request with an order, and what becomes of that. */
async function withOrder(changes: object = {}) {
  const main = await f.register(changes);
  const workOrderId = newId();
  let version = 0;
  const organisationId = newId();
  const facts = { workOrderId, sourceId: main.id, type: 'request' as const, areaCode: AREA, at: new Date().toISOString() };
  const order = { ...facts, leadOrganisationId: organisationId };
  const publish = (type: 'dispatched' | 'approved') =>
    f.stack.publish(`dispatch.work-order.${type}.v1`, { id: workOrderId, version: ++version }, {
      ...EVENTS[`dispatch.work-order.${type}.v1`].example,
      ...order,
      repliedAt: new Date().toISOString(),
    } as never);
  await publish('dispatched');
  await becomes(main.id, 'dispatched');
  const answer = async () => {
    await publish('approved');
    await becomes(main.id, 'replied');
  };
  return { main, workOrderId, organisationId, answer };
}
const callback = (requestId: string, outcome: 'closed' | 'rework') => {
  const callbackId = newId();
  const data = { ...EVENTS['evaluation.callback.recorded.v1'].example, callbackId, requestId, outcome };
  return f.stack.publish('evaluation.callback.recorded.v1', { id: callbackId, version: 1 }, data);
};

describe('a request that is merged into another', () => {
  it('that is more urgent wants the urgency of the main request judged again: it is corrected with the merging, or stays by word', async () => {
    const [main] = (await registered(1)) as [Shown];
    const worse = await registered(2, { urgency: 'utilities' });
    const refused = await merge<Problem>(worse[0]?.id ?? '', main.id);
    expect(refused).toMatchObject({ status: 422, body: { code: 'intake.request.urgency_to_judge', errors: [{ pointer: '/urgency' }] } });
    const judged = (id: string, urgency: string) => f.clerk.post<Shown>(`${REQUESTS}/${id}/merge`, { mainRequestId: main.id, urgency });
    expect((await judged(worse[0]?.id ?? '', 'normal')).status).toBe(200);
    expect((await detail(main.id)) as unknown).toMatchObject({ urgency: 'normal', version: 1, mergedCount: 1 });
    expect((await judged(worse[1]?.id ?? '', 'utilities')).status).toBe(200);
    expect((await detail(main.id)) as unknown).toMatchObject({ urgency: 'utilities', version: 2, mergedCount: 2 });
    const { body } = await f.clerk.get<{ items: object[] }>(`${REQUESTS}/${main.id}/corrections`);
    expect(body.items).toMatchObject([
      { before: { urgency: 'normal' }, after: { urgency: 'utilities' }, reason: '并单时重新判断紧急程度' },
    ]);
  });

  it('whose finder looks again is merged into none that nobody looks at again; that is merged into it, and others follow', async () => {
    await f.admin.put('/api/intake/v1/categories/010207', { name: '公园管理', finderRechecks: true });
    const scopes = ['intake:read', 'intake:write'];
    const worker = f.stack.http('intake', await f.stack.token({ scopes, roles: ['grid-worker'], area: AREA, clientId: 'zhao' }));
    const { body: found } = await worker.post<Shown>(REQUESTS, { ...REQUEST, channel: 'grid-worker', categoryCode: '010207' });
    const { body: lamp } = await worker.post<Shown>(REQUESTS, { ...REQUEST, channel: 'grid-worker' }); // of a category that asks nobody to look again
    const [called] = (await registered(1, { categoryCode: '010207' })) as [Shown];
    const refused = { status: 409, body: { code: 'intake.request.main_without_finder', errors: [{ pointer: '/mainRequestId' }] } };
    expect(await merge<Problem>(found.id, called.id)).toMatchObject(refused);
    expect(await merge<Problem>(found.id, lamp.id)).toMatchObject(refused);
    expect((await merge(lamp.id, called.id)).status).toBe(200);
    expect((await merge(called.id, found.id)).status).toBe(200);
    const { body: again } = await worker.post<Shown>(REQUESTS, { ...REQUEST, channel: 'grid-worker', categoryCode: '010207' });
    expect((await merge(again.id, found.id)).status).toBe(200);
  });

  it('waits for the answer of that one, which shows it, in its list and in its story', async () => {
    const [main, member] = (await registered(2)) as [Shown, Shown];
    const { status, body } = await merge(member.id, main.id);
    expect([status, body]).toEqual([200, expect.objectContaining({ state: 'merged', version: 2, actions: ['withdraw', 'split-off'] })]);
    expect(await detail(member.id)).toMatchObject({ mainRequestId: main.id, mergedCount: 0, workOrderId: null });
    expect(await detail(main.id)).toMatchObject({ mainRequestId: null, mergedCount: 1, state: 'received', version: 1 });
    expect(await membersOf(main.id)).toEqual([member.id]);
    expect((await storyOf(main.id)).at(-1)).toMatchObject({
      action: 'member-merged',
      detail: { requestId: member.id, number: member.number },
    });
    expect((await told('merged', member.id)).data).toEqual({
      requestId: member.id,
      kind: 'complaint',
      areaCode: AREA,
      at: expect.any(String),
      number: member.number,
      mainRequestId: main.id,
    });
  });

  it('has the answer of that one as soon as it is given, and is told of with it', async () => {
    const { main, workOrderId, organisationId, answer } = await withOrder();
    const members = await registered(3);
    for (const { id } of members) await merge(id, main.id);
    await answer();
    for (const { id } of members) await becomes(id, 'replied');
    const { publicAnswer } = await detail(main.id);
    expect(await detail(members[0]?.id ?? '')).toMatchObject({ publicAnswer, workOrderId });
    expect((await told('replied-with-main', members[0]?.id ?? '')).data).toMatchObject({
      mainRequestId: main.id,
      answeredBy: 'dispatch',
      answerId: workOrderId,
      organisationId,
      publicAnswer,
      round: 1,
    });
  });

  it.each([
    ['answered on the spot', 'answer-on-the-spot', { publicAnswer: '已电话说明，明日供水。' }],
    ['declined', 'decline', { reasonCode: 'court-matter', publicAnswer: '请向人民法院咨询。' }],
  ])('has the answer of one that was %s: its caller was not on the telephone then', async (_, action, input) => {
    const [main, member] = (await registered(2)) as [Shown, Shown];
    await merge(member.id, main.id);
    await f.clerk.post(`${REQUESTS}/${main.id}/${action}`, input);
    await becomes(member.id, 'replied');
    expect((await told('replied-with-main', member.id)).data).toMatchObject({
      answeredBy: 'intake',
      answerId: null,
      organisationId: null,
      publicAnswer: input.publicAnswer,
    });
  });

  it('after the answer is replied to at once', async () => {
    const { main, answer } = await withOrder();
    await answer();
    const late = await f.register();
    const { body } = await merge(late.id, main.id);
    expect(body).toMatchObject({ state: 'replied', version: 3, publicAnswer: (await detail(main.id)).publicAnswer });
    expect((await told('replied-with-main', late.id)).aggregateVersion).toBe(3);
    await callback(main.id, 'closed');
    await becomes(main.id, 'closed');
    const later = await f.register();
    expect((await merge(later.id, main.id)).body.state).toBe('replied');
    expect(await f.stateOf(main.id)).toBe('closed');
  });

  it('has a callback of its own: unhappy, it alone is handled again, and its own order answers it', async () => {
    const { main, answer } = await withOrder();
    const [happy, unhappy] = (await registered(2)) as [Shown, Shown];
    await merge(happy.id, main.id);
    await merge(unhappy.id, main.id);
    await answer();
    await Promise.all([becomes(happy.id, 'replied'), becomes(unhappy.id, 'replied')]);
    const [order, lead] = [newId(), newId()];
    const facts = { workOrderId: order, sourceId: unhappy.id, type: 'request' as const, areaCode: AREA, leadOrganisationId: lead };
    const given = { ...EVENTS['dispatch.work-order.dispatched.v1'].example, ...facts };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { id: order, version: 1 }, given); // heard before the callback
    await callback(unhappy.id, 'rework');
    await callback(happy.id, 'closed');
    await Promise.all([becomes(unhappy.id, 'reopened'), becomes(happy.id, 'closed')]);
    expect(await f.stateOf(main.id)).toBe('replied');
    const rows = () =>
      f.stack.sql('intake', `select 1 from request_organisation where request_id = '${unhappy.id}' and organisation_id = '${lead}'`);
    await eventually(async () => expect(await rows()).toHaveLength(1));
    const approved = { ...EVENTS['dispatch.work-order.approved.v1'].example, ...facts, publicAnswer: '已再次检修。' };
    await f.stack.publish('dispatch.work-order.approved.v1', { id: order, version: 2 }, approved);
    await becomes(unhappy.id, 'replied');
    expect(await detail(unhappy.id)).toMatchObject({ publicAnswer: '已再次检修。', workOrderId: order, mainRequestId: main.id });
  });

  it('is left alone by the end of its own order and case, which end with it', async () => {
    const { main: member, workOrderId, organisationId } = await withOrder();
    const main = await f.register();
    await merge(member.id, main.id);
    const ended = { workOrderId, sourceId: member.id, type: 'request' as const, areaCode: AREA, leadOrganisationId: organisationId };
    const at = new Date().toISOString();
    await f.stack.publish('dispatch.work-order.terminated.v1', { id: workOrderId, version: 2 }, { ...ended, at, reasonCode: 'merged' });
    await eventually(async () => expect((await storyOf(member.id)).map(({ action }) => action)).toContain('work-order.terminated'));
    expect(await f.stateOf(member.id)).toBe('merged');

    const dispute = await f.register({ kind: 'dispute' });
    const caseId = newId();
    const about = { caseId, requestId: dispute.id, areaCode: AREA, caseType: 'neighbours' as const, at };
    await f.stack.publish('case-mediation.case.applied.v1', { id: caseId, version: 1 }, about);
    await becomes(dispute.id, 'mediating');
    await merge(dispute.id, main.id);
    await splitOff(dispute.id); // before the end of its case is heard
    const over = { ...about, reasonCode: 'merged', publicAnswer: '已并入其他诉求。' };
    await f.stack.publish('case-mediation.case.terminated.v1', { id: caseId, version: 2 }, over);
    await eventually(async () => expect((await storyOf(dispute.id)).map(({ action }) => action)).toContain('case.terminated'));
    expect(await f.stateOf(dispute.id)).toBe('received');
  });
});

describe('a main request', () => {
  it('that is merged itself takes its members along, and they have the answer of the one it was merged into', async () => {
    const { main: top, answer } = await withOrder();
    const [middle, member] = (await registered(2)) as [Shown, Shown];
    await merge(member.id, middle.id);
    await merge(middle.id, top.id);
    expect(await membersOf(top.id)).toEqual([middle.id, member.id].sort());
    expect((await merge<Problem>((await f.register()).id, middle.id)).body.code).toBe('intake.request.main_is_merged');
    await answer();
    await Promise.all([becomes(middle.id, 'replied'), becomes(member.id, 'replied')]);
  });

  it('that is withdrawn is followed by the oldest of those merged into it; the others have the answer of that one', async () => {
    const { main, workOrderId } = await withOrder();
    const [oldest, next, last] = [await f.register(), await f.register(), await f.register()];
    for (const { id } of [last, next, oldest]) await merge(id, main.id);
    await withdraw(main.id);
    await becomes(oldest.id, 'received');
    expect((await told('split-off', oldest.id)).data).toMatchObject({ mainRequestId: main.id, takesOver: true });
    expect(await membersOf(oldest.id)).toEqual([next.id, last.id].sort());
    expect([await detail(main.id), await detail(next.id)]).toMatchObject([{ mergedCount: 0, workOrderId }, { mainRequestId: oldest.id }]);
    await f.clerk.post(`${REQUESTS}/${oldest.id}/answer-on-the-spot`, { publicAnswer: '已解释。' });
    await Promise.all([becomes(next.id, 'replied'), becomes(last.id, 'replied')]);
  });

  it('goes on without one that is split off or withdrawn', async () => {
    const [main, one, two] = (await registered(3)) as [Shown, Shown, Shown];
    await merge(one.id, main.id);
    await merge(two.id, main.id);
    expect((await splitOff(one.id)).body).toMatchObject({ state: 'received', version: 3, workOrderId: null });
    expect((await told('split-off', one.id)).data).toMatchObject({ mainRequestId: main.id, takesOver: false });
    await withdraw(two.id);
    expect(await detail(main.id)).toMatchObject({ mergedCount: 0, state: 'received' });
    expect((await storyOf(main.id)).map(({ action }) => action)).toEqual([
      'register',
      'member-merged',
      'member-merged',
      'member-left',
      'member-left',
    ]);
  });

  it('takes twenty in at once, and each of them once, however often it is asked for', async () => {
    const main = await f.register();
    const members = await registered(20);
    const asked = members.flatMap(({ id }) => {
      const headers = { 'idempotency-key': `merge-${id}` };
      return [merge(id, main.id, headers), merge(id, main.id, headers)];
    });
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await detail(main.id)).toMatchObject({ mergedCount: 20, state: 'received' });
    expect((await storyOf(main.id)).filter(({ action }) => action === 'member-merged')).toHaveLength(20);
    await f.clerk.post(`${REQUESTS}/${main.id}/answer-on-the-spot`, { publicAnswer: '已恢复供水。' });
    for (const { id } of members) await becomes(id, 'replied');
  });

  it('and another one, each merged into the other at once, end as one pair', async () => {
    const [one, two] = (await registered(2)) as [Shown, Shown];
    const answers = await Promise.all([merge<Problem>(one.id, two.id), merge<Problem>(two.id, one.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([await f.stateOf(one.id), await f.stateOf(two.id)].sort()).toEqual(['merged', 'received']);
  });
});
