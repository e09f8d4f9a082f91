import { expect } from '@jest/globals';
import { type HttpClient, photo } from '@zero-distance/testing';
import { AREA, type Fixture, REQUESTS, type Shown } from './fixture.js';

export const BASE = '/api/intake/v1';
export const REPORTS = `${BASE}/snapshot-reports`;
export const PUBLIC = `${BASE}/public/snapshot-reports`;
export const SEEN = { text: '3号楼前路灯三天不亮。', place: '学府社区3号楼前', areaCode: AREA };
export const POINT = { type: 'Point', coordinates: [131.0159, 45.7712] };
export const NOT_THE_SAME = { reason: '两处路灯不是同一盏。' };
export const VALID = { categoryCode: '010203', areaCode: AREA, title: '路灯不亮' };

export interface Receipt {
  number: string;
  trackingCode: string;
}
export interface Report {
  id: string;
  number: string;
  state: string;
  version: number;
  actions: string[];
  text: string | null;
  place: string | null;
  reporter: { name: string; phone: string | null } | null;
  requestId: string | null;
  overdue: boolean;
  reportedAt: string;
  dueAt: string;
  files: { id: string }[];
  history: { action: string; actorId: string }[];
}
export interface Problem {
  code: string;
}

export const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as Problem).code];

/** A rider of the platform companies, who reports. */
export const riderOf = async ({ stack }: Fixture): Promise<HttpClient> => {
  const scopes = ['intake:read', 'intake:write'];
  return stack.http('intake', await stack.token({ scopes, roles: ['mobile-grid-worker'], area: '230903011', clientId: 'rider' }));
};

/** What is done with reports, in a stack that is started later. */
export function reporting(f: () => Fixture) {
  const visitor = () => f().stack.http('intake');
  const send = async (): Promise<string> => {
    const { status, body } = await visitor().post<{ id: string }>(`${BASE}/public/photos`, photo());
    expect([status, body]).toEqual([201, expect.objectContaining({ id: expect.any(String) })]);
    return body.id;
  };
  const reportSeen = async (changes: object = {}): Promise<Receipt> => {
    const { status, body } = await visitor().post<Receipt>(PUBLIC, { ...SEEN, ...changes });
    expect([status, body]).toEqual([201, expect.objectContaining({ number: expect.any(String) })]);
    return body;
  };
  const find = async ({ number }: Receipt, who = f().clerk): Promise<Report> => {
    const { body } = await who.get<{ items: Report[] }>(REPORTS);
    const found = body.items.find((one) => one.number === number);
    if (!found) throw new Error(`${number} is not in the list`);
    return (await who.get<Report>(`${REPORTS}/${found.id}`)).body;
  };
  const track = async ({ number, trackingCode }: Receipt) =>
    (await visitor().post<object>(`${BASE}/public/tracking`, { number, lastFour: trackingCode })).body;
  return { visitor, send, reportSeen, find, track };
}

/** What is done with reports that are joined to requests, in a stack that is started later. */
export function joining(f: () => Fixture) {
  const { send, reportSeen, find } = reporting(f);
  const join = (id: string, requestId: string) => f().clerk.post<Report>(`${REPORTS}/${id}/join`, { requestId });
  const unjoin = (id: string, who: HttpClient = f().clerk, headers = {}) =>
    who.post<Report>(`${REPORTS}/${id}/unjoin`, NOT_THE_SAME, { headers });
  const requestOf = async (id: string) => (await f().clerk.get<Shown & { files: { id: string }[] }>(`${REQUESTS}/${id}`)).body;
  const followUpsOf = async (id: string) => (await f().clerk.get<{ items: { text: string }[] }>(`${REQUESTS}/${id}/follow-ups`)).body.items;
  const takenBackFrom = async (id: string) =>
    (await f().stack.published('intake.request.follow-up-taken-back.v1')).filter(({ aggregateId }) => aggregateId === id);
  /** A report with a photo, words and a place that was joined to a request; to a new one unless told. */
  const joined = async (changes: object = {}, to?: string) => {
    const requestId = to ?? (await f().register()).id;
    const file = await send();
    const receipt = await reportSeen({ files: [file], point: POINT, ...changes });
    const { id } = await find(receipt);
    expect(await join(id, requestId)).toMatchObject({ status: 200, body: { state: 'joined', requestId } });
    return { id, receipt, file, requestId };
  };
  return { join, unjoin, requestOf, followUpsOf, takenBackFrom, joined };
}
