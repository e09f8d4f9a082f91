import { SERVICES } from '@zero-distance/contracts';
import { clientOf, demoClients, loadDemo, registerClients, type StackService, tokenFor } from '@zero-distance/local-stack';
import { startTestStack, type TestStack, type TestStackOptions } from '@zero-distance/testing';
import { NO_LIMIT } from '../product.js';
import { ClientLog } from './client-log.js';
import { type Receiver, startReceiver, TOLD_TYPES } from './receiver.js';

/** Who calls in a lifecycle, and the demo client that each of them is. */
const CALLERS = {
  clerk: 'demo-hotline',
  community: 'demo-community',
  handler: 'demo-housing',
  reviewer: 'demo-centre',
  agent: 'demo-callback',
  heating: 'demo-heating',
  street: 'demo-street',
  leader: 'demo-leader',
  publisher: 'demo-knowledge',
  everybody: 'demo',
} as const;
export type CallerName = keyof typeof CALLERS;

/** The whole product with the demo district, to be broken. */
export interface Product {
  readonly stack: TestStack;
  readonly tokens: Readonly<Record<CallerName, string>>;
  /** What all who called this product were told: it is judged by all of it, whatever is done to it one after the other. */
  readonly log: ClientLog;
  /** Is told of what happens, as a department's system. */
  readonly receiver: Receiver;
  stop(): Promise<void>;
}

export interface ProductOptions extends Pick<TestStackOptions, 'postgres' | 'natsNodes' | 'replicas'> {
  /** `debug` when the terms of leaders are to be read from the logs; only warnings, unless said. */
  readonly logLevel?: 'debug';
}

/** Starts the six services on servers of their own; a rate limit would only measure itself, so there is none. */
export async function startProduct({ logLevel, ...options }: ProductOptions): Promise<Product> {
  const env = { ...NO_LIMIT, LOG_LEVEL: logLevel ?? 'warn' };
  const beginning = (options.natsNodes ?? 1) === 1 ? 'district' : 'empty'; // a cluster has no streams of the run's
  const stack = await startTestStack({ ...options, beginning, services: SERVICES, issuer: 'gateway', env });
  const receiver = await startReceiver();
  const stop = async () => {
    await stack.stop();
    receiver.stop();
  };
  try {
    const clients = demoClients('chaos');
    await registerClients((service) => stack.environment(service), clients);
    await loadDemo(stack.url('gateway'), await tokenFor(stack.url('gateway'), clients[0]));
    const names = Object.keys(CALLERS) as CallerName[];
    const tokens = await Promise.all(
      names.map(async (name) => [name, await tokenFor(stack.url('gateway'), clientOf(clients, CALLERS[name]))] as const),
    );
    const product = { stack, tokens: Object.fromEntries(tokens) as Product['tokens'], log: new ClientLog(), receiver, stop };
    await subscribe(product);
    return product;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function subscribe({ stack, tokens, receiver }: Product): Promise<void> {
  const gateway = stack.http('gateway', tokens.everybody);
  const { status } = await gateway.post('/api/gateway/v1/webhooks', { url: receiver.url, types: TOLD_TYPES });
  if (status !== 201) throw new Error(`a webhook was answered with ${status}`);
}

/** What the log of one of a service's processes is called, and its victim: `intake`, `intake-2`. */
export const processName = (service: StackService, replica: number): string => (replica === 0 ? service : `${service}-${replica + 1}`);
