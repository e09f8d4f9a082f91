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
  const { workOrderId } = request;
  return { request, order: workOrderId && scopes.includes('dispatch:read') ? await ifSeen(orderOf(services, workOrderId)) : undefined };
}

export async function matterOfOrder(services: Services, { scopes }: Person, id: string): Promise<Matter> {
  const order = await orderOf(services, id);
  const isOfRequest = order.type === 'request' && scopes.includes('intake:read');
  return { order, request: isOfRequest ? await ifSeen(requestOf(services, order.sourceId)) : undefined };
}

const requestOf = ({ api }: Services, id: string) => answerOf(api.GET('/api/intake/v1/requests/{id}', { params: { path: { id } } }));
const orderOf = ({ api }: Services, id: string) => answerOf(api.GET('/api/dispatch/v1/work-orders/{id}', { params: { path: { id } } }));
