import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENTS, type EventData, type EventType } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';

const PATH = '/api/gateway/v1/events';
const READ = ['intake:read', 'dispatch:read', 'case-mediation:read', 'inspection:read', 'evaluation:read'];
const COMMUNITY = '230903011001';

interface Told {
  readonly id: string;
  readonly place: string;
  readonly type: string;
  readonly subject: string;
  readonly subjectVersion: number;
  readonly areaCode: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
interface Events {
  readonly items: readonly Told[];
  readonly withheld: number;
  readonly after: string;
  readonly more: boolean;
}
type Claims = Parameters<TestStack['token']>[0];

let stack: TestStack;
let everybody: HttpClient;

const as = async (claims: Claims): Promise<HttpClient> =>
  stack.http('gateway', await stack.token({ scopes: ['gateway:listen', ...READ], roles: ['leader'], area: '230903', ...claims }));

beforeAll(async () => {
  stack = await startTestStack({ services: ['gateway'], env: { RATE_LIMIT_PER_MINUTE: '1000000' } });
  everybody = await as({});
}, 60_000);
afterAll(() => stack?.stop());

/** Tells an event of an aggregate at its next version. */
const versions = new Map<string, number>();
async function tell<T extends EventType>(type: T, id: string, more: Partial<EventData<T>> = {}): Promise<string> {
  const version = (versions.get(id) ?? 0) + 1;
  versions.set(id, version);
  return stack.publish(type, { id, version }, { ...EVENTS[type].example, areaCode: COMMUNITY, ...more } as EventData<T>);
}

interface Matter {
  readonly requestId: string;
  readonly workOrderId: string;
}
/** A request with an order that an organisation has. */
async function tellMatter(leadOrganisationId: string, facts: Partial<EventData<'intake.request.registered.v1'>> = {}): Promise<Matter> {
  const [requestId, workOrderId] = [newId(), newId()];
  const { areaCode = COMMUNITY } = facts;
  await tell('intake.request.registered.v1', requestId, { requestId, ...facts });
  await tell('dispatch.work-order.opened.v1', workOrderId, { workOrderId, sourceId: requestId, areaCode });
  await tell('dispatch.work-order.dispatched.v1', workOrderId, { workOrderId, sourceId: requestId, areaCode, leadOrganisationId });
  return { requestId, workOrderId };
}

/** An organisation is no more, and another does its work. */
async function retire(organisationId: string, code: string, successorOrganisation: string): Promise<void> {
  const facts = { organisationId, code, name: code, kind: 'department', areaCode: '230903', retiredAt: new Date().toISOString() } as const;
  await stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 2 }, { ...facts, successorOrganisation });
  await eventually(async () =>
    expect(
      await stack.sql('gateway', 'select 1 from organisation where code = $1 and successor_organisation is not null', [code]),
    ).toHaveLength(1),
  );
}

async function organisation(code: string, kind: string, areaCode = '230903'): Promise<string> {
  const organisationId = newId();
  await stack.publish(
    'dispatch.organisation.registered.v1',
    { id: organisationId, version: 1 },
    { organisationId, code, name: code, kind, areaCode },
  );
  await eventually(async () => expect(await stack.sql('gateway', 'select 1 from organisation where code = $1', [code])).toHaveLength(1));
  return organisationId;
}

/** All that a caller is told, page by page. */
async function allOf(client: HttpClient, query = ''): Promise<{ items: Told[]; withheld: number }> {
  const found = { items: [] as Told[], withheld: 0 };
  for (let after: string | undefined, more = true; more; ) {
    const { status, body } = await client.get<Events>(`${PATH}?limit=3${query}${after ? `&after=${after}` : ''}`);
    expect(status).toBe(200);
    found.items.push(...body.items);
    found.withheld += body.withheld;
    ({ after, more } = body);
  }
  return found;
}
const subjectsOf = async (client: HttpClient, query = '') => new Set((await allOf(client, query)).items.map(({ subject }) => subject));
const heardBy = (client: HttpClient, ...subjects: string[]) =>
  eventually(async () => expect([...(await subjectsOf(client))]).toEqual(expect.arrayContaining(subjects)));

describe('the events of all services', () => {
  it('are told as codes, once however often they come, in the order of each aggregate', async () => {
    const { requestId, workOrderId } = await tellMatter(newId(), { sealedText: 'k1:AAAA', title: undefined } as object);
    const id = await tell('dispatch.work-order.accepted.v1', workOrderId, { workOrderId, sourceId: requestId });
    await stack.publish(
      'dispatch.work-order.accepted.v1',
      { id: workOrderId, version: 3 },
      { ...EVENTS['dispatch.work-order.accepted.v1'].example, workOrderId, sourceId: requestId, areaCode: COMMUNITY },
      { id, time: new Date((await stack.published('dispatch.work-order.accepted.v1'))[0]?.time ?? 0) },
    );
    await tell('dispatch.work-order.started.v1', workOrderId, { workOrderId, sourceId: requestId });
    await heardBy(everybody, requestId);
    const items = await eventually(async () => {
      const all = (await allOf(everybody)).items.filter(({ subject }) => subject === workOrderId);
      expect(all.map(({ type }) => type.split('.').at(-2))).toEqual(['opened', 'dispatched', 'accepted', 'started']);
      return all;
    });
    expect(items.map(({ subjectVersion }) => subjectVersion)).toEqual([1, 2, 3, 4]);
    expect(items.map(({ place }) => place)).toEqual(items.map(({ place }) => place).toSorted());
    const [registered] = (await allOf(everybody, '&types=intake.request.registered.v1')).items.filter(
      ({ subject }) => subject === requestId,
    );
    expect(registered).toMatchObject({ areaCode: COMMUNITY, subjectVersion: 1 });
    expect(registered?.data).not.toHaveProperty('sealedText');
    expect(registered?.data).toMatchObject({ requestId, kind: 'complaint' });
  });

  it('of a matter that is told late are told when it is known: whatever stream is read first, none is skipped', async () => {
    const requests = Array.from({ length: 40 }, () => newId());
    await Promise.all(
      requests.map(async (requestId) => {
        const workOrderId = newId();
        await tell('intake.request.registered.v1', requestId, { requestId });
        await tell('dispatch.work-order.opened.v1', workOrderId, { workOrderId, sourceId: requestId });
      }),
    );
    await eventually(async () => {
      const { items } = await allOf(everybody, '&types=dispatch.work-order.opened.v1');
      expect(requests.filter((id) => !items.some(({ data }) => data.sourceId === id))).toEqual([]);
    });
  });

  it('are not told beyond the area of who asks, nor beyond what is asked for', async () => {
    const there = await tellMatter(newId(), { areaCode: '230903012001' });
    const here = await tellMatter(newId());
    await heardBy(everybody, there.requestId, here.requestId);
    const community = await subjectsOf(await as({ area: COMMUNITY }));
    expect([community.has(here.workOrderId), community.has(there.workOrderId), community.has(there.requestId)]).toEqual([
      true,
      false,
      false,
    ]);
    const other = await allOf(await as({ area: '230904' }));
    expect(other).toEqual({ items: [], withheld: 0 });
  });

  it('are told to an organisation of what it takes part in, as long as it does, and to a community of what lies there', async () => {
    const bureau = await organisation('housing-bureau', 'department');
    await organisation('community-1', 'community', COMMUNITY);
    const own = await tellMatter(bureau);
    const others = await tellMatter(newId());
    const elsewhere = await tellMatter(newId(), { areaCode: '230903012001' });
    await heardBy(everybody, own.workOrderId, others.workOrderId, elsewhere.workOrderId);
    const department = await as({ roles: ['handler'], org: 'housing-bureau' });
    expect([...(await subjectsOf(department))].toSorted()).toEqual([own.requestId, own.workOrderId].toSorted());
    const territory = await subjectsOf(await as({ roles: ['handler'], org: 'community-1' }));
    expect([own, others].every(({ workOrderId }) => territory.has(workOrderId))).toBe(true);
    expect(territory.has(elsewhere.workOrderId)).toBe(false);
    expect(await allOf(await as({ roles: ['handler'], org: 'nobody-knows' }))).toEqual({ items: [], withheld: 0 });
    await tell('dispatch.work-order.returned.v1', own.workOrderId, {
      workOrderId: own.workOrderId,
      sourceId: own.requestId,
      leadOrganisationId: bureau,
    });
    await eventually(async () => expect([...(await subjectsOf(department))]).toEqual([]));
  });

  it('of a matter are hidden from the organisations and accounts that it names', async () => {
    const bureau = await organisation('complained-bureau', 'street', '230903011');
    const facts = { barredOrganisationIds: [bureau], barredAccountIds: ['recused'] };
    const matter = await tellMatter(bureau, facts);
    await heardBy(everybody, matter.workOrderId);
    expect((await subjectsOf(await as({ roles: ['handler'], org: 'complained-bureau' }))).has(matter.workOrderId)).toBe(false);
    expect((await subjectsOf(await as({ clientId: 'recused' }))).has(matter.workOrderId)).toBe(false);
  });

  it('are told to who took over the work of an organisation as to that, and hidden as from that', async () => {
    const [old, named] = [await organisation('old-bureau', 'department'), await organisation('named-bureau', 'department')];
    const heir = await organisation('heir-street', 'street', '230903011');
    await organisation('heir-bureau', 'department');
    const [own, hidden, given] = [
      await tellMatter(old),
      await tellMatter(newId(), { barredOrganisationIds: [named] }),
      await tellMatter(heir, { barredOrganisationIds: [named] }),
    ];
    await heardBy(everybody, own.workOrderId, hidden.workOrderId, given.workOrderId);
    await retire(old, 'old-bureau', 'heir-bureau');
    await retire(named, 'named-bureau', 'heir-street');
    expect([...(await subjectsOf(await as({ roles: ['handler'], org: 'heir-bureau' })))].toSorted()).toEqual(
      [own.requestId, own.workOrderId].toSorted(),
    );
    const street = await subjectsOf(await as({ roles: ['handler'], org: 'heir-street' }));
    expect([own, hidden, given].map(({ workOrderId }) => street.has(workOrderId))).toEqual([true, false, false]);
  });

  it('of a part, an application or a supervision order are told to the organisations that they name, and to no other co-handler', async () => {
    const [lead, co, other] = [
      await organisation('lead-bureau', 'department'),
      await organisation('co-bureau', 'department'),
      await organisation('other-bureau', 'department'),
    ];
    const { requestId, workOrderId } = await tellMatter(lead);
    const ofOrder = { workOrderId, sourceId: requestId, type: 'request' as const, leadOrganisationId: lead };
    await tell('dispatch.work-order.reassigned.v1', workOrderId, { ...ofOrder, coOrganisationIds: [co, other] });
    const [partId, applicationId, supervisionOrderId] = [newId(), newId(), newId()];
    await tell('dispatch.part.marked.v1', partId, { ...ofOrder, partId, coOrganisationId: co });
    await tell('dispatch.application.asked.v1', applicationId, { ...ofOrder, applicationId });
    await tell('dispatch.supervision-order.opened.v1', supervisionOrderId, { ...ofOrder, supervisionOrderId, sourceIds: [requestId] });
    await heardBy(everybody, workOrderId, partId, applicationId, supervisionOrderId);
    const heardAs = async (org: string) => {
      const heard = await subjectsOf(await as({ roles: ['handler'], org }));
      return [workOrderId, partId, applicationId, supervisionOrderId].map((subject) => heard.has(subject));
    };
    expect(await heardAs('lead-bureau')).toEqual([true, true, true, true]);
    expect(await heardAs('co-bureau')).toEqual([true, true, false, false]);
    expect(await heardAs('other-bureau')).toEqual([true, false, false, false]);
  });

  it('of a confidential matter, and of one that nobody has said anything of, are told to nobody, and counted', async () => {
    const before = await allOf(everybody);
    const { requestId, workOrderId } = await tellMatter(newId(), { confidential: true });
    const unknown = newId();
    await tell('dispatch.work-order.accepted.v1', unknown, { workOrderId: unknown, sourceId: newId() });
    const after = await eventually(async () => {
      const all = await allOf(everybody);
      expect(all.withheld).toBe(before.withheld + 4);
      return all;
    });
    expect(after.items.filter(({ subject }) => [requestId, workOrderId, unknown].includes(subject))).toEqual([]);
    expect((await allOf(await as({ area: '230903012' }))).withheld).toBe(0);
    expect((await allOf(await as({ roles: [] }))).withheld).toBe(0); // who may read nothing is not told that there is something
    expect((await allOf(everybody, '&types=dispatch.work-order.closed.v1')).withheld).toBe(0);
  });

  it('are told to who may read what they tell of, and to nobody without the scope to hear', async () => {
    const only = (await allOf(await as({ scopes: ['gateway:listen', 'dispatch:read'] }))).items;
    expect(new Set(only.map(({ type }) => type.split('.')[0]))).toEqual(new Set(['dispatch']));
    expect((await allOf(await as({ scopes: ['gateway:listen'] }))).items).toEqual([]);
    expect((await (await as({ scopes: READ })).get(PATH)).status).toBe(403);
    expect((await everybody.get(`${PATH}?types=intake.area.registered.v1`)).status).toBe(422);
  });
});
