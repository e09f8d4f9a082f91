import { SERVICES } from '@zero-distance/contracts';
import type { StackService } from '@zero-distance/local-stack';
import { eventually, type TestStack } from '@zero-distance/testing';

/** A gauge of work under way that is not at rest. */
export interface Gauge {
  readonly process: string;
  readonly name: string;
  readonly value: number;
}

/** Nothing is under way when nobody asks for anything: requests being answered, and callers waiting for a connection of the pool. */
const OF_WORK = /^((?:http_requests_in_flight|pg_pool_waiting)(?:\{[^}]*\})?) (\d+)$/gm;

/** The gauges that do not come to rest within the patience of `eventually`. */
export async function gaugesNotAtRest(stack: TestStack): Promise<Gauge[]> {
  const processes: readonly StackService[] = [...SERVICES, 'gateway'];
  const gauges = async () => (await Promise.all(processes.map((process) => gaugesOf(stack, process)))).flat();
  let last = await gauges();
  if (last.length === 0) throw new Error('no process tells of its work under way: the gauges have other names now');
  const busy = () => last.filter(({ value }) => value > 0);
  await eventually(async () => {
    last = await gauges();
    if (busy().length > 0) throw new Error('not at rest');
  }).catch(() => undefined); // what is left is the finding
  return busy();
}

async function gaugesOf(stack: TestStack, process: StackService): Promise<Gauge[]> {
  const { body } = await stack.http(process).get<string>('/metrics');
  return [...body.matchAll(OF_WORK)].map(([, name = '', value]) => ({ process, name, value: Number(value) }));
}
