import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@zero-distance/kernel';
import { eventually, filesLeft, wordsLeft } from '@zero-distance/testing';
import { ACTIVITIES, type Activities, BOOKINGS, type Booking, EMPLOYER, startActivities } from './activities.js';
import { AREA } from './fixture.js';

const BASE = '/api/intake/v1';
const ground = { basis: 'lawful-request', evidence: '申请登记号 2026-019，已核验身份' };

let f: Activities;
beforeAll(async () => {
  f = await startActivities();
}, 60_000);
afterAll(() => f?.stack.stop());

const keyed = () => ({ headers: { 'idempotency-key': newId() } });
/** Lets the time be over for which it is kept who came. */
async function endKeeping(id: string): Promise<void> {
  const closed = `update activity set state = 'closed', closed_at = now() - interval '20 years' where id = (select activity_id from activity_booking where id = $1)`;
  await f.stack.sql('intake', closed, [id]);
  await f.pass(id);
  await eventually(async () => expect((await f.get(id)).name).toBeNull());
}

interface Erased {
  readonly activityBookingIds: string[];
  readonly more: boolean;
}
const eraseByPhone = async (phone: string) => (await f.admin.post<Erased>(`${BASE}/requests/erase-by-phone`, { phone, ground })).body;
const register = async (name: string, phone: string) => {
  const file = { name, phone, areaCode: AREA, consentOn: '2026-11-01', consentWay: 'written' };
  return (await f.admin.post<{ id: string }>(`${BASE}/residents`, file)).body.id;
};
const byFile = async (activityId: string, residentId: string) =>
  (await f.window.post<Booking>(`${ACTIVITIES}/${activityId}/bookings`, { residentId })).body;
/** What nobody is told of a booking. */
const kept = async (ids: readonly string[]) =>
  f.stack.sql<{ index: string | null; phone: string | null; resident: string | null }>(
    'intake',
    'select person_index as index, phone_index as phone, resident_id as resident from activity_booking where id = any($1) order by id',
    [ids],
  );

describe('the erasure of who booked activities', () => {
  it('by telephone takes name, number and keyed hashes of every booking, gives their places to who waits, and is on record', async () => {
    const phone = '13933334444';
    const [fair, other] = [await f.announce({ capacity: 1 }), await f.announce()];
    const first = (await f.book(fair.id, '拓跋翡翠', { phone })).body;
    const next = (await f.book(fair.id, '李四', { phone: '13933335555' })).body;
    await f.visitor.post(`${BASE}/public/activities/${other.id}/bookings`, { name: '拓跋翡翠', phone });
    const [second] = (await f.window.get<{ items: [Booking] }>(`${BOOKINGS}?activityId=${other.id}`)).body.items;
    const before = (await kept([first.id]))[0]?.index;

    const erased = await eraseByPhone(phone);
    expect(erased.activityBookingIds).toHaveLength(2);
    expect(erased.activityBookingIds).toContain(first.id);
    expect(await wordsLeft(f.stack, 'intake', ['拓跋', '拓*', '139****4444', before ?? ''])).toEqual([]);
    const left = await kept(erased.activityBookingIds);
    expect(left).toEqual(Array(2).fill({ index: null, phone: null, resident: null }));
    await eventually(async () => expect([(await f.get(first.id)).state, (await f.get(next.id)).state]).toEqual(['cancelled', 'offered']));
    expect((await f.window.post<Booking>(`${BOOKINGS}/${first.id}/reveal`, { purpose: '试一试看' })).body.code).toBe(
      'intake.activity_booking.erased',
    );
    const track = { number: second.number, lastFour: '4444' };
    expect((await f.visitor.post<Booking>(`${BASE}/public/activity-bookings/track`, track)).status).toBe(404);
    const records = await f.stack.sql(
      'intake',
      `select distinct actor_id as who, purpose from access_record where action = 'erase' and subject = any($1)`,
      [erased.activityBookingIds],
    );
    expect(records).toEqual([{ who: 'admin', purpose: ground.evidence }]);
    expect(await eraseByPhone(phone)).toMatchObject({ activityBookingIds: [], more: false });
    expect(await f.get(next.id)).toMatchObject({ name: '李*' });
  });

  it('with the file of a resident takes what was booked by it and by one that was merged into it, with the evidence of what came of it', async () => {
    const [main, twin] = [await register('独孤翡翠', '13933336666'), await register('独孤翡翠', '13933337777')];
    const fair = await f.announce();
    const came = await byFile(fair.id, main);
    const later = await byFile((await f.announce()).id, twin);
    await f.admin.post(`${BASE}/residents/${twin}/merge`, { mainResidentId: main });
    await f.act(fair.id, 'hold');
    await f.on(came.id, 'attend');
    const file = await f.send();
    await f.on(came.id, 'outcomes', { outcome: 'hired', employer: EMPLOYER, files: [file] });

    expect((await f.admin.post(`${BASE}/residents/${main}/withdraw-consent`)).status).toBe(200);
    expect(await wordsLeft(f.stack, 'intake', ['独孤', '独*', '139****6666', '139****7777'])).toEqual([]);
    expect((await kept([came.id, later.id])).map(({ phone, resident }) => [phone, resident])).toEqual(Array(2).fill([null, null]));
    await eventually(async () => expect(filesLeft(f.stack, 'intake', [file])).toEqual([]));
    await eventually(async () => expect((await f.get(later.id)).state).toBe('cancelled'));
    expect(await f.get(came.id)).toMatchObject({ state: 'attended', name: null });
    expect(await f.activity(fair.id)).toMatchObject({ attended: 1 }); // figures of the past stay true
  });

  it.each([
    ['by telephone', 0, async (_: Booking, phone: string) => eraseByPhone(phone)],
    ['with the file', 1, async (_: Booking, __: string, file: string) => f.admin.post(`${BASE}/residents/${file}/withdraw-consent`)],
    ['in time', 2, async ({ id }: Booking) => endKeeping(id)],
  ])('%s takes what staff wrote about it and about what came of it, the evidence and the keyed hash', async (_, way, erase) => {
    const [name, phone] = ['澹台翡翠', `1393333880${way}`];
    const residentId = await register(name, phone);
    const fair = await f.announce();
    const came = await byFile(fair.id, residentId);
    await f.act(fair.id, 'hold');
    await f.on(came.id, 'attend');
    const files = [await f.send(), await f.send()];
    const record = async (outcome: string, file?: string) => {
      const evidence = { ...(file && { files: [file] }), ...(outcome === 'hired' && { employer: EMPLOYER }) };
      const { status, body } = await f.window.post<Booking>(`${BOOKINGS}/${came.id}/outcomes`, { outcome, ...evidence }, keyed());
      expect([status, body]).toEqual([201, expect.anything()]);
      return body.id;
    };
    const end = (id: string, action: string, reason: string) =>
      f.window.post<Booking>(`${BASE}/activity-outcomes/${id}/${action}`, { reason }, keyed());
    await end(await record('need-found', files[0]), 'withdraw', `${name}弄错了`);
    await end(await record('hired', files[1]), 'lose', `${name}不干了`);
    const asked = await record('checked');
    const [before] = await kept([came.id]);
    expect(await wordsLeft(f.stack, 'intake', ['澹台'])).toEqual(['activity_outcome_history']);

    await erase(came, phone, residentId);
    if (way !== 1) await f.admin.post(`${BASE}/residents/${residentId}/withdraw-consent`); // for the file itself
    expect((await end(asked, 'lose', `${name}没去`)).status).toBe(200); // what nobody would find to erase is not kept
    expect(await wordsLeft(f.stack, 'intake', ['澹台', '澹*', before?.index ?? ''])).toEqual([]);
    await eventually(async () => expect(filesLeft(f.stack, 'intake', files)).toEqual([]));
    expect(await kept([came.id])).toEqual([{ index: null, phone: null, resident: null }]);
    expect((await eraseByPhone(phone)).activityBookingIds).toEqual([]);
    expect(await f.get(came.id)).toMatchObject({ state: 'attended', name: null });
  });

  it('ends what can be recorded of who came: nothing comes of it any more, also when it is recorded at the same time', async () => {
    for (let round = 0; round < 6; round++) {
      const phone = `1393344${String(1000 + round)}`;
      const fair = await f.announce();
      const came = (await f.book(fair.id, '慕容翡翠', { phone })).body;
      await f.act(fair.id, 'hold');
      await f.on(came.id, 'attend');
      const file = await f.send();
      const hire = { outcome: 'hired', employer: EMPLOYER, files: [file] };
      const [recorded] = await Promise.all([f.on(came.id, 'outcomes', hire), eraseByPhone(phone)]);
      expect([recorded.status, recorded.body.code]).toEqual(
        recorded.status === 201 ? [201, undefined] : [409, 'intake.activity_outcome.erased'],
      );
      // What came before it is erased with its evidence; what came after it is refused, and its file belongs to nothing.
      const kept = await f.stack.sql('intake', `select 1 as kept from file where subject_kind = 'activity-outcome' and id = $1`, [file]);
      expect(kept).toEqual([]);
      expect(await f.on(came.id, 'outcomes', { outcome: 'need-found' })).toMatchObject({
        status: 409,
        body: { code: 'intake.activity_outcome.erased' },
      });
    }
  });

  it('comes of itself in time, also for who came: it is counted from the end of the activity', async () => {
    const fair = await f.announce();
    const came = (await f.book(fair.id, '张三', { phone: '13800001234' })).body;
    await f.act(fair.id, 'hold');
    await f.on(came.id, 'attend');
    await f.act(fair.id, 'close');
    const due = () =>
      f.stack.sql('intake', `select 1 as due from activity_booking where id = $1 and next_at > now() + interval '700 days'`, [came.id]);
    await eventually(async () => expect(await due()).toEqual([{ due: 1 }]));
  });
});
