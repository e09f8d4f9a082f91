import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';
import { API, APPLICATION, bodyOf, type CaseAnswer, COMMUNITY, callers, caseOf, dispute, MEDIATOR, mediatorPath } from './fixtures.js';

let stack: TestStack;
let mediator: HttpClient;
let administrator: HttpClient;
let as: Awaited<ReturnType<typeof callers>>['as'];
let mediatorId: string;

beforeAll(async () => {
  stack = await startTestStack({ services: ['case-mediation'] });
  await tellRegisters(stack, 'case-mediation');
  ({ mediator, administrator, as } = await callers(stack));
  mediatorId = (await administrator.put<{ id: string }>(mediatorPath(), MEDIATOR)).body.id;
}, 60_000);
afterAll(() => stack.stop());

const applyForCase = async () => (await mediator.post<CaseAnswer>(`${API}/cases`, APPLICATION)).body;
const accept = async ({ id }: CaseAnswer) =>
  (await mediator.post<CaseAnswer>(`${API}/cases/${id}/accept`, bodyOf('accept', mediatorId))).body;

describe('a caller of case-mediation', () => {
  it('sees no case outside the own area, and can do nothing to it', async () => {
    const { id } = await applyForCase();
    const elsewhere = await as(['mediator'], '230903016');
    expect(await elsewhere.get(`${API}/cases/${id}`)).toMatchObject({ status: 404, body: { code: 'case_mediation.case.not_found' } });
    expect(await elsewhere.post(`${API}/cases/${id}/accept`, bodyOf('accept', mediatorId))).toMatchObject({ status: 404 });
    expect((await elsewhere.get<{ items: unknown[] }>(`${API}/cases?areaCode=${COMMUNITY}`)).body.items).toEqual([]);
    expect(await elsewhere.post(`${API}/cases`, APPLICATION)).toMatchObject({ status: 403, body: { code: 'platform.area_not_allowed' } });
  });

  it('acting for an organisation, sees what lies in its territory and what it applied for, and never a dispute that names it', async () => {
    const organisations = [
      { code: 'first-community', kind: 'community', areaCode: COMMUNITY },
      { code: 'property-co', kind: 'property-company', areaCode: '230903' },
      { code: 'south-street', kind: 'street', areaCode: '230903012' },
    ].map((facts) => ({ organisationId: newId(), name: facts.code, ...facts }));
    for (const facts of organisations)
      await stack.publish('dispatch.organisation.registered.v1', { id: facts.organisationId, version: 1 }, facts);
    const acting = async (org: string) =>
      stack.http(
        'case-mediation',
        await stack.token({ scopes: ['case-mediation:read', 'case-mediation:write'], roles: ['mediator', 'handler'], area: '230903', org }),
      );
    const [community, company, street] = await Promise.all(['first-community', 'property-co', 'south-street'].map(acting));
    await eventually(async () => expect(await stack.sql('case-mediation', 'select code from organisation')).toHaveLength(3));
    const others = await applyForCase();
    const own = (await company?.post<CaseAnswer>(`${API}/cases`, APPLICATION))?.body as CaseAnswer;
    const request = dispute({ barredOrganisationIds: [organisations[0]?.organisationId ?? ''] });
    await stack.publish('intake.request.registered.v1', { id: request.requestId, version: 1 }, request);
    const barring = await caseOf(mediator, request.requestId);
    const seen = async (client: HttpClient | undefined) => {
      const listed = (await client?.get<{ items: CaseAnswer[] }>(`${API}/cases?limit=200`))?.body.items.map(({ id }) => id) ?? [];
      const cases = [others, own, barring];
      const alone = await Promise.all(cases.map(async ({ id }) => (await client?.get(`${API}/cases/${id}`))?.status === 200));
      expect(cases.map(({ id }) => listed.includes(id))).toEqual(alone);
      return alone;
    };
    expect(await seen(community)).toEqual([true, true, false]);
    expect(await seen(company)).toEqual([false, true, false]);
    expect(await seen(street)).toEqual([false, false, false]);
    expect(await community?.post(`${API}/cases/${barring.id}/accept`, bodyOf('accept', mediatorId))).toMatchObject({ status: 404 });
  });

  it('needs the role and the scope', async () => {
    const { id } = await applyForCase();
    const clerk = await as(['intake-clerk']);
    expect(await clerk.post(`${API}/cases/${id}/accept`, bodyOf('accept', mediatorId))).toMatchObject({
      status: 403,
      body: { code: 'platform.role_missing' },
    });
    const reader = await as(['mediator'], '230903', ['case-mediation:read']);
    expect(await reader.post(`${API}/cases`, APPLICATION)).toMatchObject({ status: 403, body: { code: 'platform.scope_missing' } });
    expect(await mediator.put(mediatorPath(), MEDIATOR)).toMatchObject({ status: 403, body: { code: 'platform.role_missing' } });
    expect(await mediator.put(`${API}/policies/mediation-limit`, { value: { months: 2 } })).toMatchObject({ status: 403 });
    expect((await mediator.get(`${API}/cases/${id}`)).body).toMatchObject({ state: 'applied', version: 1 });
  });

  it('may assign as dispatcher, who sees only that action', async () => {
    const { id } = await accept(await applyForCase());
    const dispatcher = await as(['dispatcher']);
    expect(await dispatcher.get(`${API}/cases/${id}`)).toMatchObject({ body: { actions: ['assign'] } });
    expect(await dispatcher.post(`${API}/cases/${id}/assign`, bodyOf('assign', mediatorId))).toMatchObject({
      status: 200,
      body: { state: 'assigned' },
    });
  });
});

describe('policies', () => {
  it('have defaults, and a change counts for what is accepted afterwards', async () => {
    const listed = await mediator.get(`${API}/policies`);
    expect(listed.body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ name: 'mediation-limit', value: { months: 1 }, version: 0 })]),
    });
    const set = await administrator.put(`${API}/policies/mediation-limit`, { value: { months: 3 } }, { headers: { 'if-match': '"0"' } });
    expect(set).toMatchObject({ status: 200, body: { version: 1, setBy: 'administrator-230903' } });
    const { dueAt } = await accept(await applyForCase());
    expect(Date.parse(dueAt ?? '') - Date.now()).toBeGreaterThan(88 * 86_400_000);
    await administrator.put(`${API}/policies/mediation-limit`, { value: { months: 1 } });
  });

  it('refuse a value that does not fit, a stale version and an unknown name', async () => {
    const put = (name: string, value: unknown, headers?: Record<string, string>) =>
      administrator.put(`${API}/policies/${name}`, { value }, { headers });
    expect(await put('mediation-limit', { months: 0 })).toMatchObject({
      status: 422,
      body: { code: 'case_mediation.policy.invalid' },
    });
    expect(await put('mediation-limit', { months: 1 }, { 'if-match': '"99"' })).toMatchObject({ status: 412 });
    expect(await put('lunch', { months: 1 })).toMatchObject({ status: 404, body: { code: 'case_mediation.policy.unknown' } });
  });
});
