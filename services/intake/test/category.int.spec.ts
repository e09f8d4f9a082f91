import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { AREA, type Fixture, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

const CATEGORIES = '/api/intake/v1/categories';
const [OLD, NEW, NEWER] = ['010301', '010302', '010303'];

interface Category {
  readonly code: string;
  readonly version: number;
  readonly retiredAt: string | null;
  readonly successorCategory: string | null;
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
  for (const code of [OLD, NEW, NEWER]) await f.admin.put(`${CATEGORIES}/${code}`, { name: `类别 ${code}` });
}, 60_000);
afterAll(() => f?.stack.stop());

const retire = (code: string, successorCategory: string) => f.admin.post(`${CATEGORIES}/${code}/retire`, { successorCategory });
const refusal = (code: string, pointer: string) => ({ status: 422, body: { errors: [{ code, pointer }] } });

describe('a category', () => {
  it('says what belongs to it, what does not, what it is mistaken for, and what has to be shown when it is done', async () => {
    const facts = {
      name: '路灯照明',
      scheme: 'district',
      synonyms: ['路灯'],
      localNames: ['电杆灯'],
      exclusions: ['楼道灯归物业服务'],
      confusables: ['010204 灯亮着，是灯杆歪了吗？'],
      filingConditions: '有可查找的地点',
      closingConditions: '夜间亮灯，附修复后照片',
      requiredEvidence: ['photo'],
      finderRechecks: true,
      matterType: '06011',
      open311Code: 'street-light',
    };
    expect(await f.admin.put(`${CATEGORIES}/010203`, facts)).toMatchObject({ status: 200, body: { ...facts, componentType: null } });
    await eventually(async () =>
      expect((await f.stack.published()).at(-1)).toMatchObject({
        type: 'intake.category.registered.v1',
        data: { code: '010203', requiredEvidence: ['photo'], finderRechecks: true },
      }),
    );
    const wrong = await f.admin.put(`${CATEGORIES}/010203`, { ...facts, confusables: ['灯杆歪了吗？'] });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/confusables/0' }] } });
  });
});

describe('who found what a request is about', () => {
  it('is told of what a grid worker came upon, and of nothing that another asked for or that is confidential', async () => {
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['grid-worker' as const], area: AREA, clientId: 'zhao' };
    const worker = f.stack.http('intake', await f.stack.token(claims));
    const confidential = { ...REQUEST.requester, confidential: true };
    const said = [{ channel: 'grid-worker' }, { channel: 'door-knock' }, { channel: 'grid-worker', requester: confidential }];
    const ids: string[] = [];
    for (const changes of said) ids.push((await worker.post<Shown>(REQUESTS, { ...REQUEST, ...changes })).body.id);
    ids.push((await f.register({ channel: 'grid-worker' })).id);
    await eventually(async () => {
      const told = (await f.stack.published()).filter(({ type }) => type === 'intake.request.registered.v1');
      const finders = ids.map(
        (id) => (told.find(({ aggregateId }) => aggregateId === id) as { data: { finderId?: string } }).data.finderId,
      );
      expect(finders).toEqual(['zhao', undefined, undefined, undefined]);
    });
  });
});

describe('a category that is retired', () => {
  let before: Shown;
  beforeAll(async () => {
    before = await f.register({ categoryCode: OLD });
    expect(await retire(OLD, NEW)).toMatchObject({ status: 200, body: { code: OLD, successorCategory: NEW } });
  });

  it('takes no new request, and names the one to use', async () => {
    const refused = await f.clerk.post(REQUESTS, { ...REQUEST, categoryCode: OLD });
    expect(refused).toMatchObject(refusal('intake.category.retired', '/categoryCode'));
    expect((refused.body as { detail: string }).detail).toContain(NEW);
  });

  it('takes no request by a correction or a division either', async () => {
    const { id } = await f.register({ categoryCode: NEW });
    const corrected = await f.clerk.post(`${REQUESTS}/${id}/correct`, { categoryCode: OLD, reason: '类别有误' });
    expect(corrected).toMatchObject(refusal('intake.category.retired', '/categoryCode'));
    const part = { kind: 'help', title: '灯', text: '灯不亮。' };
    const parts = [
      { ...part, categoryCode: NEW },
      { ...part, categoryCode: OLD },
    ];
    const divided = await f.clerk.post(`${REQUESTS}/${id}/divide`, { parts, reason: '两件事' });
    expect(divided).toMatchObject(refusal('intake.category.retired', '/parts/1/categoryCode'));
  });

  it('keeps what was filed under it, which may be corrected in all the rest', async () => {
    const corrected = await f.clerk.post<{ categoryCode: string }>(`${REQUESTS}/${before.id}/correct`, {
      title: '路灯不亮（三号楼）',
      reason: '补充地点',
    });
    expect([corrected.status, corrected.body.categoryCode]).toEqual([200, OLD]);
  });

  it('is changed no more, and takes over from no other', async () => {
    expect(await f.admin.put(`${CATEGORIES}/${OLD}`, { name: '改名' })).toMatchObject({
      status: 422,
      body: { code: 'intake.category.retired' },
    });
    expect(await f.admin.put(`${CATEGORIES}/${OLD}`, { name: `类别 ${OLD}` })).toMatchObject({ status: 200 });
    expect(await retire(NEWER, OLD)).toMatchObject(refusal('intake.category.retired', '/successorCategory'));
    expect(await retire(NEWER, NEWER)).toMatchObject(refusal('intake.category.successor_wanted', '/successorCategory'));
  });

  it('is told, and leads to the last of a chain when its successor is retired too', async () => {
    expect((await retire(NEW, NEWER)).status).toBe(200);
    const again = await f.clerk.post(REQUESTS, { ...REQUEST, categoryCode: OLD });
    expect((again.body as { detail: string }).detail).toContain(NEWER);
    await eventually(async () => {
      const told = (await f.stack.published()).filter(({ data }) => (data as Partial<Category>).code === OLD);
      expect(told.at(-1)?.data).toMatchObject({ successorCategory: NEW });
    });
  });

  it('is shown with its successor and with everything that names it yet, until that is put right', async () => {
    const [named, next] = ['010305', '010306'];
    for (const code of [named, next]) await f.admin.put(`${CATEGORIES}/${code}`, { name: `类别 ${code}` });
    const request = await f.register({ categoryCode: named });
    await f.admin.put(`${CATEGORIES}/${NEWER}`, { name: '相近', confusables: [`${named} 是这个吗？`] });
    const owner = { organisationId: newId(), code: 'housing', name: '区住建局', kind: 'department', areaCode: '230903' } as const;
    await f.stack.publish('dispatch.organisation.registered.v1', { id: owner.organisationId, version: 1 }, owner);
    await eventually(async () => expect(await f.stack.sql('intake', 'select from organisation')).toHaveLength(1));
    const question = { categoryCode: named, areaCode: AREA, question: '何时修复？', answer: '三日内。', organisationCode: 'housing' };
    const entry = await f.clerk.post<{ id: string }>('/api/intake/v1/knowledge-entries', question);
    expect([entry.status, entry.body]).toEqual([201, expect.anything()]);
    const mentions = async (code: string) => (await f.admin.get<object>(`${CATEGORIES}/${code}/mentions`)).body;
    const elsewhere = [`/api/dispatch/v1/responsibilities?categoryPrefix=${named}`];
    const naming = { openRequests: 1, knowledgeEntryIds: [entry.body.id], confusedWith: [NEWER], predecessors: [], elsewhere };
    expect(await mentions(named)).toEqual({ successorCategory: null, ...naming });
    expect((await retire(named, next)).status).toBe(200);
    expect(await mentions(named)).toEqual({ successorCategory: next, ...naming });
    expect(await mentions(next)).toMatchObject({ successorCategory: null, predecessors: [named] });
    await f.admin.put(`${CATEGORIES}/${NEWER}`, { name: '相近', confusables: [`${next} 是这个吗？`] });
    await f.clerk.post(`${REQUESTS}/${request.id}/withdraw`, WITHDRAWAL);
    expect(await mentions(named)).toMatchObject({ openRequests: 0, confusedWith: [] });
    expect((await f.admin.get(`${CATEGORIES}/019999/mentions`)).status).toBe(404);
    expect((await f.clerk.get(`${CATEGORIES}/${named}/mentions`)).status).toBe(403);
  });
});
