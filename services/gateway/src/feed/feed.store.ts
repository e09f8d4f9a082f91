import type { Service } from '@zero-distance/contracts';
import type { StreamedEvent } from '@zero-distance/messaging';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { nounOf, PARTY_NOUNS, TOLD_TYPES, toldData, treatmentOf } from './feed.js';
import type { FeedScope } from './feed-scope.js';
import { type Left, type Matter, matterAfter, movedTo } from './matter.js';

/** An event of the feed, of which nothing but codes is kept. */
export interface FeedEvent {
  /** Its place: a later one was committed later. */
  readonly id: number;
  readonly eventId: string;
  readonly noun: string;
  readonly type: string;
  readonly at: Date;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  /** Null for what belongs to no matter: it is for the gateway's own use. */
  readonly matterId: string | null;
  /** '' where it has none. */
  readonly areaCode: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event that is to be kept, and who has lost what it tells of. */
type Kept = Omit<FeedEvent, 'id'> & { readonly leftArea: string | null; readonly leftOrganisationIds: readonly string[] | null };

/** Holds the feed until the commit: who keeps is alone, and ids become visible in their order. */
export const holdFeed = (tx: Tx): Promise<void> => tx.execute('select from feed_head for update', []);

/** Up to where each stream is kept. */
export async function positionsOf(tx: ReadTx): Promise<ReadonlyMap<Service, number>> {
  const rows = await tx.query<{ source: Service; sequence: string }>('select source, sequence from feed_position');
  return new Map(rows.map(({ source, sequence }) => [source, Number(sequence)]));
}

/** The matter that an event belongs to, and who tells of it; undefined for what belongs to none. */
function matterOf({ envelope: { type, aggregateId }, data, source }: StreamedEvent): { to: string; toldBy: Service } | undefined {
  const treatment = treatmentOf(type);
  if (treatment.as !== 'matter') return undefined;
  const belongs = 'belongs' in treatment && data !== undefined ? treatment.belongs?.(data as Readonly<Record<string, unknown>>) : undefined;
  return belongs ?? { to: aggregateId, toldBy: source };
}

/**
 * Queues events, with what they say of who may hear of their matters.
 * @param isSure false: when a matter is not known that another service tells of, nothing is queued
 * @returns the services that have to be heard first
 */
export async function keepEvents(tx: Tx, events: readonly StreamedEvent[], isSure: boolean): Promise<ReadonlySet<Service>> {
  const told = events
    .filter(({ envelope }) => treatmentOf(envelope.type).as !== 'left-out')
    .map((event) => ({ event, matter: matterOf(event) }));
  const matters = await loadMatters(tx, [...new Set(told.flatMap(({ matter }) => matter?.to ?? []))]);
  const before = new Map(matters);
  const first = new Set<Service>();
  const left = new Map<StreamedEvent, Left>();
  const inTurn = told.toSorted((a, b) => Number(a.matter?.toldBy !== a.event.source) - Number(b.matter?.toldBy !== b.event.source));
  for (const { event, matter } of inTurn) {
    if (!matter) continue;
    const known = matters.get(matter.to);
    const { type, aggregateId } = event.envelope;
    const after = matterAfter(known, matter.to, { type, data: event.data ?? {} });
    const moved = after && movedTo(known, after, aggregateId, areaOf(toldData(type, event.data)));
    if (moved) matters.set(matter.to, moved.matter);
    if (moved?.left) left.set(event, moved.left);
    else if (!moved && matter.toldBy !== event.source) first.add(matter.toldBy);
  }
  if (first.size > 0 && !isSure) return first;
  insertEvents(
    tx,
    told.map(({ event, matter }) => toKept(event, matter?.to, left.get(event))),
  );
  saveMatters(
    tx,
    [...matters.values()].filter((matter) => before.get(matter.id) !== matter),
  );
  savePositions(tx, events);
  return new Set();
}

const areaOf = ({ areaCode }: Readonly<Record<string, unknown>>): string => (typeof areaCode === 'string' ? areaCode : '');

function toKept({ envelope, data }: StreamedEvent, matterId: string | undefined, left: Left | undefined): Kept {
  const { id, type, time, aggregateId, aggregateVersion } = envelope;
  const codes = toldData(type, data);
  return {
    eventId: id,
    noun: nounOf(type),
    type,
    at: time,
    aggregateId,
    aggregateVersion,
    matterId: matterId ?? null,
    areaCode: areaOf(codes),
    data: codes,
    leftArea: left?.area ?? null,
    leftOrganisationIds: left?.organisationIds ?? null,
  };
}

const MATTER = `id, number, withheld, organisation_ids as "organisationIds", barred_organisation_ids as "barredOrganisationIds",
  barred_account_ids as "barredAccountIds", areas`;

async function loadMatters(tx: ReadTx, ids: readonly string[]): Promise<Map<string, Matter>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Matter & Record<string, unknown>>(`select ${MATTER} from feed_matter where id = any($1::uuid[])`, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The pieces that there are reach from eight days ago, when the feed began, to three days ahead. */
const PLACED = `least(greatest(e.at, now() - interval '7 days'), now() + interval '1 day')`;

function insertEvents(tx: Tx, events: readonly Kept[]): void {
  if (events.length === 0) return;
  tx.write(
    `with head as (update feed_head set last_id = last_id + $1 returning last_id - $1 as before)
     insert into feed_event (id, placed_at, event_id, noun, type, at, aggregate_id, aggregate_version, matter_id, area_code, data,
       left_area, left_organisation_ids)
     select head.before + e.n, ${PLACED}, e."eventId", e.noun, e.type, e.at, e."aggregateId", e."aggregateVersion", e."matterId", e."areaCode", e.data,
       e."leftArea", e."leftOrganisationIds"
     from head, rows from (jsonb_to_recordset($2::jsonb) as ("eventId" uuid, noun text, type text, at timestamptz, "aggregateId" uuid,
       "aggregateVersion" int, "matterId" uuid, "areaCode" text, data jsonb, "leftArea" text, "leftOrganisationIds" uuid[])) with ordinality
       as e("eventId", noun, type, at, "aggregateId", "aggregateVersion", "matterId", "areaCode", data, "leftArea", "leftOrganisationIds", n)
     on conflict (placed_at, event_id) do nothing`,
    [events.length, JSON.stringify(events)],
    'any',
  );
}

function saveMatters(tx: Tx, matters: readonly Matter[]): void {
  if (matters.length === 0) return;
  tx.write(
    `insert into feed_matter (id, number, withheld, organisation_ids, barred_organisation_ids, barred_account_ids, areas)
     select id, number, withheld, "organisationIds", "barredOrganisationIds", "barredAccountIds", areas
     from jsonb_to_recordset($1::jsonb) as m(id uuid, number text, withheld boolean, "organisationIds" uuid[], "barredOrganisationIds" uuid[],
       "barredAccountIds" text[], areas jsonb)
     on conflict (id) do update set number = excluded.number, withheld = excluded.withheld, organisation_ids = excluded.organisation_ids,
       barred_organisation_ids = excluded.barred_organisation_ids, barred_account_ids = excluded.barred_account_ids,
       areas = excluded.areas`,
    [JSON.stringify(matters)],
    'any',
  );
}

function savePositions(tx: Tx, events: readonly StreamedEvent[]): void {
  const reached = new Map<Service, number>();
  for (const { source, sequence } of events) reached.set(source, Math.max(sequence, reached.get(source) ?? 0));
  if (reached.size === 0) return;
  tx.write(
    `insert into feed_position (source, sequence) select * from unnest($1::text[], $2::bigint[])
     on conflict (source) do update set sequence = greatest(feed_position.sequence, excluded.sequence)`,
    [[...reached.keys()], [...reached.values()]],
    'any',
  );
}

/** The place of the last event. */
export async function headOfFeed(tx: ReadTx): Promise<number> {
  const [row] = await tx.query<{ last: string }>('select last_id as last from feed_head');
  return Number(row?.last ?? 0);
}

/** Events are told of a little before the time that is asked for: they are not kept in the order of their times. */
const OUT_OF_ORDER_MS = 60_000;

/** The place before the events of a time and later. */
export async function placeBefore(tx: ReadTx, since: Date): Promise<number> {
  const [row] = await tx.query<{ id: string }>('select id from feed_event where placed_at >= $1 order by placed_at limit 1', [
    new Date(since.getTime() - OUT_OF_ORDER_MS),
  ]);
  return row ? Number(row.id) - 1 : headOfFeed(tx);
}

export const EVENT = `e.id, e.event_id as "eventId", e.noun, e.type, e.at, e.aggregate_id as "aggregateId", e.aggregate_version as "aggregateVersion",
  e.matter_id as "matterId", e.area_code as "areaCode", e.data`;

/** The condition that a scope `s` hears an event `e` of a matter `m` (decision 17, as of every list of matters). */
const MAY = `e.noun = any(s.nouns) and not m.withheld and s.account <> all(m.barred_account_ids)
  and not (s.organisations && m.barred_organisation_ids)`;
/** Told only to those that the event names, of all who take part in the matter. */
const OF_PARTIES = `e.noun in (${PARTY_NOUNS.map((noun) => `'${noun}'`).join(', ')})`;
const IS_PARTY = `s.organisations::text[] && array[e.data ->> 'leadOrganisationId', e.data ->> 'coOrganisationId']`;
const REACHES = `starts_with(e.area_code, s.area)
  and (not s.acts or starts_with(e.area_code, s.territory)
    or case when ${OF_PARTIES} then ${IS_PARTY} else s.organisations && m.organisation_ids end)`;
export const HEARS = `${MAY} and ${REACHES} and (s.types is null or e.type = any(s.types))`;

/** That it heard of the matter before `e` and does not any more. Of what is hidden from it by now it hears nothing, not even that. */
export const LOSES = `(e.left_area is not null or e.left_organisation_ids is not null) and ${MAY} and (${REACHES}) is not true
  and starts_with(coalesce(e.left_area, e.area_code), s.area)
  and (not s.acts or starts_with(coalesce(e.left_area, e.area_code), s.territory) or s.organisations && (e.left_organisation_ids || m.organisation_ids))`;

export const SCOPES = `jsonb_to_recordset($1::jsonb) as asked(area text, account text, acts boolean, organisations uuid[], territory text, nouns text[],
  types text[], n int)`;

/** A span of the feed: behind `after`, up to `upTo`. */
export interface Span {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

/** How far one statement looks for what somebody hears, who perhaps hears nothing of it. */
export const LOOKED_THROUGH = 10_000;

/** An event, and which of the scopes hear it. */
export type Heard = FeedEvent & { readonly hearers: readonly number[] };

/** The first events of a span that somebody hears, and up to where it was looked through for them: not always to its end. */
export interface HeardOfSpan {
  readonly events: readonly Heard[];
  readonly reached: number;
}

/** The first events of a span that at least one of the scopes hears; which ones, by their places in the list. One statement for however many. */
export async function eventsHeard(tx: ReadTx, scopes: readonly FeedScope[], { after, upTo, limit }: Span): Promise<HeardOfSpan> {
  const end = Math.min(upTo, after + LOOKED_THROUGH);
  const rows = await tx.page<Heard & { readonly id: string } & Record<string, unknown>>(
    `with s as materialized (select * from ${SCOPES})
     select ${EVENT}, h.hearers from feed_event e join feed_matter m on m.id = e.matter_id
     cross join lateral (select array_agg(s.n) as hearers from s where ${HEARS}) h
     where e.id > $2 and e.id <= $3 and h.hearers is not null order by e.id limit $4`,
    [JSON.stringify(scopes.map((scope, n) => ({ ...scope, n }))), after, end, limit],
  );
  const events = rows.map((row) => ({ ...row, id: Number(row.id) }));
  return { events, reached: events.length === limit ? (events.at(-1)?.id ?? end) : Math.max(after, end) };
}

/** Whether a scope hears an event now: what it could hear yesterday may be hidden today. */
export async function isHeard(tx: ReadTx, scope: FeedScope, id: number): Promise<boolean> {
  const { events } = await eventsHeard(tx, [scope], { after: id - 1, upTo: id, limit: 1 });
  return events.length > 0;
}

/** How many events of a span that a scope would hear are withheld from everybody, within the area that it sees whole. */
export async function countWithheld(
  tx: ReadTx,
  { area, acts, territory, nouns, types }: FeedScope,
  { after, upTo }: Omit<Span, 'limit'>,
): Promise<number> {
  if (acts && territory === null) return 0;
  const [row] = await tx.page<{ count: number }>(
    `select count(*)::int as count from feed_event e left join feed_matter m on m.id = e.matter_id
     where e.id > $1 and e.id <= $2 and e.matter_id is not null and coalesce(m.withheld, true)
       and starts_with(e.area_code, $3) and starts_with(e.area_code, $4)
       and e.noun = any($5) and e.type = any($6)`,
    [after, upTo, area, territory ?? '', nouns, types ?? TOLD_TYPES],
  );
  return row?.count ?? 0;
}

/** All events of a span, with what is known of their matters: for the gateway's own readers. */
export async function eventsOf(tx: ReadTx, { after, upTo, limit }: Span): Promise<(FeedEvent & { readonly matter: Matter | null })[]> {
  const rows = await tx.page<FeedEvent & Matter & { readonly id: string; readonly known: boolean } & Record<string, unknown>>(
    `select ${EVENT}, m.id is not null as known, m.number, m.withheld, m.organisation_ids as "organisationIds",
       m.barred_organisation_ids as "barredOrganisationIds", m.barred_account_ids as "barredAccountIds", m.areas
     from feed_event e left join feed_matter m on m.id = e.matter_id where e.id > $1 and e.id <= $2 order by e.id limit $3`,
    [after, upTo, limit],
  );
  return rows.map(({ known, number, withheld, organisationIds, barredOrganisationIds, barredAccountIds, areas, ...event }) => ({
    ...event,
    id: Number(event.id),
    matter: known
      ? { id: String(event.matterId), number, withheld, organisationIds, barredOrganisationIds, barredAccountIds, areas }
      : null,
  }));
}

/** Up to where a reader in the gateway has come; a new one begins at the end. Holds it until the commit. */
export async function holdReader(tx: Tx, name: string): Promise<number> {
  await tx.execute('insert into feed_reader (name, last_id) select $1, last_id from feed_head on conflict (name) do nothing', [name]);
  const [row] = await tx.query<{ last: string }>('select last_id as last from feed_reader where name = $1 for update', [name]);
  return Number(row?.last ?? 0);
}

/** Queues that a reader has come so far. */
export const moveReader = (tx: Tx, name: string, to: number): void =>
  tx.write('update feed_reader set last_id = $2 where name = $1', [name, to]);
