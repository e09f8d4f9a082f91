import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { AREA, DispatchWorld, type Order, type Problem } from './dispatch-world.js';

jest.setTimeout(30_000);
const BASE = '/api/dispatch/v1';
interface Rerouted {
  readonly workOrderId: string;
  readonly lead: string | null;
  readonly byList: string | null;
  readonly byProposal: string | null;
}
let world: DispatchWorld;
beforeAll(async () => {
  world = await DispatchWorld.start();
  await world.put('/organisations/second-village', { name: '第二村委会', kind: 'village', areaCode: AREA });
}, 120_000);
afterAll(() => world.stop());

describe('a version of an entry that begins in the future', () => {
  it('is in the list and gives nobody an order until it begins; from then on it does', async () => {
    const entry = { categoryPrefix: '08', areaPrefix: '230903', leadOrganisation: 'housing-bureau' };
    await world.put('/responsibilities/pollution', { ...entry, effectiveFrom: '2026-01-01T00:00:00+08:00' });
    const begins = Date.now() + 4000;
    const later = { ...entry, leadOrganisation: 'urban-management', effectiveFrom: new Date(begins).toISOString() };
    expect(await world.put('/responsibilities/pollution', later)).toMatchObject({ version: 2 });
    const { body } = await world.clients.reader.get<{ items: { code: string; version: number }[] }>(`${BASE}/responsibilities?limit=200`);
    expect(body.items.filter(({ code }) => code === 'pollution').map(({ version }) => version)).toEqual([1, 2]);
    const now = await world.orderOf(await world.register({ categoryCode: '080801' }));
    expect(now.lead?.code).toBe('housing-bureau');
    await eventually(
      async () => {
        expect(Date.now()).toBeGreaterThan(begins);
        const then = await world.orderOf(await world.register({ categoryCode: '080801' }));
        expect(then).toMatchObject({ lead: { code: 'urban-management' } });
        expect(then.routeReason?.en).toContain('version 2');
      },
      { timeout: 15_000 },
    );
    expect((await world.detail(now.id)).lead?.code).toBe('housing-bureau'); // what was given stays
  });
});

describe('the list of entries', () => {
  it('is narrowed to those that name exactly one category, as of one that is retired', async () => {
    await world.put('/responsibilities/kilns', { categoryPrefix: '080801', areaPrefix: '230903', leadOrganisation: 'housing-bureau' });
    const naming = async (prefix: string) =>
      (await world.clients.reader.get<{ items: { code: string }[] }>(`${BASE}/responsibilities?categoryPrefix=${prefix}`)).body.items;
    expect(await naming('080801')).toEqual([expect.objectContaining({ code: 'kilns' })]);
    expect((await naming('08')).map(({ code }) => code)).not.toContain('kilns');
  });
});

describe('the preview of a change', () => {
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
  const preview = async (code: string, query: string, who: keyof DispatchWorld['clients'] = 'administrator') =>
    world.clients[who].get<{ items: Rerouted[]; next: string | null } & Problem>(`${BASE}/responsibilities/${code}/preview?${query}`);

  it('shows which orders of the month would have gone elsewhere, page by page and each once, and changes nothing', async () => {
    await world.put('/responsibilities/petitions', { categoryPrefix: '09', areaPrefix: '230903', leadOrganisation: 'housing-bureau' });
    const orders: Order[] = [];
    for (let i = 0; i < 5; i++) orders.push(await world.orderOf(await world.register({ categoryCode: '090901' })));
    const elsewhere = await world.orderOf(await world.register({ categoryCode: '090901', areaCode: '230903012001' }));
    const before = await world.stack.sql('dispatch', 'select id, version from work_order order by id');

    const proposed = `categoryPrefix=09&areaPrefix=230903011&leadOrganisation=urban-management&month=${month}`;
    const seen: Rerouted[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await preview('petitions-of-the-street', `${proposed}&limit=2${cursor && `&cursor=${cursor}`}`);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items);
      cursor = body.next;
    }
    expect(seen.map(({ workOrderId }) => workOrderId).sort()).toEqual(orders.map(({ id }) => id).sort());
    expect(seen[0]).toMatchObject({ lead: 'housing-bureau', byList: 'housing-bureau', byProposal: 'urban-management' });

    const moved = await preview('petitions', `categoryPrefix=0909&areaPrefix=230903011&leadOrganisation=housing-bureau&month=${month}`);
    expect(moved.body.items).toMatchObject([{ workOrderId: elsewhere.id, byList: 'housing-bureau', byProposal: null }]); // nobody's any more
    const same = await preview('petitions', `categoryPrefix=09&areaPrefix=230903&leadOrganisation=housing-bureau&month=${month}`);
    expect(same.body).toEqual({ items: [], next: null });
    expect((await preview('petitions', 'categoryPrefix=09&leadOrganisation=urban-management')).body.items).toEqual([]); // last month had none
    expect(await world.stack.sql('dispatch', 'select id, version from work_order order by id')).toEqual(before);
    expect(
      (
        await world.put<{ version: number }>('/responsibilities/petitions', {
          categoryPrefix: '09',
          areaPrefix: '230903',
          leadOrganisation: 'housing-bureau',
        })
      ).version,
    ).toBe(1);
  });

  it('leaves as a file, and is refused with an unknown lead, beyond the area, and to who has nothing to do with the list', async () => {
    const query = `categoryPrefix=09&areaPrefix=230903011&leadOrganisation=urban-management&month=${month}`;
    const token = await world.stack.token({ clientId: 'exporter', scopes: ['dispatch:read', 'dispatch:export'], roles: ['administrator'] });
    const headers = { authorization: `Bearer ${token}`, accept: 'text/csv' };
    const file = await fetch(`${world.stack.url('dispatch')}${BASE}/responsibilities/petitions-of-the-street/preview?${query}`, {
      headers,
    });
    expect((await file.text()).trim().split('\r\n')).toHaveLength(6);
    const recused = await world.register({ categoryCode: '090901', barredAccountIds: ['admin'] });
    await world.orderOf(recused); // the centre sees it, the administrator does not
    expect((await preview('petitions-of-the-street', query)).body.items).toHaveLength(5);
    expect((await preview('petitions-of-the-street', query, 'dispatcher')).body.items).toHaveLength(6);
    expect((await preview('x', 'leadOrganisation=nobody')).body.code).toBe('dispatch.organisation.not_found');
    expect((await preview('x', `leadOrganisation=urban-management&month=2026-13`)).status).toBe(422);
    expect((await preview('x', query, 'outsider')).body.code).toBe('platform.area_not_allowed');
    expect((await preview('x', query, 'housing')).status).toBe(403);
  });
});

describe('a community or village', () => {
  const designate = async (categoryCode: string, designation: object) => {
    const { id } = await world.orderOf(await world.register({ categoryCode }));
    return world.act<Order & Problem>('dispatcher', id, 'dispatch', { reason: '指定。', ...designation });
  };

  it('is given nothing outside its own list, neither to lead nor to help', async () => {
    for (const grassroots of ['first-community', 'second-village']) {
      expect(await designate('980101', { leadOrganisation: grassroots })).toMatchObject({
        status: 409,
        body: { code: 'dispatch.work_order.outside_community_list', errors: [{ pointer: '/leadOrganisation' }] },
      });
      const help = { leadOrganisation: 'housing-bureau', coOrganisations: ['urban-management', grassroots] };
      expect(await designate('980101', help)).toMatchObject({
        status: 409,
        body: { code: 'dispatch.work_order.outside_community_list', errors: [{ pointer: '/coOrganisations/1' }] },
      });
    }
  });

  it('does not lead what its list has it only assist with, and assists with that', async () => {
    const entry = { categoryPrefix: '99', areaPrefix: AREA, leadOrganisation: 'housing-bureau', coOrganisations: ['second-village'] };
    await world.put('/responsibilities/assisted', { ...entry, effectiveFrom: '2026-01-01T00:00:00+08:00' });
    const { id } = await world.orderOf(await world.register({ categoryCode: '990101' }));
    const lead = await world.act<Problem>('dispatcher', id, 'reassign', { leadOrganisation: 'second-village', reason: '改派。' });
    expect(lead).toMatchObject({ status: 409, body: { code: 'dispatch.work_order.assisting_only' } });
    const help = { leadOrganisation: 'urban-management', coOrganisations: ['second-village'], reason: '改派。' };
    expect(await world.act('dispatcher', id, 'reassign', help)).toMatchObject({
      status: 200,
      body: { coHandlers: [{ code: 'second-village' }] },
    });
  });
});
