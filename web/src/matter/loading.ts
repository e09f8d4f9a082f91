import { answerOf, ifSeen } from '../api/refused';
import type { DispatchSchemas, IntakeSchemas, Services } from '../api/services';
import type { Person } from '../log-in/log-in';

/** Everything of one matter, as far as this person may see it. */
export interface Matter {
  readonly request: IntakeSchemas['RequestDetailDto'] | undefined;
  readonly order: DispatchSchemas['WorkOrderDetailDto'] | undefined;
}

export async function matterOfRequest(services: Services, { scopes }: Person, id: string): Promise<Matter> {
  const request = await requestOf(services, id);
  if (!scopes.includes('dispatch:read')) return { request, order: undefined };
  const workOrderId = request.workOrderId ?? (await waitingOrderOf(services, id));
  return { request, order: workOrderId ? await ifSeen(orderOf(services, workOrderId)) : undefined };
}

/** A request knows its order once that is with somebody; of one that waits to be given to somebody, the orders know. */
async function waitingOrderOf({ api }: Services, requestId: string): Promise<string | undefined> {
  const found = await ifSeen(
    answerOf(api.GET('/api/dispatch/v1/work-orders', { params: { query: { sourceId: requestId, state: 'pending', limit: 1 } } })),
  );
  return found?.items[0]?.id;
}

export async function matterOfOrder(services: Services, { scopes }: Person, id: string): Promise<Matter> {
  const order = await orderOf(services, id);
  const isOfRequest = order.type === 'request' && scopes.includes('intake:read');
  return { order, request: isOfRequest ? await ifSeen(requestOf(services, order.sourceId)) : undefined };
}

const requestOf = ({ api }: Services, id: string) => answerOf(api.GET('/api/intake/v1/requests/{id}', { params: { path: { id } } }));
const orderOf = ({ api }: Services, id: string) => answerOf(api.GET('/api/dispatch/v1/work-orders/{id}', { params: { path: { id } } }));
