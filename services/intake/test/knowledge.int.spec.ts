import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient } from '@zero-distance/testing';
import { AREA, count, type Fixture, REQUESTS, type Shown, startIntake } from './fixture.js';

const BASE = '/api/intake/v1';
const ENTRIES = `${BASE}/knowledge-entries`;
const LAMPS = {
  areaCode: '230903',
  categoryCode: '010203',
  question: '路灯不亮找谁修？',
  answer: '由区城管执法局负责，接到反映后24小时内到场。',
  materials: ['路灯杆编号'],
};

interface Entry {
  id: string;
  state: string;
  version: number;
  actions: string[];
  reviewBy: string | null;
  used: number;
  history: { action: string; actorId: string }[];
}
interface Problem {
  code: string;
  errors: { pointer?: string; code: string }[];
}

let f: Fixture;
let handler: HttpClient;
let other: HttpClient;
let publisher: HttpClient;
const stranger = () => f.stack.http('intake', undefined);
beforeAll(async () => {
  f = await startIntake();
  for (const [code, name] of [
    ['urban-management', '区城管执法局'],
    ['housing', '区住建局'],
  ] as const) {
    const organisationId = newId();
    const facts = { organisationId, code, name, kind: 'department', areaCode: '230903' } as const;
    await f.stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, facts);
  }
  await eventually(async () => expect(await f.stack.sql('intake', 'select from organisation')).toHaveLength(2));
  const as = async (role: string, org?: string) =>
    f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: [role], area: '230903', org, clientId: `${role}-${org}` }),
    );
  handler = await as('handler', 'urban-management');
  other = await as('handler', 'housing');
  publisher = await as('publisher');
}, 120_000);
afterAll(() => f?.stack.stop());

async function drafted(changes: object = {}): Promise<Entry> {
  const { status, body } = await handler.post<Entry>(ENTRIES, { ...LAMPS, ...changes });
  expect([status, body.state]).toEqual([201, 'draft']);
  return body;
}

async function published(changes: object = {}): Promise<Entry> {
  const { id } = await drafted(changes);
  const { status, body } = await publisher.post<Entry>(`${ENTRIES}/${id}/publish`, {});
  expect([status, body.state]).toEqual([200, 'published']);
  return body;
}

const found = async (query: string): Promise<string[]> =>
  (await stranger().get<{ items: Entry[] }>(`${BASE}/knowledge?${query}`)).body.items.map(({ id }) => id);

describe('the knowledge base', () => {
  it('shows anybody what is published, by the words of it, and not what is a draft, taken back or retired', async () => {
    const { id } = await drafted({ question: '暖气不热怎么报修？' });
    expect(await found('q=暖气')).toEqual([]);
    expect((await stranger().get(`${BASE}/knowledge/${id}`)).status).toBe(404);
    await publisher.post(`${ENTRIES}/${id}/publish`, {});
    expect(await found('q=暖气')).toEqual([id]);
    expect(await found('q=暖气 编号')).toEqual([id]);
    expect(await found('q=暖气 停水')).toEqual([]);
    const { body } = await stranger().get<Record<string, unknown>>(`${BASE}/knowledge/${id}`);
    expect(Object.keys(body)).toEqual(expect.not.arrayContaining(['writtenBy', 'requestId', 'state', 'version']));
    await handler.post(`${ENTRIES}/${id}/take-back`, { reason: '须改写' });
    expect(await found('q=暖气')).toEqual([]);
    await publisher.post(`${ENTRIES}/${id}/publish`, {});
    await handler.post(`${ENTRIES}/${id}/retire`, { reason: '已不适用' });
    expect(await found('q=暖气')).toEqual([]);
  });

  it('shows in a community what holds there: its own, and that of its street and district', async () => {
    const words = { question: '垃圾清运时间？' };
    const district = await published(words);
    const community = await published({ ...words, areaCode: AREA });
    const elsewhere = await published({ ...words, areaCode: '230903012' });
    expect((await found(`q=垃圾&areaCode=${AREA}`)).sort()).toEqual([district.id, community.id].sort());
    expect(await found('q=垃圾&areaCode=230903012001')).toEqual(expect.arrayContaining([district.id, elsewhere.id]));
  });
});

describe('a knowledge entry', () => {
  it('is published by somebody else than who wrote it', async () => {
    const both = f.stack.http(
      'intake',
      await f.stack.token({
        scopes: ['intake:read', 'intake:write'],
        roles: ['intake-clerk', 'publisher'],
        area: '230903',
        clientId: 'both',
      }),
    );
    const { body } = await both.post<Entry>(ENTRIES, { ...LAMPS, organisationCode: 'urban-management' });
    const refused = await both.post<Problem>(`${ENTRIES}/${body.id}/publish`, {});
    expect(refused).toMatchObject({ status: 403, body: { code: 'platform.duties_not_separate' } });
    await handler.post(`${ENTRIES}/${body.id}/edit`, LAMPS);
    expect((await both.post(`${ENTRIES}/${body.id}/publish`, {})).status).toBe(403);
    expect((await publisher.post<Entry>(`${ENTRIES}/${body.id}/publish`, {})).body.state).toBe('published');
  });

  it('is its organisation’s: a handler of another neither changes it nor writes in its name', async () => {
    const { id } = await published();
    for (const [action, body] of [
      ['confirm', {}],
      ['take-back', { reason: 'x' }],
      ['retire', { reason: 'x' }],
    ] as const) {
      const answer = await other.post<Problem>(`${ENTRIES}/${id}/${action}`, body);
      expect(answer).toMatchObject({ status: 403, body: { code: 'intake.knowledge_entry.not_owner' } });
    }
    const written = await other.post<Problem>(ENTRIES, { ...LAMPS, organisationCode: 'urban-management' });
    expect(written).toMatchObject({ status: 403, body: { code: 'intake.knowledge_entry.not_owner' } });
    const scopes = ['intake:read', 'intake:write'];
    const alsoMediates = { scopes, roles: ['handler', 'mediator'], area: '230903', org: 'housing', clientId: 'also-mediates' };
    const more = f.stack.http('intake', await f.stack.token(alsoMediates));
    const inItsName = await more.post<Problem>(ENTRIES, { ...LAMPS, organisationCode: 'urban-management' });
    expect(inItsName).toMatchObject({ status: 403, body: { code: 'intake.knowledge_entry.not_owner' } });
    expect((await other.get<Entry>(`${ENTRIES}/${id}`)).body.actions).toEqual([]);
    const reviewBy = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    expect((await handler.post<Entry>(`${ENTRIES}/${id}/confirm`, { reviewBy })).body.reviewBy).toBe(reviewBy);
  });

  it('is refused with a day that is over, without anybody who vouches for it, and with personal data in it', async () => {
    const before = await count(f.stack, 'knowledge_entry');
    const past = await handler.post<Problem>(ENTRIES, { ...LAMPS, validUntil: '2020-01-01' });
    expect(past).toMatchObject({ status: 422, body: { code: 'intake.knowledge_entry.past_day', errors: [{ pointer: '/validUntil' }] } });
    const ownerless = await f.clerk.post<Problem>(ENTRIES, { ...LAMPS, areaCode: AREA });
    expect(ownerless).toMatchObject({ status: 422, body: { code: 'intake.knowledge_entry.owner_wanted' } });
    expect((await f.clerk.post(ENTRIES, { ...LAMPS, organisationCode: 'housing' })).status).toBe(403); // beyond the clerk's street
    const telling = await handler.post<Problem>(ENTRIES, { ...LAMPS, answer: '请找张三，电话13800001234。' });
    expect(telling).toMatchObject({ status: 422, body: { errors: [{ pointer: '/answer' }] } });
    expect(await count(f.stack, 'knowledge_entry')).toBe(before);
  });

  it('is read as a draft by who may write it, and by nobody else', async () => {
    const { id } = await drafted();
    const idsFor = async (who: HttpClient) => (await who.get<{ items: Entry[] }>(`${ENTRIES}?state=draft`)).body.items.map((one) => one.id);
    for (const who of [handler, publisher, f.clerk]) {
      expect((await who.get(`${ENTRIES}/${id}`)).status).toBe(200);
      expect(await idsFor(who)).toContain(id);
    }
    expect((await other.get(`${ENTRIES}/${id}`)).status).toBe(404);
    expect(await idsFor(other)).not.toContain(id);
    await publisher.post(`${ENTRIES}/${id}/publish`, {});
    expect((await other.get(`${ENTRIES}/${id}`)).status).toBe(200);
    await publisher.post(`${ENTRIES}/${id}/take-back`, { reason: '须改写。' });
    expect((await other.get(`${ENTRIES}/${id}`)).status).toBe(404);
  });

  it('is written for no organisation that is no more: the refusal names who does its work', async () => {
    const organisationId = newId();
    const facts = { organisationId, code: 'lamp-office', name: '路灯所', kind: 'department', areaCode: '230903' } as const;
    await f.stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, facts);
    const retired = { ...facts, retiredAt: new Date().toISOString(), successorOrganisation: 'urban-management' };
    await f.stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 2 }, retired);
    await eventually(async () => {
      const { status, body } = await f.clerk.post<Problem>(ENTRIES, { ...LAMPS, areaCode: AREA, organisationCode: 'lamp-office' });
      expect([status, body.code]).toEqual([422, 'intake.knowledge_entry.owner_retired']);
    });
  });

  it('is looked at again within the days of the policy, not in a hundred years', async () => {
    const { id } = await drafted();
    const late = await publisher.post<Problem>(`${ENTRIES}/${id}/publish`, { reviewBy: '2199-12-31' });
    expect([late.status, late.body.code]).toEqual([422, 'intake.knowledge_entry.review_too_late']);
    expect((await publisher.post<Entry>(`${ENTRIES}/${id}/publish`, {})).body.state).toBe('published');
  });

  it('falls due for review at its day, and is retired when nobody looks at it', async () => {
    const { id } = await published({ question: '到期复核测试' });
    const pass = () => f.stack.sql('intake', `update knowledge_entry set next_at = now() - interval '1 second' where id = $1`, [id]);
    const stateOf = async () => (await publisher.get<Entry>(`${ENTRIES}/${id}`)).body.state;
    await pass();
    await eventually(async () => expect(await stateOf()).toBe('review-due'), { timeout: 60_000 });
    expect(await found('q=复核测试')).toEqual([id]);
    await pass();
    await eventually(async () => expect(await stateOf()).toBe('retired'), { timeout: 60_000 });
    expect(await found('q=复核测试')).toEqual([]);
    await eventually(async () => {
      const events = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === id).map(({ type }) => type.split('.')[2]);
      expect(events).toEqual(['drafted', 'published', 'review-due', 'expired']);
    });
  }, 150_000);
});

describe('a request', () => {
  it('is answered on the spot by an entry, in its words, which is named by the request and counted by the entry', async () => {
    const entry = await published();
    const { id } = await f.register();
    const answered = await f.clerk.post<Shown>(`${REQUESTS}/${id}/answer-on-the-spot`, { knowledgeEntryId: entry.id });
    expect(answered).toMatchObject({ status: 200, body: { state: 'answered', publicAnswer: LAMPS.answer } });
    expect((await f.clerk.get(`${REQUESTS}/${id}`)).body).toMatchObject({ knowledgeEntryId: entry.id });
    expect((await f.clerk.get<Entry>(`${ENTRIES}/${entry.id}`)).body.used).toBe(1);
    await eventually(async () => {
      const told = (await f.stack.published()).filter(({ aggregateId }) => aggregateId === id).at(-1);
      expect(told).toMatchObject({ type: 'intake.request.answered.v1', data: { knowledgeEntryId: entry.id } });
    });
  });

  it('is not answered by what nobody may read, nor by nothing', async () => {
    const { id } = await f.register();
    const draft = await drafted();
    const answer = (body: object) => f.clerk.post<Problem>(`${REQUESTS}/${id}/answer-on-the-spot`, body);
    expect(await answer({ knowledgeEntryId: draft.id })).toMatchObject({
      status: 409,
      body: { code: 'intake.knowledge_entry.not_public' },
    });
    expect(await answer({})).toMatchObject({ status: 422, body: { code: 'intake.request.answer_wanted' } });
    expect(await f.stateOf(id)).toBe('received');
  });

  it('is answered by what holds where it lies, and is of its category', async () => {
    const { id } = await f.register();
    const answer = (knowledgeEntryId: string) => f.clerk.post<Problem>(`${REQUESTS}/${id}/answer-on-the-spot`, { knowledgeEntryId });
    const elsewhere = await published({ areaCode: '230903012' });
    expect(await answer(elsewhere.id)).toMatchObject({ status: 422, body: { code: 'intake.knowledge_entry.holds_elsewhere' } });
    await f.admin.put(`${BASE}/categories/010204`, { name: '景观照明' });
    const another = await published({ categoryCode: '010204' });
    expect(await answer(another.id)).toMatchObject({ status: 422, body: { code: 'intake.knowledge_entry.of_another_category' } });
    expect((await answer((await published({ areaCode: AREA })).id)).status).toBe(200);
  });

  it('gives its answer to the knowledge base, unless it is kept from the public or has none', async () => {
    const { id } = await f.register();
    const make = (request: string) =>
      f.admin.post<Entry & Problem>(`${REQUESTS}/${request}/knowledge-entries`, {
        question: '社区路灯不亮怎么办？',
        areaCode: AREA,
        organisationCode: 'urban-management',
      });
    expect(await make(id)).toMatchObject({ status: 409, body: { code: 'intake.knowledge_entry.no_answer_yet' } });
    await f.clerk.post(`${REQUESTS}/${id}/answer-on-the-spot`, { publicAnswer: '已联系维修，当日修复。' });
    expect(await make(id)).toMatchObject({
      status: 201,
      body: { answer: '已联系维修，当日修复。', categoryCode: '010203', requestId: id },
    });
    const hidden = await f.register({ requester: { name: '李四', phone: '13900001234', confidential: true } });
    await f.clerk.post(`${REQUESTS}/${hidden.id}/answer-on-the-spot`, { publicAnswer: '已答复。' });
    const kept = { status: 409, body: { code: 'intake.knowledge_entry.kept_from_public' } };
    expect(await make(hidden.id)).toMatchObject(kept);
    const unpublished = await f.register({ publishable: false });
    await f.clerk.post(`${REQUESTS}/${unpublished.id}/answer-on-the-spot`, { publicAnswer: '已答复。' });
    expect(await make(unpublished.id)).toMatchObject(kept);
  });
});
