import { SERVICES } from '@zero-distance/contracts';
import type { StackService } from '@zero-distance/local-stack';
import { eventually, type TestStack } from '@zero-distance/testing';

/** A gauge of work under way that is not at rest. */
export interface Gauge {
  readonly process: string;
  readonly name: string;
  readonly value: number;
}

class NotAtRest extends Error {
  constructor(readonly busy: readonly Gauge[]) {
    super('work is still under way');
  }
}

const PROCESSES: readonly StackService[] = SERVICES;
/**
 * Nothing is under way when nobody asks for anything: requests being answered, what callers hold (but for connections, which are kept for
 * what may be asked next), callers waiting for a connection of the pool, and deliveries to webhooks.
 */
const OF_WORK =
  /^((?:http_requests_in_flight|http_shares_(?:taken|callers)(?!\{of="connections")|pg_pool_waiting|zd_webhook_deliveries_under_way)(?:\{[^}]*\})?) (\d+)$/gm;

/** The gauges that do not come to rest within the patience of `eventually`. */
export async function gaugesNotAtRest(stack: TestStack): Promise<readonly Gauge[]> {
  try {
    await eventually(() => assertAtRest(stack));
    return [];
  } catch (error) {
    if (error instanceof NotAtRest) return error.busy;
    throw error;
  }
}

async function assertAtRest(stack: TestStack): Promise<void> {
  const gauges = (await Promise.all(PROCESSES.map((process) => gaugesOf(stack, process)))).flat();
  if (gauges.length === 0) throw new Error('no process tells of its work under way: the gauges have other names now');
  const busy = gauges.filter(({ value }) => value > 0);
  if (busy.length > 0) throw new NotAtRest(busy);
}

async function gaugesOf(stack: TestStack, process: StackService): Promise<Gauge[]> {
  const { body } = await stack.operations(process).get<string>('/metrics');
  return [...body.matchAll(OF_WORK)].map(([, name = '', value]) => ({ process, name, value: Number(value) }));
}
