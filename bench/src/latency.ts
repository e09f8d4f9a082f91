import { setTimeout as sleep } from 'node:timers/promises';
import { percentiles, Target } from './load.js';
import type { Product } from './product.js';
import { aRequest } from './request.js';

export interface Latency {
  readonly p50: number;
  readonly p99: number;
  readonly samples: number;
}

/**
 * (d) Milliseconds from taking a request in to the beginning of dispatch's handler for it: the insert, its commit, the relay,
 * the stream and the consumer. Sent at a steady pace, whatever comes back.
 * @param perSecond creates a second: a few for an idle system, some hundreds for a loaded one
 */
export async function measureLatency(product: Product, perSecond: number, samples: number): Promise<Latency> {
  const target = new Target(product.url('intake'), 32);
  const ids: string[] = [];
  const sent: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < samples; i++) {
    const wait = began + (i * 1000) / perSecond - performance.now();
    if (wait > 0) await sleep(wait);
    sent.push(
      target
        .send<{ id: string }>({ method: 'POST', path: '/api/intake/v1/requests', token: product.tokens.clerk, body: aRequest() })
        .then(({ status, body }) => {
          if (status !== 201) throw new Error(`a create was answered with ${status}`);
          ids.push(body.id);
        }),
    );
  }
  await Promise.all(sent);
  const openedOf = () =>
    product.sql<{ source_id: string; opened_at: Date }>(
      'dispatch',
      'select source_id, opened_at from work_order where source_id = any($1)',
      [ids],
    );
  let opened = await openedOf();
  while (opened.length < samples) {
    await sleep(100);
    opened = await openedOf();
  }
  const received = await product.sql<{ id: string; received_at: Date }>(
    'intake',
    'select id, received_at from request where id = any($1)',
    [ids],
  );
  const receivedAt = new Map(received.map((row) => [row.id, row.received_at.getTime()]));
  await target.close();
  return { ...percentiles(opened.map((row) => row.opened_at.getTime() - (receivedAt.get(row.source_id) ?? Number.NaN))), samples };
}
