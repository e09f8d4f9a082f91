import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { ACTIVITIES, type Activities, type Activity, BOOKINGS, type Booking, PUBLIC, plan, startActivities } from './activities.js';
import { AREA, count, OTHER_AREA } from './fixture.js';

let f: Activities;
beforeAll(async () => {
  f = await startActivities();
}, 60_000);
afterAll(() => f?.stack.stop());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code: string }).code];
/** What people of a booking were written. */
const written = async (bookingId: string) =>
  (await f.stack.sql<{ purpose: string }>('intake', 'select purpose from message where subject_id = $1 order by id', [bookingId])).map(
    ({ purpose }) => purpose,
  );

describe('an activity', () => {
  it('is planned by clerks of its area, at a time to come, and says what it has to say of its kind', async () => {
    const refused = async (changes: object) => codeOf(await f.clerk.post(ACTIVITIES, plan(changes)));
    expect(await refused({ startsAt: '2026-01-01T00:00:00Z' })).toEqual([422, 'intake.activity.over']);
    expect(await refused({ kind: 'five-delivery', employers: [] })).toEqual([422, 'intake.activity.delivery_wrong']);
    expect(await refused({ kind: 'culture' })).toEqual([422, 'intake.activity.employers_wrong']);
    expect(await refused({ capacity: 2001 })).toEqual([422, 'intake.activity.too_many_places']);
    expect(await refused({ areaCode: OTHER_AREA })).toEqual([403, 'platform.area_not_allowed']);
    expect((await f.window.post(ACTIVITIES, plan())).status).toBe(403);
    const { body } = await f.clerk.post<Activity>(ACTIVITIES, plan());
    expect(body).toMatchObject({ state: 'planned', version: 1, actions: ['correct', 'announce', 'cancel'], free: 2, waiting: 0 });
  });

  it('is read by anybody once it is announced, and booked then and not before', async () => {
    const planned = (await f.clerk.post<Activity>(ACTIVITIES, plan({ title: '送健康进社区', kind: 'health-check', employers: [] }))).body;
    expect(codeOf(await f.book(planned.id, '张三'))).toEqual([409, 'intake.activity_booking.not_open']);
    const shown = async () =>
      (await f.visitor.get<{ items: Activity[] }>(`${PUBLIC}/activities?areaCode=${AREA}`)).body.items.map(({ id }) => id);
    expect(await shown()).not.toContain(planned.id);
    await f.act(planned.id, 'announce');
    expect(await shown()).toContain(planned.id);
    expect((await f.visitor.get<{ items: Activity[] }>(`${PUBLIC}/activities?areaCode=${OTHER_AREA}`)).body.items).toEqual([]);
    expect((await f.book(planned.id, '张三')).body.state).toBe('booked');
  });

  it('is found by whoever looks for one of their community, of a kind or on a day, and by its address whatever became of it', async () => {
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    const on = (count: number) => ({
      startsAt: days(count).toISOString(),
      endsAt: new Date(days(count).getTime() + 3_600_000).toISOString(),
    });
    const day = (count: number) => new Date(days(count).getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
    const culture = { kind: 'culture', employers: [] };
    const [soon, later] = [await f.announce({ ...culture, ...on(40) }), await f.announce({ ...culture, ...on(50) })];
    const fair = await f.announce(on(45));
    const ids = [soon.id, fair.id, later.id];
    const found = async (query: string) =>
      (await f.visitor.get<{ items: Activity[] }>(`${PUBLIC}/activities?areaCode=${AREA}&limit=100&${query}`)).body.items
        .map(({ id }) => id)
        .filter((id) => ids.includes(id));
    expect(await found('')).toEqual(ids);
    expect(await found('kind=culture')).toEqual([soon.id, later.id]);
    expect(await found(`from=${day(45)}`)).toEqual([fair.id, later.id]);
    expect(await found(`until=${day(45)}`)).toEqual([soon.id, fair.id]);
    expect(await found(`from=${day(45)}&until=${day(45)}&kind=culture`)).toEqual([]);
    expect(await found(`from=${day(45)}&until=${day(45)}`)).toEqual([fair.id]);
    const one = (id: string) => f.visitor.get<Activity & { bookable: boolean }>(`${PUBLIC}/activities/${id}`);
    expect((await one(fair.id)).body).toMatchObject({ state: 'announced', bookable: true, capacity: 2 });
    await f.act(fair.id, 'cancel', { reason: '大雪' });
    expect((await one(fair.id)).body).toMatchObject({ state: 'cancelled', bookable: false });
    const planned = (await f.clerk.post<Activity>(ACTIVITIES, plan())).body;
    expect(codeOf(await one(planned.id))).toEqual([404, 'intake.activity.not_found']);
    await f.act(planned.id, 'cancel', { reason: '不办了' });
    expect((await one(planned.id)).status).toBe(404); // nobody was told of it
  });

  it('is changed by clerks of its area alone', async () => {
    const { id } = await f.announce();
    const scopes = ['intake:read', 'intake:write'];
    const token = await f.stack.token({ scopes, roles: ['intake-clerk'], area: OTHER_AREA, clientId: 'other' });
    const stranger = f.stack.http('intake', token);
    expect((await stranger.get<Activity>(`${ACTIVITIES}/${id}`)).body).toMatchObject({ state: 'announced', actions: [] });
    expect(codeOf(await stranger.post(`${ACTIVITIES}/${id}/cancel`, { reason: '试' }))).toEqual([403, 'intake.activity.not_yours']);
    expect(codeOf(await stranger.post(`${ACTIVITIES}/${id}/bookings`, { name: '张三' }))).toEqual([403, 'intake.activity.not_yours']);
    const { id: bookingId } = (await f.book(id, '张三')).body;
    expect((await stranger.get(`${BOOKINGS}/${bookingId}`)).status).toBe(404);
    expect((await stranger.get<{ items: Booking[] }>(`${BOOKINGS}?activityId=${id}`)).body.items).toEqual([]);
  });

  it('keeps those who are booked when it has fewer places, and offers more of them to who waits', async () => {
    const { id } = await f.announce();
    const booked = await Promise.all(['张三', '李四'].map(async (name) => (await f.book(id, name)).body));
    const waiting = (await f.book(id, '王五', { phone: '13800005555' })).body;
    const lowered = await f.act(id, 'correct', { capacity: 1, reason: '场地变小' });
    expect(lowered.body).toMatchObject({ capacity: 1, free: 0, booked: 2, waiting: 1 });
    await f.on(booked[0]?.id as string, 'cancel');
    expect((await f.get(waiting.id)).state).toBe('waiting'); // one is booked, and there is one place
    expect((await f.get(booked[1]?.id as string)).state).toBe('booked');
    await f.act(id, 'correct', { capacity: 2, reason: '场地变大' });
    await eventually(async () => expect(await f.get(waiting.id)).toMatchObject({ state: 'offered', offerUntil: expect.any(String) }));
    expect(await written(waiting.id)).toEqual(['activity-offered']);
  });

  it('tells who is booked of another time or place, and of nothing else', async () => {
    const { id } = await f.announce();
    const { id: bookingId } = (await f.book(id, '张三', { phone: '13800001234' })).body;
    await f.act(id, 'correct', { title: '专场招聘会', reason: '改名' });
    expect(await written(bookingId)).toEqual([]);
    await f.act(id, 'correct', { place: '区体育馆', reason: '换会场' });
    expect(await written(bookingId)).toEqual(['activity-moved']);
  });

  it('tells everybody who has booked or waits when it is cancelled, by number alone', async () => {
    const { id } = await f.announce({ capacity: 1 });
    const phone = { phone: '13800001234' };
    const bookings = [await f.book(id, '张三', phone), await f.book(id, '李四', phone)].map(({ body }) => body.id);
    expect((await f.act(id, 'cancel', { reason: '大雪' })).body.state).toBe('cancelled');
    for (const bookingId of bookings) {
      await eventually(async () => expect((await f.get(bookingId)).state).toBe('called-off'));
      expect(await written(bookingId)).toEqual(['activity-cancelled']);
    }
    const outbox = await f.stack.sql<{ body: string }>('intake', 'select body from outbox where body like $1', [`%${id}%`]);
    expect(outbox.filter(({ body }) => body.includes('张三') || body.includes('13800001234'))).toEqual([]);
    expect(codeOf(await f.book(id, '王五'))).toEqual([409, 'intake.activity_booking.not_open']);
  });

  it('is held from two hours before it begins; then who comes is recorded, and nobody waits any more', async () => {
    const later = await f.announce({ startsAt: new Date(Date.now() + 3 * 3_600_000).toISOString() });
    expect(codeOf(await f.act(later.id, 'hold'))).toEqual([409, 'intake.activity.not_begun']);
    const { id } = await f.announce({ capacity: 3 });
    const bookings: string[] = [];
    for (const name of ['张三', '李四', '王五', '赵六']) bookings.push((await f.book(id, name)).body.id);
    const [came, confirmed, silent, waiting] = bookings as [string, string, string, string];
    expect(codeOf(await f.on(came, 'attend'))).toEqual([409, 'intake.activity_booking.not_held']);
    await f.on(confirmed, 'confirm');
    await f.act(id, 'hold');
    await eventually(async () => expect((await f.get(waiting)).state).toBe('left-out'));
    expect((await f.on(came, 'attend')).body.state).toBe('attended');
    expect((await f.on(silent, 'attend')).body.state).toBe('attended');
    expect((await f.on(silent, 'take-back')).body.state).toBe('booked');
    expect(await f.activity(id)).toMatchObject({ state: 'held', attended: 1 });
    expect((await f.act(id, 'close')).body).toMatchObject({ state: 'closed', attended: 1 });
    await eventually(async () => expect((await f.get(confirmed)).state).toBe('absent'));
    await eventually(async () => expect((await f.get(silent)).state).toBe('unconfirmed'));
    const missed = await f.window.get<{ items: Booking[] }>(`${BOOKINGS}?activityId=${id}&state=absent`);
    expect(missed.body.items.map((one) => one.id)).toEqual([confirmed]);
  });

  it('is given up when nobody held it, which nobody who booked is told of then, and ends when nobody closes it', async () => {
    const end = (id: string) =>
      f.stack.sql(
        'intake',
        `update activity set starts_at = now() - interval '9 days', ends_at = now() - interval '8 days', next_at = now() where id = $1`,
        [id],
      );
    const forgotten = await f.announce();
    const { id: bookingId } = (await f.book(forgotten.id, '张三', { phone: '13800001234' })).body;
    await end(forgotten.id);
    await eventually(async () => expect((await f.get(bookingId)).state).toBe('called-off'));
    expect((await f.activity(forgotten.id)).state).toBe('cancelled');
    expect(await written(bookingId)).toEqual([]);
    const held = await f.announce();
    await f.act(held.id, 'hold');
    await end(held.id);
    await eventually(async () => expect((await f.activity(held.id)).state).toBe('closed'));
  });

  it('leaves nothing behind when it is refused, and is changed at the version that was seen', async () => {
    const before = await count(f.stack, 'activity');
    await f.clerk.post(ACTIVITIES, plan({ endsAt: '2026-01-01T00:00:00Z' }));
    expect(await count(f.stack, 'activity')).toBe(before);
    const { id } = await f.announce();
    const stale = await f.clerk.post(`${ACTIVITIES}/${id}/cancel`, { reason: '试' }, { headers: { 'if-match': '"1"' } });
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
  });
});
