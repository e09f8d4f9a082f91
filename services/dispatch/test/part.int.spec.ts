import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, photo } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Part, type Problem } from './dispatch-world.js';

const BASE = '/api/dispatch/v1';
const REPLY = { text: '已更换灯头。', result: 'solved' };
let world: DispatchWorld;
jest.setTimeout(40_000);
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world?.stop());

const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);
const part = async (id: string) => (await world.clients.dispatcher.get<Part>(`${BASE}/parts/${id}`)).body;
const refusal = ({ status, body }: { status: number; body: Problem }) => [status, body.code];

/** An order in progress whose one co-handler has not begun. */
async function helped(changes = {}): Promise<{ order: Order; part: Part }> {
  const { id } = await world.orderOf(await world.register(changes));
  const order = await world.bringTo(id, 'in-progress');
  const [one] = await world.parts(id);
  return { order, part: one as Part };
}
const late = (id: string) => world.stack.sql('dispatch', `update part set due_at = now() - interval '1 minute' where id = $1`, [id]);
const given = (id: string, leadOrganisation: string, coOrganisations: string[]) =>
  world.act('dispatcher', id, 'reassign', { leadOrganisation, coOrganisations, reason: '会商' });

describe('a part', () => {
  it('is opened with the dispatch, accepted and reported by the co-handler, and told of once a step without words', async () => {
    const { order, part: opened } = await helped();
    expect(opened).toMatchObject({
      state: 'open',
      organisation: { code: 'urban-management' },
      lead: { code: 'housing-bureau' },
      version: 1,
    });
    expect(opened.dueAt < (order.due.feedbackBy as string)).toBe(true);
    const { body: seen } = await world.clients.urban.get<{ items: Part[] }>(`${BASE}/parts?workOrderId=${order.id}`);
    expect(seen.items).toMatchObject([{ id: opened.id, actions: ['accept', 'return'] }]);
    expect((await world.onPart('urban', opened.id, 'accept')).body).toMatchObject({ state: 'accepted', actions: ['report', 'return'] });
    const reported = await world.onPart('urban', opened.id, 'report', { text: '已清理占道物品。' });
    expect(reported.body).toMatchObject({
      state: 'reported',
      onTime: true,
      report: '已清理占道物品。',
      lateReason: null,
      actions: ['take-back'],
    });
    const told = await world.told(opened.id, 3);
    expect(types(told)).toEqual(['opened', 'accepted', 'reported']);
    expect(JSON.stringify(told)).not.toContain('占道');
    expect((await world.detail(order.id)).version).toBe(order.version);
  });

  it('is awaited by the lead, whose reply is refused and names whose it is, until it is in', async () => {
    const { order, part: opened } = await helped();
    const early = await world.act<Problem>('housing', order.id, 'reply', REPLY);
    expect(refusal(early)).toEqual([409, 'dispatch.part.awaited']);
    expect(early.body.detail).toContain('urban-management');
    await world.onPart('urban', opened.id, 'accept');
    expect((await world.act('housing', order.id, 'reply', REPLY)).status).toBe(409);
    await world.onPart('urban', opened.id, 'report', { text: '已办。' });
    expect((await world.act('housing', order.id, 'reply', REPLY)).body).toMatchObject({ state: 'replied', reply: { without: [] } });
  });

  it('that is late is told once, holds the lead up no longer, is named in the reply, and comes in with a reason only', async () => {
    const { order, part: opened } = await helped();
    await late(opened.id);
    await eventually(async () => expect(types(await world.told(opened.id, 2))).toEqual(['opened', 'reminded']));
    expect(await part(opened.id)).toMatchObject({ state: 'open', overdue: true });
    const { body: overdue } = await world.clients.dispatcher.get<{ items: Part[] }>(`${BASE}/parts?overdue=true`);
    expect(overdue.items.map(({ id }) => id)).toContain(opened.id);
    const reply = await world.act('housing', order.id, 'reply', REPLY);
    expect(reply.body).toMatchObject({ state: 'replied', reply: { without: [{ code: 'urban-management' }] } });
    await world.onPart('urban', opened.id, 'accept');
    const silent = await world.onPart<Problem>('urban', opened.id, 'report', { text: '已办。' });
    expect(refusal(silent)).toEqual([422, 'dispatch.part.late_reason_wanted']);
    const reported = await world.onPart('urban', opened.id, 'report', { text: '已办。', lateReason: '因降雪道路封闭。' });
    expect(reported.body).toMatchObject({ state: 'reported', onTime: false, lateReason: '因降雪道路封闭。' });
    expect(types(await world.told(opened.id, 4))).toEqual(['opened', 'reminded', 'accepted', 'reported']);
    const rejected = await world.act('reviewer', order.id, 'reject', { reasonCode: 'incomplete', reason: '请补充。' });
    expect(rejected.body).toMatchObject({ reply: null });
  });

  it('that was reported in error is taken back by who sent it, awaited again and due as before, until the lead has answered', async () => {
    const { order, part: opened } = await helped();
    await world.onPart('urban', opened.id, 'accept');
    await world.onPart('urban', opened.id, 'report', { text: '已清理。' });
    const why = { reason: '照片有误。' };
    const colleague = await world.stack.token({
      clientId: 'ann',
      scopes: ['dispatch:read', 'dispatch:write'],
      roles: ['handler'],
      org: 'urban-management',
    });
    const other = await world.stack.http('dispatch', colleague).post<Problem>(`${BASE}/parts/${opened.id}/take-back`, why);
    expect(refusal(other)).toEqual([403, 'dispatch.part.not_sender']);
    expect(refusal(await world.onPart<Problem>('housing', opened.id, 'take-back', why))).toEqual([403, 'dispatch.part.not_co_handler']);
    await world.granted('housing', order.id, 'extension', { extendBy: { amount: 2, unit: 'natural_day' } });
    const taken = await world.onPart('urban', opened.id, 'take-back', why);
    const extended = new Date(Date.parse(opened.dueAt) + 2 * 86_400_000).toISOString();
    expect(taken.body).toMatchObject({ state: 'accepted', report: null, onTime: null, dueAt: extended, actions: ['report', 'return'] });
    expect(types(await world.told(opened.id, 4))).toEqual(['opened', 'accepted', 'reported', 'taken-back']);
    expect(JSON.stringify(await world.told(opened.id, 4))).not.toContain('照片');
    expect(refusal(await world.act<Problem>('housing', order.id, 'reply', REPLY))).toEqual([409, 'dispatch.part.awaited']);
    const { body: read } = await world.clients.housing.get<{ history: { action: string; reason: string | null }[] }>(
      `${BASE}/parts/${opened.id}`,
    );
    expect(read.history.map(({ action, reason }) => [action, reason])).toContainEqual(['report', '已清理。']);
    expect((await world.onPart('urban', opened.id, 'report', { text: '已清理完毕。' })).body).toMatchObject({ report: '已清理完毕。' });
    await world.act('housing', order.id, 'reply', REPLY);
    expect(refusal(await world.onPart<Problem>('urban', opened.id, 'take-back', why))).toEqual([409, 'dispatch.part.answered_already']);
    expect(await part(opened.id)).toMatchObject({ state: 'reported' });
    await world.act('housing', order.id, 'take-back', why);
    expect((await world.onPart('urban', opened.id, 'take-back', why)).body).toMatchObject({ state: 'accepted' });
  });

  it('shows the files of the report that stands, and those of what was taken back with the step that they came with', async () => {
    const { part: opened } = await helped();
    await world.onPart('urban', opened.id, 'accept');
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await world.clients.urban.post<{ id: string }>('/api/dispatch/v1/files', photo())).body.id),
    );
    type Shown = { files: { id: string }[]; history: { action: string; files: { id: string }[] }[] };
    const shown = async () => {
      const { body } = await world.clients.housing.get<Shown>(`${BASE}/parts/${opened.id}`);
      return [body.files.map(({ id }) => id), body.history.filter(({ files }) => files.length > 0).map(({ files }) => files[0]?.id)];
    };
    await world.onPart('urban', opened.id, 'report', { text: '已清理。', files: [first] });
    expect(await shown()).toEqual([[first], [first]]);
    await world.onPart('urban', opened.id, 'take-back', { reason: '照片有误。' });
    expect(await shown()).toEqual([[], [first]]);
    await world.onPart('urban', opened.id, 'report', { text: '已清理完毕。', files: [second] });
    expect(await shown()).toEqual([[second], [first, second]]);
  });

  it('is taken back so often and no more', async () => {
    const { part: opened } = await helped();
    await world.put('/policies/reports-per-order', { value: 1, reason: '测试' });
    await world.onPart('urban', opened.id, 'accept');
    const why = { reason: '照片有误。' };
    await world.onPart('urban', opened.id, 'report', { text: '已清理。' });
    expect((await world.onPart('urban', opened.id, 'take-back', why)).status).toBe(200);
    await world.onPart('urban', opened.id, 'report', { text: '已清理。' });
    expect(refusal(await world.onPart<Problem>('urban', opened.id, 'take-back', why))).toEqual([409, 'dispatch.part.taken_back_too_often']);
    await world.put('/policies/reports-per-order', { value: 200, reason: '测试' });
  });

  it('is taken back, or the lead answers with it, whichever comes first, and never both', async () => {
    for (let round = 0; round < 5; round++) {
      const { order, part: opened } = await helped();
      await world.reportParts(order.id);
      const [replied, taken] = await Promise.all([
        world.act<Problem>('housing', order.id, 'reply', REPLY),
        world.onPart<Problem>('urban', opened.id, 'take-back', { reason: '照片有误。' }),
      ]);
      expect([replied.status, taken.status].sort()).toEqual([200, 409]);
    }
  });

  it('in time says nothing of lateness', async () => {
    const { part: opened } = await helped();
    await world.onPart('urban', opened.id, 'accept');
    const odd = await world.onPart<Problem>('urban', opened.id, 'report', { text: '已办。', lateReason: '无' });
    expect(refusal(odd)).toEqual([422, 'dispatch.part.not_late']);
  });

  it('is marked by the lead alone, after its reply, within the scale', async () => {
    const { order, part: opened } = await helped();
    await world.reportParts(order.id);
    expect(refusal(await world.onPart<Problem>('housing', opened.id, 'mark', { mark: 5 }))).toEqual([
      409,
      'dispatch.part.marked_after_reply',
    ]);
    await world.act('housing', order.id, 'reply', REPLY);
    expect(refusal(await world.onPart<Problem>('urban', opened.id, 'mark', { mark: 5 }))).toEqual([403, 'dispatch.work_order.not_lead']);
    expect(refusal(await world.onPart<Problem>('housing', opened.id, 'mark', { mark: 6 }))).toEqual([
      422,
      'dispatch.part.mark_beyond_scale',
    ]);
    expect((await world.onPart('housing', opened.id, 'mark', { mark: 4 })).body).toMatchObject({ mark: 4, state: 'reported' });
    expect(refusal(await world.onPart<Problem>('housing', opened.id, 'mark', { mark: 1 }))).toEqual([409, 'dispatch.part.marked_already']);
    expect((await world.told(opened.id, 4)).at(-1)).toMatchObject({ type: 'dispatch.part.marked.v1', data: { mark: 4 } });
  });

  it('is its co-handler’s: another department neither sees nor does it, and the lead does not report it', async () => {
    const { order, part: opened } = await helped();
    expect((await world.onPart('housing', opened.id, 'accept')).status).toBe(403);
    await given(order.id, 'bei-an-street', []);
    const other = await world.orderOf(await world.register());
    const [foreign] = await world.parts(other.id);
    await world.stack.sql(
      'dispatch',
      'delete from part_organisation where part_id = $1 and organisation_id = (select organisation_id from part where id = $1)',
      [foreign?.id],
    );
    expect((await world.clients.urban.get(`${BASE}/parts/${foreign?.id}`)).status).toBe(404);
  });

  it('ends when its co-handler is removed or becomes the lead, who is then led by nobody’s part', async () => {
    const { order, part: opened } = await helped();
    await world.onPart('urban', opened.id, 'accept');
    expect((await given(order.id, 'urban-management', ['bei-an-street'])).body.state).toBe('dispatched');
    const early = await world.onPart<Problem>('urban', opened.id, 'report', { text: '已办。' });
    expect([early.status, ['dispatch.part.over', 'dispatch.part.transition_not_allowed'].includes(early.body.code)]).toEqual([409, true]);
    await eventually(async () => expect(await part(opened.id)).toMatchObject({ state: 'ended', endedFor: 'given-to-another' }));
    expect(types(await world.told(opened.id, 3))).toEqual(['opened', 'accepted', 'ended']);
    const [now, before] = await world.parts(order.id);
    expect([now?.organisation.code, now?.lead.code, before?.id]).toEqual(['bei-an-street', 'urban-management', opened.id]);
  });

  it('of a co-handler that stays under another lead is another part, for that lead', async () => {
    const { order, part: opened } = await helped();
    await world.reportParts(order.id);
    await given(order.id, 'bei-an-street', ['urban-management']);
    const [now] = await world.parts(order.id);
    expect(now).toMatchObject({ state: 'open', lead: { code: 'bei-an-street' }, organisation: { code: 'urban-management' } });
    expect((await part(opened.id)).state).toBe('reported');
  });

  it.each(['terminate', 'merge', 'return'])('ends with its order: %s', async (how) => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    const [opened] = (await world.parts(id)) as [Part];
    if (how === 'terminate') await world.act('dispatcher', id, 'terminate', { reasonCode: 'duplicate', reason: '重复' });
    if (how === 'return') await world.returned('housing', id);
    if (how === 'merge') {
      const data = { ...EVENTS['intake.request.merged.v1'].example, requestId, mainRequestId: newId(), at: new Date().toISOString() };
      await world.stack.publish('intake.request.merged.v1', { id: requestId, version: 2 }, data);
    }
    const endedFor = how === 'return' ? 'given-to-another' : 'order-ended';
    await eventually(async () => expect(await part(opened.id)).toMatchObject({ state: 'ended', endedFor }));
    expect((await world.onPart('urban', opened.id, 'accept')).status).toBe(409);
  });

  it('moves with the time to answer, and is not late while the order is parked', async () => {
    const { order, part: opened } = await helped();
    await world.granted('housing', order.id, 'extension', { extendBy: { amount: 2, unit: 'natural_day' } });
    const extended = await part(opened.id);
    expect(Date.parse(extended.dueAt) - Date.parse(opened.dueAt)).toBe(2 * 86_400_000);
    await world.granted('housing', order.id, 'parking', { reviewOn: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10) });
    await late(opened.id);
    expect(await part(opened.id)).toMatchObject({ overdue: false, state: 'open' });
    await world.act('dispatcher', order.id, 'resume', { reason: '恢复' });
    await eventually(async () => expect(types(await world.told(opened.id, 2))).toEqual(['opened', 'reminded']));
  });

  it('of a co-handler that is recused since is hidden from it, ends, and is not awaited', async () => {
    const requestId = newId();
    const facts = { ...EVENTS['intake.request.registered.v1'].example, requestId, receivedAt: new Date().toISOString() };
    const { order, part: opened } = await helped(facts);
    const [{ organisation_id: urban }] = (await world.stack.sql('dispatch', 'select organisation_id from part where id = $1', [
      opened.id,
    ])) as [{ organisation_id: string }];
    const corrected = { ...facts, barredOrganisationIds: [urban], corrected: ['complained-about'], at: new Date().toISOString() };
    await world.stack.publish('intake.request.corrected.v1', { id: requestId, version: 2 }, corrected);
    await eventually(async () => expect((await world.clients.urban.get(`${BASE}/parts/${opened.id}`)).status).toBe(404));
    await eventually(async () => expect(await part(opened.id)).toMatchObject({ state: 'ended', endedFor: 'recused' }));
    expect((await world.act('housing', order.id, 'reply', REPLY)).body).toMatchObject({ state: 'replied', reply: { without: [] } });
  });

  it('is opened again in the next round, and the last one no longer counts', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.bringTo(id, 'approved');
    await world.callBack(requestId, 1, 'rework');
    await eventually(async () =>
      expect((await world.parts(id)).map(({ round, state }) => [round, state])).toEqual([
        [2, 'open'],
        [1, 'reported'],
      ]),
    );
    expect(refusal(await world.act<Problem>('housing', id, 'reply', REPLY))).toEqual([409, 'dispatch.part.awaited']);
  });

  it('that is over offers no taking back: of the round before, and of an order that was ended', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    await world.bringTo(id, 'approved');
    await world.callBack(requestId, 1, 'rework');
    await eventually(async () => expect(await world.parts(id)).toHaveLength(2));
    const offered = async (orderId: string) => {
      const { body } = await world.clients.urban.get<{ items: Part[] }>(`${BASE}/parts?state=reported&workOrderId=${orderId}`);
      return body.items.map(({ actions }) => actions);
    };
    expect(await offered(id)).toEqual([[]]);
    const { order, part: opened } = await helped();
    await world.onPart('urban', opened.id, 'accept');
    await world.onPart('urban', opened.id, 'report', { text: '已清理。' });
    expect(await offered(order.id)).toEqual([['take-back']]);
    expect((await world.act('dispatcher', order.id, 'terminate', { reasonCode: 'duplicate', reason: '重复。' })).status).toBe(200);
    expect(await offered(order.id)).toEqual([[]]);
    expect(await part(opened.id)).toMatchObject({ actions: [] });
  });

  it('loses its words when the request is erased, and stays reported', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    const [opened] = (await world.parts(id)) as [Part];
    await world.onPart('urban', opened.id, 'accept');
    await world.onPart('urban', opened.id, 'report', { text: '王某家门口已清理。' });
    const erased = { ...EVENTS['intake.request.erased.v1'].example, requestId, at: new Date().toISOString() };
    await world.stack.publish('intake.request.erased.v1', { id: requestId, version: 2 }, erased);
    await eventually(async () => expect(JSON.stringify(await part(opened.id))).not.toContain('王某'));
    expect((await part(opened.id)).state).toBe('reported');
  });
});
