import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually } from '@zero-distance/testing';
import { ACTIVITIES, type Activities, BOOKINGS, type Booking, PUBLIC, startActivities } from './activities.js';
import { AREA, count, OTHER_AREA } from './fixture.js';

const RESIDENTS = '/api/intake/v1/residents';

interface Receipt {
  code: string;
  title: string;
  numberBy: string;
}

let f: Activities;
beforeAll(async () => {
  f = await startActivities();
}, 60_000);
afterAll(() => f?.stack.stop());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code: string }).code];
const online = (activityId: string, name: string, phone = '13800001234') =>
  f.visitor.post<Receipt>(`${PUBLIC}/activities/${activityId}/bookings`, { name, phone });
/** Booked without a log-in, as who was sent the number knows it. */
const onlineNumber = async (activityId: string, name: string, phone?: string): Promise<string> => {
  expect((await online(activityId, name, phone)).status).toBe(202);
  return (await newestOf(activityId))[0]?.number ?? '';
};
const newestOf = async (activityId: string): Promise<Booking[]> =>
  (await f.window.get<{ items: Booking[] }>(`${BOOKINGS}?activityId=${activityId}`)).body.items;
const own = (action: string, number: string, lastFour = '1234') =>
  f.visitor.post<Booking>(`${PUBLIC}/activity-bookings/${action}`, { number, lastFour });
/** How many have a place, or are offered one. */
const placesOf = async (activityId: string): Promise<number> => {
  const sql = `select count(*)::int as n from activity_booking where activity_id = $1 and state in ('offered', 'booked', 'confirmed', 'attended')`;
  return (await f.stack.sql<{ n: number }>('intake', sql, [activityId]))[0]?.n ?? -1;
};
const stateOf = async (id: string) => (await f.get(id)).state;

describe('a place', () => {
  it('is given once: of two clerks who take the last one at the same time one has it, and the other waits or is refused', async () => {
    for (const waitingList of [true, false]) {
      const { id } = await f.announce({ capacity: 1 });
      const both = await Promise.all(['张三', '李四'].map((name) => f.book(id, name, { waitingList })));
      const states = both.map(({ status, body }) => (status === 201 ? body.state : body.code)).sort();
      expect(states).toEqual(['booked', waitingList ? 'waiting' : 'intake.activity_booking.full'].sort());
      expect(await placesOf(id)).toBe(1);
    }
  });

  it('is never one more than there are, however many book and cancel at the same time', async () => {
    const { id } = await f.announce({ capacity: 5 });
    const booked = await Promise.all(Array.from({ length: 20 }, (_, n) => f.book(id, `居民${n}`)));
    expect(booked.filter(({ body }) => body.state === 'booked')).toHaveLength(5);
    const holders = booked.filter(({ body }) => body.state === 'booked').map(({ body }) => body.id);
    await Promise.all([
      ...holders.map((holder) => f.on(holder, 'cancel')),
      ...Array.from({ length: 10 }, (_, n) => f.book(id, `后来${n}`)),
    ]);
    expect(await placesOf(id)).toBe(5);
    const offered = await f.window.get<{ items: Booking[] }>(`${BOOKINGS}?activityId=${id}&state=offered`);
    expect(offered.body.items.map(({ place }) => place).sort()).toEqual([1, 2, 3, 4, 5]); // who has waited longest
  });

  it('is one of a person, however often they book, at the same time too', async () => {
    const { id } = await f.announce({ capacity: 5 });
    const phone = '13800009911';
    const both = await Promise.all([f.book(id, '周桂芳', { phone }), f.book(id, '周 桂芳', { phone: '+86 138 0000 9911' })]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    const resident = { name: '周桂芳', phone, areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written', groups: [] };
    const { body: file } = await f.clerk.post<{ id: string }>(RESIDENTS, resident);
    const byFile = await f.window.post<Booking>(`${ACTIVITIES}/${id}/bookings`, { residentId: file.id });
    expect(byFile.body.id).toBe(both[0]?.body.id);
    expect(await placesOf(id)).toBe(1);
    expect((await online(id, '周桂芳', phone)).status).toBe(202);
    expect(await newestOf(id)).toHaveLength(1);
  });

  it('is booked by a file or by name, and not by both or neither', async () => {
    const { id } = await f.announce();
    const book = (body: object) => f.window.post(`${ACTIVITIES}/${id}/bookings`, body);
    expect(codeOf(await book({}))).toEqual([422, 'intake.activity_booking.who']);
    expect(codeOf(await book({ name: '张三', residentId: id }))).toEqual([422, 'intake.activity_booking.who']);
    expect(codeOf(await book({ residentId: id }))).toEqual([404, 'intake.resident.not_found']);
  });
});

describe('the waiting list', () => {
  it('offers a place that was given up to who has waited longest, and to the next when nobody accepts it in time', async () => {
    const { id } = await f.announce({ capacity: 1 });
    const bookings: string[] = [];
    for (const name of ['张三', '李四', '王五']) bookings.push((await f.book(id, name)).body.id);
    const [first, second, third] = bookings as [string, string, string];
    await f.on(first, 'cancel');
    expect(await stateOf(second)).toBe('offered');
    expect((await f.book(id, '赵六')).body.state).toBe('waiting'); // the place is kept
    await f.pass(second);
    await eventually(async () => expect([await stateOf(second), await stateOf(third)]).toEqual(['lapsed', 'offered']));
    expect(codeOf(await f.on(second, 'accept'))[0]).toBe(409);
    expect((await f.on(third, 'accept')).body.state).toBe('booked');
    expect(await placesOf(id)).toBe(1);
  });

  it('gives an offer that ends while somebody accepts it one outcome: theirs, or the next one’s', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 12 || (outcomes.size < 2 && round < 60); round++) {
      const { id } = await f.announce({ capacity: 1 });
      const bookings: string[] = [];
      for (const name of ['张三', '李四', '王五']) bookings.push((await f.book(id, name)).body.id);
      const [first, second, third] = bookings as [string, string, string];
      await f.on(first, 'cancel');
      // The offer ends about when the acceptance comes in, sooner or later in turn, and the clock looks all the while.
      const ends = `update activity_booking set next_at = now() + interval '${(round % 6) * 15} milliseconds' where id = $1`;
      await f.stack.sql('intake', ends, [second]);
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      const [answer] = await Promise.all([pause(round > 5 ? 40 : 0).then(() => f.on(second, 'accept')), pause(20)]);
      await eventually(async () => expect(['booked', 'lapsed']).toContain(await stateOf(second)));
      const state = await stateOf(second);
      expect(answer.status).toBe(state === 'booked' ? 200 : 409);
      await eventually(async () => expect(await stateOf(third)).toBe(state === 'booked' ? 'waiting' : 'offered'));
      expect(await placesOf(id)).toBe(1);
      outcomes.add(state);
    }
    expect([...outcomes].sort()).toEqual(['booked', 'lapsed']); // both are met
  }, 120_000);
});

describe('somebody who waits', () => {
  const three = async (capacity: number): Promise<[string, string, string, string]> => {
    const { id } = await f.announce({ capacity });
    const bookings: string[] = [];
    for (const name of ['张三', '李四', '王五']) bookings.push((await f.book(id, name)).body.id);
    return [id, ...(bookings as [string, string, string])];
  };
  /** What an erasure by law leaves, and its clock's time. */
  const erased = `name = null, name_masked = null, phone = null, phone_masked = null, phone_index = null, resident_id = null, next_at = now()`;

  it('is offered the place that is more, also where who waited before them is erased at the same time', async () => {
    const [id, , second, third] = await three(1);
    await f.act(id, 'correct', { capacity: 2, reason: '加座' });
    await f.stack.sql('intake', `update activity_booking set ${erased} where id = $1 and state = 'waiting'`, [second]);
    await eventually(async () => expect(['offered', 'cancelled']).toContain(await stateOf(second)));
    if ((await stateOf(second)) === 'offered') return; // the clock was quicker than the erasure: the place was theirs
    await eventually(async () => expect(await stateOf(third)).toBe('offered'));
  });

  it('is offered it, too, when who is before them was erased earlier, or cancels in the moment they are woken', async () => {
    const [first, , second, third] = await three(1);
    await f.stack.sql('intake', `update activity_booking set ${erased.replace('next_at = now()', 'next_at = null')} where id = $1`, [
      second,
    ]);
    await f.act(first, 'correct', { capacity: 2, reason: '加座' });
    await eventually(async () => expect(await stateOf(third)).toBe('offered'));
    const [other, , waits, next] = await three(1);
    await f.stack.sql('intake', `update activity set capacity = 2 where id = $1`, [other]); // as if the clock had not looked yet
    await f.on(waits, 'cancel');
    expect(await stateOf(next)).toBe('offered');
  });

  it('keeps the place that was offered until the activity begins, also when its doors are open before', async () => {
    const [id, first, second, third] = await three(1);
    await f.on(first, 'cancel');
    await f.act(id, 'hold');
    await eventually(async () => expect(await stateOf(third)).toBe('left-out'));
    expect((await f.on(second, 'accept')).body.state).toBe('booked');
  });
});

describe('at the door', () => {
  it('somebody who never booked finds the place of who has not come, until as many have come as there are places', async () => {
    const { id } = await f.announce({ capacity: 2 });
    for (const name of ['张三', '李四']) await f.book(id, name);
    await f.act(id, 'hold');
    for (const name of ['王五', '赵六']) {
      const { status, body } = await f.book(id, name);
      expect([status, body.state]).toEqual([201, 'booked']);
      expect((await f.on(body.id, 'attend')).body.state).toBe('attended');
    }
    expect(codeOf(await f.book(id, '孙七'))).toEqual([409, 'intake.activity_booking.full']);
  });

  it('who confirmed and was ticked off by mistake is absent in the end, and not as if they had never confirmed', async () => {
    const { id } = await f.announce();
    const { id: booking } = (await f.book(id, '张三')).body;
    await f.on(booking, 'confirm');
    await f.act(id, 'hold');
    await f.on(booking, 'attend');
    expect((await f.on(booking, 'take-back')).body.state).toBe('booked');
    await f.act(id, 'close');
    await eventually(async () => expect(await stateOf(booking)).toBe('absent'));
  });
});

describe('who booked somebody', () => {
  it('sees the booking, and gives it up for them, though another organisation holds the activity', async () => {
    const organisationId = newId();
    const said = { organisationId, code: 'other-centre', name: '另一中心', kind: 'provider', areaCode: AREA } as const;
    await f.stack.publish('dispatch.organisation.registered.v1', { id: organisationId, version: 1 }, said);
    await eventually(async () => expect(await count(f.stack, 'organisation')).toBe(1));
    const { id } = await f.announce();
    const claims = {
      scopes: ['intake:read', 'intake:write'],
      roles: ['window-clerk'],
      area: AREA,
      clientId: 'other-window',
      org: 'other-centre',
    };
    const other = f.stack.http('intake', await f.stack.token(claims as never));
    const { status, body } = await other.post<Booking>(`${ACTIVITIES}/${id}/bookings`, { name: '张三' });
    expect([status, (await other.get(`${BOOKINGS}/${body.id}`)).status]).toEqual([201, 200]);
    const theirs = (await f.book(id, '李四')).body;
    expect((await other.get(`${BOOKINGS}/${theirs.id}`)).status).toBe(404);
    expect((await other.post<Booking>(`${BOOKINGS}/${body.id}/cancel`, {})).body.state).toBe('cancelled');
  });
});

describe('a community', () => {
  it('books its people for what its street holds, and follows what it booked', async () => {
    const { id } = await f.announce({ areaCode: AREA.slice(0, 9) });
    const { status, body } = await f.book(id, '张三');
    expect(status).toBe(201);
    expect((await f.on(body.id, 'confirm')).body.state).toBe('confirmed');
    const claims = { scopes: ['intake:write'], roles: ['window-clerk'], area: OTHER_AREA, clientId: 'of-another-street' };
    const stranger = f.stack.http('intake', await f.stack.token(claims));
    expect(codeOf(await stranger.post(`${ACTIVITIES}/${id}/bookings`, { name: '李四' }))).toEqual([403, 'intake.activity.not_yours']);
  });
});

describe('a booking without a log-in', () => {
  it('is looked up, confirmed and cancelled by its number and the last digits of the telephone, and shows nobody', async () => {
    const { id } = await f.announce();
    const number = await onlineNumber(id, '张三');
    const tracked = (await own('track', number)).body;
    expect(tracked).toMatchObject({ state: 'booked', title: '冬季专场招聘会', actions: ['confirm', 'cancel'] });
    expect(JSON.stringify(tracked)).not.toMatch(/张|1380/);
    expect((await own('confirm', number)).body.state).toBe('confirmed');
    expect(codeOf(await own('accept', number))).toEqual([409, 'intake.activity_booking.transition_not_allowed']);
    expect((await own('cancel', number)).body.state).toBe('cancelled');
    expect((await f.activity(id)).free).toBe(2);
  });

  it('is accepted by its number when a place is offered', async () => {
    const { id } = await f.announce({ capacity: 1 });
    const first = (await f.book(id, '李四')).body;
    const number = await onlineNumber(id, '张三');
    await f.on(first.id, 'cancel');
    expect((await own('track', number)).body.actions).toEqual(['accept', 'cancel']);
    expect((await own('accept', number)).body.state).toBe('booked');
  });

  it('opens to nobody by wrong digits, and not at all for a while after too many', async () => {
    const { id } = await f.announce();
    const number = await onlineNumber(id, '张三');
    for (let wrong = 0; wrong < 5; wrong++)
      expect(codeOf(await own('cancel', number, '9999'))).toEqual([404, 'intake.activity_booking.not_tracked']);
    expect(codeOf(await own('cancel', number))).toEqual([429, 'intake.activity_booking.tried_too_often']);
    expect(codeOf(await own('track', '230903011001-260101-999999'))).toEqual([404, 'intake.activity_booking.not_tracked']);
    expect(await placesOf(id)).toBe(1);
  });

  it('is had by so many people of one telephone, and closed when the activity has begun', async () => {
    const { id } = await f.announce({ capacity: 9 });
    for (const name of ['张一', '张二', '张三', '张四', '张五']) expect((await online(id, name)).status).toBe(202);
    expect(await newestOf(id)).toHaveLength(4);
    await f.act(id, 'hold');
    expect(codeOf(await online(id, '李四', '13800007777'))).toEqual([409, 'intake.activity_booking.not_open']);
  });
});

describe('who booked', () => {
  it('is masked in every answer, and shown in plain for a purpose that is kept', async () => {
    const { id } = await f.announce();
    const { id: bookingId } = (await f.book(id, '张三', { phone: '13800001234' })).body;
    expect(await f.get(bookingId)).toMatchObject({ name: '张*', phone: '138****1234' });
    const reveal = (body: object) => f.window.post<object>(`${BOOKINGS}/${bookingId}/reveal`, body);
    expect((await reveal({})).status).toBe(422);
    expect((await reveal({ purpose: '电话通知改期' })).body).toMatchObject({
      name: '张三',
      phone: '13800001234',
      accessRecordId: expect.any(String),
    });
    const rows = await f.stack.sql<{ name: string }>('intake', 'select name, phone from activity_booking where id = $1', [bookingId]);
    expect(JSON.stringify(rows)).not.toMatch(/张三|13800001234/);
  });

  it('is erased when its time is over, with nothing left of it in answers that are kept', async () => {
    const { id } = await f.announce();
    const { id: bookingId } = (await f.book(id, '张三', { phone: '13800001234' })).body;
    await f.on(bookingId, 'cancel');
    await f.pass(bookingId);
    await eventually(async () => expect(await f.get(bookingId)).toMatchObject({ name: null, phone: null, state: 'cancelled' }));
    expect(codeOf(await f.on(bookingId, 'reveal', { purpose: '试一试看' }))).toEqual([409, 'intake.activity_booking.erased']);
  });
});
