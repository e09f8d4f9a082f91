import type { Caller } from './caller.js';
import type { ClientLog } from './client-log.js';
import type { CallerName } from './product.js';

/** The order that it is about. */
interface About {
  readonly id: string;
  readonly path: string;
}

const post = <T = unknown>(caller: Caller, as: CallerName, path: string, body: object = {}): Promise<T> =>
  caller.insist<T>({ method: 'POST', path, as, body });

/** 吹哨: the street summons the lead, which arrives; the street concludes, and the lead marks it. */
export async function whistleOver(caller: Caller, log: ClientLog, { path: order }: About): Promise<void> {
  const meetAt = new Date(Date.now() + 3_600_000).toISOString();
  const call = { departments: ['housing-bureau'], place: '3号楼前', meetAt, reason: '需现场会商。' };
  const { id } = await post<{ id: string }>(caller, 'street', `${order}/whistles`, call);
  const path = `/api/dispatch/v1/whistles/${id}`;
  await post(caller, 'handler', `${path}/arrive`);
  await post(caller, 'street', `${path}/conclude`, { result: 'agreed', text: '三日内修复。' });
  await post(caller, 'handler', `${path}/mark`, { mark: 5 });
  log.brought.push({ table: 'dispatch.whistle', id, state: 'concluded' });
}

/** 督办: a leader opens it, the lead answers, a leader closes it. */
export async function supervise(caller: Caller, log: ClientLog, { id: workOrderId }: About): Promise<void> {
  const asked = { cause: 'repeated', workOrderIds: [workOrderId], reason: '反复反映，请说明。' };
  const { id } = await post<{ id: string }>(caller, 'leader', '/api/dispatch/v1/supervision-orders', asked);
  const path = `/api/dispatch/v1/supervision-orders/${id}`;
  await post(caller, 'handler', `${path}/answer`, { text: '已增派人员。' });
  await post(caller, 'leader', `${path}/close`, { reason: '属实，销号。' });
  log.brought.push({ table: 'dispatch.supervision_order', id, state: 'closed' });
}

/** 协办: the co-handler accepts its part and reports it. */
export async function doPart(caller: Caller, log: ClientLog, { id: workOrderId }: About): Promise<string> {
  const path = `/api/dispatch/v1/parts?workOrderId=${workOrderId}`;
  const { items } = await caller.insist<{ items: { id: string }[] }>({ method: 'GET', path, as: 'handler' });
  const [{ id }] = items as [{ id: string }];
  await post(caller, 'handler', `/api/dispatch/v1/parts/${id}/accept`);
  await post(caller, 'handler', `/api/dispatch/v1/parts/${id}/report`, { text: '已检查楼内管道。' });
  log.brought.push({ table: 'dispatch.part', id, state: 'reported' });
  return id;
}

/** 知识入库: drafted by a clerk, published by somebody else; its id. */
export async function publishEntry(caller: Caller, log: ClientLog, categoryCode: string): Promise<string> {
  const entry = {
    areaCode: '230903',
    categoryCode,
    organisationCode: 'housing-bureau',
    question: '路灯不亮找谁修？',
    answer: '由住建局维修。',
  };
  const { id } = await post<{ id: string }>(caller, 'clerk', '/api/intake/v1/knowledge-entries', entry);
  await post(caller, 'publisher', `/api/intake/v1/knowledge-entries/${id}/publish`);
  log.brought.push({ table: 'intake.knowledge_entry', id, state: 'published' });
  return id;
}
