import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { type Activities, BOOKINGS, type Booking, PUBLIC, startActivities } from './activities.js';
import { startIntake } from './fixture.js';

interface Receipt {
  code: string;
  numberBy: string;
}

let f: Activities;
beforeAll(async () => {
  f = await startActivities();
  const claims = { scopes: ['intake:read', 'intake:operate'], roles: ['administrator'], area: '' };
  const administrator = f.stack.http('intake', await f.stack.token(claims));
  // At night nobody is written to: it is the same at any hour.
  for (const edge of ['from', 'until'])
    expect((await administrator.put(`/api/intake/v1/policies/quiet-${edge}`, { value: 0 })).status).toBe(200);
}, 60_000);
afterAll(() => f?.stack.stop());

const book = (activityId: string, name: string, phone: string) =>
  f.visitor.post<Receipt>(`${PUBLIC}/activities/${activityId}/bookings`, { name, phone });
const bookingsOf = async (activityId: string) =>
  (await f.window.get<{ items: Booking[] }>(`${BOOKINGS}?activityId=${activityId}`)).body.items;
/** What was written to a number, as the local outbox has it. */
const textsTo = (phone: string): string[] =>
  readdirSync(f.outbox)
    .map((file) => readFileSync(`${f.outbox}/${file}`, 'utf8'))
    .filter((text) => text.includes(phone));

describe('who books without a log-in', () => {
  it('is answered alike whether they are booked, wait, are booked already, or have booked enough with that telephone', async () => {
    const { id } = await f.announce({ capacity: 1 });
    const phone = '13800002468';
    const booked = await book(id, '张三', phone);
    expect([booked.status, Object.keys(booked.body).sort()]).toEqual([202, ['endsAt', 'location', 'numberBy', 'startsAt', 'title']]);
    const others = [await book(id, '张三', phone)];
    for (const name of ['张一', '张二', '张四', '张五']) others.push(await book(id, name, phone));
    expect(others.map(({ status, body }) => [status, body])).toEqual(Array(5).fill([202, booked.body]));
    expect((await bookingsOf(id)).map(({ state }) => state).sort()).toEqual(['booked', 'waiting', 'waiting', 'waiting']);
  });

  it('tells nobody by the time that an answer takes whether anything was booked', async () => {
    const { id } = await f.announce({ capacity: 9 });
    const took = async (name: string) => {
      const since = performance.now();
      await book(id, name, '13800001357');
      return performance.now() - since;
    };
    const [first, again]: [number[], number[]] = [[], []];
    for (const name of ['张一', '张二', '张三', '张四']) {
      first.push(await took(name));
      again.push(await took(name));
    }
    const least = (all: readonly number[]) => Math.floor(Math.min(...all) / 250);
    expect([least(first) >= 1, least(first)]).toEqual([true, least(again)]);
  });

  it('is sent the number to that telephone, once a day however often they ask, and looks the booking up by it', async () => {
    const { id } = await f.announce();
    const phone = '13800003579';
    for (let times = 0; times < 3; times++) expect((await book(id, '李四', phone)).body.numberBy).toBe('text-message');
    const [booking] = await bookingsOf(id);
    const sent = await f.stack.sql<{ purpose: string }>('intake', 'select purpose from message where subject_id = $1', [booking?.id]);
    expect(sent).toEqual([{ purpose: 'activity-booked' }]);
    await eventually(async () => expect(textsTo(phone).join()).toContain(booking?.number ?? 'none'));
    const track = { number: booking?.number, lastFour: '3579' };
    expect((await f.visitor.post<Booking>(`${PUBLIC}/activity-bookings/track`, track)).body.state).toBe('booked');
  });

  it('is told to ask at the counter where no text message reaches the telephone; there the same name and telephone lead to the booking', async () => {
    const { id } = await f.announce();
    const phone = '0464-8312345';
    expect((await book(id, '王五', phone)).body.numberBy).toBe('counter');
    const atCounter = await f.book(id, '王五', { phone });
    expect(atCounter.body).toMatchObject({ id: (await bookingsOf(id))[0]?.id, state: 'booked', online: true });
    expect(await bookingsOf(id)).toHaveLength(1);
  });

  it('reads whether places are left, and neither how many nor who waits', async () => {
    const { id } = await f.announce({ capacity: 1, areaCode: '230903011001' });
    const shown = async () =>
      (await f.visitor.get<{ items: { id: string }[] }>(`${PUBLIC}/activities?limit=100`)).body.items.find((one) => one.id === id);
    expect(await shown()).toMatchObject({ capacity: 1, full: false });
    await book(id, '赵六', '13800004680');
    expect(await shown()).toMatchObject({ full: true });
    expect(Object.keys((await shown()) ?? {})).not.toEqual(expect.arrayContaining(['free']));
    expect(Object.keys((await shown()) ?? {})).not.toEqual(expect.arrayContaining(['waiting']));
  });
});

describe('a district that sends no text messages', () => {
  it('leads whoever books without a log-in to the counter', async () => {
    const quiet = await startIntake();
    try {
      const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
      const plan = {
        areaCode: '230903011001',
        kind: 'culture',
        title: '联欢',
        place: '广场',
        capacity: 2,
        startsAt: hours(1),
        endsAt: hours(2),
      };
      const { id } = (await quiet.clerk.post<{ id: string }>('/api/intake/v1/activities', plan)).body;
      await quiet.clerk.post(`/api/intake/v1/activities/${id}/announce`, {});
      const visitor = quiet.stack.http('intake');
      const { status, body } = await visitor.post<Receipt>(`${PUBLIC}/activities/${id}/bookings`, { name: '张三', phone: '13800001234' });
      expect([status, body.numberBy]).toEqual([202, 'counter']);
    } finally {
      await quiet.stack.stop();
    }
  }, 60_000);
});
