import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import type { HttpClient } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

interface Handled extends Order {
  staff: { section: string | null; personId: string | null; standInId: string | null } | null;
  contact: { way: string; reached: boolean; at: string; reachedAt: string | null } | null;
  warnings: { code: string }[];
}

let world: DispatchWorld;
let person: HttpClient;
const personId = newId();
beforeAll(async () => {
  world = await DispatchWorld.start();
  const token = { clientId: personId, scopes: ['dispatch:read', 'dispatch:write'], roles: ['handler'] as const, org: 'housing-bureau' };
  person = world.stack.http('dispatch', await world.stack.token({ ...token, roles: [...token.roles] }));
}, 120_000);
afterAll(() => world.stop());

const mine = async (query = '') =>
  (await person.get<{ items: Order[] }>(`/api/dispatch/v1/work-orders?assignedTo=me${query}`)).body.items.map(({ id }) => id);

/** As if something had been done with an order so often before. */
const done = (id: string, action: string, times: number) =>
  world.stack.sql(
    'dispatch',
    `insert into work_order_history (id, work_order_id, action, from_state, to_state, actor_id, at)
     select gen_random_uuid(), $1, $2, 'in-progress', 'in-progress', 'before', now() from generate_series(1, ${times})`,
    [id, action],
  );

describe('what is said of an order again and again', () => {
  it('is said so often and no oftener, each kind for itself, and its history is answered with the newest of it', async () => {
    const { id } = await world.orderOf(await world.register());
    await world.bringTo(id, 'in-progress');
    await done(id, 'progress', 199);
    const report = () => world.act<Problem>('housing', id, 'progress', { text: '已勘察。' });
    expect((await report()).status).toBe(200);
    expect(await report()).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.reported_too_often' } });
    expect((await world.act('housing', id, 'contact', { way: 'phone', reached: true })).status).toBe(200);
    await done(id, 'escalate', 600);
    await world.act('dispatcher', id, 'escalate', { reason: '管网产权不清。' });
    const { history } = await world.detail(id);
    expect([history.length, history.at(-1)?.reason]).toEqual([500, '管网产权不清。']);
  });
});

describe('the requester of an order', () => {
  it('who was not reached is warned of when it is answered, which is taken all the same, and no more once reached', async () => {
    const { id } = await world.orderOf(await world.register());
    expect((await world.act<Problem>('housing', id, 'contact', { way: 'phone', reached: true })).status).toBe(409); // not accepted yet
    const begun = (await world.bringTo(id, 'in-progress')) as Handled;
    expect([begun.contact, begun.warnings]).toMatchObject([null, [{ code: 'requester-not-reached' }]]);
    expect((await world.act<Problem>('urban', id, 'contact', { way: 'phone', reached: true })).body.code).toBe(
      'dispatch.work_order.not_lead',
    );
    const note = { way: 'phone', reached: false, note: '无人接听，稍后再打。' };
    const tried = await world.act<Handled>('housing', id, 'contact', note);
    expect(tried.body).toMatchObject({ contact: { way: 'phone', reached: false, reachedAt: null }, warnings: [{}], state: 'in-progress' });
    await world.reportParts(id);
    const { body: replied } = await world.act<Handled>('housing', id, 'reply', { text: '已更换灯头。', result: 'solved' });
    expect(replied).toMatchObject({ state: 'replied', warnings: [{ code: 'requester-not-reached' }] });
    await world.act('reviewer', id, 'reject', { reason: '请先联系来电人。', reasonCode: 'incomplete' });
    const at = new Date().toISOString();
    const { body: reached } = await world.act<Handled>('housing', id, 'contact', { way: 'visit', reached: true, at });
    expect(reached).toMatchObject({ contact: { way: 'visit', reached: true, at, reachedAt: at }, warnings: [] });
    expect((await world.act<Handled>('housing', id, 'contact', note)).body).toMatchObject({
      contact: { reached: false, reachedAt: at },
      warnings: [],
    });
    const events = await world.told(id, 9);
    expect(events.filter(({ type }) => type === 'dispatch.work-order.contacted.v1').map(({ data }) => data.reached)).toEqual([
      false,
      true,
      false,
    ]);
    expect(JSON.stringify(events)).not.toContain('无人接听');
    expect((await world.detail(id)).history.find(({ reasonCode }) => reasonCode === 'phone-not-reached')?.reason).toBe(note.note);
  });

  it('has to be reached again in another round, and by another lead', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.bringTo(id, 'in-progress');
    await world.act('housing', id, 'contact', { way: 'phone', reached: true });
    await world.reportParts(id);
    await world.act('housing', id, 'reply', { text: '已修复。', result: 'solved' });
    await world.act('reviewer', id, 'approve', { publicAnswer: '已修复。' });
    await world.callBack(requestId, 1, 'rework');
    const reworked = (await world.orderOf(requestId, ({ round }) => round === 2)) as Handled;
    expect(reworked).toMatchObject({ contact: null, warnings: [{}] });
    await world.act('housing', id, 'contact', { way: 'phone', reached: true });
    const given = await world.act<Handled>('dispatcher', id, 'reassign', { leadOrganisation: 'urban-management', reason: '改派。' });
    expect(given.body).toMatchObject({ contact: null, warnings: [] });
  });

  it('is not asked for of a confidential request, nor of a time before the order was given', async () => {
    const hidden = await world.orderOf(await world.register({ confidential: true }));
    expect(await world.bringTo(hidden.id, 'in-progress')).toMatchObject({ warnings: [] });
    expect((await world.act<Problem>('housing', hidden.id, 'contact', { way: 'phone', reached: true })).body.code).toBe(
      'dispatch.work_order.nobody_to_contact',
    );
    const { id } = await world.orderOf(await world.register());
    await world.bringTo(id, 'accepted');
    const early = await world.act<Problem>('housing', id, 'contact', { way: 'phone', reached: true, at: '2020-01-01T00:00:00Z' });
    expect([early.status, early.body.code]).toEqual([422, 'dispatch.work_order.contact_not_now']);
  });
});

describe('the people of a lead', () => {
  it('find what is in their name, as who does it or stands in, until it ends or another has it', async () => {
    const { id } = await world.orderOf(await world.register());
    const stranger = await world.act<Problem>('urban', id, 'assign-staff', { personId });
    expect(stranger.body.code).toBe('dispatch.work_order.not_lead');
    const { body } = await world.act<Handled>('housing', id, 'assign-staff', { section: '市政设施科', personId });
    expect(body.staff).toEqual({ section: '市政设施科', personId, standInId: null });
    expect([await mine(), await mine('&state=dispatched'), await mine('&overdue=false')]).toEqual([[id], [id], [id]]);
    expect(await mine('&overdue=true')).toEqual([]);
    const listed = await world.clients.dispatcher.get<{ items: Order[] }>(`/api/dispatch/v1/work-orders?assignedTo=${personId}`);
    expect(listed.body.items.map((one) => one.id)).toEqual([id]);
    expect((await world.clients.housing.get<{ items: Order[] }>('/api/dispatch/v1/work-orders?assignedTo=me')).body.items).toEqual([]);
    await world.act('housing', id, 'assign-staff', { personId: newId(), standInId: personId });
    expect(await mine()).toEqual([id]);
    await world.act('housing', id, 'assign-staff', { personId: newId() });
    expect(await mine()).toEqual([]);
    await world.act('housing', id, 'assign-staff', { personId });
    await world.act('dispatcher', id, 'reassign', { leadOrganisation: 'urban-management', reason: '改派。' });
    expect([await mine(), (await world.detail(id)) as Handled]).toMatchObject([[], { staff: null }]);
  });

  it('keep what ended in their list, and none of what was opened is left there as open', async () => {
    const { id } = await world.orderOf(await world.register());
    await world.act('housing', id, 'assign-staff', { personId });
    await world.act('dispatcher', id, 'terminate', { reasonCode: 'duplicate', reason: '重复。' });
    expect([await mine('&state=terminated'), await mine('&state=dispatched')]).toEqual([[id], []]);
    const [row] = await world.stack.sql('dispatch', 'select is_open from work_order_person where work_order_id = $1', [id]);
    expect(row).toEqual({ is_open: false });
  });

  it('are none who are recused, and are told who does it by account alone', async () => {
    const hidden = await world.orderOf(await world.register({ barredAccountIds: [personId] }));
    const refused = await world.act<Problem>('housing', hidden.id, 'assign-staff', { personId });
    expect([refused.status, refused.body.code]).toEqual([409, 'dispatch.work_order.staff_recused']);
    const { id } = await world.orderOf(await world.register());
    const named = await world.act<Problem>('housing', id, 'assign-staff', { section: '张三 13812345678' });
    expect(named.status).toBe(422);
    await world.act('housing', id, 'assign-staff', { personId, section: '市政科' });
    const [told] = (await world.told(id, 3)).slice(-1);
    expect(told).toMatchObject({ type: 'dispatch.work-order.staff-assigned.v1', data: { personId, standInId: null } });
    expect(JSON.stringify(told)).not.toContain('市政科');
  });
});
