import type { Caller } from './caller.js';
import type { ClientLog } from './client-log.js';

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

/** One request from the telephone to the last callback: create → route → accept → start → reply → approve → callback, and all again after a rework. */
async function liveThrough(caller: Caller, log: ClientLog, withRework: boolean): Promise<void> {
  const request = await caller.insist<{ id: string }>(aRequest());
  log.requests.add(request.id);
  const orders = `/api/dispatch/v1/work-orders?requestId=${request.id}`;
  const order = await caller.await<Listed, { id: string }>({ method: 'GET', path: orders, as: 'reviewer' }, ({ items }) => items[0]);
  const path = `/api/dispatch/v1/work-orders/${order.id}`;
  const act = (action: string, as: 'handler' | 'reviewer', body: object = {}) =>
    caller.insist({ method: 'POST', path: `${path}/${action}`, as, body });
  await act('accept', 'handler');
  await act('start', 'handler');
  for (const solved of withRework ? [false, true] : [true]) {
    await act('reply', 'handler', { result: 'solved', text: '已修复。', files: withRework ? [await sendDocument(caller, log)] : [] });
    await act('approve', 'reviewer', { publicAnswer: '路灯已修复。' });
    await recordCallback(caller, log, request.id, solved);
    if (!solved) await inState(caller, path, 'in-progress');
  }
  log.closed.add(request.id);
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

/** Lives one after the other in each of several lanes; every fourth with a rework and a document in each of its replies. */
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
      const withRework = this.started++ % 4 === 3;
      await liveThrough(this.caller, this.log, withRework).catch((error: Error) => this.log.failures.push(error.message));
    }
  }
}
