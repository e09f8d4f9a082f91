import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, count, type Fixture, type Shown, startIntake } from './fixture.js';

const V1 = '/api/intake/v1';
const CENTRE = newId();
const ITEM = {
  ...{ name: '健康体检', group: 'elderly', field: 'elder-care', eligibleGroups: ['everyone'], materials: [], steps: ['上门'] },
  ...{ timeLimitWorkingDays: 3, handlingOrganisation: 'health-centre', places: ['at-home'], oneStop: true, assisted: true },
  categoryCode: '010203',
};
const PERSON = { name: '张秀英', phone: '13800001234', address: '学府社区3号楼2单元501', areaCode: AREA };
const CONSENT = { consentOn: '2026-11-01', consentWay: 'written' };

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  const said = { organisationId: CENTRE, code: 'health-centre', name: '卫生服务中心', kind: 'provider', areaCode: '230903011' } as const;
  await f.stack.publish('dispatch.organisation.registered.v1', { id: CENTRE, version: 1 }, said);
  await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
  const { status } = await f.admin.put(`${V1}/service-items/EL-01`, ITEM);
  expect(status).toBe(200);
}, 60_000);
afterAll(() => f?.stack.stop());

const resident = async () => (await f.clerk.post<Shown>(`${V1}/residents`, { ...PERSON, ...CONSENT })).body.id;
const act = (id: string, action: string, body: object = {}) => f.clerk.post<Shown>(`${V1}/residents/${id}/${action}`, body);
const order = async (residentId: string) => {
  const { status, body } = await f.clerk.post<Shown>(`${V1}/service-orders`, {
    ...{ residentId, itemCode: 'EL-01', channel: 'service-window', again: true },
  });
  expect(status).toBe(201);
  return body.id;
};
const revealed = async (id: string) => (await f.clerk.post<object>(`${V1}/requests/${id}/reveal`, { purpose: '约定上门时间' })).body;
const withdrawn = async (id: string) => {
  const { entries } = (await f.clerk.get<{ entries: { action: string; zh: string }[] }>(`${V1}/requests/${id}/timeline`)).body;
  return [await f.stateOf(id), entries.filter(({ action }) => action === 'withdraw').map(({ zh }) => zh)];
};
const toldOf = async (id: string) =>
  (await f.stack.published()).filter((event) => event.aggregateId === id).map(({ type, data }) => [type, data]);

describe('what was ordered for a resident and is not provided yet', () => {
  it('has the name, telephone and address that the file says now, also of a file that was merged into it; what has ended keeps its own', async () => {
    const [id, twin] = [await resident(), await resident()];
    const [mine, twins, past] = [await order(id), await order(twin), await order(id)];
    await act(twin, 'merge', { mainResidentId: id });
    await f.clerk.post(`${V1}/requests/${past}/withdraw`, { channel: 'service-window', reason: '不用了。' });
    const said = { phone: '13900005678', address: '学府社区5号楼1单元201' };
    expect((await act(id, 'correct', { ...said, reason: '已搬家。' })).status).toBe(200);
    for (const one of [mine, twins]) expect(await revealed(one)).toMatchObject({ name: '张秀英', ...said });
    expect(await revealed(past)).toMatchObject({ phone: PERSON.phone, address: PERSON.address });
    expect((await f.clerk.get<Shown>(`${V1}/requests/${mine}`)).body.requester).toEqual({ name: '张*', phone: '139****5678' });
    const found = await f.clerk.post<{ items: Shown[] }>(`${V1}/requests/find-by-phone`, { phone: said.phone });
    expect(found.body.items.map((one) => one.id).toSorted()).toEqual([mine, twins].toSorted());
    await act(id, 'correct', { leaveOut: ['phone'], reason: '停机。' });
    expect(await revealed(mine)).toMatchObject({ phone: null, address: said.address });
  });

  it.each([
    ['moved', '居民已迁出，点单终止'],
    ['died', '居民已去世，点单终止'],
  ])('is withdrawn by the system when the resident has %s, and whoever has it is told', async (leaving, zh) => {
    const [id, twin] = [await resident(), await resident()];
    const orders = [await order(id), await order(twin)];
    await act(twin, 'merge', { mainResidentId: id });
    expect((await act(id, 'leave', { leaving })).status).toBe(200);
    for (const one of orders) {
      expect(await withdrawn(one)).toEqual(['withdrawn', [zh]]);
      await eventually(async () =>
        expect(await toldOf(one)).toContainEqual(['intake.request.withdrawn.v1', expect.objectContaining({ kind: 'service-order' })]),
      );
    }
  });

  it('ends when the resident withdraws their consent, and is that of the main file when one that was merged expires', async () => {
    const [id, twin] = [await resident(), await resident()];
    const [mine, twins] = [await order(id), await order(twin)];
    await act(twin, 'merge', { mainResidentId: id });
    await f.stack.sql('intake', `update resident set next_at = now() - interval '1 day' where id = $1`, [twin]);
    await eventually(async () =>
      expect(await f.stack.sql('intake', 'select state from resident where id = $1', [twin])).toEqual([{ state: 'erased' }]),
    );
    expect(await f.stateOf(twins)).toBe('received');
    expect((await act(id, 'withdraw-consent')).status).toBe(200);
    for (const one of [mine, twins]) expect(await withdrawn(one)).toEqual(['withdrawn', ['居民撤回同意，点单终止']]);
  });

  it('leaves its main request where it was merged into another, and both end', async () => {
    const id = await resident();
    const [main, merged] = [await order(id), await order(id)];
    expect((await f.clerk.post(`${V1}/requests/${merged}/merge`, { mainRequestId: main })).status).toBe(200);
    await act(id, 'leave', { leaving: 'died' });
    expect([await f.stateOf(main), await f.stateOf(merged)]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('is ended or renewed too where it is ordered in the moment in which the file changes', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, resident));
    const answers = await Promise.all(
      ids.flatMap((residentId) => [
        f.clerk.post<Shown>(`${V1}/service-orders`, { residentId, itemCode: 'EL-01', channel: 'service-window' }),
        act(residentId, 'leave', { leaving: 'died' }),
      ]),
    );
    for (const [at, { status, body }] of answers.entries())
      if (at % 2 === 0 && status === 201) expect(await f.stateOf(body.id)).toBe('withdrawn');
  });
});
