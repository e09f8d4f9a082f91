import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventType } from '@zero-distance/contracts';

/** What is told of a life, but for what a burst makes by thousands. */
export const TOLD_TYPES = [
  'dispatch.work-order.accepted.v1',
  'dispatch.work-order.started.v1',
  'dispatch.work-order.replied.v1',
  'dispatch.work-order.approved.v1',
  'dispatch.work-order.reworked.v1',
  'dispatch.work-order.closed.v1',
  'evaluation.callback.opened.v1',
  'evaluation.callback.recorded.v1',
  'intake.request.reopened.v1',
  'intake.request.closed.v1',
] as const satisfies readonly EventType[];

/** One in so many is not taken at first. */
const REFUSES_EVERY = 50;

/** A department's system that is told of events at its own address, and sometimes refuses one. */
export interface Receiver {
  readonly url: string;
  /** How often each event has come, by its id, but for what was refused. */
  readonly received: ReadonlyMap<string, number>;
  /** Aggregates of which an event came for the first time behind a later one. */
  readonly outOfOrder: readonly string[];
  stop(): void;
}

interface Told {
  readonly id: string;
  readonly subject: string;
  readonly subjectVersion: number;
}

export async function startReceiver(): Promise<Receiver> {
  const received = new Map<string, number>();
  const outOfOrder: string[] = [];
  const reached = new Map<string, number>();
  let calls = 0;
  const take = ({ id, subject, subjectVersion }: Told) => {
    const times = received.get(id) ?? 0;
    const before = reached.get(subject) ?? 0;
    if (times === 0 && subjectVersion < before) outOfOrder.push(`${subject} ${before}→${subjectVersion}`);
    received.set(id, times + 1);
    reached.set(subject, Math.max(before, subjectVersion));
  };
  const server = createServer((incoming, response) => {
    let body = '';
    incoming.on('data', (chunk) => {
      body += chunk;
    });
    incoming.on('end', () => {
      const isRefused = ++calls % REFUSES_EVERY === 0;
      if (!isRefused) take(JSON.parse(body) as Told);
      response.writeHead(isRefused ? 500 : 204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received,
    outOfOrder,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
