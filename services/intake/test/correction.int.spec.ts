import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { KeyRing, openMatterText } from '@zero-distance/personal-data';
import { eventually, wordsLeft } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

const SAME_STREET = '230903011002';
interface Problem {
  code: string;
  errors?: { pointer?: string }[];
}
interface Corrections {
  items: { corrected: string[]; before: object; after: object; reason: string; actorId: string }[];
}

let f: Fixture;

beforeAll(async () => {
  f = await startIntake();
  await f.admin.put(`/api/intake/v1/areas/${SAME_STREET}`, { name: '东山社区', kind: 'residents_committee', edition: 'NBS-2023' });
}, 60_000);
afterAll(() => f?.stack.stop());

const correct = <T = Shown & typeof REQUEST>(id: string, body: object, headers = {}) =>
  f.clerk.post<T>(`${REQUESTS}/${id}/correct`, { reason: '来电人说错了社区。', ...body }, { headers });
const told = (id: string) =>
  eventually(async () => {
    const event = (await f.stack.published('intake.request.corrected.v1')).find(({ aggregateId }) => aggregateId === id);
    if (!event) throw new Error('not told yet');
    return event.data as Record<string, unknown>;
  });

describe('a correction of a request', () => {
  it('holds at once, keeps what stood there before, and is told with what the request is now', async () => {
    const { id, number } = await f.register();
    const { status, body } = await correct(id, { areaCode: SAME_STREET, urgency: 'utilities' });
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ areaCode: SAME_STREET, urgency: 'utilities', state: 'received', version: 2, number }),
    ]);
    expect(await told(id)).toMatchObject({
      areaCode: SAME_STREET,
      urgency: 'utilities',
      categoryCode: '010203',
      corrected: ['area', 'urgency'],
    });
    expect((await f.clerk.get<Corrections>(`${REQUESTS}/${id}/corrections`)).body.items).toEqual([
      expect.objectContaining({
        corrected: ['area', 'urgency'],
        before: expect.objectContaining({ areaCode: AREA, urgency: 'normal', categoryCode: null }),
        after: expect.objectContaining({ areaCode: SAME_STREET, urgency: 'utilities', title: null }),
        reason: '来电人说错了社区。',
        actorId: 'clerk',
      }),
    ]);
  });

  it('of its words seals them anew for those who work on it, and tells them in no other way', async () => {
    const { id } = await f.register();
    await correct(id, { title: '瓮安胡同路灯', place: '瓮安胡同七号' });
    const { sealedText, corrected, ...rest } = await told(id);
    expect(JSON.stringify([corrected, rest])).not.toContain('瓮安');
    expect(openMatterText(new KeyRing(f.stack.secret('MATTER_TEXT_KEYS')), id, String(sealedText))).toMatchObject({
      title: '瓮安胡同路灯',
      text: REQUEST.text,
      place: '瓮安胡同七号',
    });
  });

  it('of its codes alone carries no text', async () => {
    const { id } = await f.register();
    await correct(id, { areaCode: SAME_STREET });
    expect(Object.keys(await told(id))).not.toContain('sealedText');
  });

  it('is refused when nothing would change, when the version is another, and outside the area of the caller', async () => {
    const { id } = await f.register();
    expect((await correct<Problem>(id, { areaCode: AREA })).body.code).toBe('intake.request.nothing_corrected');
    expect((await correct(id, { urgency: 'complex' }, { 'if-match': '"7"' })).status).toBe(412);
    const outside = await correct<Problem>(id, { areaCode: OTHER_AREA });
    expect([outside.status, outside.body.errors?.[0]?.pointer]).toEqual([403, '/areaCode']);
    expect((await f.clerk.get<Corrections>(`${REQUESTS}/${id}/corrections`)).body.items).toEqual([]);
  });

  it('names the code that no register has, and a place that cannot be meant', async () => {
    const { id } = await f.register();
    const unknown = await correct<Problem>(id, { categoryCode: '990101' });
    expect([unknown.status, unknown.body.errors?.[0]?.pointer]).toEqual([422, '/categoryCode']);
    const swapped = await correct<Problem>(id, { point: { type: 'Point', coordinates: [45.7712, 131.0159] } });
    expect([swapped.status, swapped.body.code]).toEqual([422, 'intake.request.point_swapped']);
  });

  it('is over with the answer: what was answered stays as it was asked', async () => {
    const { id } = await f.register();
    await f.clerk.post(`${REQUESTS}/${id}/answer-on-the-spot`, { publicAnswer: '已当场解释。' });
    expect(await correct<Problem>(id, { urgency: 'complex' })).toMatchObject({
      status: 409,
      body: { code: 'intake.request.transition_not_allowed' },
    });
  });

  it('of two at once, made from the same version, holds once', async () => {
    const { id } = await f.register();
    const answers = await Promise.all(['complex', 'utilities'].map((urgency) => correct(id, { urgency }, { 'if-match': '"1"' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('is no list for who may not see the request', async () => {
    const { id } = await f.register();
    const claims = { scopes: ['intake:read'], roles: ['intake-clerk'], area: '230903012' };
    const stranger = f.stack.http('intake', await f.stack.token(claims));
    expect((await stranger.get(`${REQUESTS}/${id}/corrections`)).status).toBe(404);
  });

  it('loses its words with the request, and keeps its codes', async () => {
    const { id } = await f.register();
    await correct(id, { title: '溆浦巷路灯', areaCode: SAME_STREET, reason: '溆浦巷才对。' });
    await f.clerk.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL);
    const erased = await f.admin.post(`${REQUESTS}/${id}/erase`, { basis: 'lawful-request', evidence: '来信 2026-17' });
    expect(erased.status).toBe(200);
    expect(await wordsLeft(f.stack, 'intake', ['溆浦'])).toEqual([]);
    const { items } = (await f.clerk.get<Corrections>(`${REQUESTS}/${id}/corrections`)).body;
    expect(items).toMatchObject([{ corrected: ['area'], before: { areaCode: AREA }, after: { areaCode: SAME_STREET } }]);
  });
});

describe('an order that is given to another organisation', () => {
  it('is seen by the other from then on, and by who had it no more, also while the request is handled again', async () => {
    const { id } = await f.register();
    const workOrderId = newId();
    const [housing, urban] = [newId(), newId()];
    const organisations = [
      [housing, 'housing-bureau'],
      [urban, 'urban-management'],
    ] as const;
    for (const [organisationId, code] of organisations)
      await f.stack.publish(
        'dispatch.organisation.registered.v1',
        { id: organisationId, version: 1 },
        { ...EVENTS['dispatch.organisation.registered.v1'].example, organisationId, code },
      );
    const base = { workOrderId, sourceId: id, type: 'request' as const, areaCode: AREA, at: new Date().toISOString() };
    const given = { ...EVENTS['dispatch.work-order.dispatched.v1'].example, ...base, leadOrganisationId: housing };
    await f.stack.publish('dispatch.work-order.dispatched.v1', { id: workOrderId, version: 1 }, given);
    await eventually(async () => expect(await f.stateOf(id)).toBe('dispatched'));
    const reassigned = { ...given, leadOrganisationId: urban, formerLeadOrganisationId: housing };
    await f.stack.publish('dispatch.work-order.reassigned.v1', { id: workOrderId, version: 2 }, reassigned);
    const seenBy = async (org: string) => {
      const claims = { scopes: ['intake:read'], roles: ['handler'], org };
      return (await f.stack.http('intake', await f.stack.token(claims)).get(`${REQUESTS}/${id}`)).status;
    };
    await eventually(async () => expect([await seenBy('housing-bureau'), await seenBy('urban-management')]).toEqual([404, 200]));
    const heir = newId();
    const organisation = { ...EVENTS['dispatch.organisation.registered.v1'].example, organisationId: heir, code: 'construction' };
    await f.stack.publish('dispatch.organisation.registered.v1', { id: heir, version: 1 }, organisation);
    const handedOver = { ...base, leadOrganisationId: heir, coOrganisationIds: [housing], formerOrganisationIds: [urban] };
    await f.stack.publish('dispatch.work-order.handed-over.v1', { id: workOrderId, version: 3 }, handedOver);
    const all = async () => [await seenBy('construction'), await seenBy('housing-bureau'), await seenBy('urban-management')];
    await eventually(async () => expect(await all()).toEqual([200, 200, 404]));
    const { body } = await f.clerk.get<{ entries: { action: string; organisationId?: string }[] }>(`${REQUESTS}/${id}/timeline`);
    expect(body.entries.map(({ action }) => action)).toContain('work-order.handed-over');
  });
});
