import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, type Shown, startIntake } from './fixture.js';

interface Entry {
  service: string;
  action: string;
  zh: string;
  en: string;
  to: string | null;
  organisation: string | null;
}

let f: Fixture;
const WORK_ORDER = '0190a5c0-7c1e-7000-8000-0000000000aa';
const ORGANISATION = '0190a5c0-7c1e-7000-8000-0000000000bb';
const CASE = '0190a5c0-7c1e-7000-8000-0000000000cc';
const AT = '2026-11-23T04:00:00.000Z';

beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const storyOf = async (id: string) => (await f.clerk.get<{ entries: Entry[] }>(`${REQUESTS}/${id}/timeline`)).body.entries;
/** Waits until an event is in the story: what it did to the request was in the same transaction. */
const heardOf = (id: string, action: string) =>
  eventually(async () => expect((await storyOf(id)).map((entry) => entry.action)).toContain(action));

describe('what is heard of a request', () => {
  const order = (requestId: string) => ({
    workOrderId: WORK_ORDER,
    sourceId: requestId,
    type: 'request' as const,
    areaCode: AREA,
    leadOrganisationId: ORGANISATION,
    at: AT,
  });

  it('moves it through dispatch, answer, rework and close, and tells the whole story', async () => {
    const { id } = await f.register();
    const { stack } = f;
    const orderId = { id: crypto.randomUUID() };
    const asked = { callbackId: crypto.randomUUID(), requestId: id, areaCode: AREA, at: AT };
    const callback = { ...asked, contacted: true };
    await stack.publish(
      'dispatch.organisation.registered.v1',
      { id: ORGANISATION, version: 1 },
      { organisationId: ORGANISATION, code: 'housing-bureau', name: '区住建局', kind: 'department', areaCode: '230903' },
    );
    await stack.publish(
      'dispatch.work-order.opened.v1',
      { ...orderId, version: 1 },
      { ...order(id), leadOrganisationId: null, urgency: 'normal', categoryCode: '010203' },
    );
    await stack.publish(
      'dispatch.work-order.dispatched.v1',
      { ...orderId, version: 2 },
      { ...order(id), coOrganisationIds: [], routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: AT },
    );
    await eventually(async () => expect(await f.stateOf(id)).toBe('dispatched'));
    const approved = { ...order(id), publicAnswer: '已修复。', repliedAt: AT, onTime: true, result: 'unsolvable' };
    await stack.publish('dispatch.work-order.approved.v1', { ...orderId, version: 3 }, approved);
    await eventually(async () => expect(await f.stateOf(id)).toBe('replied'));
    expect((await f.clerk.get(`${REQUESTS}/${id}`)).body).toMatchObject({ answerResult: 'unsolvable' });
    await stack.publish('evaluation.callback.opened.v1', { id: asked.callbackId, version: 1 }, { ...asked, round: 1 });
    await stack.publish('evaluation.callback.attempted.v1', { id: asked.callbackId, version: 2 }, { ...asked, attempts: 1 });
    await stack.publish(
      'evaluation.callback.recorded.v1',
      { id: asked.callbackId, version: 3 },
      { ...callback, round: 1, solved: false, satisfaction: 'dissatisfied', outcome: 'rework' },
    );
    await eventually(async () => expect(await f.stateOf(id)).toBe('reopened'));
    await stack.publish(
      'dispatch.work-order.approved.v1',
      { ...orderId, version: 4 },
      { ...order(id), publicAnswer: '已更换灯具。', repliedAt: AT, onTime: true },
    );
    await eventually(async () => expect(await f.stateOf(id)).toBe('replied'));
    expect((await f.clerk.get(`${REQUESTS}/${id}`)).body).toMatchObject({ answerResult: null }); // an answer that says nothing of it
    const second = { ...callback, callbackId: crypto.randomUUID(), round: 2 };
    await stack.publish(
      'evaluation.callback.recorded.v1',
      { id: second.callbackId, version: 1 },
      { ...second, solved: true, satisfaction: 'satisfied', outcome: 'closed' },
    );
    await eventually(async () => expect(await f.stateOf(id)).toBe('closed'));

    const story = await storyOf(id);
    const told = (service: string) => story.filter((entry) => entry.service === service);
    expect(told('intake').map((entry) => entry.to)).toEqual(['received', 'dispatched', 'replied', 'reopened', 'replied', 'closed']);
    expect(told('dispatch').map((entry) => entry.action)).toEqual([
      'work-order.opened',
      'work-order.dispatched',
      'work-order.approved',
      'work-order.approved',
    ]);
    expect(told('dispatch').at(-1)?.organisation).toBe('区住建局');
    expect(told('evaluation').map((entry) => entry.action)).toEqual([
      'callback.opened',
      'callback.attempted',
      'callback.recorded',
      'callback.recorded',
    ]);
    for (const { zh } of story) expect(zh).toMatch(/^\p{Script=Han}/u);
    for (const { en } of story) expect(en).toMatch(/^[A-Z][a-z ]/);
    const versions = (await stack.published()).filter((event) => event.aggregateId === id).map((event) => event.aggregateVersion);
    expect(versions).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('shows the department the requests it leads, and no others', async () => {
    const token = await f.stack.token({ scopes: ['intake:read'], roles: ['handler'], area: '230903', org: 'housing-bureau' });
    const { body } = await f.stack.http('intake', token).get<{ items: Shown[] }>(`${REQUESTS}?limit=200`);
    expect(body.items).toHaveLength(1);
  });

  it('moves it through a mediation, and tells of the case too', async () => {
    const { id } = await f.register({ kind: 'dispute' });
    const about = { caseId: CASE, requestId: id, areaCode: AREA, caseType: 'neighbours' as const, at: AT };
    const mediation = { id: crypto.randomUUID() };
    await f.stack.publish('case-mediation.case.applied.v1', { ...mediation, version: 1 }, about);
    await eventually(async () => expect(await f.stateOf(id)).toBe('mediating'));
    await f.stack.publish('case-mediation.case.accepted.v1', { ...mediation, version: 2 }, about);
    await f.stack.publish('case-mediation.case.agreed.v1', { ...mediation, version: 3 }, { ...about, publicAnswer: '双方达成协议。' });
    await eventually(async () => expect(await f.stateOf(id)).toBe('replied'));
    const heard = (await storyOf(id)).filter((entry) => entry.service === 'case-mediation');
    expect(heard.map((entry) => entry.action)).toEqual(['case.applied', 'case.accepted', 'case.agreed']);
    await eventually(async () => {
      const replied = (await f.stack.published('intake.request.replied.v1')).map((event) => event.data);
      expect(replied).toContainEqual(
        expect.objectContaining({ requestId: id, answeredBy: 'case-mediation', organisationId: null, round: 1 }),
      );
    });
  });

  const WAYS = [
    ['answer-on-the-spot', { publicAnswer: '已当场指导办理。' }, 'answered'],
    ['decline', { reasonCode: 'court-matter', publicAnswer: '请向区人民法院立案庭咨询。' }, 'declined'],
  ] as const;

  it.each(WAYS)('lets a clerk %s what is dispatched already, and the end of its order changes nothing', async (action, input, state) => {
    const { id } = await f.register();
    const dispatched = { ...order(id), coOrganisationIds: [], routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: AT };
    const aggregate = { id: crypto.randomUUID() };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { ...aggregate, version: 1 }, dispatched);
    await eventually(async () => expect(await f.stateOf(id)).toBe('dispatched'));
    const settled = await f.clerk.post<Shown>(`${REQUESTS}/${id}/${action}`, input);
    expect(settled).toMatchObject({ status: 200, body: { state, version: 3, actions: ['reopen'] } });
    await f.stack.publish('dispatch.work-order.terminated.v1', { ...aggregate, version: 2 }, { ...order(id), reasonCode: 'settled' });
    await heardOf(id, 'work-order.terminated');
    expect(await f.clerk.get(`${REQUESTS}/${id}`)).toMatchObject({ body: { state, version: 3 } });
  });

  it.each(WAYS)('lets no clerk %s what somebody has accepted, until its order ends', async (action, input, state) => {
    const { id } = await f.register();
    const dispatched = { ...order(id), coOrganisationIds: [], routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: AT };
    const aggregate = { id: crypto.randomUUID() };
    const settle = () => f.clerk.post<Shown & { code: string }>(`${REQUESTS}/${id}/${action}`, input);
    const refused = { status: 409, body: { code: 'intake.request.taken_on' } };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { ...aggregate, version: 1 }, dispatched);
    await f.stack.publish('dispatch.work-order.accepted.v1', { ...aggregate, version: 2 }, order(id));
    await heardOf(id, 'work-order.accepted');
    expect(await settle()).toMatchObject(refused);
    const offered = async () => (await f.clerk.get<Shown>(`${REQUESTS}/${id}`)).body.actions;
    expect(await offered()).toEqual(expect.not.arrayContaining([action]));
    expect(await offered()).toContain('withdraw');
    const replied = { ...order(id), feedbackDueAt: AT, onTime: true, recheckDueAt: AT };
    await f.stack.publish('dispatch.work-order.replied.v1', { ...aggregate, version: 3 }, replied);
    await heardOf(id, 'work-order.replied');
    expect(await settle()).toMatchObject(refused);
    expect(await f.stateOf(id)).toBe('dispatched');
    const ended = { ...order(id), reasonCode: 'out-of-scope' };
    await f.stack.publish('dispatch.work-order.terminated.v1', { ...aggregate, version: 4 }, ended);
    await eventually(async () => expect(await f.stateOf(id)).toBe('received'));
    expect(await offered()).toContain(action);
    expect(await settle()).toMatchObject({ status: 200, body: { state } });
  });

  it.each(WAYS)('changes nothing after a clerk did %s, though the order was dispatched meanwhile', async (action, input, state) => {
    const { id } = await f.register();
    expect((await f.clerk.post(`${REQUESTS}/${id}/${action}`, input)).status).toBe(200);
    const dispatched = { ...order(id), coOrganisationIds: [], routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: AT };
    const approved = { ...order(id), publicAnswer: '已修复。', repliedAt: AT, onTime: true };
    const aggregate = { id: crypto.randomUUID() };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { ...aggregate, version: 1 }, dispatched);
    await f.stack.publish('dispatch.work-order.approved.v1', { ...aggregate, version: 2 }, approved);
    await f.stack.publish('dispatch.work-order.terminated.v1', { ...aggregate, version: 3 }, { ...order(id), reasonCode: 'settled' });
    await heardOf(id, 'work-order.terminated');
    const { body } = await f.clerk.get(`${REQUESTS}/${id}`);
    expect(body).toMatchObject({ state, version: 2, publicAnswer: input.publicAnswer, workOrderId: null });
  });

  it.each(WAYS)('lets a clerk %s what is in mediation, and the end of its case changes nothing', async (action, input, state) => {
    const { id } = await f.register({ kind: 'dispute' });
    const about = { caseId: CASE, requestId: id, areaCode: AREA, caseType: 'neighbours' as const, at: AT };
    const mediation = { id: crypto.randomUUID() };
    await f.stack.publish('case-mediation.case.applied.v1', { ...mediation, version: 1 }, about);
    await eventually(async () => expect(await f.stateOf(id)).toBe('mediating'));
    await f.stack.sql('intake', `update request set answer_result = 'unsolvable' where id = $1`, [id]); // of an answer before it was asked for again
    expect((await f.clerk.post(`${REQUESTS}/${id}/${action}`, input)).status).toBe(200);
    const ended = { ...about, reasonCode: 'settled', publicAnswer: '调解终止。' };
    await f.stack.publish('case-mediation.case.terminated.v1', { ...mediation, version: 2 }, ended);
    await heardOf(id, 'case.terminated');
    const { body } = await f.clerk.get(`${REQUESTS}/${id}`);
    expect(body).toMatchObject({ state, version: 3, publicAnswer: input.publicAnswer, answerResult: null });
  });

  it('gives it back to the clerk when the centre ends the order without an answer', async () => {
    const { id } = await f.register();
    const dispatched = { ...order(id), coOrganisationIds: [], routeReason: 'designated', signDueAt: AT, feedbackDueAt: AT };
    const aggregate = { id: crypto.randomUUID() };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { ...aggregate, version: 1 }, dispatched);
    await f.stack.publish('dispatch.work-order.terminated.v1', { ...aggregate, version: 2 }, { ...order(id), reasonCode: 'out-of-scope' });
    await eventually(async () => {
      const { body } = await f.clerk.get<Shown>(`${REQUESTS}/${id}`);
      expect(body).toMatchObject({ state: 'received', version: 3, actions: expect.arrayContaining(['decline', 'answer-on-the-spot']) });
    });
  });

  it('is in its story also when the clock of the host that took it in was ahead of that of the host that told of it', async () => {
    const { id } = await f.register();
    await f.stack.sql('intake', "update request set received_at = received_at + interval '1 hour' where id = $1", [id]);
    await f.stack.publish('dispatch.work-order.accepted.v1', { id: crypto.randomUUID(), version: 1 }, order(id));
    await heardOf(id, 'work-order.accepted');
  });

  it('counts once when it is delivered twice', async () => {
    const { id } = await f.register();
    const data = { ...order(id), coOrganisationIds: [], routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: AT };
    const aggregate = { id: crypto.randomUUID(), version: 1 };
    await f.stack.publish('dispatch.work-order.dispatched.v1', aggregate, data);
    await f.stack.publish('dispatch.work-order.dispatched.v1', aggregate, data); // another message id: the broker lets it through
    await f.stack.publish('dispatch.work-order.accepted.v1', { ...aggregate, version: 2 }, order(id));
    await eventually(async () => {
      const rows = await f.stack.sql<{ action: string }>(
        'intake',
        "select action from request_history where request_id = $1 and service = 'dispatch' order by id",
        [id],
      );
      expect(rows.map((row) => row.action)).toEqual(['work-order.dispatched', 'work-order.accepted']);
    });
  });
});
