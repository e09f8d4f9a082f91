import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HttpClient, photo } from '@zero-distance/testing';
import { AREA, type Fixture, startIntake } from './fixture.js';

export const ACTIVITIES = '/api/intake/v1/activities';
export const BOOKINGS = '/api/intake/v1/activity-bookings';
export const PUBLIC = '/api/intake/v1/public';
export const EMPLOYER = '鑫源物业公司';

const inHours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** What a clerk plans. */
export const plan = (changes: object = {}) => ({
  ...{ areaCode: AREA, kind: 'job-fair', title: '冬季专场招聘会', place: '学府社区文化广场', capacity: 2 },
  ...{ startsAt: inHours(1), endsAt: inHours(4), employers: [{ name: EMPLOYER, posts: 12 }], coOrganiser: '区人力资源和社会保障局' },
  ...changes,
});

/** An activity as the API shows it. */
export interface Activity {
  id: string;
  version: number;
  state: string;
  code: string;
  actions: string[];
  free: number;
  waiting: number;
  booked: number;
  attended: number;
  capacity: number;
}

export interface Booking {
  id: string;
  version: number;
  number: string;
  state: string;
  code: string;
  actions: string[];
  place: number | null;
  name: string | null;
  phone: string | null;
  offerUntil: string | null;
}

type Answer<T> = Promise<{ status: number; body: T }>;

/** Intake with what is done with activities. */
export interface Activities extends Fixture {
  readonly window: HttpClient;
  readonly visitor: HttpClient;
  /** Plans an activity and announces it. */
  announce(changes?: object): Promise<Activity>;
  act(id: string, action: string, body?: object): Answer<Activity>;
  book(activityId: string, name: string, body?: object): Answer<Booking>;
  on(bookingId: string, action: string, body?: object): Answer<Booking>;
  get(bookingId: string): Promise<Booking>;
  activity(id: string): Promise<Activity>;
  /** Sends a file, and gives its id. */
  send(): Promise<string>;
  /** Where text messages are written. */
  readonly outbox: string;
  /** Lets the time of an offer, or of whatever the clock of a booking waits for, be over. */
  pass(bookingId: string): Promise<void>;
}

export async function startActivities(): Promise<Activities> {
  const outbox = mkdtempSync(join(tmpdir(), 'zd-outbox-'));
  const f = await startIntake({ SMS_ADAPTER: 'local', SMS_OUTBOX_DIRECTORY: outbox });
  const scopes = ['intake:read', 'intake:write', 'intake:reveal'];
  const window = f.stack.http('intake', await f.stack.token({ scopes, roles: ['window-clerk'], area: AREA, clientId: 'window' }));
  const act = (id: string, action: string, body: object = {}) => f.clerk.post<Activity>(`${ACTIVITIES}/${id}/${action}`, body);
  return {
    ...f,
    outbox,
    window,
    visitor: f.stack.http('intake'),
    act,
    async announce(changes = {}) {
      const { status, body } = await f.clerk.post<Activity>(ACTIVITIES, plan(changes));
      if (status !== 201) throw new Error(`not planned: ${status} ${JSON.stringify(body)}`);
      return (await act(body.id, 'announce')).body;
    },
    book: (activityId, name, body = {}) => window.post<Booking>(`${ACTIVITIES}/${activityId}/bookings`, { name, ...body }),
    on: (bookingId, action, body = {}) => window.post<Booking>(`${BOOKINGS}/${bookingId}/${action}`, body),
    get: async (bookingId) => (await window.get<Booking>(`${BOOKINGS}/${bookingId}`)).body,
    activity: async (id) => (await f.clerk.get<Activity>(`${ACTIVITIES}/${id}`)).body,
    send: async () => (await window.post<{ id: string }>('/api/intake/v1/files', photo())).body.id,
    pass: async (bookingId) => {
      await f.stack.sql('intake', `update activity_booking set next_at = now() - interval '1 second' where id = $1`, [bookingId]);
    },
  };
}
