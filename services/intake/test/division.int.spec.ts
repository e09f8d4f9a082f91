import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { dividing, LAMP, LEAK, WASTE } from './divided.js';
import { AREA, count, type Fixture, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put('/api/intake/v1/categories/010204', { name: '环境卫生' });
  await f.admin.put('/api/intake/v1/categories/010299', { name: '火情', emergencyNumber: '119' });
}, 60_000);
afterAll(() => f?.stack.stop());

const { divide, partsOf, detail, becomes, act, answer, decline, told, callback, orderOf, divided, answered } = dividing(() => f);

describe('a request that is divided', () => {
  it('waits for its parts: each a request of its own, by the number of the whole, which its event tells', async () => {
    const whole = await f.register({ complainedAbout: [], requester: { ...REQUEST.requester, confidential: true } });
    const { status, body } = await divide(whole.id);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ state: 'divided', version: 2, actions: ['withdraw', 'correct', 'follow-up'] }),
    ]);
    const parts = await partsOf(whole.id);
    expect(parts.map(({ number, state, parentId, kind, confidential }) => ({ number, state, parentId, kind, confidential }))).toEqual(
      [LAMP, WASTE, LEAK].map(({ kind }, i) => ({
        number: `${whole.number}-${i + 1}`,
        state: 'received',
        parentId: whole.id,
        kind,
        confidential: true,
      })),
    );
    expect(await detail(whole.id)).toMatchObject({ partCount: 3, parentId: null });
    expect(await detail(parts[0].id)).toMatchObject({ partCount: 0 });
    expect(await told('divided', whole.id)).toEqual({
      requestId: whole.id,
      kind: 'complaint',
      areaCode: AREA,
      at: expect.any(String),
      partIds: parts.map(({ id }) => id),
    });
    expect(await told('registered', parts[2].id)).toMatchObject({
      parentId: whole.id,
      number: `${whole.number}-3`,
      kind: 'dispute',
      confidential: true,
      sealedText: expect.any(String),
    });
  });

  it('keeps who asks to itself: its parts show them masked, and a look at them in plain stands in the record of the whole', async () => {
    const { whole, parts } = await divided();
    expect(await count(f.stack, `requester where request_id in ('${parts.map(({ id }) => id).join("','")}')`)).toBe(0);
    expect(parts[0].requester).toEqual({ name: '张*', phone: '138****1234' });
    const { body } = await act<{ name: string }>(parts[0].id, 'reveal', { purpose: '电话核实分项' });
    expect(body).toMatchObject({ name: '张三', phone: '13800001234' });
    const rows = await f.stack.sql('intake', `select detail from access_record where subject = '${whole.id}' and action = 'reveal'`);
    expect(rows).toEqual([{ detail: { partId: parts[0].id } }]);
  });

  it('is answered once, when the last of its parts is, with the answers of all of them', async () => {
    const { whole, parts } = await divided();
    const order = await orderOf(parts[0]);
    await order.approve('路灯已修复。');
    await answer(parts[1].id, '垃圾已清运。');
    expect(await f.stateOf(whole.id)).toBe('divided');
    await decline(parts[2].id);
    await becomes(whole.id, 'replied');
    const publicAnswer = '分项1：路灯已修复。\n分项2：垃圾已清运。\n分项3：请向人民法院咨询。';
    expect(await detail(whole.id)).toMatchObject({ publicAnswer, version: 3, workOrderId: null });
    expect(await told('replied-in-parts', whole.id)).toMatchObject({
      publicAnswer,
      round: 1,
      parts: parts.map(({ id, number }) => ({ requestId: id, number })),
    });
    expect(await told('replied', parts[0].id)).toMatchObject({ parentId: whole.id, answerId: order.workOrderId });
  });

  it('is closed by its callback, and what was answered with it', async () => {
    const { whole, parts } = await answered();
    await callback(whole.id, 'closed');
    await becomes(whole.id, 'closed');
    expect([await f.stateOf(parts[0].id), await f.stateOf(parts[1].id)]).toEqual(['closed', 'answered']);
    expect(await told('closed', parts[0].id)).toMatchObject({ parentId: whole.id });
  });

  it('is handled again in the parts that are not solved; the others are closed', async () => {
    const { whole, parts } = await answered();
    await callback(whole.id, 'rework', [parts[1].id]);
    await becomes(parts[1].id, 'reopened');
    expect(await f.stateOf(parts[0].id)).toBe('closed');
    expect(await detail(whole.id)).toMatchObject({ state: 'divided', round: 2 });
    expect(await told('reopened', whole.id)).toMatchObject({ round: 2, isDivided: true });
    expect(await told('divided', whole.id)).toMatchObject({ partIds: [parts[1].id] });
    // Its order ended with the clerk's answer: another is opened for it, as if the requester had asked for it.
    expect(await told('reopened', parts[1].id)).toMatchObject({ cause: 'requester', parentId: whole.id, number: parts[1].number });
  });

  it('of which nobody said what is not solved is handled again in all its parts, those with an order by that', async () => {
    const { whole, parts, order } = await answered();
    await callback(whole.id, 'rework');
    await becomes(whole.id, 'divided');
    expect([await f.stateOf(parts[0].id), await f.stateOf(parts[1].id)]).toEqual(['reopened', 'reopened']);
    expect(await told('reopened', parts[0].id)).toEqual(expect.objectContaining({ cause: 'callback', parentId: whole.id, round: 2 }));
    await order.approve('路灯再次修复。');
    await answerReopened(parts[1]);
    await becomes(whole.id, 'replied');
    expect(await detail(whole.id)).toMatchObject({ round: 2, publicAnswer: '分项1：路灯再次修复。\n分项2：垃圾已清运。' });
  });

  it('answers who was merged into it, whose own callback decides what becomes of them', async () => {
    const { whole, parts } = await divided([LAMP, WASTE]);
    const member = await f.register();
    expect((await act(member.id, 'merge', { mainRequestId: whole.id })).status).toBe(200);
    for (const { id } of parts) await answer(id);
    await becomes(member.id, 'replied');
    expect(await told('replied-with-main', member.id)).toMatchObject({ answeredBy: 'parts', answerId: null });
    await callback(member.id, 'rework');
    await becomes(member.id, 'reopened');
    expect(await f.stateOf(whole.id)).toBe('replied');
  });

  it('is declined when each of its parts was, and has no callback then', async () => {
    const { whole, parts } = await divided();
    for (const { id } of parts) await decline(id);
    await becomes(whole.id, 'declined');
    expect(await told('declined', whole.id)).toMatchObject({ reasonCode: 'other' });
  });

  it('is withdrawn when each of its parts was', async () => {
    const { whole, parts } = await divided();
    for (const { id } of parts) await act(id, 'withdraw', WITHDRAWAL);
    await becomes(whole.id, 'withdrawn');
  });

  it('that is withdrawn takes along what is open, and closes what is answered', async () => {
    const { whole, parts } = await divided();
    const order = await orderOf(parts[0]);
    await order.approve('路灯已修复。');
    await decline(parts[1].id);
    expect((await act(whole.id, 'withdraw', WITHDRAWAL)).body.state).toBe('withdrawn');
    expect(await Promise.all(parts.map(({ id }) => f.stateOf(id)))).toEqual(['closed', 'declined', 'withdrawn']);
  });

  it('is left alone by the end of its order, and by what that answered too late', async () => {
    const whole = await f.register();
    const order = await orderOf(whole);
    await divide(whole.id);
    await order.terminate('divided');
    await eventually(async () => {
      const story = await f.clerk.get<{ entries: { action: string }[] }>(`${REQUESTS}/${whole.id}/timeline`);
      expect(story.body.entries.map(({ action }) => action)).toContain('work-order.terminated');
    });
    expect(await detail(whole.id)).toMatchObject({ state: 'divided', workOrderId: null });
    const handlers = `request_organisation where request_id = '${whole.id}' and organisation_id = '${order.lead}'`;
    expect(await count(f.stack, handlers)).toBe(0);
  });

  it('tells each open part what its requester says later', async () => {
    const { whole, parts } = await divided();
    await answer(parts[0].id);
    expect((await act(whole.id, 'follow-up', { kind: 'urge', channel: 'hotline-12345' })).status).toBe(200);
    expect(await told('followed-up', whole.id)).toMatchObject({ urges: 1 });
    expect(await told('followed-up', parts[1].id)).toMatchObject({ urges: 1, parentId: whole.id });
    const said = await Promise.all(
      parts.map(async ({ id }) => (await f.clerk.get<{ items: [] }>(`${REQUESTS}/${id}/follow-ups`)).body.items),
    );
    expect(said.map((items) => items.length)).toEqual([0, 1, 1]);
  });

  it('has what happened to its parts in its story, each with the number of the part', async () => {
    const { whole, parts } = await divided();
    await answer(parts[1].id);
    const { body } = await f.clerk.get<{ entries: { part: string | null; action: string }[] }>(`${REQUESTS}/${whole.id}/timeline`);
    expect(body.entries.map(({ part, action }) => [part, action])).toEqual([
      [null, 'register'],
      [null, 'divide'],
      ...parts.map(({ number }) => [number, 'register']),
      [parts[1].number, 'answer-on-the-spot'],
    ]);
  });

  it('and a part of it are no duplicates of each other', async () => {
    const { whole, parts } = await divided([LAMP, LAMP]);
    const { body } = await f.clerk.get<{ items: { request: Shown }[] }>(`${REQUESTS}/${parts[0].id}/duplicates`);
    const found = body.items.map(({ request }) => request.id);
    expect(found).not.toContain(whole.id);
    expect(found).not.toContain(parts[1].id);
  });

  it('with an emergency in it says so at once, and answers the others', async () => {
    const { whole, parts } = await divided([LAMP, { ...LAMP, categoryCode: '010299' }]);
    expect(parts[1]).toMatchObject({ state: 'redirected', redirectedTo: { number: '119' } });
    await answer(parts[0].id);
    await becomes(whole.id, 'replied');
    expect((await detail(whole.id)).publicAnswer).toMatch(/^分项1：已当场说明。\n分项2：.*119/);
  });

  it('is divided once, however often it is asked for; of two clerks one is refused', async () => {
    const whole = await f.register();
    const headers = { 'idempotency-key': `divide-${whole.id}` };
    const twice = await Promise.all([divide(whole.id, undefined, headers), divide(whole.id, undefined, headers)]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect((await detail(whole.id)).partCount).toBe(3);
    const other = await f.register();
    const both = await Promise.all([divide(other.id), divide(other.id, [LAMP, WASTE])]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect([2, 3]).toContain((await detail(other.id)).partCount);
  });
});

/** A reopened part is given to somebody again, who answers it. */
async function answerReopened({ id }: Shown): Promise<void> {
  const workOrderId = newId();
  const facts = { workOrderId, sourceId: id, type: 'request' as const, areaCode: AREA, leadOrganisationId: newId() };
  await f.stack.publish(
    'dispatch.work-order.dispatched.v1',
    { id: workOrderId, version: 1 },
    {
      ...EVENTS['dispatch.work-order.dispatched.v1'].example,
      ...facts,
    },
  );
  const approved = { ...EVENTS['dispatch.work-order.approved.v1'].example, ...facts, publicAnswer: '垃圾已清运。' };
  await f.stack.publish('dispatch.work-order.approved.v1', { id: workOrderId, version: 2 }, approved);
  await becomes(id, 'replied');
}
