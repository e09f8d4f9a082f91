import { type Actor, newId } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { ACCESS_TABLE, defineAggregate, NEWEST_FIRST, seesOnlyOwn } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { SEEN_BY_PARTICIPANTS } from '../participation/participation.store.js';
import { BY_RELEVANCE, isFound } from '../search/request-words.store.js';
import { RequestEntity, RequestHistoryEntity } from './request.entity.js';
import { REQUEST_TRANSITIONS, subjectOf } from './request.transitions.js';
import { REQUEST_EVENTS } from './request-event.js';

/** Where the matter is, as its index has it. */
export const POSITION = `point((t.point -> 'coordinates' ->> 0)::float8, (t.point -> 'coordinates' ->> 1)::float8)`;

export const REQUESTS = defineAggregate(
  {
    machine: REQUEST_TRANSITIONS,
    entity: RequestEntity,
    also: {
      // Who asks with a part is who asks with the whole.
      columns: 'coalesce(q.name_masked, w.name_masked) as "nameMasked", coalesce(q.phone_masked, w.phone_masked) as "phoneMasked"',
      join: 'left join requester q on q.request_id = t.id left join requester w on w.request_id = t.parent_id',
    },
    history: {
      entity: RequestHistoryEntity,
      key: 'requestId',
      since: 'receivedAt',
      constant: { service: 'intake' },
      also: ({ withdrawnBy }) => (withdrawnBy ? { detail: { channel: withdrawnBy } } : {}),
    },
    notFound: (id) => refuse('request.not_found', { id }),
    visible: SEEN_BY_PARTICIPANTS,
    begins: { action: 'register', event: 'intake.request.registered.v1' },
    imported: { action: 'import', event: 'intake.request.imported.v1' },
    events: REQUEST_EVENTS,
    orders: { ...NEWEST_FIRST, relevance: BY_RELEVANCE },
    filters: {
      state: 'state',
      kind: 'kind',
      number: 'number',
      upstreamReference: 'upstream_reference',
      q: isFound,
      /** 分办: those that are parts of this one. */
      parentId: 'parent_id',
      /** 并单: those that were merged into this one. */
      mainRequestId: (id: string, { given }) => `t.id in (select request_id from request_merge where main_request_id = ${given(id)})`,
      /** 服务对象: those for somebody, by any of their files. */
      residentIds: (ids: readonly string[], { given }) => `t.resident_id = any(${given(ids)}::uuid[])`,
      /** 来访诉求: those of the visitors of a reception day. */
      receptionDayId: (id: string, { given }) => `t.id in (select request_id from reception_matter where reception_day_id = ${given(id)})`,
      /** In a box of the map: west, south, east, north. */
      within: ([west, south, east, north]: readonly [number, number, number, number], { given }) =>
        `t.point is not null and ${POSITION} <@ box(point(${given(west)}, ${given(south)}), point(${given(east)}, ${given(north)}))`,
      /** Keyed hash of the requester's telephone number. */
      phoneIndex: (hash: string, { given }) => `q.phone_index = ${given(hash)}`,
      /** Without those whose requester is not to be known. */
      openRequesters: (only: boolean) => (only ? 'not t.confidential' : undefined),
    },
  },
  (request, { actor }) => subjectOf(request, actor),
);

/** A caller with the reach that they have where requests are read, whatever they called. */
export const asRequestReader = (actor: Actor): Actor => ({
  ...actor,
  onlyOwn: seesOnlyOwn(ACCESS_TABLE['intake.requests.get'], actor.roles),
});

/** Whether the caller may see a request, or a part of it: what came with the whole is of its parts too. Throws 404 where they may not. */
export async function seeRequestOrPart(tx: ReadTx, id: string): Promise<void> {
  const { items } = await REQUESTS.list(tx, { parentId: id, limit: 1 });
  if (items.length === 0) await REQUESTS.load(tx, id);
}

/**
 * 历史诉求: the one that was brought in under this number, whatever channel it came by, for its number alone says which it is. The word of `THE_TIME_BEFORE` stands
 * in the text as it does in the index `request_past`.
 */
export async function requestBroughtIn(tx: ReadTx, reference: string): Promise<RequestEntity | undefined> {
  const sql = `${tx.select(RequestEntity, 't')} where upstream_system = 'before' and upstream_reference = $1`;
  return (await tx.query<RequestEntity & Record<string, unknown>>(sql, [reference]))[0];
}

/** An event of another service, as it was heard. */
interface Heard {
  /** `dispatch.work-order.accepted.v1`. */
  readonly type: string;
  readonly time: Date;
}

/** Queues a line of a request's story for what another service told of it. */
export function noteHeard(tx: Tx, requestId: string, { type, time }: Heard, detail: Record<string, unknown>): void {
  const [service = '', noun, verb] = type.split('.');
  tx.append(RequestHistoryEntity, { id: newId(), requestId, service, action: `${noun}.${verb}`, at: time, detail });
}
