import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addWorkingDays, dateEndingAt, dateOf, endOf, makeCalendar } from '@zero-distance/calendar';
import { newId } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { HAZARD_TRANSITIONS } from '../src/hazard/hazard.transitions.js';
import {
  API,
  type Clients,
  clientsOf,
  findHazard,
  type HazardBody,
  premises,
  typesOf,
  type VisitBody,
  visitTo,
  workOrderOf,
} from './harness.js';

interface OpenApi {
  paths: Record<string, { post?: { responses: Record<string, { content: Record<'application/problem+json', { examples: object }> }> } }>;
}

const SOON = new Date(Date.now() + 7 * 86_400_000).toISOString();

let stack: TestStack;
let clients: Clients;
beforeAll(async () => {
  stack = await startTestStack({ services: ['inspection'] });
  await tellRegisters(stack, 'inspection');
  clients = await clientsOf(stack);
}, 60_000);
afterAll(() => stack.stop());

const hazard = async (id: string) => (await clients.reader.get<HazardBody>(`${API}/hazards/${id}`)).body;
const untilState = (id: string, state: string) => eventually(async () => expect(await hazard(id)).toMatchObject({ state }));
const act = (id: string, action: string, body: object = {}, headers = {}) =>
  clients.inspector.post<HazardBody & { code: string }>(`${API}/hazards/${id}/${action}`, body, { headers });

const hazardActions = async (id: string) => (await clients.inspector.get<HazardBody>(`${API}/hazards/${id}`)).body.actions;

describe('a hazard', () => {
  it('is found by its premises, its category and its area', async () => {
    const id = await findHazard(clients, 'SOUGHT-1', { settled: 'notice', rectifyBy: SOON });
    const { categoryCode, areaCode } = (await clients.reader.get<{ categoryCode: string; areaCode: string }>(`${API}/hazards/${id}`)).body;
    const found = async (q: string) => {
      const { body } = await clients.reader.get<{ items: HazardBody[] }>(`${API}/hazards?limit=200&q=${encodeURIComponent(q)}`);
      return body.items.map((one) => one.id);
    };
    for (const typed of ['SOUGHT-1', 'sought-1', 'ＳOUGHT－1']) expect([typed, await found(typed)]).toEqual([typed, [id]]);
    for (const typed of [categoryCode, `类别 ${categoryCode}`, areaCode, `区划 ${areaCode}`]) expect(await found(typed)).toContain(id);
    for (const typed of ['SOUGHT', '类别 0102', '区划 230904']) expect([typed, await found(typed)]).toEqual([typed, []]);
  });

  it('that is transferred becomes a work order, whose closing brings the recheck, as often as it takes', async () => {
    const id = await findHazard(clients, 'CHAIN-1');
    expect(await hazard(id)).toMatchObject({ state: 'transferred', version: 2, actions: [] });
    const order = workOrderOf(stack, id);
    await order.opened();
    await eventually(async () => expect((await hazard(id)).workOrderId).toBe(order.id));
    await order.closed();
    await untilState(id, 'rectified');
    expect(Date.parse((await hazard(id)).recheckDueAt ?? '')).toBeGreaterThan(Date.now());

    expect((await act(id, 'recheck', { passed: false, note: '仍有杂物' })).body).toMatchObject({ state: 'failed', version: 4 });
    expect((await act(id, 'transfer')).body.code).toBe('inspection.hazard.with_work_order');
    await order.closed(); // reworked meanwhile
    await untilState(id, 'rectified');
    expect((await act(id, 'recheck', { passed: true })).body).toMatchObject({ state: 'closed', version: 6 });

    expect((await hazard(id)).history.map(({ action, from, to }) => `${from} ${action} ${to}`)).toEqual([
      'null find found',
      'found transfer transferred',
      'transferred work-order-closed rectified',
      'rectified fail-recheck failed',
      'failed work-order-closed rectified',
      'rectified pass-recheck closed',
    ]);
    await eventually(async () =>
      expect(typesOf(await stack.published(), id)).toEqual([
        '1 inspection.hazard.found.v1',
        '2 inspection.hazard.transferred.v1',
        '3 inspection.hazard.rectified.v1',
        '4 inspection.hazard.failed.v1',
        '5 inspection.hazard.rectified.v1',
        '6 inspection.hazard.closed.v1',
      ]),
    );
    expect(JSON.stringify(await stack.published())).not.toContain('杂物'); // the inspector's words stay here
  });

  it('that is open is confirmed by another visit, and not found again', async () => {
    const id = await findHazard(clients, 'SEEN-1');
    const again = await clients.inspector.post<VisitBody>(`${API}/visits`, visitTo('SEEN-1'));
    expect(again.body).toMatchObject({ passed: false, hazards: [{ id, state: 'transferred', confirmed: true }] });
    const visit = (await clients.reader.get<VisitBody>(`${API}/visits/${again.body.id}`)).body;
    expect(visit.hazards).toMatchObject([{ id, confirmed: true }]);
    expect((await hazard(id)).history.map(({ action }) => action)).toEqual(['find', 'transfer', 'confirm']);
    const found = async () => (await stack.published('inspection.visit.recorded.v1')).filter(({ data }) => data.visitId === visit.id);
    await eventually(async () => expect((await found()).map(({ data }) => [data.passed, data.hazards])).toEqual([[false, 0]]));
  });

  it('is one, though two visits find it at the same moment', async () => {
    await clients.admin.put(`${API}/premises/SEEN-2`, premises());
    const visits = await Promise.all([1, 2, 3].map(() => clients.inspector.post<VisitBody>(`${API}/visits`, visitTo('SEEN-2'))));
    expect(visits.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(visits.map(({ body }) => body.hazards[0]?.id)).size).toBe(1);
    expect(await stack.sql('inspection', "select from hazard where premises_code = 'SEEN-2'")).toHaveLength(1);
  });

  it('moves on with what a confirming visit did about it, and is a new hazard once it is closed', async () => {
    const id = await findHazard(clients, 'SEEN-3', { settled: 'notice', rectifyBy: SOON });
    const visit = (settled: object) => clients.inspector.post<VisitBody>(`${API}/visits`, visitTo('SEEN-3', settled));
    expect((await visit({ settled: 'on-the-spot' })).body.hazards).toMatchObject([{ id, state: 'rectified' }]);
    expect((await visit({ settled: 'notice', rectifyBy: SOON })).body.hazards).toMatchObject([{ id, state: 'failed' }]);
    expect((await visit({ settled: 'transfer', severity: 'suspected-major' })).body.hazards).toMatchObject([
      { id, state: 'transferred', severity: 'suspected-major' },
    ]);
    await stack.sql('inspection', "update hazard set state = 'closed' where id = $1", [id]);
    const [second] = (await visit({ settled: 'transfer' })).body.hazards;
    expect(second).toMatchObject({ state: 'transferred', confirmed: false });
    expect(second?.id).not.toBe(id);
  });

  it('may be transferred again once its work order was terminated', async () => {
    const id = await findHazard(clients, 'CHAIN-2');
    const order = workOrderOf(stack, id);
    await order.opened();
    await order.terminated();
    await eventually(async () => expect(await hazardActions(id)).toEqual(['transfer']));
    expect((await hazard(id)).version).toBe(2); // nothing was told, so no version was used up
    expect((await act(id, 'transfer')).body).toMatchObject({ state: 'transferred', version: 3, workOrderId: null });
  });

  it('that nobody sees to any more is to be transferred by the time of the policy, and is listed once that has passed', async () => {
    const dueIn = (days: number) => endOf(addDays(dateOf(new Date()), days)).toISOString();
    const policy = (value: number) => clients.operator.put(`${API}/policies/transfer-limit`, { value });
    expect(await policy(2)).toMatchObject({ status: 200, body: { value: 2, version: 1 } });
    const failed = await findHazard(clients, 'DUE-1', { settled: 'notice', rectifyBy: SOON });
    await act(failed, 'report-rectified');
    expect((await act(failed, 'recheck', { passed: false })).body).toMatchObject({ transferDueAt: dueIn(2), overdue: false });
    await policy(3);
    const released = await findHazard(clients, 'DUE-2');
    expect(await hazard(released)).toMatchObject({ transferDueAt: null, overdue: false });
    await workOrderOf(stack, released).terminated();
    await eventually(async () => expect(await hazard(released)).toMatchObject({ transferDueAt: dueIn(3) }));

    const listed = async (is: boolean) => {
      const { body } = await clients.reader.get<{ items: HazardBody[] }>(`${API}/hazards?overdue=${is}&limit=200`);
      return body.items.map(({ id, overdue }) => [id, overdue]);
    };
    const overdue = () => listed(true);
    const notice = await findHazard(clients, 'DUE-3', { settled: 'notice', rectifyBy: SOON });
    const rectified = await findHazard(clients, 'DUE-4', { settled: 'notice', rectifyBy: SOON });
    await act(rectified, 'report-rectified');
    expect(await overdue()).toEqual([]);
    const passed = 'update hazard set rectify_by = found_at, recheck_due_at = found_at, transfer_due_at = found_at where id = any($1)';
    await stack.sql('inspection', passed, [[failed, released, notice, rectified]]);
    expect(await overdue()).toEqual([rectified, notice, released, failed].map((id) => [id, true]));
    expect((await listed(false)).filter(([id, is]) => is || [failed, released, notice, rectified].includes(id as string))).toEqual([]);
    expect((await act(failed, 'transfer')).body).toMatchObject({ transferDueAt: null, overdue: false });
    await act(released, 'transfer');
    expect(await overdue()).toEqual([rectified, notice].map((id) => [id, true]));
    expect((await clients.reader.get(`${API}/hazards?overdue=perhaps`)).status).toBe(422);
  });

  it('counts a closing that is heard twice once', async () => {
    const id = await findHazard(clients, 'TWICE-1');
    const order = workOrderOf(stack, id);
    const closing = await order.closed();
    await order.closedAgain(closing);
    await untilState(id, 'rectified');
    const marker = await findHazard(clients, 'TWICE-2'); // what is heard after the repeat proves that the repeat was heard
    await workOrderOf(stack, marker).closed();
    await untilState(marker, 'rectified');
    expect((await hazard(id)).version).toBe(3);
    expect((await hazard(id)).history).toHaveLength(3);
  });

  it('that got a notice goes its own way, without a work order', async () => {
    const id = await findHazard(clients, 'NOTICE-1', { settled: 'notice', rectifyBy: SOON });
    expect((await act(id, 'report-rectified')).body).toMatchObject({ state: 'rectified', actions: ['recheck'] });
    expect((await act(id, 'recheck', { passed: false })).body).toMatchObject({ state: 'failed', actions: ['transfer'] });
    expect((await act(id, 'transfer')).body).toMatchObject({ state: 'transferred', version: 5, actions: [] });
  });

  it('is rechecked by the days off and make-up workdays that dispatch tells of', async () => {
    const today = dateOf(new Date());
    // Longer off than any published holiday, so that no day of the week makes the published calendar come to the same.
    const kinds = [...Array<'holiday'>(10).fill('holiday'), ...Array<'workday'>(3).fill('workday')];
    const told = kinds.map((kind, i) => ({ holidayId: newId(), date: addDays(today, i + 1), kind }));
    for (const day of told)
      await stack.publish('dispatch.holiday.registered.v1', { id: day.holidayId, version: 1 }, { ...day, kind: 'workday' });
    for (const day of told) await stack.publish('dispatch.holiday.registered.v1', { id: day.holidayId, version: 2 }, day); // changed since
    await eventually(async () =>
      expect(await stack.sql('inspection', 'select kind from holiday order by date')).toEqual(kinds.map((kind) => ({ kind }))),
    );
    const id = await findHazard(clients, 'HOLIDAY-1', { settled: 'notice', rectifyBy: SOON });
    expect((await act(id, 'report-rectified')).body.recheckDueAt).toBe(endOf(addDays(today, kinds.length)).toISOString());
  });

  it('that waits for its recheck has it moved when a day it was counted over is set, and says so in its history', async () => {
    const id = await findHazard(clients, 'HOLIDAY-2', { settled: 'notice', rectifyBy: SOON });
    const before = (await act(id, 'report-rectified')).body;
    const date = dateEndingAt(new Date(before.recheckDueAt ?? ''));
    const next = endOf(addWorkingDays(date, 1, makeCalendar()).date).toISOString();
    const day = { holidayId: newId(), date };
    await stack.publish('dispatch.holiday.registered.v1', { id: day.holidayId, version: 1 }, { ...day, kind: 'holiday' });
    await eventually(async () => expect(await hazard(id)).toMatchObject({ recheckDueAt: next, version: before.version }));
    await stack.publish('dispatch.holiday.registered.v1', { id: day.holidayId, version: 2 }, { ...day, kind: 'workday' });
    await eventually(async () => expect((await hazard(id)).recheckDueAt).toBe(before.recheckDueAt));
    expect((await hazard(id)).history.slice(-2)).toMatchObject([
      { action: 'recheck-moved', from: 'rectified', to: 'rectified', reason: `${date} holiday` },
      { action: 'recheck-moved', from: 'rectified', to: 'rectified', reason: `${date} workday` },
    ]);
  });

  it('that was corrected on the spot is at its end', async () => {
    const id = await findHazard(clients, 'SPOT-1', { settled: 'on-the-spot' });
    for (const [action, body] of [['report-rectified'], ['transfer'], ['recheck', { passed: true }]] as const) {
      const answer = await act(id, action, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'inspection.hazard.transition_not_allowed']);
    }
    expect(await hazard(id)).toMatchObject({ state: 'corrected', version: 2, actions: [] });
    expect(typesOf(await stack.published(), id)).toHaveLength(2);
  });

  it.each(['report-rectified', 'recheck', 'transfer'])(
    'has it documented that %s may be refused for the state and for the role',
    async (action) => {
      const { body } = await clients.reader.get<OpenApi>('/api/inspection/openapi.json');
      const { responses } = body.paths[`${API}/hazards/{id}/${action}`]?.post ?? {};
      for (const { code, definition } of HAZARD_TRANSITIONS.errors) {
        expect(responses?.[definition.status]?.content['application/problem+json'].examples).toHaveProperty([code]);
      }
    },
  );

  it('takes a closing that came before the failed recheck once that is recorded', async () => {
    const id = await findHazard(clients, 'EARLY-1');
    const order = workOrderOf(stack, id);
    await order.closed();
    await untilState(id, 'rectified');
    await order.closed();
    await eventually(() => expect(stack.logs('inspection')).toContain('work-order-closed')); // refused for now, to be tried again
    await act(id, 'recheck', { passed: false });
    await untilState(id, 'rectified');
    expect(await hazard(id)).toMatchObject({ version: 5 });
  });
});
