import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dateOf } from '@zero-distance/calendar';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { MatterText } from '@zero-distance/personal-data';
import { eventually, filesLeft, type HttpClient, photo, wordsLeft } from '@zero-distance/testing';
import { DispatchWorld, type Order, type Problem } from './dispatch-world.js';

jest.setTimeout(30_000); // what is retried comes back after seconds
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
}, 120_000);
afterAll(() => world.stop());

/** A calendar day in Shanghai. */
const dayFromNow = (days: number) => dateOf(new Date(Date.now() + days * 86_400_000));
const types = (events: { type: string }[]) => events.map(({ type }) => type.split('.')[2]);

describe('a request', () => {
  it('becomes an order at the organisation the list names, with its reason and due times explained', async () => {
    const requestId = await world.register();
    const order = await world.detail((await world.orderOf(requestId)).id);
    expect(order).toMatchObject({
      type: 'request',
      state: 'dispatched',
      version: 2,
      round: 1,
      lead: { code: 'housing-bureau', name: '区住房和城乡建设局' },
      coHandlers: [{ code: 'urban-management' }],
      routeReason: { code: 'responsibility-list' },
      due: { overdue: false, lamp: 'green' },
    });
    expect(order.routeReason?.zh).toContain('street-lamps');
    expect(order.deadline.steps[0]?.en).toContain('7 natural days');
    expect(order.history.map(({ action, from, to, actorId }) => [action, from, to, actorId])).toEqual([
      ['open', null, 'pending', 'system'],
      ['dispatch', 'pending', 'dispatched', 'system'],
    ]);
    expect(order.deadline.steps.at(-1)?.dueAt).toBe(order.due.feedbackBy);
  });

  it('of a category that wants a photo is not solved without one; a reply that explains needs none', async () => {
    const categoryId = newId();
    const category = { categoryId, code: '010207', name: '公园管理', requiredEvidence: ['photo' as const] };
    await world.stack.publish('intake.category.registered.v1', { id: categoryId, version: 1 }, category);
    const known = () => world.stack.sql('dispatch', 'select 1 from category where code = $1 and required_evidence <> $2', ['010207', []]);
    await eventually(async () => expect(await known()).toHaveLength(1));
    const orders = await Promise.all([1, 2].map(async () => world.orderOf(await world.register({ categoryCode: '010207' }))));
    const [solved, unsolved] = orders.map(({ id }) => id) as [string, string];
    for (const id of [solved, unsolved]) {
      await world.bringTo(id, 'in-progress');
      await world.reportParts(id);
    }
    const reply = (id: string, body: object) => world.act<Order & Problem>('housing', id, 'reply', { text: '已处理。', ...body });
    const refused = await reply(solved, { result: 'solved' });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ code: 'dispatch.work_order.evidence_missing', pointer: '/files' }] } });
    const { body: sent } = await world.clients.housing.post<{ id: string }>('/api/dispatch/v1/files', photo());
    expect((await reply(solved, { result: 'solved', files: [sent.id] })).status).toBe(200);
    expect((await reply(unsolved, { result: 'explained' })).status).toBe(200);
  });

  it('goes through acceptance, work, reply, approval and a contented callback to its close', async () => {
    const requestId = await world.register();
    const { id } = await world.orderOf(requestId);
    const approved = await world.bringTo(id, 'approved');
    expect(approved).toMatchObject({
      state: 'approved',
      reply: { result: 'solved', onTime: true },
      publicAnswer: '路灯已修复，照明恢复正常。',
    });
    await world.callBack(requestId, 1, 'closed');
    await world.orderOf(requestId, ({ state }) => state === 'closed');
    const events = await world.told(id, 7);
    expect(types(events)).toEqual(['opened', 'dispatched', 'accepted', 'started', 'replied', 'approved', 'closed']);
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(events[5]?.data).toMatchObject({
      publicAnswer: '路灯已修复，照明恢复正常。',
      onTime: true,
      sourceId: requestId,
      type: 'request',
    });
  });

  it('is reported on by its lead while it is worked on, with photos and the date of the next report, until it is answered', async () => {
    const { id } = await world.orderOf(await world.register());
    const nextReportOn = dayFromNow(3);
    const report = { text: '已勘察，缺灯头，已订货。', nextReportOn };
    expect((await world.act('housing', id, 'progress', report)).status).toBe(409);
    await world.bringTo(id, 'in-progress');
    expect((await world.act('urban', id, 'progress', report)).status).toBe(403);
    for (const day of [dayFromNow(0), dayFromNow(91)])
      expect((await world.act<Problem>('housing', id, 'progress', { ...report, nextReportOn: day })).body).toMatchObject({
        code: 'dispatch.work_order.next_report',
        errors: [{ pointer: '/nextReportOn' }],
      });
    const { body: sent } = await world.clients.housing.post<{ id: string }>('/api/dispatch/v1/files', photo());
    const { due } = await world.detail(id);
    const { body } = await world.act<Order & { nextReportOn: string | null }>('housing', id, 'progress', { ...report, files: [sent.id] });
    expect(body).toMatchObject({ state: 'in-progress', nextReportOn, due: { feedbackBy: due.feedbackBy } });
    const [progressed] = (await world.told(id, 5)).slice(-1);
    expect(progressed).toMatchObject({
      type: 'dispatch.work-order.progressed.v1',
      data: { nextReportOn, fileIds: [sent.id] },
    });
    expect(JSON.stringify(progressed)).not.toContain('勘察');
    expect((await world.detail(id)).history.at(-1)).toMatchObject({ action: 'progress', reason: report.text });
    await world.reportParts(id);
    const replied = await world.act('housing', id, 'reply', { text: '已更换灯头。', result: 'solved' });
    expect(replied.body).toMatchObject({ nextReportOn: null });
  });

  it('is told with its words to who may see the order, and is in no column in plain', async () => {
    const requestId = newId();
    const text: MatterText = {
      title: '路灯不亮',
      text: '3号楼前路灯三天不亮，老人出行不便。',
      place: '学府社区3号楼前',
      point: { type: 'Point', coordinates: [131.0159, 45.7712] },
    };
    await world.register({ requestId, sealedText: world.sealed(requestId, text) });
    const { id, title } = await world.orderOf(requestId);
    expect(title).toBe(text.title);
    const one = await world.clients.housing.get<Order>(`/api/dispatch/v1/work-orders/${id}`);
    expect(one.body).toMatchObject({ title: text.title, matter: text });
    expect((await world.act('housing', id, 'accept')).body.title).toBe(text.title);
    expect((await world.clients.outsider.get(`/api/dispatch/v1/work-orders/${id}`)).status).toBe(404);
    const stored = await world.stack.sql(
      'dispatch',
      'select m::text, o::text from matter_text m, work_order o where o.source_id = m.request_id',
    );
    expect(JSON.stringify([stored, world.stack.logs('dispatch')])).not.toMatch(/路灯|学府/);
  });

  it('keeps no word of its request once that is erased: in no column, no answer, no file and no message that failed', async () => {
    const requestId = newId();
    const text: MatterText = { title: '瓮安胡同井盖', text: '瓮安胡同七号门前井盖松动。', place: '瓮安胡同七号', point: null };
    const sealedText = world.sealed(requestId, text);
    await world.register({ requestId, sealedText });
    const { id } = await world.orderOf(requestId);
    const key = () => ({ headers: { 'idempotency-key': newId() } });
    const { housing, reviewer } = world.clients;
    const act = (client: HttpClient, action: string, body?: object) =>
      client.post(`/api/dispatch/v1/work-orders/${id}/${action}`, body, key());
    const sent = await housing.post<{ id: string }>('/api/dispatch/v1/files', photo());
    const files = [sent.body.id];
    await housing.post('/api/dispatch/v1/work-orders/accept', { ids: [id] }, key());
    await act(housing, 'start');
    await world.reportParts(id);
    await act(housing, 'reply', { text: '瓮安胡同七号井盖已换。', result: 'solved', files });
    await act(reviewer, 'reject', { reasonCode: 'incomplete', reason: '瓮安胡同七号未见照片' });
    await act(housing, 'reply', { text: '瓮安胡同七号井盖已换，补照片。', result: 'solved' });
    await world.stack.sql(
      'dispatch',
      `insert into dead_letter (id, event_id, event_type, consumer, headers, body, error, tries, failed_at)
       values (gen_random_uuid(), 'x', 'intake.request.registered.v1', 'EVT_INTAKE', jsonb_build_object('ce-subject', $1::text), $2, 'x', 8, now())`,
      [requestId, JSON.stringify({ requestId, sealedText })],
    );
    expect(await wordsLeft(world.stack, 'dispatch', ['瓮安'])).toEqual(['idempotency', 'work_order', 'work_order_history']);
    expect(filesLeft(world.stack, 'dispatch', files)).toHaveLength(2);

    const erased = { ...EVENTS['intake.request.erased.v1'].example, requestId };
    await world.stack.publish('intake.request.erased.v1', { id: requestId, version: 2 }, erased);
    await eventually(async () => expect((await world.detail(id)).matter).toBeNull());
    expect(await wordsLeft(world.stack, 'dispatch', ['瓮安', sealedText])).toEqual([]);
    expect(await world.stack.sql('dispatch', 'select 1 from matter_text where request_id = $1', [requestId])).toEqual([]);
    expect(await world.detail(id)).toMatchObject({ title: null, files: [], state: 'replied' });
    const told = await eventually(async () => {
      const event = (await world.stack.published('dispatch.erasure.recorded.v1')).find(({ data }) => data.matterId === requestId);
      if (!event) throw new Error('not told yet');
      return event.data;
    });
    expect(filesLeft(world.stack, 'dispatch', files)).toEqual([]); // it is told when they are gone, not before
    const removed = Object.fromEntries(told.removed.map(({ place, count }) => [place, count]));
    expect(removed).toEqual({ words: 3, files: 1, answers: 5, history: 4, 'dead-letters': 1 });
  });

  it('shows no photo of a confidential request to the public, whoever asks; of any other it does', async () => {
    const codeOf = async (confidential: boolean) => {
      const { id } = await world.orderOf(await world.register({ confidential }));
      await world.bringTo(id, 'in-progress');
      await world.reportParts(id);
      const sent = await world.clients.housing.post<{ id: string }>('/api/dispatch/v1/files', photo());
      await world.act('housing', id, 'reply', { text: '已换。', result: 'solved', files: [sent.body.id] });
      const asked = await world.clients.reviewer.post<{ code?: string }>(`/api/dispatch/v1/files/${sent.body.id}/rendition`, { masks: [] });
      return asked.body.code ?? asked.status;
    };
    expect([await codeOf(true), await codeOf(false)]).toEqual(['dispatch.rendition.of_nothing', 200]);
  });

  it('is answered with photos, which who sees the order sees; the event names them', async () => {
    const { id } = await world.orderOf(await world.register());
    await world.bringTo(id, 'in-progress');
    const sent = await world.clients.housing.post<{ id: string }>('/api/dispatch/v1/files', photo());
    const files = [sent.body.id];
    await world.reportParts(id);
    expect((await world.act('housing', id, 'reply', { text: '已更换灯头。', result: 'solved', files })).status).toBe(200);
    expect(await world.detail(id)).toMatchObject({ files: [{ id: files[0], purpose: 'result', mediaType: 'image/png' }] });
    expect((await world.told(id, 5))[4]).toMatchObject({ type: 'dispatch.work-order.replied.v1', data: { fileIds: files } });
    const read = (who: keyof typeof world.clients) => world.clients[who].get(`/api/dispatch/v1/files/${files[0]}`);
    expect([(await read('reviewer')).status, (await read('urban')).status, (await read('outsider')).status]).toEqual([200, 200, 404]);
    const { body } = await world.act<Problem>('housing', id, 'reply', { text: 'x', result: 'solved', files });
    expect(body.code).toMatch(/transition_not_allowed|not_attachable/);
  });

  it('whose requester is not content is worked on in a second round, with the whole limit again', async () => {
    const requestId = await world.register();
    const { id, due } = await world.orderOf(requestId);
    await world.bringTo(id, 'approved');
    await world.callBack(requestId, 1, 'rework');
    await world.orderOf(requestId, ({ state }) => state === 'in-progress');
    const order = await world.detail(id);
    expect(order).toMatchObject({ round: 2, version: 7 });
    expect(order.reply).toBeNull();
    expect(String(order.due.feedbackBy) >= String(due.feedbackBy)).toBe(true);
    expect(order.deadline.steps).toHaveLength(1);
    expect(order.history.at(-1)).toMatchObject({ action: 'rework', reasonCode: 'requester-not-content' });
    await world.reportParts(id);
    await world.act('housing', id, 'reply', { text: '再次上门处理，已解决。', result: 'solved' });
    await world.act('reviewer', id, 'approve', { publicAnswer: '已再次处理并解决。' });
    await world.callBack(requestId, 2, 'closed');
    await world.orderOf(requestId, ({ state }) => state === 'closed');
  });

  it.each([
    ['intake.request.withdrawn.v1', 'request-withdrawn'],
    ['intake.request.declined.v1', 'request-declined'],
    ['intake.request.answered.v1', 'answered-on-the-spot'],
    ['intake.request.redirected.v1', 'redirected'],
  ] as const)('ends its order when %s is heard', async (type, reasonCode) => {
    const requestId = await world.register();
    await world.stack.publish(type, { id: requestId, version: 2 }, { ...EVENTS[type].example, requestId } as never);
    const { id } = await world.orderOf(requestId, ({ state }) => state === 'terminated');
    expect((await world.told(id, 3))[2]).toMatchObject({ type: 'dispatch.work-order.terminated.v1', data: { reasonCode } });
  });

  it('that is an emergency opens none, and keeps no words of it', async () => {
    const requestId = newId();
    await world.register({
      requestId,
      emergencyNumber: '119',
      sealedText: world.sealed(requestId, { title: '着火', text: '着火', place: null, point: null }),
    });
    await world.orderOf(await world.register()); // what was sent later is there, so what was sent before was handled
    expect(await world.stack.sql('dispatch', 'select 1 from work_order where source_id = $1', [requestId])).toEqual([]);
    expect(await world.stack.sql('dispatch', 'select 1 from matter_text where request_id = $1', [requestId])).toEqual([]);
  });

  it('heard twice opens one order', async () => {
    const requestId = newId();
    const data = { ...EVENTS['intake.request.registered.v1'].example, requestId };
    const id = newId();
    await world.stack.publish('intake.request.registered.v1', { id: requestId, version: 1 }, data, { id });
    await world.stack.publish('intake.request.registered.v1', { id: requestId, version: 1 }, data, { id: newId() });
    await world.orderOf(await world.register()); // what was sent later is there, so both before it were handled
    expect(await world.stack.sql('dispatch', 'select id from work_order where source_id = $1', [requestId])).toHaveLength(1);
  });

  it('of kind dispute opens none', async () => {
    const requestId = await world.register({ kind: 'dispute' });
    await world.orderOf(await world.register());
    expect(await world.stack.sql('dispatch', 'select id from work_order where source_id = $1', [requestId])).toEqual([]);
  });
});
