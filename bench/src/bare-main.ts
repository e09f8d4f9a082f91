// The raw limit that creates are measured against: Fastify and pg alone, inserting the same three rows (request, history,
// outbox) in one statement, without validation, tokens, logs or anything else. Run as a process of its own.
import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';

interface Body {
  kind: string;
  channel: string;
  categoryCode: string;
  areaCode: string;
  title: string;
  text: string;
}

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const INSERT = `with r as (
    insert into bare.request (id, number, state, kind, channel, category_code, area_code, title, text, urgency, confidential, publishable, callback_possible, received_at)
    values ($1, $2, 'received', $3, $4, $5, $6, $7, $8, 'normal', false, true, false, now())),
  h as (insert into bare.request_history (id, request_id, at, service, action, to_state, actor_id) values ($9, $1, now(), 'intake', 'register', 'received', 'bench'))
  insert into bare.outbox (event_id, subject, headers, body) values ($10, 'evt.intake.request.registered.v1.complaint', $11, $12)`;

const app = Fastify();
let sequence = 0;
app.post<{ Body: Body }>('/requests', async ({ body }, reply) => {
  const id = randomUUID();
  const eventId = randomUUID();
  const number = `${body.areaCode}-${process.pid}-${sequence++}`;
  const data = JSON.stringify({ requestId: id, number, kind: body.kind, areaCode: body.areaCode, categoryCode: body.categoryCode });
  const headers = JSON.stringify({
    'ce-id': eventId,
    'ce-type': 'intake.request.registered.v1',
    'ce-subject': id,
    'ce-aggregateversion': '1',
  });
  const values = [
    id,
    number,
    body.kind,
    body.channel,
    body.categoryCode,
    body.areaCode,
    body.title,
    body.text,
    randomUUID(),
    eventId,
    headers,
    data,
  ];
  await pool.query({ name: 'insert', text: INSERT, values });
  return reply.code(201).send({ id, number, state: 'received', ...body });
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
