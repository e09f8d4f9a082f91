import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, type HttpClient, tellRetiredArea, wordsLeft } from '@zero-distance/testing';
import { DispatchWorld, type Problem } from './dispatch-world.js';

const SHIFTS = '/api/dispatch/v1/duty-shifts';
const hour = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
const NIGHT = {
  organisation: 'housing-bureau',
  name: '陈值班',
  post: '带班副局长',
  phone: '13811112222',
  startsAt: hour(-1),
  endsAt: hour(8),
};

interface Shift {
  readonly code: string;
  readonly version: number;
  readonly phone: string | null;
}

let world: DispatchWorld;
let centre: HttpClient;
beforeAll(async () => {
  world = await DispatchWorld.start();
  const scopes = ['dispatch:read', 'dispatch:reveal'];
  centre = world.stack.http('dispatch', await world.stack.token({ clientId: 'duty-desk', scopes, roles: ['dispatcher'] }));
}, 120_000);
afterAll(() => world.stop());

const put = (code: string, changes: object = {}) =>
  world.clients.administrator.put<Shift & Problem>(`${SHIFTS}/${code}`, { ...NIGHT, ...changes });
const onDuty = async (at: string, who = centre) =>
  (await who.get<{ items: Shift[] }>(`${SHIFTS}?organisation=housing-bureau&at=${encodeURIComponent(at)}`)).body.items.map(
    ({ code }) => code,
  );
const reveal = (code: string, who = centre) =>
  who.post<{ phone: string } & Problem>(`${SHIFTS}/${code}/reveal`, { purpose: '供热爆管，联系带班领导' });

describe('a duty roster', () => {
  it('says who is on duty at a moment, from its beginning until its end and not when it was cancelled', async () => {
    expect(await put('night')).toMatchObject({ status: 200, body: { code: 'night', version: 1, phone: '138****2222', cancelled: false } });
    await put('tomorrow', { startsAt: NIGHT.endsAt, endsAt: hour(20) });
    await put('cancelled', { cancelled: true });
    expect(await onDuty(hour(0))).toEqual(['night']);
    expect(await onDuty(NIGHT.endsAt)).toEqual(['tomorrow']);
    expect(await onDuty(hour(30))).toEqual([]);
  });

  it('says who is on duty from a moment on, the soonest first and not when it was cancelled, whenever they were entered', async () => {
    await put('third', { startsAt: hour(75), endsAt: hour(80) });
    await put('first', { startsAt: hour(71), endsAt: hour(72) });
    await put('second', { startsAt: hour(72), endsAt: hour(75) });
    await put('off', { startsAt: hour(73), endsAt: hour(75), cancelled: true });
    const coming = async (query: string) => {
      const { body } = await centre.get<{ items: Shift[]; next: string | null }>(`${SHIFTS}?organisation=housing-bureau&${query}`);
      return { codes: body.items.map(({ code }) => code), next: body.next };
    };
    const from = `from=${encodeURIComponent(hour(70))}`;
    expect((await coming(from)).codes).toEqual(['first', 'second', 'third']);
    const { codes, next } = await coming(`${from}&limit=2`);
    expect(codes).toEqual(['first', 'second']);
    expect((await coming(`${from}&limit=2&cursor=${next}`)).codes).toEqual(['third']);
    const both = await centre.get<Problem>(`${SHIFTS}?${from}&at=${encodeURIComponent(hour(0))}`);
    expect([both.status, both.body.code]).toEqual([422, 'dispatch.duty_shift.from_alone']);
  });

  it('takes no telephone number for a name or a post, which are shown and exported in plain', async () => {
    for (const said of [{ name: '陈13900001111' }, { post: '电话 0464-8261234' }])
      expect(await put('plain', said)).toMatchObject({ status: 422, body: { code: 'platform.personal_data_in_public_text' } });
    expect(await world.stack.sql('dispatch', `select code from duty_shift where code = 'plain'`)).toEqual([]);
  });

  it('keeps the number sealed: it is told to the centre for a purpose that is on record, and stands in no event', async () => {
    await put('sealed', { phone: '13833334444' });
    expect((await put('sealed', { phone: '13833334444' })).body).toMatchObject({ version: 1 });
    expect(await reveal('sealed')).toMatchObject({ status: 200, body: { phone: '13833334444', accessRecordId: expect.any(String) } });
    expect(await world.stack.sql('dispatch', `select action, purpose, actor_id as by from access_record`)).toEqual([
      { action: 'reveal', purpose: '供热爆管，联系带班领导', by: 'duty-desk' },
    ]);
    expect(await wordsLeft(world.stack, 'dispatch', ['13833334444'])).toEqual([]);
    const told = await eventually(async () => {
      const [event] = await world.stack.published('dispatch.access.recorded.v1');
      if (!event) throw new Error('not told yet');
      return event;
    });
    expect(JSON.stringify(told)).not.toMatch(/1383333|4444|爆管/);
    expect((await reveal('sealed', world.clients.dispatcher)).status).toBe(403);
  });

  it('made by twenty at once is one of theirs, whose number can be dialled, and the others are refused', async () => {
    for (let round = 0; round < 12; round += 1) {
      const code = `at-once-${round}`;
      const numbers = Array.from({ length: 20 }, (_, i) => `138222233${10 + i}`);
      const answers = await Promise.all(numbers.map((phone) => put(code, { phone })));
      expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
      expect(numbers).toContain((await reveal(code)).body.phone);
    }
  }, 60_000);

  it('forgets the number when the shift is over or cancelled', async () => {
    await put('short', { phone: '13855556666', endsAt: new Date(Date.now() + 2_000).toISOString() });
    await eventually(
      async () =>
        expect((await centre.get<{ items: Shift[] }>(SHIFTS)).body.items).toContainEqual(
          expect.objectContaining({ code: 'short', phone: null }),
        ),
      { timeout: 30_000 },
    );
    expect(await wordsLeft(world.stack, 'dispatch', ['138****6666'])).toEqual([]);
    expect(await reveal('short')).toMatchObject({ status: 409, body: { code: 'dispatch.duty_shift.no_number' } });
    await put('night', { cancelled: true });
    expect(await reveal('night')).toMatchObject({ status: 409 });
  }, 40_000);

  it('forgets who was on duty when nobody asks for it any more, half a year later', async () => {
    const over = (code: string, days: number) => put(code, { startsAt: hour(-24 * days - 8), endsAt: hour(-24 * days) });
    await over('long-over', 181);
    await over('over', 179);
    const shown = async (code: string) => (await centre.get<{ items: Shift[] }>(SHIFTS)).body.items.find((one) => one.code === code);
    await eventually(async () => expect(await shown('long-over')).toMatchObject({ name: null, post: null, phone: null }), {
      timeout: 30_000,
    });
    expect(await shown('over')).toMatchObject({ name: '陈值班', post: '带班副局长', phone: null });
  }, 40_000);

  it('is not of another area, of nobody, or of no time; what is refused changes nothing', async () => {
    const { stack, clients } = world;
    const elsewhere = stack.http(
      'dispatch',
      await stack.token({
        scopes: ['dispatch:read', 'dispatch:write', 'dispatch:reveal'],
        roles: ['administrator', 'dispatcher'],
        area: '230903012',
      }),
    );
    await put('here', { phone: '13877778888' });
    expect((await elsewhere.put(`${SHIFTS}/here`, NIGHT)).status).toBe(403);
    expect(await reveal('here', elsewhere)).toMatchObject({ status: 404, body: { code: 'dispatch.duty_shift.not_found' } });
    expect(await onDuty(hour(0), elsewhere)).toEqual([]);
    expect((await clients.housing.get(SHIFTS)).status).toBe(403);
    expect(await put('wrong', { endsAt: NIGHT.startsAt })).toMatchObject({
      status: 422,
      body: { code: 'dispatch.duty_shift.ends_before_it_begins' },
    });
    expect(await put('wrong', { endsAt: hour(168) })).toMatchObject({
      status: 422,
      body: { code: 'dispatch.duty_shift.too_long', errors: [{ pointer: '/endsAt' }] },
    });
    expect(await put('wrong', { startsAt: '2199-12-31T00:00:00Z', endsAt: '2199-12-31T08:00:00Z' })).toMatchObject({
      status: 422,
      body: { code: 'dispatch.duty_shift.too_far_ahead', errors: [{ pointer: '/startsAt' }] },
    });
    expect(await put('wrong', { organisation: 'nobody' })).toMatchObject({ status: 422 });
    expect(await put('wrong', { phone: '12' })).toMatchObject({ status: 422 });
    expect(await stack.sql('dispatch', `select code from duty_shift where code = 'wrong'`)).toEqual([]);
  });
});

describe('an area that is no more', () => {
  const [GONE, TO] = ['230903101201', '230903100201'];
  const organisation = (areaCode: string, name: string) => ({ name, kind: 'utility', areaCode });

  it('has no new organisation, shift or responsibility; an organisation that lies there since before is renamed and moved', async () => {
    const { administrator } = world.clients;
    const put = (path: string, body: object) => administrator.put<Problem>(`/api/dispatch/v1${path}`, body);
    const refused = (pointer: string) => ({ status: 422, body: { code: 'dispatch.area.retired', errors: [{ pointer }] } });
    await world.put('/organisations/old-water', organisation(GONE, '供水公司'));
    await tellRetiredArea(world.stack, 'dispatch', GONE, TO);
    expect(await put('/organisations/new-water', organisation(GONE, '供水公司'))).toMatchObject(refused('/areaCode'));
    const shift = { ...NIGHT, organisation: 'old-water' };
    expect(await put('/duty-shifts/old-night', shift)).toMatchObject(refused('/organisation'));
    const entry = { categoryPrefix: '010204', areaPrefix: GONE, leadOrganisation: 'old-water', coOrganisations: [] };
    expect(await put('/responsibilities/old-lamps', entry)).toMatchObject(refused('/areaPrefix'));
    expect((await put('/organisations/old-water', organisation(GONE, '自来水公司'))).status).toBe(200);
    expect((await put('/organisations/old-water', organisation(TO, '自来水公司'))).status).toBe(200);
    expect((await put('/duty-shifts/old-night', shift)).status).toBe(200);
  });
});
