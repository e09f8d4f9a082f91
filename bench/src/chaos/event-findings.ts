import { SERVICES, type Service, SUBSCRIPTIONS, schemaOf, streamOf } from '@zero-distance/contracts';
import type { PublishedEvent } from '@zero-distance/testing';
import { examples, type Finding, finding } from './finding.js';
import type { Insight } from './insight.js';

/** What stands in each service's stream. */
export type Streams = ReadonlyMap<Service, readonly PublishedEvent[]>;

/** In each stream the events of an aggregate are version 1, 2, 3 … A repetition of one that was there is harmless, and told. */
export function inOrder(streams: Streams): Finding {
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

/** Each consumer's inbox stands at the last version of each aggregate that it hears of: it takes them one by one, so none was left out. */
export async function heardInOrder(insight: Insight, streams: Streams): Promise<Finding> {
  let positions = 0;
  const behind: string[] = [];
  for (const listener of SERVICES) {
    const rows = await insight.query<{ consumer: string; aggregate_id: string; version: number }>(
      `select consumer, aggregate_id, version from ${schemaOf(listener)}.inbox`,
    );
    const heard = new Map(rows.map((row) => [`${row.consumer} ${row.aggregate_id}`, row.version]));
    for (const source of SUBSCRIPTIONS[listener]) {
      for (const [id, version] of lastVersions(streams.get(source) ?? [])) {
        positions += 1;
        const at = heard.get(`${streamOf(source)} ${id}`);
        if (at !== version) behind.push(`${listener} of ${source} ${id}: ${at ?? 'nothing'}, not ${version}`);
      }
    }
  }
  const detail = `${positions} positions, ${behind.length} not at the last event${examples(behind)}`;
  return finding('every consumer has heard every event in its turn', behind.length === 0, detail);
}

/** Whose rows carry the version that their last event had, and what events call them. */
const AGGREGATES: readonly { readonly service: Service; readonly table: string; readonly noun: string }[] = [
  { service: 'intake', table: 'area', noun: 'area' },
  { service: 'intake', table: 'request', noun: 'request' },
  { service: 'dispatch', table: 'organisation', noun: 'organisation' },
  { service: 'dispatch', table: 'work_order', noun: 'work-order' },
  { service: 'case-mediation', table: 'mediation_case', noun: 'case' },
  { service: 'inspection', table: 'hazard', noun: 'hazard' },
  { service: 'evaluation', table: 'callback', noun: 'callback' },
];

/** Every version of an aggregate emits one event (decision 2): the last event in the stream has the version of the row, and each row one. */
export async function toTheLast(insight: Insight, streams: Streams): Promise<Finding> {
  let rows = 0;
  const apart: string[] = [];
  for (const { service, table, noun } of AGGREGATES) {
    const stored = await insight.query<{ id: string; version: number }>(`select id, version from ${schemaOf(service)}.${table}`);
    rows += stored.length;
    const versions = new Map(stored.map(({ id, version }) => [id, version]));
    const told = lastVersions((streams.get(service) ?? []).filter(({ type }) => type.startsWith(`${service}.${noun}.`)));
    for (const id of new Set([...versions.keys(), ...told.keys()])) {
      const [row, event] = [versions.get(id), told.get(id)];
      if (row !== event) apart.push(`${table} ${id}: row ${row ?? 'none'}, last event ${event ?? 'none'}`);
    }
  }
  const detail = `${rows} rows, ${apart.length} not at their last event${examples(apart)}`;
  return finding(
    'every change that was made was told: each row is at the version of its last event',
    rows > 0 && apart.length === 0,
    detail,
  );
}

function lastVersions(events: readonly PublishedEvent[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { aggregateId, aggregateVersion } of events) last.set(aggregateId, Math.max(last.get(aggregateId) ?? 0, aggregateVersion));
  return last;
}
