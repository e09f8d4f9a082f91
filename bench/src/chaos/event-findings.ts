import { hears, SERVICES, type Service, SUBSCRIPTIONS, schemaOf, streamOf, subjectOf } from '@zero-distance/contracts';
import type { PublishedEvent } from '@zero-distance/testing';
import { examples, type Finding, finding } from './finding.js';
import type { Insight } from './insight.js';

/** What stands in each service's stream. */
export type Streams = ReadonlyMap<Service, readonly PublishedEvent[]>;

/** What streams, tables and inboxes say of each other. */
export async function eventFindings(insight: Insight, streams: Streams): Promise<Finding[]> {
  const heard = await positionsOf(insight);
  return [inOrder(streams), heardInOrder(heard, streams), await heardToTheLast(insight, heard, streams)];
}

/** In each stream the events of an aggregate are version 1, 2, 3 … A repetition of one that was there is harmless, and told. */
function inOrder(streams: Streams): Finding {
  let events = 0;
  let repeated = 0;
  const jumps: string[] = [];
  for (const [service, published] of streams) {
    const reached = new Map<string, number>();
    for (const { aggregateId, aggregateVersion } of published) {
      events += 1;
      const before = reached.get(aggregateId) ?? 0;
      if (aggregateVersion <= before) repeated += 1;
      else if (aggregateVersion > before + 1) jumps.push(`${service} ${aggregateId} ${before}→${aggregateVersion}`);
      reached.set(aggregateId, Math.max(before, aggregateVersion));
    }
  }
  const detail = `${events} events, ${jumps.length} out of order, ${repeated} repeated${examples(jumps)}`;
  return finding('no aggregate has events out of order in a stream', events > 0 && jumps.length === 0, detail);
}

/** To which version of an aggregate a consumer has come: what its inbox says. */
type Positions = ReadonlyMap<string, number>;
const position = (listener: Service, stream: string, aggregateId: string): string => `${listener} ${stream} ${aggregateId}`;

async function positionsOf(insight: Insight): Promise<Positions> {
  const heard = new Map<string, number>();
  for (const listener of SERVICES) {
    const rows = await insight.query<{ consumer: string; aggregate_id: string; version: number }>(
      `select consumer, aggregate_id, version from ${schemaOf(listener)}.inbox`,
    );
    for (const row of rows) heard.set(position(listener, row.consumer, row.aggregate_id), row.version);
  }
  return heard;
}

const listenersOf = (source: Service, subject: string): Service[] =>
  SERVICES.filter((listener) =>
    SUBSCRIPTIONS[listener].some((heard) => !heard.bySequence && heard.source === source && hears(heard.filter, subject)),
  );

/** Each consumer's inbox stands at the last version of each aggregate that it hears of: it takes them one by one, so none was left out. */
function heardInOrder(heard: Positions, streams: Streams): Finding {
  let positions = 0;
  const behind: string[] = [];
  for (const [source, events] of streams) {
    for (const [id, { version, subject }] of lastOf(events)) {
      for (const listener of listenersOf(source, subject)) {
        positions += 1;
        const at = heard.get(position(listener, streamOf(source), id));
        if (at !== version) behind.push(`${listener} of ${source} ${id}: ${at ?? 'nothing'}, not ${version}`);
      }
    }
  }
  const detail = `${positions} positions, ${behind.length} not at the last event${examples(behind)}`;
  return finding('every consumer has heard every event in its turn', behind.length === 0, detail);
}

/** A stored aggregate, whatever else it holds. */
interface Row {
  readonly id: string;
  readonly version: number;
}

/** Whose rows carry the version that their last event had, and how events name them. */
const AGGREGATES: readonly { readonly service: Service; readonly table: string; readonly noun: string }[] = [
  { service: 'intake', table: 'area', noun: 'area' },
  { service: 'intake', table: 'request', noun: 'request' },
  { service: 'dispatch', table: 'organisation', noun: 'organisation' },
  { service: 'dispatch', table: 'work_order', noun: 'work-order' },
  { service: 'case-mediation', table: 'mediation_case', noun: 'case' },
  { service: 'inspection', table: 'hazard', noun: 'hazard' },
  { service: 'evaluation', table: 'callback', noun: 'callback' },
  { service: 'dispatch', table: 'application', noun: 'application' },
  { service: 'dispatch', table: 'part', noun: 'part' },
  { service: 'dispatch', table: 'supervision_order', noun: 'supervision-order' },
  { service: 'dispatch', table: 'whistle', noun: 'whistle' },
  { service: 'intake', table: 'knowledge_entry', noun: 'knowledge-entry' },
  { service: 'intake', table: 'snapshot_report', noun: 'snapshot-report' },
  { service: 'intake', table: 'missed_call', noun: 'missed-call' },
  { service: 'intake', table: 'reception_day', noun: 'reception-day' },
  { service: 'intake', table: 'resident', noun: 'resident' },
  { service: 'intake', table: 'key_person', noun: 'key-person' },
  { service: 'intake', table: 'facility_fault', noun: 'facility-fault' },
  { service: 'intake', table: 'round', noun: 'round' },
  { service: 'intake', table: 'knock_need', noun: 'knock-need' },
  { service: 'intake', table: 'activity', noun: 'activity' },
  { service: 'intake', table: 'activity_booking', noun: 'activity-booking' },
  { service: 'intake', table: 'activity_outcome', noun: 'activity-outcome' },
  { service: 'intake', table: 'service_case', noun: 'service-case' },
  { service: 'intake', table: 'home_visit', noun: 'home-visit' },
  { service: 'intake', table: 'point_use', noun: 'service-point' },
];

/**
 * Every version of an aggregate emits one event (decision 2): so the version of its row is where every consumer has to be, and
 * what was told of has a row. Rows are not compared with the stream, which may have lost its oldest message: nats-server 2.9.10
 * throws it out when a new one fits into `max_bytes` but for its own overhead, although the stream is to refuse what is new.
 */
async function heardToTheLast(insight: Insight, heard: Positions, streams: Streams): Promise<Finding> {
  let rows = 0;
  const apart: string[] = [];
  for (const { service, table, noun } of AGGREGATES) {
    const stored = await insight.query<Row>(`select * from ${schemaOf(service)}.${table}`);
    rows += stored.length;
    for (const row of stored) {
      const { id, version } = row;
      for (const listener of listenersOf(service, subjectOf(`${service}.${noun}.changed.v1`, row))) {
        const at = heard.get(position(listener, streamOf(service), id));
        if (at !== version) apart.push(`${table} ${id} is at ${version}, ${listener} heard ${at ?? 'nothing'}`);
      }
    }
    const known = new Set(stored.map(({ id }) => id));
    const told = (streams.get(service) ?? []).filter(({ type }) => type.startsWith(`${service}.${noun}.`));
    for (const id of lastOf(told).keys()) if (!known.has(id)) apart.push(`${table} ${id} was told of, and is not there`);
  }
  const detail = `${rows} rows, ${apart.length} apart${examples(apart)}`;
  return finding('every change that was made was heard by everybody, to the last', rows > 0 && apart.length === 0, detail);
}

/** The last event of each aggregate. */
function lastOf(events: readonly PublishedEvent[]): Map<string, { version: number; subject: string }> {
  const last = new Map<string, { version: number; subject: string }>();
  for (const { aggregateId, aggregateVersion: version, subject } of events) {
    if (version > (last.get(aggregateId)?.version ?? 0)) last.set(aggregateId, { version, subject });
  }
  return last;
}
