import { afterAll, beforeAll, expect } from '@jest/globals';
import { EVENTS, type EventData, type EventType } from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { type HttpClient, startTestStack, type TestStack } from '@zero-distance/testing';
import { type Claims, COMMUNITY, type Delivery, PATH, READ, Receiver, type Subscription, TYPES } from './receiver.js';

/** A gateway for the tests of a file, with receivers of webhooks and what they are told of. */
export function startWebhooks() {
  let stack: TestStack;
  let receivers: Receiver[] = [];

  const as = async (clientId: string, claims: Claims = {}): Promise<HttpClient> =>
    stack.http(
      'gateway',
      await stack.token({ scopes: ['gateway:listen', ...READ], roles: ['leader'], area: '230903', clientId, ...claims }),
    );
  const newReceiver = async (): Promise<Receiver> => {
    const receiver = await Receiver.start();
    receivers.push(receiver);
    return receiver;
  };

  beforeAll(async () => {
    const env = { RATE_LIMIT_PER_MINUTE: '1000000', WEBHOOK_NETWORKS: '127.0.0.0/8', WEBHOOK_PLAIN_HTTP: 'true' };
    stack = await startTestStack({ services: ['gateway'], env });
  }, 60_000);
  afterAll(async () => {
    for (const receiver of receivers) receiver.stop();
    receivers = [];
    await stack?.stop();
  });

  const versions = new Map<string, number>();
  async function tell<T extends EventType>(type: T, id: string, more: Partial<EventData<T>> = {}): Promise<string> {
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    return stack.publish(type, { id, version }, { ...EVENTS[type].example, areaCode: COMMUNITY, ...more } as EventData<T>);
  }

  /** A request that is known, so that events of its orders are told. */
  async function request(facts: Partial<EventData<'intake.request.registered.v1'>> = {}): Promise<string> {
    const requestId = newId();
    await tell('intake.request.registered.v1', requestId, { requestId, ...facts });
    return requestId;
  }
  const remind = (workOrderId: string, sourceId: string, areaCode = COMMUNITY) =>
    tell('dispatch.work-order.reminded.v1', workOrderId, { workOrderId, sourceId, areaCode });

  async function register(client: HttpClient, url: string, more: object = {}): Promise<Subscription> {
    const { status, body } = await client.post<Subscription>(PATH, { url, types: TYPES, ...more });
    expect([status, body]).toEqual([201, expect.anything()]);
    return body;
  }
  const deliveriesOf = async (client: HttpClient, id: string): Promise<readonly Delivery[]> =>
    (await client.get<{ items: Delivery[] }>(`${PATH}/${id}/deliveries?limit=200`)).body.items;
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

  return { stack: () => stack, as, newReceiver, tell, request, remind, register, deliveriesOf, upTo };
}
