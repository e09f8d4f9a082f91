import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { type Fixture, REQUESTS, type Shown, startIntake } from './fixture.js';

interface Redirected extends Shown {
  redirectedTo: { number: string; zh: string; en: string } | null;
}

const FIRE = '150101';
let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  await f.admin.put(`/api/intake/v1/categories/${FIRE}`, { name: '火灾', emergencyNumber: '119' });
}, 60_000);
afterAll(() => f?.stack.stop());

const told = (id: string, n: number) =>
  eventually(async () => {
    const events = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === id);
    expect(events).toHaveLength(n);
    return events.sort((a, b) => a.aggregateVersion - b.aggregateVersion).map(({ type, data }) => ({ type, data }));
  });

describe('a request of an emergency category', () => {
  it('is redirected in its registration: the answer says what to tell the caller, and the first event that nobody is to be given work', async () => {
    const request = (await f.register({ categoryCode: FIRE })) as Redirected;
    expect(request).toMatchObject({ state: 'redirected', version: 2, redirectedTo: { number: '119' } });
    expect(request.redirectedTo?.zh).toContain('119');
    expect(await told(request.id, 2)).toMatchObject([
      { type: 'intake.request.registered.v1', data: { emergencyNumber: '119' } },
      { type: 'intake.request.redirected.v1', data: { emergencyNumber: '119' } },
    ]);
    expect(await f.stack.sql('intake', 'select 1 from message where subject_id = $1', [request.id])).toEqual([]);
  });

  it('is redirected whoever takes it in, also one who may not redirect by hand', async () => {
    const worker = f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['grid-worker'], area: '230903011001', clientId: 'worker' }),
    );
    const { status, body } = await worker.post<Redirected>(REQUESTS, {
      kind: 'help',
      channel: 'grid-worker',
      categoryCode: FIRE,
      areaCode: '230903011001',
      title: '着火',
      text: '楼道着火。',
    });
    expect([status, body.state]).toEqual([201, 'redirected']);
  });

  it('is no longer one when the register says so', async () => {
    await f.admin.put('/api/intake/v1/categories/150102', { name: '火灾隐患', emergencyNumber: '119' });
    await f.admin.put('/api/intake/v1/categories/150102', { name: '火灾隐患' });
    expect(await f.register({ categoryCode: '150102' })).toMatchObject({ state: 'received', redirectedTo: null });
  });
});

describe('any other request', () => {
  it('is redirected by a clerk when it turns out to be an emergency, and takes no follow-up after that', async () => {
    const { id } = await f.register();
    const { body } = await f.clerk.post<Redirected>(`${REQUESTS}/${id}/redirect`, { emergencyNumber: '120', reason: '老人摔倒。' });
    expect(body).toMatchObject({ state: 'redirected', redirectedTo: { number: '120' }, version: 2 });
    expect(await told(id, 2)).toMatchObject([{}, { type: 'intake.request.redirected.v1', data: { emergencyNumber: '120' } }]);
    const followUp = await f.clerk.post(`${REQUESTS}/${id}/follow-up`, { kind: 'urge', channel: 'online' });
    expect(followUp.status).toBe(409);
    expect((await f.clerk.post(`${REQUESTS}/${id}/redirect`, { emergencyNumber: '999' })).status).toBe(422);
  });
});
