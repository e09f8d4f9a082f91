import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { KeyRing, openMatterText } from '@zero-distance/personal-data';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

interface Again extends Shown {
  round: number;
  closedAt: string | null;
}
interface Problem {
  code: string;
}

const REASON = { channel: 'hotline-12345', reason: '修好两天后又不亮了。' };

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const reopen = <T = Again>(id: string, body: object = REASON) => f.clerk.post<T>(`${REQUESTS}/${id}/reopen`, body);
const told = (id: string) =>
  eventually(async () => {
    const events = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === id);
    const at = events.find(({ type }) => type === 'intake.request.reopened.v1');
    const after = events.find(({ type }) => type === 'intake.request.followed-up.v1');
    if (!at || !after) throw new Error('not told yet');
    return [at.data, after.data] as Record<string, unknown>[];
  });
async function answered(): Promise<Shown> {
  const request = await f.register();
  await f.clerk.post(`${REQUESTS}/${request.id}/answer-on-the-spot`, { publicAnswer: '已当场指导。' });
  return request;
}
/** One that was closed so many days ago, in a system before this one. */
async function closedDaysAgo(days: number): Promise<string> {
  const at = (hours: number) => new Date(Date.now() - days * 86_400_000 + hours * 3_600_000).toISOString();
  const { kind, channel, categoryCode, title } = REQUEST;
  const past = { kind, channel, categoryCode, title, areaCode: AREA, receivedAt: at(-48), repliedAt: at(-1), closedAt: at(0) };
  const importer = f.stack.http(
    'intake',
    await f.stack.token({ scopes: ['intake:import', 'intake:read'], roles: ['importer'], area: '230903' }),
  );
  const { status, body } = await importer.put<Shown>(`/api/intake/v1/past-requests/${newId()}`, past);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.id;
}

describe('a request that its requester has handled again', () => {
  it('begins another round with the reason as what was said first in it, and tells what it is, since an order may have to be opened', async () => {
    const { id } = await answered();
    expect(await reopen(id)).toMatchObject({ status: 200, body: { state: 'reopened', round: 2, version: 4 } });
    const [reopened, followedUp] = await told(id);
    expect(reopened).toMatchObject({ cause: 'requester', round: 2, categoryCode: REQUEST.categoryCode, confidential: false });
    const keys = new KeyRing(f.stack.secret('MATTER_TEXT_KEYS'));
    expect(openMatterText(keys, id, String(reopened?.sealedText))).toMatchObject({ title: REQUEST.title, text: REQUEST.text });
    expect(followedUp).toMatchObject({ followUp: 'supplement', urges: 0 });
    const { body } = await f.clerk.get<{ items: object[] }>(`${REQUESTS}/${id}/follow-ups`);
    expect(body.items).toMatchObject([{ kind: 'supplement', round: 2, text: REASON.reason }]);
  });

  it('goes to whom its new order is given, and the termination of the order before, heard of late, does not bring it back to the clerk', async () => {
    const { id } = await answered();
    await reopen(id);
    const example = EVENTS['dispatch.work-order.terminated.v1'].example;
    const ended = newId();
    await f.stack.publish(
      'dispatch.work-order.terminated.v1',
      { id: ended, version: 1 },
      { ...example, workOrderId: ended, sourceId: id, reasonCode: 'answered-on-the-spot' },
    );
    const order = newId();
    const given = { ...EVENTS['dispatch.work-order.dispatched.v1'].example, workOrderId: order, sourceId: id };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { id: order, version: 1 }, given);
    await eventually(async () => expect(await f.stateOf(id)).toBe('dispatched'));
    const { body } = await f.clerk.get<{ entries: { action: string }[] }>(`${REQUESTS}/${id}/timeline`);
    expect(body.entries.map(({ action }) => action)).not.toContain('return');
  });

  it('is reopened however often it was followed up before: so many follow-ups are taken in a round, and another begins', async () => {
    const { id } = await f.register();
    await f.stack.sql(
      'intake',
      `insert into request_follow_up (id, request_id, at, kind, channel, round, actor_id)
       select gen_random_uuid(), $1, now(), 'urge', 'hotline-12345', 1, 'grid' from generate_series(1, 200)`,
      [id],
    );
    const urge = () => f.clerk.post<Problem>(`${REQUESTS}/${id}/follow-up`, { kind: 'urge', channel: 'hotline-12345' });
    expect(await urge()).toMatchObject({ status: 409, body: { code: 'intake.request.followed_up_too_often' } });
    await f.clerk.post(`${REQUESTS}/${id}/answer-on-the-spot`, { publicAnswer: '已当场指导。' });
    expect(await reopen(id)).toMatchObject({ status: 200, body: { state: 'reopened', round: 2 } });
    const { body } = await f.clerk.get<{ items: { text: string | null }[] }>(`${REQUESTS}/${id}/follow-ups`);
    expect(body.items.map(({ text }) => text)).toContain(REASON.reason);
    expect((await urge()).status).toBe(200);
  });

  it('may have been withdrawn by a slip: its story says how its requester is said to have asked for that and why, and it begins again', async () => {
    const { id } = await f.register();
    const withdrawn = await f.clerk.post<Shown>(`${REQUESTS}/${id}/withdraw`, { channel: 'service-window', reason: '误点了旁边一行。' });
    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'withdrawn', actions: ['reopen'] } });
    const { body } = await f.clerk.get<{ entries: object[] }>(`${REQUESTS}/${id}/timeline`);
    expect(body.entries.at(-1)).toMatchObject({ zh: '诉求人撤回：误点了旁边一行。', detail: { channel: 'service-window' } });
    await eventually(async () => {
      const event = (await f.stack.published('intake.request.withdrawn.v1')).find(({ aggregateId }) => aggregateId === id);
      expect(event?.data).toMatchObject({ channel: 'service-window' });
      expect(JSON.stringify(event?.data)).not.toContain('误点');
    });
    expect(await reopen(id)).toMatchObject({ status: 200, body: { state: 'reopened', round: 2 } });
    expect((await told(id))[0]).toMatchObject({ cause: 'requester', number: expect.any(String), sealedText: expect.any(String) });
  });

  it('stays withdrawn when the days of the policy are over, and is withdrawn by a channel and with a reason only', async () => {
    const { id } = await f.register();
    const withdraw = (body: object) => f.clerk.post(`${REQUESTS}/${id}/withdraw`, body);
    expect((await withdraw({ channel: 'hotline-12345' })).status).toBe(422);
    expect((await withdraw({ reason: '不用了' })).status).toBe(422);
    expect((await withdraw(WITHDRAWAL)).status).toBe(200);
    await f.stack.sql('intake', `update request set received_at = received_at - interval '40 days' where id = $1`, [id]);
    await f.stack.sql('intake', `delete from request_history where request_id = $1 and action = 'withdraw'`, [id]); // as if it was as old
    expect(await reopen<Problem>(id)).toMatchObject({ status: 409, body: { code: 'intake.request.reopen_window_over' } });
  });

  it('was closed within the days of the policy; one closed before has to be taken in as another', async () => {
    expect(await reopen(await closedDaysAgo(29))).toMatchObject({ status: 200, body: { state: 'reopened', closedAt: null } });
    expect(await reopen<Problem>(await closedDaysAgo(31))).toMatchObject({
      status: 409,
      body: { code: 'intake.request.reopen_window_over' },
    });
  });

  it('is neither open, nor erased, nor of another area', async () => {
    const { id } = await f.register();
    expect(await reopen<Problem>(id)).toMatchObject({ status: 409, body: { code: 'intake.request.transition_not_allowed' } });
    const erased = await answered();
    await f.admin.post(`${REQUESTS}/${erased.id}/erase`, { basis: 'lawful-request', evidence: '书面申请' });
    expect(await reopen<Problem>(erased.id)).toMatchObject({ status: 409, body: { code: 'intake.request.erased_already' } });
    const { body: elsewhere } = await f.admin.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    expect((await reopen(elsewhere.id)).status).toBe(404);
  });
});
