import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  EVENTS,
  type EventData,
  type EventType,
  hears,
  KNOWN_WORDS,
  SERVICES,
  type Service,
  SUBSCRIPTIONS,
  subjectOf,
} from '@zero-distance/contracts';
import { newId } from '@zero-distance/kernel';
import { eventually, startTestStack, type TestStack } from '@zero-distance/testing';
import { DataSource } from 'typeorm';
import { emitSnapshotEvents } from '../src/outbox/snapshot-events.js';

// Services of several releases side by side: one tells what another does not know yet, and one begins to listen to what others heard long ago.

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ services: SERVICES });
}, 120_000);
afterAll(() => stack?.stop());

/** How far a service has come with an aggregate; undefined when it never heard of it. */
async function positionOf(service: Service, aggregateId: string): Promise<number | undefined> {
  const rows = await stack.sql<{ version: number }>(service, 'select version from inbox where aggregate_id = $1', [aggregateId]);
  return rows[0]?.version;
}

const deadLetters = (service: Service) => stack.sql(service, 'select event_type, error from dead_letter');

/** The services that hear the event. */
const hearersOf = (type: EventType, data: unknown): Service[] =>
  SERVICES.filter((service) =>
    SUBSCRIPTIONS[service].some(({ filter, bySequence }) => !bySequence && hears(filter, subjectOf(type, data))),
  );

describe('a word of a later version', () => {
  const WORD = 'word-of-a-later-version';
  /** A request whose answer was given, and its order: what a callback is about. */
  const ANSWERED = newId();
  const ORDER = newId();
  const EXAMPLE = EVENTS['intake.request.registered.v1'].example.requestId;

  const openFieldsOf = (type: EventType): string[] =>
    Object.entries(EVENTS[type].schema.properties as Readonly<Record<string, object>>).flatMap(([name, field]) =>
      KNOWN_WORDS in field ? [name] : [],
    );
  /** What happens once to a request in one round happens to another one each time. */
  const ONCE_A_ROUND = ['intake.request.replied.v1', 'intake.request.replied-with-main.v1'];
  /** The example with that word, about the request if it is of a callback. */
  const dataOf = (type: EventType, field: string) =>
    ({
      ...EVENTS[type].example,
      ...(type.startsWith('evaluation.callback') && { requestId: ANSWERED }),
      ...(type.includes('.access.') && { accessRecordId: newId() }),
      ...(ONCE_A_ROUND.includes(type) && { requestId: newId() }),
      ...(type === 'intake.request.followed-up.v1' && { followUpId: newId() }),
      [field]: WORD,
    }) as EventData<EventType>;
  /** The gateway's own accesses are for others than us: it keeps them itself. */
  const HEARD = (Object.keys(EVENTS) as EventType[]).filter((type) => type !== 'gateway.access.recorded.v1');
  const TOLD = HEARD.flatMap((type) => openFieldsOf(type).map((field) => ({ type, field, id: newId(), data: dataOf(type, field) })));

  beforeAll(async () => {
    await stack.sql(
      'intake',
      `insert into request (id, number, state, kind, channel, category_code, area_code, title, text, urgency, confidential, publishable,
         callback_possible, received_at)
       select id, number, state, 'complaint', 'hotline-12345', '010203', '230903011001', '', '', 'normal', false, true, true, now()
       from (values ($1::uuid, 'N-1', 'replied'), ($2, 'N-2', 'withdrawn')) as r (id, number, state)`,
      [ANSWERED, EXAMPLE], // dispatch opens and ends an order of the one in the examples, and tells of that
    );
    await stack.sql(
      'dispatch',
      `insert into work_order (id, version, type, source_id, category_code, area_code, urgency, state, round, received_at, opened_at,
         lead_organisation_id, dispatch_due_at, counted_from, feedback_due_at)
       values ($1, 1, 'request', $2, '010203', '230903011001', 'normal', 'approved', 1, now(), now(), $3, now(), now(), now())`,
      [ORDER, ANSWERED, newId()],
    );
    // Who mends a broken facility has to be in the register of who gives the order.
    await stack.sql(
      'dispatch',
      `insert into organisation (id, code, name, kind, area_code, version) values ($1, 'union', '区总工会', 'union', '230903', 1)`,
      [EVENTS['intake.facility-fault.confirmed.v1'].example.organisationId],
    );
    await stack.sql('dispatch', 'update register_revision set revision = revision + 1');
  });

  it('It may come in the open fields of any event', () => {
    const fields = [
      'action',
      'answeredBy',
      'cause',
      'channel',
      'delivery',
      'facility',
      'followUp',
      'kind',
      'level',
      'method',
      'mode',
      'openedBy',
      'outcome',
      'purpose',
      'reasonCode',
      'result',
      'state',
      'type',
      'way',
    ];
    expect([...new Set(TOLD.map(({ field }) => field))].sort()).toEqual(fields);
  });

  it.each(TOLD)('An event $type with such a word in $field is handled once by every service that hears it', async ({ type, id, data }) => {
    await stack.publish(type, { id, version: 1 }, data);
    const hearers = hearersOf(type, data);
    expect(hearers.length).toBeGreaterThan(0);
    for (const service of hearers) await eventually(async () => expect(await positionOf(service, id)).toBe(1));
    for (const service of hearers) expect(await deadLetters(service)).toEqual([]);
  });

  it('Read copies keep a channel that they do not know', async () => {
    const { requestId } = EVENTS['intake.request.registered.v1'].example;
    expect(await stack.sql('evaluation', 'select channel from request where id = $1', [requestId])).toEqual([{ channel: WORD }]);
  });

  it('Neither a request nor its order follows an outcome that is not known', async () => {
    expect(await stack.sql('intake', 'select state from request where id = $1', [ANSWERED])).toEqual([{ state: 'replied' }]);
    expect(await stack.sql('dispatch', 'select state from work_order where id = $1', [ORDER])).toEqual([{ state: 'approved' }]);
  });
});

describe('a service that begins to hear of organisations', () => {
  const TYPE = 'dispatch.organisation.registered.v1';
  const LISTENERS = ['intake', 'case-mediation', 'inspection', 'evaluation'] as const;
  /** It heard of them last month, with all others; the others begin today, when neither stream nor outbox remembers them. */
  const KNOWS = 'intake';
  const OFTEN_CHANGED = { id: newId(), code: 'housing-bureau', version: 3 };
  const NEVER_CHANGED = { id: newId(), code: 'water-works', version: 1 };
  const ROWS = [OFTEN_CHANGED, NEVER_CHANGED];

  const factsOf = ({ id, code }: { id: string; code: string }): EventData<typeof TYPE> => ({
    organisationId: id,
    code,
    name: `单位 ${code}`,
    kind: 'department',
    areaCode: '230903',
  });
  const copyOf = (service: Service) =>
    stack.sql<{ id: string; code: string }>(service, 'select id, code from organisation where id = any($1) order by code', [ids]);
  const ids = ROWS.map(({ id }) => id);

  /** What a migration of dispatch does for listeners that are new in its release. */
  async function emitAllAgain(): Promise<void> {
    const url = new URL(stack.adminUrl);
    url.username = 'zd_migrator';
    url.password = stack.secret('MIGRATOR_PASSWORD');
    const dataSource = new DataSource({ type: 'postgres', url: url.href, extra: { options: '-c search_path=dispatch' } });
    await dataSource.initialize();
    await dataSource.transaction(async ({ queryRunner }) => {
      if (!queryRunner) throw new Error('a transaction has a runner');
      await queryRunner.query('update organisation set version = version + 1');
      const rows = (await queryRunner.query('select id, code, version from organisation order by code')) as typeof ROWS;
      const standing = rows.map((row) => ({ type: TYPE, aggregate: row, data: factsOf(row) }) as const);
      await emitSnapshotEvents(queryRunner, standing);
    });
    await dataSource.destroy();
  }

  beforeAll(async () => {
    for (const row of ROWS) {
      const { name, kind, areaCode } = factsOf(row);
      const sql = 'insert into organisation (id, code, name, kind, area_code, version) values ($1, $2, $3, $4, $5, $6)';
      await stack.sql('dispatch', sql, [row.id, row.code, name, kind, areaCode, row.version]);
      await stack.sql(KNOWS, `insert into inbox (consumer, aggregate_id, version) values ('EVT_DISPATCH', $1, $2)`, [row.id, row.version]);
    }
  });

  it('It is told of all by one snapshot each, which is the next version to a service that knows them', async () => {
    await emitAllAgain();
    for (const service of LISTENERS) {
      await eventually(async () => expect(await copyOf(service)).toEqual(ROWS.map(({ id, code }) => ({ id, code }))));
      for (const { id, version } of ROWS) expect(await positionOf(service, id)).toBe(version + 1);
    }
    const told = (await stack.published(TYPE)).filter(({ aggregateId }) => ids.includes(aggregateId));
    expect(told.map(({ aggregateId, aggregateVersion }) => [aggregateId, aggregateVersion])).toEqual(
      ROWS.map(({ id, version }) => [id, version + 1]),
    );
  });

  it('It keeps one copy of each when they are emitted once more, and hears of what changes afterwards', async () => {
    await emitAllAgain();
    const renamed = { ...factsOf(OFTEN_CHANGED), name: '住房和城乡建设局' };
    await stack.publish(TYPE, { id: OFTEN_CHANGED.id, version: OFTEN_CHANGED.version + 3 }, renamed);
    for (const service of LISTENERS) {
      await eventually(async () => expect(await positionOf(service, OFTEN_CHANGED.id)).toBe(OFTEN_CHANGED.version + 3));
      await eventually(async () => expect(await positionOf(service, NEVER_CHANGED.id)).toBe(NEVER_CHANGED.version + 2));
      expect(await copyOf(service)).toEqual(ROWS.map(({ id, code }) => ({ id, code })));
      expect(await stack.sql(service, 'select name from organisation where id = $1', [OFTEN_CHANGED.id])).toEqual([{ name: renamed.name }]);
    }
  });

  it('No service puts a snapshot aside as a dead letter', async () => {
    for (const service of LISTENERS) expect(await deadLetters(service)).toEqual([]);
  });
});
