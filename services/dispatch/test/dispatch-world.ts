import { EVENTS, type EventData } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { KeyRing, type MatterText, sealMatterText } from '@zero-distance/personal-data';
import { eventually, type HttpClient, startTestStack, type TestStack, tellRegisters } from '@zero-distance/testing';

export const AREA = '230903011001';
const BASE = '/api/dispatch/v1';
const READ_WRITE = ['dispatch:read', 'dispatch:write'];

/** The answers' parts that tests look at. */
export interface Order {
  id: string;
  state: string;
  version: number;
  title: string | null;
  matter: MatterText | null;
  round: number;
  type: string;
  sourceId: string;
  lead?: { id: string; code: string; name: string };
  firstReceiver?: { code: string } | null;
  coHandlers: { code: string }[];
  routeReason?: { code: string; zh: string; en: string };
  due: Record<string, string> & { overdue: boolean };
  reply?: { result: string; onTime: boolean; without: { code: string }[] };
  publicAnswer?: string;
  actions: string[];
  deadline: { date: string; steps: { at: string; dueAt: string; zh: string; en: string }[]; warnings: string[] };
  history: { action: string; from: string | null; to: string; actorId: string; reasonCode: string | null; reason: string | null }[];
}
export interface Application {
  id: string;
  kind: string;
  state: string;
  version: number;
  dueAt: string;
  overdue: boolean;
  actions: string[];
  history: { action: string; actorId: string; reason: string | null }[];
  files: { id: string }[];
}
export interface Part {
  id: string;
  state: string;
  version: number;
  round: number;
  organisation: { code: string };
  lead: { code: string };
  dueAt: string;
  overdue: boolean;
  undecided: boolean;
  report: string | null;
  onTime: boolean | null;
  lateReason: string | null;
  mark: number | null;
  endedFor: string | null;
  actions: string[];
}
export interface Problem {
  code: string;
  detail: string;
  errors?: { pointer?: string; code: string }[];
}

/** A stack with dispatch, callers of every role, two departments, a street, a community, and a responsibility list. */
export class DispatchWorld {
  private constructor(
    readonly stack: TestStack,
    readonly clients: Readonly<
      Record<'administrator' | 'dispatcher' | 'reviewer' | 'housing' | 'urban' | 'outsider' | 'reader', HttpClient>
    >,
  ) {}

  static async start(): Promise<DispatchWorld> {
    const stack = await startTestStack({ services: ['dispatch'] });
    await tellRegisters(stack, 'dispatch');
    const client = async (claims: Parameters<TestStack['token']>[0]) => stack.http('dispatch', await stack.token(claims));
    const world = new DispatchWorld(stack, {
      administrator: await client({ clientId: 'admin', scopes: [...READ_WRITE, 'dispatch:operate'], roles: ['administrator'] }),
      dispatcher: await client({ clientId: 'centre', scopes: READ_WRITE, roles: ['dispatcher'] }),
      reviewer: await client({ clientId: 'reviewer', scopes: READ_WRITE, roles: ['reviewer'] }),
      housing: await client({ clientId: 'housing', scopes: READ_WRITE, roles: ['handler'], org: 'housing-bureau' }),
      urban: await client({ clientId: 'urban', scopes: READ_WRITE, roles: ['handler'], org: 'urban-management' }),
      outsider: await client({ clientId: 'outsider', scopes: READ_WRITE, roles: ['dispatcher', 'reviewer'], area: '230903012' }),
      reader: await client({ clientId: 'reader', scopes: ['dispatch:read'], roles: ['dispatcher'] }),
    });
    await world.fillRegisters();
    return world;
  }

  stop(): Promise<void> {
    return this.stack.stop();
  }

  private async fillRegisters(): Promise<void> {
    const organisations = [
      ['housing-bureau', { name: '区住房和城乡建设局', kind: 'department', areaCode: '230903' }],
      ['urban-management', { name: '区城市管理综合执法局', kind: 'department', areaCode: '230903' }],
      ['bei-an-street', { name: '北岸街道办事处', kind: 'street', areaCode: '230903011' }],
      ['first-community', { name: '第一社区居委会', kind: 'community', areaCode: AREA }],
    ] as const;
    for (const [code, body] of organisations) await this.put(`/organisations/${code}`, body);
    await this.put('/responsibilities/street-lamps', {
      categoryPrefix: '0102',
      areaPrefix: '230903',
      leadOrganisation: 'housing-bureau',
      coOrganisations: ['urban-management'],
      note: '三定规定',
    });
    await this.put('/responsibilities/fire-safety', { categoryPrefix: '11', areaPrefix: '', leadOrganisation: 'housing-bureau' });
  }

  async put<T = unknown>(path: string, body: unknown): Promise<T> {
    const answer = await this.clients.administrator.put<T>(BASE + path, body);
    if (answer.status !== 200) throw new Error(`PUT ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** What the event of a request carries of its words. */
  sealed(requestId: string, text: MatterText): string {
    return sealMatterText(new KeyRing(this.stack.secret('MATTER_TEXT_KEYS')), requestId, text);
  }

  /** A request comes in; gives its id. */
  async register(changes: Partial<EventData<'intake.request.registered.v1'>> = {}): Promise<string> {
    const requestId = changes.requestId ?? newId();
    const data = { ...EVENTS['intake.request.registered.v1'].example, requestId, receivedAt: new Date().toISOString(), ...changes };
    await this.stack.publish('intake.request.registered.v1', { id: requestId, version: 1 }, data);
    return requestId;
  }

  /** The order for a request or hazard, once there is one that `is` as wanted. */
  orderOf(sourceId: string, is: (order: Order) => boolean = () => true): Promise<Order> {
    return eventually(async () => {
      const { body } = await this.clients.dispatcher.get<{ items: Order[] }>(`${BASE}/work-orders?sourceId=${sourceId}`);
      const found = body.items.find(is);
      if (!found) throw new Error(`no such order yet: ${JSON.stringify(body.items)}`);
      return found;
    });
  }

  async detail(id: string): Promise<Order> {
    return (await this.clients.dispatcher.get<Order>(`${BASE}/work-orders/${id}`)).body;
  }

  act<T = Order>(who: keyof DispatchWorld['clients'], id: string, action: string, body?: unknown, headers?: Record<string, string>) {
    return this.clients[who].post<T>(`${BASE}/work-orders/${id}/${action}`, body, { headers });
  }

  /** The lead asks for something. */
  ask<T = Application>(who: keyof DispatchWorld['clients'], id: string, kind: string, more: object = {}) {
    return this.clients[who].post<T>(`${BASE}/work-orders/${id}/applications`, { kind, reason: '申请理由。', ...more });
  }

  decide<T = Application>(who: keyof DispatchWorld['clients'], id: string, action: string, body: object = { reason: '审批意见。' }) {
    return this.clients[who].post<T>(`${BASE}/applications/${id}/${action}`, body);
  }

  /** The lead asks, and the centre grants it; gives the application. */
  async granted(
    who: keyof DispatchWorld['clients'],
    id: string,
    kind: string,
    more: object = {},
    decision: object = {},
  ): Promise<Application> {
    const asked = await this.ask(who, id, kind, more);
    if (asked.status !== 201) throw new Error(`asking for ${kind}: ${asked.status} ${JSON.stringify(asked.body)}`);
    const granted = await this.decide('dispatcher', asked.body.id, 'grant', { reason: '同意。', ...decision });
    if (granted.status !== 200) throw new Error(`granting ${kind}: ${granted.status} ${JSON.stringify(granted.body)}`);
    return granted.body;
  }

  /** An order is hidden from an account by somebody whose transaction ends two seconds later. Gives its end, once it holds the order. */
  async hiddenSlowly(workOrderId: string, account: string): Promise<{ readonly ended: Promise<unknown> }> {
    const ended = this.stack.sql(
      'dispatch',
      `with hidden as (update work_order set version = version + 1, barred_account_ids = array[$2] where id = $1 returning 1)
       select pg_sleep(2) from hidden`,
      [workOrderId, account],
    );
    const sleeping = `select from pg_stat_activity where wait_event = 'PgSleep'`;
    await eventually(async () => {
      if ((await this.stack.sql('dispatch', sleeping)).length === 0) throw new Error('nobody holds it yet');
    });
    return { ended };
  }

  /** The parts of an order's co-handlers, as the centre sees them, newest first. */
  async parts(workOrderId: string): Promise<Part[]> {
    return (await this.clients.dispatcher.get<{ items: Part[] }>(`${BASE}/parts?workOrderId=${workOrderId}`)).body.items;
  }

  onPart<T = Part>(who: keyof DispatchWorld['clients'], id: string, action: string, body?: object) {
    return this.clients[who].post<T>(`${BASE}/parts/${id}/${action}`, body);
  }

  /** The department that helps with lamps does so. */
  async reportParts(workOrderId: string): Promise<void> {
    for (const { id, state } of await this.parts(workOrderId)) {
      if (state === 'open') await this.onPart('urban', id, 'accept');
      if (state === 'open' || state === 'accepted') await this.onPart('urban', id, 'report', { text: '已清理占道物品。' });
    }
  }

  /** 退单, asked and granted. */
  async returned(who: keyof DispatchWorld['clients'], id: string): Promise<Order> {
    await this.granted(who, id, 'return', { reasonCode: 'not-our-duty' });
    return this.detail(id);
  }

  /** Takes a dispatched order as far as `state`. */
  async bringTo(id: string, state: 'accepted' | 'in-progress' | 'replied' | 'approved'): Promise<Order> {
    const steps = [
      ['accepted', 'housing', 'accept', undefined],
      ['in-progress', 'housing', 'start', undefined],
      ['replied', 'housing', 'reply', { text: '已更换灯头，恢复照明。', result: 'solved' }],
      ['approved', 'reviewer', 'approve', { publicAnswer: '路灯已修复，照明恢复正常。' }],
    ] as const;
    for (const [reached, who, action, body] of steps) {
      if (action === 'reply') await this.reportParts(id);
      const answer = await this.act(who, id, action, body);
      if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (reached === state) return answer.body;
    }
    throw new Error(`${state} is not on the way`);
  }

  /** The requester answers the callback of a round. */
  async callBack(requestId: string, round: number, outcome: 'closed' | 'rework'): Promise<void> {
    const callbackId = newId();
    const data = {
      ...EVENTS['evaluation.callback.recorded.v1'].example,
      callbackId,
      requestId,
      round,
      outcome,
      at: new Date().toISOString(),
    };
    await this.stack.publish('evaluation.callback.recorded.v1', { id: callbackId, version: 1 }, data);
  }

  /** The types of the events told of an aggregate, in order of version. */
  async told(aggregateId: string, count: number): Promise<{ type: string; version: number; data: Record<string, unknown> }[]> {
    return eventually(async () => {
      const events = (await this.stack.published()).filter((event) => event.aggregateId === aggregateId);
      if (events.length < count) throw new Error(`only ${events.length} of ${count} events`);
      return events
        .sort((a, b) => a.aggregateVersion - b.aggregateVersion)
        .map(({ type, aggregateVersion, data }) => ({ type, version: aggregateVersion, data: data as Record<string, unknown> }));
    });
  }
}
