import { HEADER, subjectOf } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import type { HttpClient, PublishedEvent, TestStack } from '@zero-distance/testing';

export const AREA = '230903011001';
export const API = '/api/inspection/v1';

/** The people of these tests. */
export interface Clients {
  readonly admin: HttpClient;
  /** Sets policies. */
  readonly operator: HttpClient;
  readonly inspector: HttpClient;
  readonly reader: HttpClient;
}

export async function clientsOf(stack: TestStack, area = '230903'): Promise<Clients> {
  const client = async (scope: string, role: string) =>
    stack.http(
      'inspection',
      await stack.token({ scopes: ['inspection:read', `inspection:${scope}`], roles: [role], area, clientId: `${role}-${area}` }),
    );
  return {
    admin: await client('write', 'administrator'),
    operator: await client('operate', 'administrator'),
    inspector: await client('write', 'inspector'),
    reader: await client('read', 'leader'),
  };
}

export const premises = (change: object = {}) => ({
  name: '学府快餐店',
  kind: 'catering',
  areaCode: AREA,
  creditCode: '92230903MA18XYK92N',
  address: '学府街 12 号',
  size: 86.5,
  status: 'active',
  ...change,
});

export const TEAM = { police: 'FJ-0117', gridWorker: 'WG-011001-03' };

/** A visit that finds one blocked exit, settled as told; everything else passed. */
export const visitTo = (code: string, settled: object = { settled: 'transfer' }) => ({
  premises: code,
  team: TEAM,
  results: [{ item: 'exit-blocked', result: 'fail', note: '后门堆放货物', ...settled }],
  others: 'pass',
});

export interface HazardBody {
  id: string;
  state: string;
  version: number;
  actions: string[];
  workOrderId: string | null;
  recheckDueAt: string | null;
  transferDueAt: string | null;
  overdue: boolean;
  history: { action: string; from: string | null; to: string }[];
  files: { id: string; purpose: string }[];
}

export interface VisitBody {
  id: string;
  areaCode: string;
  passed: boolean;
  hazards: { id: string; state: string; confirmed: boolean }[];
}

/** Registers premises and visits them; gives the hazard found. */
export async function findHazard({ admin, inspector }: Clients, code: string, settled?: object): Promise<string> {
  await admin.put(`${API}/premises/${code}`, premises());
  const visit = await inspector.post<VisitBody>(`${API}/visits`, visitTo(code, settled));
  if (visit.status !== 201 || !visit.body.hazards[0]) throw new Error(`no hazard: ${JSON.stringify(visit.body)}`);
  return visit.body.hazards[0].id;
}

/** Speaks for dispatch: the work order of one hazard. */
export function workOrderOf(stack: TestStack, hazardId: string) {
  const workOrderId = newId();
  const order = {
    workOrderId,
    sourceId: hazardId,
    type: 'hazard-rectification',
    areaCode: AREA,
    leadOrganisationId: null,
    at: new Date().toISOString(),
  } as const;
  let version = 0;
  const next = () => ({ id: workOrderId, version: ++version });
  return {
    id: workOrderId,
    opened: () => stack.publish('dispatch.work-order.opened.v1', next(), { ...order, urgency: 'normal', categoryCode: '130809' }),
    dispatched: (lead: string, ...helpers: string[]) =>
      stack.publish('dispatch.work-order.dispatched.v1', next(), {
        ...order,
        leadOrganisationId: lead,
        coOrganisationIds: helpers,
        routeReason: 'responsibility-list',
        signDueAt: order.at,
        feedbackDueAt: order.at,
      }),
    closed: () => stack.publish('dispatch.work-order.closed.v1', next(), order),
    /** The last event once more, as a broker that was restarted delivers it: past its own duplicate check. */
    closedAgain: (id: string) =>
      stack.publishRaw({
        subject: subjectOf('dispatch.work-order.closed.v1', order),
        body: JSON.stringify(order),
        headers: headersOf(id, workOrderId, version),
      }),
    terminated: () => stack.publish('dispatch.work-order.terminated.v1', next(), { ...order, reasonCode: 'duplicate' }),
  };
}

const headersOf = (id: string, aggregateId: string, version: number) => ({
  [HEADER.specVersion]: '1.0',
  [HEADER.id]: id,
  [HEADER.type]: 'dispatch.work-order.closed.v1',
  [HEADER.source]: '/dispatch',
  [HEADER.time]: new Date().toISOString(),
  [HEADER.subject]: aggregateId,
  [HEADER.aggregateVersion]: String(version),
  [HEADER.messageId]: newId(),
});

/** Event types of one aggregate, in the order they stand in the stream. */
export const typesOf = (events: readonly PublishedEvent[], aggregateId: string): string[] =>
  events.filter((event) => event.aggregateId === aggregateId).map((event) => `${event.aggregateVersion} ${event.type}`);
