import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '@nats-io/transport-node';
import { BatchPublisher } from '@zero-distance/messaging';
import { median } from './load.js';
import type { Product } from './product.js';

export interface RelaySpeed {
  readonly relayPerSecond: number;
  readonly rawPerSecond: number;
  readonly ratio: number;
}

const BATCH = 500;

/** (c) Events a second that the relay moves out of a full outbox, beside publishing the same messages from memory, in turn. */
export async function measureRelay(product: Product, events: number, turns: number): Promise<RelaySpeed> {
  const rounds = [];
  for (let turn = 0; turn < turns; turn++) {
    rounds.push({ relay: await drainOutbox(product, events), raw: await publishRaw(product, events) });
  }
  return {
    relayPerSecond: median(rounds.map((round) => round.relay)),
    rawPerSecond: median(rounds.map((round) => round.raw)),
    ratio: median(rounds.map((round) => round.relay / round.raw)),
  };
}

/** As many committed events as `$1`, of as many requests. */
const EVENTS = `
  select uuidv7() as event_id, 'evt.intake.request.withdrawn.v1.complaint' as subject,
    json_build_object('Nats-Msg-Id', id, 'ce-specversion', '1.0', 'ce-id', id, 'ce-type', 'intake.request.withdrawn.v1',
      'ce-source', '/services/intake', 'ce-time', now(), 'ce-subject', aggregate, 'ce-aggregateversion', '1', 'content-type', 'application/json')::text as headers,
    json_build_object('requestId', aggregate, 'kind', 'complaint', 'areaCode', '230903011001', 'at', now())::text as body
  from (select uuidv7() as id, uuidv7() as aggregate from generate_series(1, $1::int)) as made`;

async function drainOutbox(product: Product, events: number): Promise<number> {
  const place = async () => Number((await product.sql<{ at: string }>('intake', 'select last_id as at from relay_position'))[0]?.at);
  const before = await place();
  await product.sql('intake', `insert into outbox (event_id, subject, headers, body) ${EVENTS}`, [events]);
  const [{ last } = { last: '0' }] = await product.sql<{ last: string }>('intake', 'select max(id) as last from outbox');
  while ((await place()) === before) await sleep(1); // it looks every half second
  const [began, from] = [performance.now(), await place()];
  while ((await place()) < Number(last)) await sleep(5);
  return ((Number(last) - from) / (performance.now() - began)) * 1000;
}

async function publishRaw(product: Product, events: number): Promise<number> {
  const rows = await product.sql<{ event_id: string; subject: string; headers: string; body: string }>('intake', EVENTS, [events]);
  const messages = rows.map((row) => ({ ...row, eventId: row.event_id }));
  const { NATS_USER: user, NATS_PASSWORD: pass } = product.stack.environment('intake');
  const connection = await connect({ servers: product.stack.natsUrl, user, pass, inboxPrefix: '_INBOX_intake' });
  const publisher = new BatchPublisher(connection, '_INBOX_intake', () => true);
  const began = performance.now();
  for (let at = 0; at < messages.length; at += BATCH) {
    const { error } = await publisher.publish(messages.slice(at, at + BATCH), 30_000);
    if (error) throw new Error(`raw publishing: ${error}`);
  }
  const took = performance.now() - began;
  publisher.close();
  await connection.close();
  return (events / took) * 1000;
}
