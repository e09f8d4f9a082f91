import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { count, type Fixture, OTHER_AREA, REQUEST, REQUESTS, startIntake, WITHDRAWAL } from './fixture.js';

const DAYS = '/api/intake/v1/reception-days';
const hour = (from: number) => new Date(Date.now() + from * 3_600_000).toISOString();
const SAID = { areaCode: '230903011', host: '街道党工委书记', place: '街道办事处一楼' };
/** Of the channel of visitors: somebody who came. */
const visit = (receptionDayId: string) => ({ channel: 'reception-day', receptionDayId });

interface Day {
  id: string;
  state: string;
  matters: number;
  openMatters: number;
  visitors: number | null;
  history: { action: string }[];
}

let f: Fixture;
beforeAll(async () => {
  f = await startIntake();
}, 60_000);
afterAll(() => f?.stack.stop());

const announce = async (changes: object = {}) => {
  const answer = await f.clerk.post<Day>(DAYS, { ...SAID, startsAt: hour(-1), endsAt: hour(2), ...changes });
  expect(answer.status).toBe(201);
  return answer.body;
};
const get = async (id: string) => (await f.clerk.get<Day>(`${DAYS}/${id}`)).body;
const act = (id: string, action: string, body: object = {}) => f.clerk.post<Day & { code: string }>(`${DAYS}/${id}/${action}`, body);

describe('a reception day', () => {
  it('offers what may be done with it to clerks of its area alone, though anybody reads it', async () => {
    const { id } = await announce();
    const scopes = ['intake:read', 'intake:write'];
    const stranger = f.stack.http('intake', await f.stack.token({ scopes, roles: ['intake-clerk'], area: '230903012', clientId: 'other' }));
    const offered = async (who: typeof stranger) => (await who.get<{ actions: string[] }>(`${DAYS}/${id}`)).body.actions;
    expect([await offered(f.clerk), await offered(stranger)]).toEqual([['hold', 'correct', 'call-off'], []]);
  });

  it('is in the list of its own area and of each that this lies in, and in that of no other', async () => {
    const { id } = await announce();
    const listed = async (area: string) =>
      (await f.clerk.get<{ items: { id: string }[] }>(`${DAYS}?limit=200&areaCode=${area}`)).body.items.some((day) => day.id === id);
    expect([await listed(SAID.areaCode), await listed('230903'), await listed(OTHER_AREA)]).toEqual([true, true, false]);
  });

  it('is set right without calling it off: what is left out stays, anybody reads it at once, and who came already stays with it', async () => {
    const { id } = await announce({ topic: '供热' });
    await f.register(visit(id));
    const [startsAt, endsAt] = [hour(3), hour(5)];
    const corrected = await act(id, 'correct', { place: '街道办事处二楼会议室', startsAt, endsAt, reason: '一楼装修。' });
    expect(corrected).toMatchObject({ status: 200, body: { state: 'announced', version: 2, place: '街道办事处二楼会议室', startsAt } });
    const open = await f.stack.http('intake').get<{ items: object[] }>('/api/intake/v1/public/reception-days?areaCode=230903011001');
    expect(open.body.items).toContainEqual(
      expect.objectContaining({ id, host: SAID.host, place: '街道办事处二楼会议室', startsAt, endsAt, topic: '供热' }),
    );
    expect(await get(id)).toMatchObject({ matters: 1, history: [{ action: 'announce' }, { action: 'correct' }] });
    await eventually(async () => {
      const told = (await f.stack.published('intake.reception-day.corrected.v1')).find(({ aggregateId }) => aggregateId === id);
      expect(told?.data).toMatchObject({ startsAt, endsAt });
    });
    const late = await act(id, 'correct', { endsAt: hour(100), reason: '多日' });
    expect(late).toMatchObject({ status: 422, body: { code: 'intake.reception_day.ends_too_late' } });
    expect((await act(id, 'correct', { place: '广场' })).status).toBe(422);
  });

  it('is among those that anybody finds from a day on, the soonest first, of their area and of those around it, page by page', async () => {
    const date = (days: number) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const on = (days: number, areaCode = '230903011') =>
      announce({ areaCode, startsAt: `${date(days)}T09:00:00+08:00`, endsAt: `${date(days)}T11:00:00+08:00` });
    const third = await on(22, '230903011001');
    const second = await on(21);
    const first = await on(20);
    const found = async (query: string) => {
      const { body } = await f.stack
        .http('intake')
        .get<{ items: Day[]; next: string | null }>(`/api/intake/v1/public/reception-days?${query}`);
      return { ids: body.items.map(({ id }) => id), next: body.next };
    };
    expect((await found(`from=${date(20)}`)).ids).toEqual([first.id, second.id, third.id]);
    expect((await found(`from=${date(21)}&areaCode=230903011001`)).ids).toEqual([second.id, third.id]);
    expect((await found(`from=${date(20)}&areaCode=230903011`)).ids).toEqual([first.id, second.id]);
    const { ids, next } = await found(`from=${date(20)}&areaCode=230903011001&limit=2`);
    expect(ids).toEqual([first.id, second.id]);
    expect((await found(`from=${date(20)}&areaCode=230903011001&limit=2&cursor=${next}`)).ids).toEqual([third.id]);
    expect((await found(`from=${date(23)}`)).ids).toEqual([]);
  });

  it('is public when it is announced, and closed when each of its visitors has a result', async () => {
    const { id } = await announce({ topic: '供热' });
    const open = await f.stack.http('intake').get<{ items: object[] }>('/api/intake/v1/public/reception-days?areaCode=230903011001');
    expect(open.body.items[0]).toEqual({
      id,
      state: 'announced',
      ...SAID,
      startsAt: expect.any(String),
      endsAt: expect.any(String),
      topic: '供热',
    });
    const visited = await f.register(visit(id));
    expect(await act(id, 'hold', { visitors: 12 })).toMatchObject({ status: 200, body: { state: 'held', visitors: 12 } });
    const another = await f.register(visit(id));
    expect(await act(id, 'close')).toMatchObject({ status: 409, body: { code: 'intake.reception_day.matters_open' } });
    await f.clerk.post(`${REQUESTS}/${visited.id}/answer-on-the-spot`, { publicAnswer: '已当场办理。' });
    expect(await get(id)).toMatchObject({ matters: 2, openMatters: 1, actions: ['hold'] });
    const list = await f.clerk.get<{ items: { id: string; state: string }[] }>(`${DAYS}/${id}/requests`);
    expect(list.body.items.map((request) => [request.id, request.state])).toEqual([
      [another.id, 'received'],
      [visited.id, 'answered'],
    ]);
    await f.clerk.post(`${REQUESTS}/${another.id}/withdraw`, WITHDRAWAL);
    expect(await act(id, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
    await eventually(async () => {
      const [event] = await f.stack.published('intake.reception-day.closed.v1');
      expect(event?.data).toMatchObject({ receptionDayId: id, matters: 2, openMatters: 0 });
    });
  });

  it('is not closed beside a visitor whose matter is taken in at that moment: one of the two is refused', async () => {
    for (let turn = 0; turn < 10; turn++) {
      const { id } = await announce();
      await act(id, 'hold', { visitors: 1 });
      const [visited, closed] = await Promise.all([f.clerk.post(REQUESTS, { ...REQUEST, ...visit(id) }), act(id, 'close')]);
      expect([
        [201, 409],
        [409, 200],
      ]).toContainEqual([visited.status, closed.status]);
    }
  });

  it('is not called off when somebody came to it: it was held', async () => {
    const { id } = await announce();
    await f.register(visit(id));
    expect(await act(id, 'call-off', { reason: '另行安排。' })).toMatchObject({
      status: 409,
      body: { code: 'intake.reception_day.visited' },
    });
    expect(await act(id, 'hold', { visitors: 1 })).toMatchObject({ status: 200, body: { state: 'held' } });
  });

  it('takes no matter in when it is over, and none of another channel; what is refused leaves nothing behind', async () => {
    const { id } = await announce();
    await act(id, 'call-off', { reason: '另行安排。' });
    const sequence = async () => Number((await f.register()).number.split('-')[2]);
    const last = await sequence();
    const before = [await count(f.stack, 'request'), await count(f.stack, 'reception_matter')];
    const refused = async (changes: object) => {
      const { status, body } = await f.clerk.post<{ code: string }>(REQUESTS, { ...REQUEST, ...changes });
      return [status, body.code];
    };
    expect(await refused(visit(id))).toEqual([409, 'intake.reception_day.over']);
    expect(await refused({ receptionDayId: id })).toEqual([422, 'intake.request.reception_channel_required']);
    expect(await refused({ channel: 'reception-day' })).toEqual([422, 'intake.request.reception_day_required']);
    expect(await refused(visit('0190a5c0-7c1e-7000-8000-000000000099'))).toEqual([404, 'intake.reception_day.not_found']);
    expect([await count(f.stack, 'request'), await count(f.stack, 'reception_matter')]).toEqual(before);
    expect(await sequence()).toBe(last + 1); // no number is used up either
  });

  it('takes in what is of its area alone: what another area has keeps it neither from being called off nor from being closed', async () => {
    const { id } = await announce();
    const elsewhere = f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], area: '230903012', clientId: 'elsewhere' }),
    );
    expect(await elsewhere.post(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA, ...visit(id) })).toMatchObject({
      status: 422,
      body: { code: 'intake.reception_day.other_area', errors: [{ pointer: '/receptionDayId' }] },
    });
    const { body: district } = await f.admin.post<Day>(DAYS, { ...SAID, areaCode: '230903', startsAt: hour(-1), endsAt: hour(1) });
    expect(await elsewhere.post(REQUESTS, { ...REQUEST, areaCode: OTHER_AREA, ...visit(district.id) })).toMatchObject({ status: 201 });
    expect(await act(id, 'call-off', { reason: '另行安排。' })).toMatchObject({ status: 200, body: { state: 'called-off' } });
  });

  it('is closed though a matter of it was corrected into another area, where who holds it cannot finish it', async () => {
    const { id } = await announce();
    const moved = await f.register(visit(id));
    const district = f.stack.http(
      'intake',
      await f.stack.token({ scopes: ['intake:read', 'intake:write'], roles: ['intake-clerk'], area: '230903', clientId: 'district' }),
    );
    await act(id, 'hold', { visitors: 1 });
    expect(await act(id, 'close')).toMatchObject({ status: 409, body: { code: 'intake.reception_day.matters_open' } });
    expect(await district.post(`${REQUESTS}/${moved.id}/correct`, { areaCode: OTHER_AREA, reason: '在邻区。' })).toMatchObject({
      status: 200,
    });
    expect((await f.clerk.get(`${DAYS}/${id}`)).body).toMatchObject({ matters: 0, openMatters: 0 });
    expect(await act(id, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  });

  it('is held when it has begun, by who works in its area', async () => {
    const { id } = await announce({ startsAt: hour(1) });
    expect(await act(id, 'hold', { visitors: 1 })).toMatchObject({ status: 409, body: { code: 'intake.reception_day.not_begun' } });
    const elsewhere = await f.admin.post<Day>(DAYS, { ...SAID, areaCode: OTHER_AREA, startsAt: hour(-1), endsAt: hour(1) });
    expect(await act(elsewhere.body.id, 'hold', { visitors: 1 })).toMatchObject({
      status: 403,
      body: { code: 'intake.reception_day.not_yours' },
    });
    const past = await f.clerk.post(DAYS, { ...SAID, startsAt: hour(-3), endsAt: hour(-2) });
    expect(past).toMatchObject({ status: 422, body: { code: 'intake.reception_day.ends_before_it_begins' } });
  });

  it('takes a day at most, and is announced a year ahead at most; the refusal says by when it has to end', async () => {
    const tried = async (startsAt: string, endsAt: string) => {
      const { status, body } = await f.clerk.post<{ code?: string; detail?: string; errors?: object[] }>(DAYS, {
        ...SAID,
        startsAt,
        endsAt,
      });
      return [status, body.code, body.errors?.[0]];
    };
    const late = [422, 'intake.reception_day.ends_too_late', expect.objectContaining({ pointer: '/endsAt' })];
    expect(await tried(hour(-1), hour(23.1))).toEqual(late);
    expect(await tried(hour(366 * 24 - 1), hour(366 * 24 + 1))).toEqual(late);
    expect(await tried('2099-01-15T01:00:00Z', '2099-01-15T03:00:00Z')).toEqual(late);
    expect((await tried(hour(366 * 24 - 3), hour(366 * 24 - 1)))[0]).toBe(201);
    expect((await tried(hour(1), hour(24.9)))[0]).toBe(201);
  });

  it('was held when a visitor came though nobody says so in time, on its day; how many came may be said afterwards, and it is closed as any other', async () => {
    const { id } = await announce();
    const visited = await f.register(visit(id));
    await f.stack.sql('intake', `update reception_day set next_at = now() where id = $1`, [id]);
    await eventually(async () => expect(await get(id)).toMatchObject({ state: 'held', visitors: null, matters: 1 }), { timeout: 20_000 });
    await eventually(async () => {
      const told = await f.stack.published('intake.reception-day.presumed-held.v1');
      expect(told.map(({ data }) => data)).toEqual([expect.objectContaining({ receptionDayId: id, matters: 1, openMatters: 1 })]);
    });
    const [{ days } = { days: 0 }] = await f.stack.sql<{ days: number }>(
      'intake',
      'select extract(day from next_at - ends_at)::int as days from reception_day where id = $1',
      [id],
    );
    expect(days).toBe(90);
    expect(await act(id, 'hold', { visitors: 4 })).toMatchObject({ status: 200, body: { state: 'held', visitors: 4 } });
    expect(await act(id, 'hold', { visitors: 5 })).toMatchObject({ status: 200, body: { state: 'held', visitors: 5 } }); // put right
    const nobody = { status: 422, body: { code: 'intake.reception_day.fewer_than_came' } };
    expect(await act(id, 'hold', { visitors: 0 })).toMatchObject(nobody);
    await f.clerk.post(`${REQUESTS}/${visited.id}/answer-on-the-spot`, { publicAnswer: '已当场办理。' });
    expect(await act(id, 'close')).toMatchObject({ status: 200, body: { state: 'closed' } });
  }, 60_000);

  it('counts as called off when nobody came and nobody says in time that it was held, and ends in time after it was', async () => {
    const [forgotten, slow] = [await announce(), await announce()];
    await act(slow.id, 'hold', { visitors: 3 });
    await f.register(visit(slow.id));
    await f.stack.sql('intake', `update reception_day set next_at = now() where id in ($1, $2)`, [forgotten.id, slow.id]);
    await eventually(async () => expect(await get(forgotten.id)).toMatchObject({ state: 'called-off' }), { timeout: 20_000 });
    await eventually(async () => expect(await get(slow.id)).toMatchObject({ state: 'closed', openMatters: 1 }), { timeout: 20_000 });
    expect((await get(forgotten.id)).history.map(({ action }) => action)).toEqual(['announce', 'lapse']);
  }, 60_000);
});
