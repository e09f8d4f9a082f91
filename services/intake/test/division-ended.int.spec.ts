import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { type Detail, LAMP, LEAK, type Part, type Told, WASTE } from './divided.js';
import { AREA, count, type Fixture, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put('/api/intake/v1/categories/010204', { name: '环境卫生' });
  await f.admin.put('/api/intake/v1/categories/010299', { name: '火情', emergencyNumber: '119' });
}, 60_000);
afterAll(() => f?.stack.stop());

const divide = <T = Shown>(id: string, parts: object[] = [LAMP, WASTE, LEAK], headers = {}) =>
  f.clerk.post<T>(`${REQUESTS}/${id}/divide`, { parts, reason: '三件事。' }, { headers });
const partsOf = async (id: string) => {
  const { items } = (await f.clerk.get<{ items: Part[] }>(`${REQUESTS}/${id}/parts`)).body;
  return items.toSorted((a, b) => a.number.localeCompare(b.number)) as [Part, Part, Part];
};
const detail = async (id: string) => (await f.clerk.get<Detail>(`${REQUESTS}/${id}`)).body;
const becomes = (id: string, state: string) => eventually(async () => expect(await f.stateOf(id)).toBe(state));
const act = <T = Shown>(id: string, action: string, input: object = {}) => f.clerk.post<T>(`${REQUESTS}/${id}/${action}`, input);
const answer = (id: string, publicAnswer = '已当场说明。') => act(id, 'answer-on-the-spot', { publicAnswer });
const decline = (id: string) => act(id, 'decline', { reasonCode: 'court-matter', publicAnswer: '请向人民法院咨询。' });
const told = (type: string, id: string) =>
  eventually(async () => {
    const events = (await f.stack.published(`intake.request.${type}.v1` as 'intake.request.divided.v1')) as unknown as Told[];
    const event = events.filter(({ aggregateId }) => aggregateId === id).at(-1);
    if (!event) throw new Error('not told yet');
    return event.data;
  });
const callback = (requestId: string, outcome: 'closed' | 'rework', unsolvedPartIds?: string[]) => {
  const callbackId = newId();
  const data = {
    ...EVENTS['evaluation.callback.recorded.v1'].example,
    callbackId,
    requestId,
    outcome,
    ...(unsolvedPartIds && { unsolvedPartIds }),
  };
  return f.stack.publish('evaluation.callback.recorded.v1', { id: callbackId, version: 1 }, data);
};

/** The order of a part: given to somebody, and answered as often as it is asked to be. */
async function orderOf({ id }: Shown) {
  const workOrderId = newId();
  let version = 0;
  const lead = newId();
  const publish = (type: 'dispatched' | 'approved' | 'terminated', more: object = {}) =>
    f.stack.publish(`dispatch.work-order.${type}.v1`, { id: workOrderId, version: ++version }, {
      ...EVENTS[`dispatch.work-order.${type}.v1`].example,
      ...{ workOrderId, sourceId: id, type: 'request', areaCode: AREA, leadOrganisationId: lead },
      ...more,
    } as never);
  await publish('dispatched');
  await becomes(id, 'dispatched');
  const approve = async (publicAnswer: string) => {
    await publish('approved', { publicAnswer, repliedAt: new Date().toISOString() });
    await becomes(id, 'replied');
  };
  return { workOrderId, lead, approve, terminate: (reasonCode: string) => publish('terminated', { reasonCode }) };
}

/** A divided request, with its parts. */
async function divided(parts: object[] = [LAMP, WASTE, LEAK], changes: object = {}) {
  const whole = await f.register(changes);
  expect((await divide(whole.id, parts)).status).toBe(200);
  return { whole, parts: await partsOf(whole.id) };
}

/** One of which the first part has an order that answered it and the second was answered by a clerk, so that it waits for its callback. */
async function answered(parts: object[] = [LAMP, WASTE]) {
  const all = await divided(parts);
  const order = await orderOf(all.parts[0]);
  await order.approve('路灯已修复。');
  await answer(all.parts[1].id);
  await becomes(all.whole.id, 'replied');
  return { ...all, order };
}

describe('a divided request that is finished', () => {
  const closed = async () => {
    const all = await answered();
    await callback(all.whole.id, 'closed');
    await becomes(all.whole.id, 'closed');
    return all;
  };
  const reopen = <T = Shown>(id: string) => act<T>(id, 'reopen', { channel: 'hotline-12345', reason: '又坏了。' });

  it('begins again in all its parts when its requester asks for it', async () => {
    const { whole, parts } = await closed();
    expect((await reopen(whole.id)).body).toMatchObject({ state: 'divided', round: 2 });
    expect([await f.stateOf(parts[0].id), await f.stateOf(parts[1].id)]).toEqual(['reopened', 'reopened']);
    expect(await told('reopened', parts[0].id)).toMatchObject({ cause: 'requester', parentId: whole.id, round: 2 });
    expect(await told('followed-up', parts[0].id)).toMatchObject({ followUp: 'supplement', parentId: whole.id });
  });

  it('begins again in one part when that is asked about', async () => {
    const { whole, parts } = await closed();
    expect((await reopen(parts[0].id)).body).toMatchObject({ id: parts[0].id, state: 'reopened' });
    expect([await f.stateOf(whole.id), await f.stateOf(parts[1].id)]).toEqual(['divided', 'answered']);
  });

  it('that was withdrawn begins again in what was withdrawn with it', async () => {
    const { whole, parts } = await divided();
    await decline(parts[1].id);
    await act(whole.id, 'withdraw', WITHDRAWAL);
    expect((await reopen(whole.id)).body).toMatchObject({ id: whole.id, state: 'divided' });
    expect(await Promise.all(parts.map(({ id }) => f.stateOf(id)))).toEqual(['reopened', 'declined', 'reopened']);
    expect(await told('reopened', parts[0].id)).toMatchObject({ cause: 'requester', parentId: whole.id, round: 2 });
  });

  it('waits again for a part that was withdrawn by a slip', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    await act(parts[0].id, 'withdraw', WITHDRAWAL);
    expect((await reopen(parts[0].id)).body).toMatchObject({ id: parts[0].id, state: 'reopened' });
    await answer(parts[1].id);
    expect(await detail(whole.id)).toMatchObject({ state: 'divided', round: 1 });
  });

  it('is erased with its parts', async () => {
    const { whole, parts } = await divided([{ ...LAMP, text: '溆浦巷路灯不亮。' }, WASTE]);
    await act(whole.id, 'withdraw', WITHDRAWAL);
    const erased = await f.admin.post(`${REQUESTS}/${whole.id}/erase`, { basis: 'lawful-request', evidence: '来信 2026-18' });
    expect(erased.status).toBe(200);
    expect((await detail(parts[0].id)) as unknown).toMatchObject({ erasedAt: expect.any(String), requester: null });
    await eventually(async () => expect(await wordsLeft(f.stack, 'intake', ['溆浦'])).toEqual([]));
  });
});

describe('when intake starts again', () => {
  it('a divided request is answered, once, though it was killed in the moment that its last part was', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    await answer(parts[0].id);
    await answer(parts[1].id);
    await f.stack.kill('intake');
    await f.stack.start('intake');
    await becomes(whole.id, 'replied');
    await told('replied-in-parts', whole.id);
    const all = await f.stack.published('intake.request.replied-in-parts.v1');
    expect(all.filter(({ aggregateId }) => aggregateId === whole.id)).toHaveLength(1);
  });

  it('one whose time is over is erased with its parts', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    await act(whole.id, 'withdraw', WITHDRAWAL);
    const ids = [whole.id, ...parts.map(({ id }) => id)];
    const ages = `alter table request disable trigger note_change;
      update request set updated_at = now() - interval '10 years 1 day' where id in ('${ids.join("','")}');
      alter table request enable trigger note_change`;
    await f.stack.sql('intake', ages);
    await f.stack.restart('intake');
    const left = () => count(f.stack, `request where erased_at is null and id in ('${ids.join("','")}')`);
    await eventually(async () => expect(await left()).toBe(0));
  });
});
