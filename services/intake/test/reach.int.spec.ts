import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, type HttpClient, photo } from '@zero-distance/testing';
import { AREA, type Fixture, OTHER_AREA, REQUEST, REQUESTS, type Shown, startIntake, WITHDRAWAL } from './fixture.js';

// Who sees which requests. An organisation's token is tried with every set of roles: the organisation decides, not the role.

const ORGANISATIONS = {
  'housing-bureau': { kind: 'department', areaCode: '230903' },
  'urban-management': { kind: 'department', areaCode: '230903' },
  'east-street': { kind: 'street', areaCode: '230903011' },
  'xuefu-community': { kind: 'community', areaCode: AREA },
} as const;
type Code = keyof typeof ORGANISATIONS;
const ROLE_SETS = [
  ['handler'],
  ['intake-clerk'],
  ['reviewer'],
  ['handler', 'intake-clerk'],
  ['handler', 'callback-agent'],
  ['handler', 'mediator'],
  ['handler', 'administrator'],
];
const SCOPES = ['intake:read', 'intake:write', 'intake:reveal'];
const AT = '2026-11-23T04:00:00.000Z';

let f: Fixture;
const ids = Object.fromEntries(Object.keys(ORGANISATIONS).map((code) => [code, newId()])) as Record<Code, string>;

const as = async (roles: string[], org?: string, claims: object = {}): Promise<HttpClient> =>
  f.stack.http('intake', await f.stack.token({ scopes: SCOPES, roles, area: '230903', org, ...claims }));
const statusOf = async (client: HttpClient, id: string): Promise<number> => (await client.get(`${REQUESTS}/${id}`)).status;
const idsSeen = async (client: HttpClient): Promise<string[]> =>
  (await client.get<{ items: Shown[] }>(`${REQUESTS}?limit=200`)).body.items.map(({ id }) => id);

/** Speaks for dispatch: the work order of a request. */
function orderOf(requestId: string, lead: Code, ...helpers: Code[]) {
  const aggregate = { id: newId(), version: 1 };
  const order = {
    workOrderId: aggregate.id,
    sourceId: requestId,
    type: 'request',
    areaCode: AREA,
    leadOrganisationId: ids[lead],
    at: AT,
  } as const;
  const coOrganisationIds = helpers.map((code) => ids[code]);
  const limits = { routeReason: 'responsibility-list', signDueAt: AT, feedbackDueAt: AT };
  return {
    dispatched: () => f.stack.publish('dispatch.work-order.dispatched.v1', aggregate, { ...order, coOrganisationIds, ...limits }),
    returned: () =>
      f.stack.publish('dispatch.work-order.returned.v1', { ...aggregate, version: 2 }, { ...order, reasonCode: 'not-our-duty' }),
  };
}

beforeAll(async () => {
  f = await startIntake();
  for (const [code, facts] of Object.entries(ORGANISATIONS) as [Code, (typeof ORGANISATIONS)[Code]][])
    await f.stack.publish(
      'dispatch.organisation.registered.v1',
      { id: ids[code], version: 1 },
      { organisationId: ids[code], code, name: code, ...facts },
    );
  await eventually(async () =>
    expect(await f.stack.sql('intake', 'select code from organisation')).toHaveLength(Object.keys(ORGANISATIONS).length),
  );
}, 60_000);
afterAll(() => f?.stack.stop());

describe('a department', () => {
  let led: Shown;
  beforeAll(async () => {
    led = await f.register({ requester: { ...REQUEST.requester, phone: '13955557777', confidential: true } });
    await orderOf(led.id, 'housing-bureau', 'urban-management').dispatched();
    await eventually(async () => expect(await f.stateOf(led.id)).toBe('dispatched'));
  });

  it.each(ROLE_SETS)('sees what it leads and never who complained confidentially, with roles %s %s', async (...roles) => {
    const other = await f.register();
    const bureau = await as(roles, 'housing-bureau');
    expect(await statusOf(bureau, led.id)).toBe(200);
    expect((await bureau.get<Shown>(`${REQUESTS}/${led.id}`)).body.requester).toBeNull();
    expect(await statusOf(bureau, other.id)).toBe(404);
    expect(await idsSeen(bureau)).toEqual([led.id]);
    expect((await bureau.post(`${REQUESTS}/${led.id}/reveal`, { purpose: '核实情况' })).status).toBe(403);
    for (const phone of ['13955557777', '13900000000']) {
      const found = await bureau.post<{ items?: Shown[] }>(`${REQUESTS}/find-by-phone`, { phone });
      expect(found.status === 403 || found.body.items?.length === 0).toBe(true); // an oracle answers the two differently
    }
  });

  it('sees what it helps with: its text and place, and its timeline', async () => {
    const helper = await as(['handler'], 'urban-management');
    expect((await helper.get(`${REQUESTS}/${led.id}`)).body).toMatchObject({ text: REQUEST.text, title: REQUEST.title });
    expect((await helper.get(`${REQUESTS}/${led.id}/timeline`)).status).toBe(200);
  });

  it('sees nothing more of what it gave back', async () => {
    const { id } = await f.register();
    const order = orderOf(id, 'housing-bureau', 'urban-management');
    await order.dispatched();
    const [lead, helper] = [await as(['handler'], 'housing-bureau'), await as(['handler'], 'urban-management')];
    await eventually(async () => expect([await statusOf(lead, id), await statusOf(helper, id)]).toEqual([200, 200]));
    await order.returned();
    await eventually(async () => expect([await statusOf(lead, id), await statusOf(helper, id)]).toEqual([404, 404]));
  });

  it('sees what it took in itself, wherever it is', async () => {
    const bureau = await as(['handler'], 'housing-bureau');
    const { body } = await bureau.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    expect(await statusOf(bureau, body.id)).toBe(200);
    expect(await idsSeen(bureau)).toContain(body.id);
  });
});

describe('whoever acts for a territory', () => {
  it('sees what lies in it and what it took in elsewhere, with a token for the district', async () => {
    const [inside, outside] = [await f.register(), (await f.admin.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA })).body];
    const street = await as(['intake-clerk'], 'east-street');
    const { body: own } = await street.post<Shown>(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA });
    expect([await statusOf(street, inside.id), await statusOf(street, outside.id), await statusOf(street, own.id)]).toEqual([
      200, 404, 200,
    ]);
    const seen = await idsSeen(street);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect(seen).toEqual(expect.arrayContaining([inside.id, own.id]));
    expect(seen).not.toContain(outside.id);
  });

  it('sees no more than the area of its token', async () => {
    const { id } = await f.register();
    expect(await statusOf(await as(['intake-clerk'], 'east-street', { area: '230903012' }), id)).toBe(404);
    expect(await statusOf(await as(['intake-clerk'], 'xuefu-community', { area: AREA }), id)).toBe(200);
  });
});

describe('a token', () => {
  it('of a handler without an organisation, or with one that is not registered, sees nothing', async () => {
    const { id } = await f.register();
    for (const roles of ROLE_SETS.filter((set) => set.includes('handler'))) expect(await statusOf(await as(roles), id)).toBe(403);
    for (const roles of ROLE_SETS) {
      const unknown = await as(roles, 'nobody-knows');
      expect([await statusOf(unknown, id), await idsSeen(unknown)]).toEqual([404, []]);
    }
  });

  it.each(['reviewer', 'callback-agent', 'mediator'])('of a %s reads the matter in front of them', async (role) => {
    expect(await statusOf(await as([role]), (await f.register()).id)).toBe(200);
  });
});

describe('who takes in a request and sees no others', () => {
  const REPORTERS = ['mobile-grid-worker', 'care-worker', 'police-auxiliary', 'organiser', 'inspector'];

  it.each(REPORTERS)('reads it as a %s, alone, in the list and its timeline, and no other', async (role) => {
    const other = await f.register();
    const reporter = await as([role], undefined, { clientId: `${role}-1` });
    const { status, body } = await reporter.post<Shown>(REQUESTS, REQUEST);
    expect(status).toBe(201);
    expect([await statusOf(reporter, body.id), await idsSeen(reporter)]).toEqual([200, [body.id]]);
    expect((await reporter.get(`${REQUESTS}/${body.id}/timeline`)).status).toBe(200);
    expect(await statusOf(reporter, other.id)).toBe(404);
    const colleague = await as(REPORTERS, undefined, { clientId: 'somebody-else' });
    expect([await statusOf(colleague, body.id), await idsSeen(colleague)]).toEqual([404, []]);
  });

  it('answers on the spot as a grid worker what it found and put right itself, with a photo, and nothing that others took in', async () => {
    const worker = await as(['grid-worker'], undefined, { clientId: 'grid-worker-7', area: AREA });
    const { body: own } = await worker.post<Shown>(REQUESTS, { ...REQUEST, channel: 'grid-worker' });
    const taken = await worker.post<{ id: string }>('/api/intake/v1/files', photo());
    const body = { publicAnswer: '已当场清理。', files: [taken.body.id] };
    expect(await worker.post(`${REQUESTS}/${own.id}/answer-on-the-spot`, body)).toMatchObject({ status: 200, body: { state: 'answered' } });
    expect((await worker.get(`${REQUESTS}/${own.id}`)).body).toMatchObject({ files: [{ id: taken.body.id }] });
    for (const other of [await f.register(), await f.register({ channel: 'grid-worker' })]) {
      expect((await worker.get<{ actions: string[] }>(`${REQUESTS}/${other.id}`)).body.actions).not.toContain('answer-on-the-spot');
      const refused = await worker.post(`${REQUESTS}/${other.id}/answer-on-the-spot`, { publicAnswer: '已当场清理。' });
      expect(refused).toMatchObject({ status: 403, body: { code: 'intake.request.not_found_by_you' } });
    }
  });

  it('reads no more of what its organisation takes part in', async () => {
    const street = await as(['intake-clerk'], 'east-street', { clientId: 'street-clerk' });
    const { body: theirs } = await street.post<Shown>(REQUESTS, REQUEST);
    const reporter = await as(['care-worker'], 'east-street', { clientId: 'street-carer' });
    const { body: own } = await reporter.post<Shown>(REQUESTS, REQUEST);
    expect([await statusOf(reporter, theirs.id), await statusOf(reporter, own.id)]).toEqual([404, 200]);
    expect(await idsSeen(reporter)).toEqual([own.id]);
    expect(await statusOf(street, own.id)).toBe(200);
  });
});

describe('a request', () => {
  it('is not found by whom it names as complained about or recused, and dispatch is told', async () => {
    const recusedAccounts = ['li-reviewer', 'system']; // the second is how intake itself acts: what it hears is done none the less
    const names = { complainedAbout: ['housing-bureau'], recusedOrganisations: ['xuefu-community'], recusedAccounts };
    const { id } = await f.register(names);
    await orderOf(id, 'housing-bureau').dispatched(); // even if it took part
    await eventually(async () => expect(await f.stateOf(id)).toBe('dispatched'));
    const barred = [
      await as(['handler'], 'housing-bureau'),
      await as(['intake-clerk'], 'xuefu-community', { area: AREA }),
      await as(['reviewer'], undefined, { clientId: 'li-reviewer' }),
      await as(['intake-clerk', 'administrator'], undefined, { clientId: 'li-reviewer' }),
    ];
    for (const client of barred) {
      expect(await idsSeen(client)).not.toContain(id);
      expect((await client.get(`${REQUESTS}/${id}/timeline`)).status).toBe(404);
      expect(await statusOf(client, id)).toBe(404);
    }
    expect((await barred[3]?.post(`${REQUESTS}/${id}/reveal`, { purpose: '核实情况' }))?.status).toBe(404);
    expect((await barred[3]?.post(`${REQUESTS}/${id}/withdraw`, WITHDRAWAL))?.status).toBe(404);
    expect(await statusOf(await as(['intake-clerk'], 'east-street'), id)).toBe(200);
    expect((await f.clerk.get(`${REQUESTS}/${id}`)).body).toMatchObject(names);
    const [told] = (await f.stack.published('intake.request.registered.v1')).filter(({ aggregateId }) => aggregateId === id);
    expect(told?.data).toMatchObject({
      barredOrganisationIds: [ids['housing-bureau'], ids['xuefu-community']],
      barredAccountIds: recusedAccounts,
    });
  });

  it('is refused with an organisation that is not registered, naming the place', async () => {
    const answer = await f.clerk.post<{ code: string }>(REQUESTS, { ...REQUEST, complainedAbout: ['housing-bureau', 'nobody-knows'] });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'intake.organisation.unknown', errors: [{ pointer: '/complainedAbout/1' }] },
    });
  });

  const PERSON = '01a21e17-83c5-71dd-95b1-0cd0a5c13ed9';
  const LOOKS_LIKE_A_NUMBER = '15543868-807e-4cf6-a4d3-f55e1658e23f'; // an id of a person none the less
  it('names accounts as their tokens do: by a UUID or a client id, and never by a number of somebody’s', async () => {
    const told = await f.register({ recusedAccounts: [PERSON.toUpperCase(), LOOKS_LIKE_A_NUMBER, ' DEMO-callback '] });
    const { body } = await f.clerk.get<{ recusedAccounts: string[] }>(`${REQUESTS}/${told.id}`);
    expect(body.recusedAccounts).toEqual([PERSON, LOOKS_LIKE_A_NUMBER, 'demo-callback']);
    const refused = [
      ['张三', 'not_an_account'],
      ['li reviewer', 'not_an_account'],
      ['-li-', 'not_an_account'],
      ['13800001234', 'personal_data'],
      ['zhang13800001234', 'personal_data'],
      ['230903198001011234', 'personal_data'],
    ];
    for (const [account, code] of refused) {
      const answer = await f.clerk.post(REQUESTS, { ...REQUEST, recusedAccounts: [account] });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/recusedAccounts/0', code }] } });
      expect(JSON.stringify(answer.body)).not.toContain(account);
    }
  });
});
