import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type JetStreamManager, jetstream, jetstreamManager, RetentionPolicy } from '@nats-io/jetstream';
import { headers, type NatsConnection } from '@nats-io/nats-core';
import { connect } from '@nats-io/transport-node';
import { DEAD_LETTER_STREAM, SERVICES, type Service, STREAMS_API, SUBSCRIPTIONS, streamOf } from '@zero-distance/contracts';
import { environmentName } from '@zero-distance/local-stack';
import { startTestStack, type TestStack } from '@zero-distance/testing';
import { permissionsOf } from '../src/nats-accounts.js';
import { jetStreamSubjects } from './jetstream-subjects.js';

const STREAMS = [...SERVICES.map(streamOf), DEAD_LETTER_STREAM];
const CONSUMERS = SERVICES.flatMap((listener) =>
  SUBSCRIPTIONS[listener].map(({ source, durable }) => ({ listener, stream: streamOf(source), durable })),
);
const OF_EVERYBODY = jetStreamSubjects(
  STREAMS,
  CONSUMERS.map(({ stream, durable }) => `${stream}.${durable}`),
);
/** What nothing that a taken-over dispatch does may reach: all but its own consumers. */
const FORBIDDEN = OF_EVERYBODY.filter((subject) => !/^\$JS\.ACK\.\w+\.dispatch(-[\w-]+)?\./.test(subject));
const PULL = JSON.stringify({ batch: 1, no_wait: true });
/** A stream that copies one it may not read: as the body of a request, and of an event that somebody might take for one. */
const COPY = JSON.stringify({
  name: 'MINE',
  retention: 'limits',
  storage: 'memory',
  num_replicas: 1,
  sources: [{ name: 'EVT_EVALUATION' }],
});

let stack: TestStack;
let deploy: NatsConnection;
let dispatch: NatsConnection;
let manager: JetStreamManager;

beforeAll(async () => {
  stack = await startTestStack({ services: [] });
  deploy = await as('deploy');
  dispatch = await as('dispatch');
  manager = await jetstreamManager(deploy, { checkAPI: false });
  for (const service of SERVICES) for (let n = 1; n <= 20; n++) await stack.publishRaw({ subject: `evt.${service}.tried`, body: COPY });
}, 60_000);
afterAll(async () => {
  await Promise.all([deploy?.close(), dispatch?.close()]);
  await stack?.stop();
});

describe("dispatch's NATS user", () => {
  it('publishes its own events and dead letters, and is told so', async () => {
    const stream = jetstream(dispatch);
    expect(await stream.publish('evt.dispatch.tried', '{}')).toMatchObject({ stream: 'EVT_DISPATCH' });
    expect(await stream.publish('dlq.dispatch.recorded', '{}')).toMatchObject({ stream: 'DLQ' });
  });

  it('reads and acknowledges through its own consumer', async () => {
    const consumer = await jetstream(dispatch, { apiPrefix: STREAMS_API }).consumers.get('EVT_INSPECTION', 'dispatch');
    for await (const message of await consumer.fetch({ max_messages: 5, expires: 5_000 })) expect(await message.ackAck()).toBe(true);
    expect(await consumer.info()).toMatchObject({ num_pending: 15, num_ack_pending: 0, ack_floor: { stream_seq: 5 } });
  });

  it.each([
    'evt.intake.request.registered.v1',
    'dlq.intake.recorded',
    'svc.intake.kick',
    '$SYS.REQ.SERVER.PING',
    `${STREAMS_API}.CONSUMER.MSG.NEXT.EVT_INTAKE.evaluation`,
    `${STREAMS_API}.STREAM.INFO.EVT_INTAKE`,
  ])('cannot publish on %s', async (subject) => {
    expect(await denied(dispatch, () => dispatch.publish(subject, '{}'))).toEqual([expect.stringContaining(`"${subject}"`)]);
  });

  it.each(['_INBOX_intake.>', '_INBOX_deploy.>', '_INBOX.>', 'evt.intake.>', '_R_.>', '$JS.>', '>'])(
    'cannot listen to %s',
    async (subject) => {
      expect(await denied(dispatch, () => dispatch.subscribe(subject, { callback: () => undefined }))).toEqual([
        expect.stringContaining(`"${subject}"`),
      ]);
    },
  );
});

describe('a taken-over service that names a reply subject', () => {
  it("does not put the broker's acknowledgement into another's stream", () =>
    untouched('intake', async (nats) => nats.publish('evt.intake.x', '{}', { reply: 'evt.evaluation.evil.injected.v1.b' })));

  it("does not have the acknowledgement empty another's stream", () =>
    untouched('intake', async (nats) => nats.publish('evt.intake.x', '{}', { reply: '$JS.API.STREAM.PURGE.EVT_CASE_MEDIATION' })));

  it("does not have the acknowledgement delete the message of that number from another's stream", () =>
    untouched('intake', async (nats) => {
      for (let n = 0; n < 3; n++) nats.publish('dlq.intake.x', '{}', { reply: '$JS.API.STREAM.MSG.DELETE.EVT_CASE_MEDIATION' });
    }));

  it('does not have an empty pull delete a stream', () =>
    untouched('evaluation', async (nats) => {
      const pull = (body: object, reply: string) =>
        nats.publish(`${STREAMS_API}.CONSUMER.MSG.NEXT.EVT_INTAKE.evaluation`, JSON.stringify(body), { reply });
      pull({ batch: 1_000, no_wait: true }, '_INBOX_evaluation.all'); // after it there is nothing
      pull({ batch: 1, no_wait: true }, '$JS.API.STREAM.DELETE.DLQ');
    }));

  it("does not have an empty pull delete another's consumer", () =>
    untouched('evaluation', async (nats) =>
      nats.publish(`${STREAMS_API}.CONSUMER.MSG.NEXT.EVT_INTAKE.evaluation`, PULL, {
        reply: '$JS.API.CONSUMER.DELETE.EVT_INTAKE.dispatch',
      }),
    ));

  it("does not have an event whose body says so make a stream that copies another's", async () => {
    const pull = `${STREAMS_API}.CONSUMER.MSG.NEXT.EVT_INTAKE.dispatch`;
    await untouched('dispatch', async (nats) => nats.publish(pull, PULL, { reply: '$JS.API.STREAM.CREATE.MINE' }));
  });
});

describe('every verb of the JetStream API, on every stream and consumer,', () => {
  it('is refused to a taken-over service that publishes it, also with a stream that copies others', () =>
    untouched('dispatch', async (nats) => {
      const answers: string[] = [];
      nats.subscribe('_INBOX_dispatch.answer', { callback: (_, { data }) => void answers.push(String(data)) });
      const complaints = await denied(nats, () => {
        for (const subject of FORBIDDEN) nats.publish(subject, COPY, { reply: '_INBOX_dispatch.answer' });
      });
      expect(complaints).toHaveLength(FORBIDDEN.length);
      expect(answers).toEqual([]);
    }));

  it(
    'is not reached by the answer to anything that a taken-over service may publish',
    () =>
      untouched('dispatch', async (nats) => {
        for (const door of permissionsOf('dispatch').publish) {
          const subject = door.replace('>', door.startsWith('$JS.ACK.') ? '1.1.1.1.0' : 'x');
          for (const body of [PULL, '+NXT', COPY]) for (const reply of FORBIDDEN) nats.publish(subject, body, { reply });
          await nats.flush();
        }
      }),
    30_000,
  );

  it('is not reached by the trace of a message (nats-server 2.11 and later)', () =>
    untouched('dispatch', async (nats) => {
      for (const dest of FORBIDDEN) {
        const traced = headers();
        traced.set('Nats-Trace-Dest', dest);
        nats.publish('evt.dispatch.x', '{}', { headers: traced });
      }
    }));
});

describe('the deploy user', () => {
  it('makes streams, but publishes no event', async () => {
    const made = await manager.streams.add({ name: 'OTHER', subjects: ['other.>'], retention: RetentionPolicy.Limits });
    expect(made.config.name).toBe('OTHER');
    expect(await denied(deploy, () => deploy.publish('evt.intake.request.registered.v1', '{}'))).toHaveLength(1);
    await manager.streams.delete('OTHER');
  });

  it.each(STREAMS)('takes no message out of %s, neither one nor all, and cannot allow it to itself', async (stream) => {
    await expect(manager.streams.deleteMessage(stream, 1)).rejects.toThrow(/message delete not permitted/);
    await expect(manager.streams.purge(stream)).rejects.toThrow(/stream purge not permitted/);
    await expect(manager.streams.update(stream, { deny_delete: false })).rejects.toThrow(/can not cancel deny message deletes/);
    await expect(manager.streams.update(stream, { deny_purge: false })).rejects.toThrow(/can not cancel deny purge/);
  });

  it('is the only way in besides the services', async () => {
    await expect(connect({ servers: stack.natsUrl, reconnect: false })).rejects.toThrow(/authorization/i);
  });
});

/** What there is: every stream but the attacker's own with its messages, and every consumer but the attacker's with its place. */
async function everything(attacker: Service): Promise<object> {
  const streams = await manager.streams.list().next();
  const consumers = await Promise.all(STREAMS.map((stream) => manager.consumers.list(stream).next()));
  return {
    streams: streams.map(({ config, state }) => ({
      ...config,
      deleted: state.num_deleted ?? 0,
      first: state.first_seq,
      ...(config.name !== streamOf(attacker) && config.name !== DEAD_LETTER_STREAM && { last: state.last_seq }),
    })),
    consumers: consumers.flat().map(({ stream_name, name, config, delivered, ack_floor }) => ({
      stream_name,
      name,
      config,
      ...(!CONSUMERS.some((c) => c.listener === attacker && c.stream === stream_name && c.durable === name) && { delivered, ack_floor }),
    })),
  };
}

/** Lets a service do what it does, waits until the broker has answered all of it, and looks whether anything of others has changed. */
async function untouched(attacker: Service, attack: (nats: NatsConnection) => Promise<void>): Promise<void> {
  const before = await everything(attacker);
  const nats = await as(attacker);
  await attack(nats);
  await jetstream(nats).publish(`evt.${attacker}.last`, '{}'); // the stream answers in order
  for (const { stream, durable } of CONSUMERS.filter(({ listener }) => listener === attacker)) {
    const pull = `${STREAMS_API}.CONSUMER.MSG.NEXT.${stream}.${durable}`; // and so does a consumer
    await nats.request(pull, PULL, { timeout: 5_000, noMux: true, reply: `_INBOX_${attacker}.last` });
  }
  await nats.close();
  expect(await everything(attacker)).toEqual(before);
}

function as(user: string): Promise<NatsConnection> {
  const pass = stack.secret(environmentName(user, 'NATS_PASSWORD'));
  return connect({ servers: stack.natsUrl, user, pass, inboxPrefix: `_INBOX_${user}` });
}

/** The server's complaints about permissions. They come as statuses of the connection, before the answer to the flush. */
async function denied(nats: NatsConnection, deed: () => void): Promise<string[]> {
  const complaints: string[] = [];
  void (async () => {
    for await (const status of nats.status()) if (status.type === 'error') complaints.push(status.error.message);
  })();
  deed();
  await nats.flush();
  await nats.flush();
  return complaints.filter((message) => /permissions violation/i.test(message));
}
