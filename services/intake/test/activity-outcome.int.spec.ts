import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zero-distance/testing';
import { type Activities, BOOKINGS, EMPLOYER, startActivities } from './activities.js';
import { AREA, OTHER_AREA } from './fixture.js';

const OUTCOMES = '/api/intake/v1/activity-outcomes';
interface Outcome {
  id: string;
  state: string;
  actions: string[];
  followUpOn: string;
  occurredOn: string;
  files: { id: string }[];
}

let f: Activities;
beforeAll(async () => {
  f = await startActivities();
}, 60_000);
afterAll(() => f?.stack.stop());

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code: string }).code];
/** Somebody who has come to a job fair. */
const came = async (): Promise<string> => {
  const { id } = await f.announce();
  const booking = (await f.book(id, '张三')).body;
  await f.act(id, 'hold');
  await f.on(booking.id, 'attend');
  return booking.id;
};
const record = (bookingId: string, body: object) => f.window.post<Outcome>(`${BOOKINGS}/${bookingId}/outcomes`, body);
const hire = async (bookingId: string) => record(bookingId, { outcome: 'hired', employer: EMPLOYER, files: [await f.send()] });
const act = (id: string, action: string, body: object = {}) => f.window.post<Outcome>(`${OUTCOMES}/${id}/${action}`, body);

describe('what came of an activity', () => {
  it('is a hire with evidence, which whoever sees it sees, and is asked about 30 days later', async () => {
    const bookingId = await came();
    expect(codeOf(await record(bookingId, { outcome: 'hired', employer: EMPLOYER }))).toEqual([422, 'intake.activity_outcome.no_evidence']);
    const file = await f.send();
    const elsewhere = { outcome: 'hired', employer: '别家公司', files: [file] };
    expect(codeOf(await record(bookingId, elsewhere))).toEqual([422, 'intake.activity_outcome.employer_wrong']);
    const { status, body } = await record(bookingId, { ...elsewhere, employer: EMPLOYER });
    expect([status, body.state]).toEqual([201, 'recorded']);
    expect(Date.parse(body.followUpOn) - Date.parse(body.occurredOn)).toBe(30 * 86_400_000);
    expect((await f.window.get<Outcome>(`${OUTCOMES}/${body.id}`)).body.files.map(({ id }) => id)).toEqual([file]);
    expect((await f.window.get(`/api/intake/v1/files/${file}`)).status).toBe(200);
    const claims = { scopes: ['intake:read', 'intake:write'], roles: ['window-clerk'], area: OTHER_AREA, clientId: 'other' };
    const stranger = f.stack.http('intake', await f.stack.token(claims));
    expect((await stranger.get(`/api/intake/v1/files/${file}`)).status).toBe(404);
    expect((await stranger.get(`${OUTCOMES}/${body.id}`)).status).toBe(404);
  });

  it('shows its evidence to nobody who may not read it, whatever else of the area they read', async () => {
    const file = await f.send();
    const { id } = (await record(await came(), { outcome: 'hired', employer: EMPLOYER, files: [file] })).body;
    for (const role of ['grid-worker', 'callback-agent', 'leader', 'dispatcher']) {
      const claims = { scopes: ['intake:read'], roles: [role], area: AREA, clientId: `a-${role}` };
      const reader = f.stack.http('intake', await f.stack.token(claims));
      const seen = [`${OUTCOMES}/${id}`, `/api/intake/v1/files/${file}`, `/api/intake/v1/files/${file}/thumbnail`];
      expect([role, ...(await Promise.all(seen.map(async (path) => (await reader.get(path)).status)))]).toEqual([role, 403, 404, 404]);
    }
  });

  it('forbids to take back that they came, until it is withdrawn', async () => {
    const bookingId = await came();
    const { id } = (await record(bookingId, { outcome: 'need-found' })).body;
    expect(codeOf(await f.on(bookingId, 'take-back'))).toEqual([409, 'intake.activity_booking.has_outcome']);
    expect((await f.get(bookingId)).actions).not.toContain('take-back');
    await act(id, 'withdraw', { reason: '登记有误' });
    expect((await f.on(bookingId, 'take-back')).body.state).toBe('booked');
  });

  it('counts once a person, also when it is recorded twice at the same time, and again once it was withdrawn', async () => {
    const bookingId = await came();
    const both = await Promise.all([record(bookingId, { outcome: 'need-found' }), record(bookingId, { outcome: 'need-found' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const id = both.find(({ status }) => status === 201)?.body.id ?? '';
    expect((await act(id, 'withdraw', { reason: '登记有误' })).body.state).toBe('withdrawn');
    expect((await record(bookingId, { outcome: 'need-found' })).status).toBe(201);
  });

  it('is recorded of who came alone, and happened since then', async () => {
    const { id } = await f.announce();
    const booking = (await f.book(id, '张三')).body;
    expect(codeOf(await record(booking.id, { outcome: 'need-found' }))).toEqual([409, 'intake.activity_outcome.not_attended']);
    const bookingId = await came();
    const before = { outcome: 'need-found', occurredOn: '2026-01-01' };
    expect(codeOf(await record(bookingId, before))).toEqual([422, 'intake.activity_outcome.day_wrong']);
  });

  it('is confirmed from its day on, or lost before it; clerks are told when nobody has asked', async () => {
    const { id } = (await hire(await came())).body;
    expect(codeOf(await act(id, 'confirm'))).toEqual([409, 'intake.activity_outcome.too_soon']);
    await f.stack.sql('intake', `update activity_outcome set follow_up_on = now() - interval '1 day', next_at = now() where id = $1`, [id]);
    await eventually(async () => {
      const told = await f.stack.sql<{ subject: string }>('intake', 'select subject from outbox where body like $1', [`%${id}%`]);
      expect(told.map(({ subject }) => subject).join(' ')).toContain('activity-outcome.overdue');
    });
    expect((await act(id, 'confirm')).body.state).toBe('confirmed');
    const other = (await hire(await came())).body;
    expect((await act(other.id, 'lose', { reason: '试用期内离职' })).body).toMatchObject({ state: 'lost', actions: [] });
  });

  it('stays unknown when nobody has asked for long', async () => {
    const { id } = (await hire(await came())).body;
    const past = `update activity_outcome set follow_up_on = now() - interval '91 days', next_at = now() where id = $1`;
    await f.stack.sql('intake', past, [id]);
    await eventually(async () => expect((await f.window.get<Outcome>(`${OUTCOMES}/${id}`)).body.state).toBe('unknown'));
  });
});
