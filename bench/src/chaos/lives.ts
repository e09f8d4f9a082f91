import { doPart, publishEntry, supervise, whistleOver } from './beside.js';
import type { Caller } from './caller.js';
import type { ClientLog } from './client-log.js';
import { applyAtWindow, holdActivity } from './served.js';

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

const REQUEST = {
  kind: 'complaint',
  channel: 'hotline-12345',
  categoryCode: '010204',
  areaCode: '230903011001',
  title: '路灯不亮',
  text: '3号楼前路灯三天不亮，老人出行不便。',
  requester: { name: '张三', phone: '13800001234' },
};

/** Registers one request. */
export const aRequest = () => ({ method: 'POST', path: '/api/intake/v1/requests', as: 'clerk', body: REQUEST }) as const;

/** A document of its own for each, the smallest there is. */
const aDocument = (): string =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%${crypto.randomUUID()}\n%%EOF\n`;

/** Sends a document for a reply; its id. */
async function sendDocument(caller: Caller, log: ClientLog): Promise<string> {
  const path = '/api/dispatch/v1/files';
  const { id, sha256 } = await caller.insist<{ id: string; sha256: string }>({ method: 'POST', path, as: 'handler', file: aDocument() });
  log.files.push({ path: `${path}/${id}`, sha256 });
  return id;
}

/** What may happen to a request on its way. */
const LIVES = [
  'plain',
  'rework',
  'extension',
  'merge',
  'division',
  'help',
  'whistle',
  'supervision',
  'knowledge',
  'window',
  'activity',
] as const;
type Life = (typeof LIVES)[number];

/** One request from the telephone to the last callback: create → route → accept → start → reply → approve → callback; or what is had at a window, or an activity. */
async function liveThrough(caller: Caller, log: ClientLog, life: Life): Promise<void> {
  if (life === 'help') return liveWithHelp(caller, log);
  if (life === 'knowledge') return liveOnTheSpot(caller, log);
  if (life === 'window') return applyAtWindow(caller, log);
  if (life === 'activity') return holdActivity(caller, log);
  const id = await register(caller, log);
  if (life === 'division') return liveInParts(caller, log, id);
  const order = await orderOf(caller, id);
  if (life === 'whistle') await whistleOver(caller, log, order);
  if (life === 'supervision') await supervise(caller, log, order);
  await order.act('accept', 'handler');
  if (life === 'extension') await extend(caller, order.path);
  const merged = life === 'merge' ? await mergeAnother(caller, log, id) : undefined;
  await order.act('start', 'handler');
  for (const solved of life === 'rework' ? [false, true] : [true]) {
    await answer(order, life === 'rework' ? [await sendDocument(caller, log)] : []);
    await recordCallback(caller, log, id, solved);
    if (!solved) await inState(caller, order.path, 'in-progress');
  }
  log.closed.add(id);
  if (merged === undefined) return;
  await recordCallback(caller, log, merged, true); // who was merged into it is answered with it, and asked like everybody
  log.closed.add(merged);
}

/** Of a category that the demo's list gives to one with the help of another. */
const HELPED = { categoryCode: '010208', title: '暖气不热', text: '3号楼暖气不热。' };

/** 协办: the lead waits for the part of who helps it, and marks it. */
async function liveWithHelp(caller: Caller, log: ClientLog): Promise<void> {
  const id = await register(caller, log, HELPED);
  const order = await orderOf(caller, id);
  await order.act('accept', 'heating');
  await order.act('start', 'heating');
  const part = await doPart(caller, log, order);
  await order.act('reply', 'heating', { result: 'solved', text: '已疏通。' });
  await caller.insist({ method: 'POST', path: `/api/dispatch/v1/parts/${part}/mark`, as: 'heating', body: { mark: 4 } });
  await order.act('approve', 'reviewer', { publicAnswer: '已恢复供热。' });
  await recordCallback(caller, log, id, true);
  log.closed.add(id);
}

/** 当场答复: answered by an entry of the knowledge base; its order ends. */
async function liveOnTheSpot(caller: Caller, log: ClientLog): Promise<void> {
  const knowledgeEntryId = await publishEntry(caller, log, REQUEST.categoryCode);
  const id = await register(caller, log);
  const path = `/api/intake/v1/requests/${id}/answer-on-the-spot`;
  await caller.insist({ method: 'POST', path, as: 'clerk', body: { knowledgeEntryId } });
  log.onTheSpot.add(id);
}

/** 分办: two parts, each with an order of its own; one answer, one callback. */
async function liveInParts(caller: Caller, log: ClientLog, id: string): Promise<void> {
  const { kind, categoryCode, title, text } = REQUEST;
  const part = { kind, categoryCode, title, text };
  const body = { reason: '反映了两件事。', parts: [part, part] };
  await caller.insist({ method: 'POST', path: `/api/intake/v1/requests/${id}/divide`, as: 'clerk', body });
  log.furtherOrders += 1;
  const { items } = await caller.insist<Listed>({ method: 'GET', path: `/api/intake/v1/requests/${id}/parts`, as: 'clerk' });
  for (const one of items) {
    const order = await orderOf(caller, one.id);
    await order.act('accept', 'handler');
    await order.act('start', 'handler');
    await answer(order, []);
  }
  await recordCallback(caller, log, id, true);
  log.closed.add(id);
}

async function register(caller: Caller, log: ClientLog, changes: object = {}): Promise<string> {
  const { id } = await caller.insist<{ id: string }>({ ...aRequest(), body: { ...REQUEST, ...changes } });
  log.requests.add(id);
  return id;
}

/** 并单: somebody else calls about the same. */
async function mergeAnother(caller: Caller, log: ClientLog, mainRequestId: string): Promise<string> {
  const id = await register(caller, log);
  await caller.insist({ method: 'POST', path: `/api/intake/v1/requests/${id}/merge`, as: 'clerk', body: { mainRequestId } });
  log.furtherOrders -= 1; // its own ended, and counts nowhere
  return id;
}

/** 延期: the lead asks, the centre grants. */
async function extend(caller: Caller, order: string): Promise<void> {
  const asked = { kind: 'extension', reason: '需更换的灯杆已订货。', extendBy: { amount: 1, unit: 'natural_day' } };
  const { id } = await caller.insist<{ id: string }>({ method: 'POST', path: `${order}/applications`, as: 'handler', body: asked });
  const path = `/api/dispatch/v1/applications/${id}/grant`;
  await caller.insist({ method: 'POST', path, as: 'reviewer', body: { reason: '情况属实，同意。' } });
}

interface Order {
  readonly id: string;
  readonly path: string;
  act(action: string, as: 'handler' | 'heating' | 'reviewer', body?: object): Promise<unknown>;
}

/** The order of a request, once it is given to somebody. */
async function orderOf(caller: Caller, requestId: string): Promise<Order> {
  const open = `/api/dispatch/v1/work-orders?requestId=${requestId}&state=dispatched`;
  const { id } = await caller.await<Listed, { id: string }>({ method: 'GET', path: open, as: 'reviewer' }, ({ items }) => items[0]);
  const path = `/api/dispatch/v1/work-orders/${id}`;
  return { id, path, act: (action, as, body = {}) => caller.insist({ method: 'POST', path: `${path}/${action}`, as, body }) };
}

async function answer(order: Order, files: readonly string[]): Promise<void> {
  await order.act('reply', 'handler', { result: 'solved', text: '已修复。', files });
  await order.act('approve', 'reviewer', { publicAnswer: '路灯已修复。' });
}

async function recordCallback(caller: Caller, log: ClientLog, requestId: string, solved: boolean): Promise<void> {
  const open = `/api/evaluation/v1/callbacks?requestId=${requestId}&state=open`;
  const { id } = await caller.await<Listed, { id: string }>({ method: 'GET', path: open, as: 'agent' }, ({ items }) => items[0]);
  const body = { contacted: true, solved, satisfaction: solved ? 'satisfied' : 'dissatisfied' };
  await caller.insist({ method: 'POST', path: `/api/evaluation/v1/callbacks/${id}/record`, as: 'agent', body });
  log.callbacks.push({ id, requestId, solved, satisfied: solved });
}

const inState = (caller: Caller, path: string, state: string): Promise<string> =>
  caller.await<{ state: string }, string>({ method: 'GET', path, as: 'reviewer' }, (order) => (order.state === state ? state : undefined));

/**
 * Lives one after the other in each of several lanes: plain ones, with a rework and documents, with an extension, with another request merged into it, divided
 * into parts, with a co-handler, with a whistle, with a supervision order, answered by the knowledge base; and beside requests a case at a window, and an activity.
 */
export class Crowd {
  private readonly lanes: Promise<void>[];
  private started = 0;
  private over = false;

  /** @param most lives in all; without it they go on until `finish` */
  constructor(
    private readonly caller: Caller,
    private readonly log: ClientLog,
    lanes: number,
    private readonly most = Number.POSITIVE_INFINITY,
  ) {
    this.lanes = Array.from({ length: lanes }, () => this.lane());
  }

  /** Begins no new life, and resolves when all that have begun are over. */
  async finish(): Promise<void> {
    this.over = true;
    await this.allDone();
  }

  /** Resolves when the lives asked for are over. */
  async allDone(): Promise<void> {
    await Promise.all(this.lanes);
  }

  private async lane(): Promise<void> {
    while (!this.over && this.started < this.most) {
      const life = LIVES[this.started++ % LIVES.length] as Life;
      await liveThrough(this.caller, this.log, life).catch((error: Error) => this.log.failures.push(error.message));
    }
  }
}
