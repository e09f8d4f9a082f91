import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// What intake tells of a request. Each function is one upsert of the columns that its event owns, so a row may begin with
// any event of the request. Written only by the consumer of intake's stream. A part of a divided request 分项 has no row: the whole counts, once.

type Moment = EventData<'intake.request.closed.v1'>;

/** 分项: it is counted, called back about and shown with the whole. */
export const isPart = ({ parentId }: { readonly parentId?: string }): boolean => parentId !== undefined;

/** 分办: neither one order nor one case answered it. */
const BY_ITS_PARTS = { answeredBy: 'parts', answerId: null, organisationId: null } as const;

/** 诉求已受理. */
export const keepRequest = (tx: Tx, request: EventData<'intake.request.registered.v1'>, version: number): void =>
  keepFacts(tx, request, version);

/** 已更正: the request counts where it is, and so does what its callers said. */
export function keepRequestCorrection(tx: Tx, request: EventData<'intake.request.corrected.v1'>, version: number): void {
  keepFacts(tx, request, version);
  tx.write('update callback set area_code = $2 where request_id = $1', [request.requestId, request.areaCode], 'any');
}

function keepFacts(tx: Tx, request: Facts, version: number): void {
  if (isPart(request)) return;
  tx.upsert(
    `insert into request (id, area_code, number, kind, channel, category_code, publishable, received_at, facts_version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do update set ${FACTS}`,
    [...described(request), version],
  );
}

/** 已答复. What a later round says replaces what an earlier one said, not the other way round. */
export function keepReply(
  tx: Tx,
  request: EventData<'intake.request.replied.v1' | 'intake.request.replied-with-main.v1' | 'intake.request.replied-in-parts.v1'>,
  version: number,
): void {
  if (isPart(request)) return;
  const { repliedAt, round, publicAnswer } = request;
  const { answeredBy, answerId, organisationId } = 'parts' in request ? BY_ITS_PARTS : request;
  tx.upsert(
    `insert into request (id, area_code, number, kind, channel, category_code, publishable, received_at, facts_version,
       first_replied_at, replied_at, round, answered_by, answer_id, organisation_id, public_answer)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, $14, $15)
     on conflict (id) do update set ${FACTS},
       first_replied_at = least(request.first_replied_at, excluded.first_replied_at),
       (replied_at, round, answered_by, answer_id, organisation_id, public_answer) = (select l.* from (values
         (excluded.replied_at, excluded.round, excluded.answered_by, excluded.answer_id, excluded.organisation_id, excluded.public_answer),
         (request.replied_at, request.round, request.answered_by, request.answer_id, request.organisation_id, request.public_answer)
       ) as l (replied_at, round, answered_by, answer_id, organisation_id, public_answer) order by l.round desc limit 1)`,
    [...described(request), version, repliedAt, round, answeredBy, answerId, organisationId, publicAnswer],
  );
}

/** 历史诉求已导入: taken in, due, answered and closed at times of its own. Nobody is asked about it any more. */
export function keepPastRequest(tx: Tx, request: EventData<'intake.request.imported.v1'>, version: number): void {
  const { dueAt, repliedAt, closedAt, reference = null } = request;
  tx.upsert(
    `insert into request (id, area_code, number, kind, channel, category_code, publishable, received_at,
       due_at, first_replied_at, replied_at, closed_at, closing_version, past_reference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13) on conflict do nothing`,
    [...described(request), dueAt, repliedAt, closedAt, version, reference],
  );
}

/** How a request ended without an order's or a case's answer. */
const ENDS = ['answered_at', 'declined_at', 'withdrawn_at', 'redirected_at'] as const;

/**
 * 当场答复, 不予受理, 撤回, 转紧急电话, or handled again after one of them: the event with the highest version says which it is. An answer on the spot stays the
 * first answer, whatever came later.
 * @param how null: it did not end
 */
export function keepRequestEnd(tx: Tx, how: (typeof ENDS)[number] | null, request: Moment, version: number): void {
  if (isPart(request)) return;
  const { requestId, areaCode, at } = request;
  const times = ENDS.map((end) => (end === how ? at : null));
  tx.upsert(
    `insert into request (id, area_code, answered_at, declined_at, withdrawn_at, redirected_at, end_version, first_replied_at)
     values ($1, $2, $3, $4, $5, $6, $7, $3) on conflict (id) do update set
       first_replied_at = least(request.first_replied_at, excluded.first_replied_at, request.answered_at),
       (answered_at, declined_at, withdrawn_at, redirected_at, end_version) = (select e.* from (values
         (excluded.answered_at, excluded.declined_at, excluded.withdrawn_at, excluded.redirected_at, excluded.end_version),
         (request.answered_at, request.declined_at, request.withdrawn_at, request.redirected_at, request.end_version)
       ) as e (answered_at, declined_at, withdrawn_at, redirected_at, end_version) order by e.end_version desc limit 1)`,
    [requestId, areaCode, ...times, version],
  );
}

/** 已办结 and 重办: of the two, the one with the higher version tells whether the request is closed. */
export function keepRequestClosing(tx: Tx, request: Moment, closed: boolean, version: number): void {
  if (isPart(request)) return;
  const { requestId, areaCode, at } = request;
  tx.upsert(
    `insert into request (id, area_code, closed_at, closing_version) values ($1, $2, $3, $4)
     on conflict (id) do update set
       closed_at = case when excluded.closing_version > request.closing_version then excluded.closed_at else request.closed_at end,
       closing_version = greatest(request.closing_version, excluded.closing_version)`,
    [requestId, areaCode, closed ? at : null, version],
  );
}

type Facts = Omit<EventData<'intake.request.registered.v1'>, 'emergencyNumber' | 'fileIds' | 'sealedText'>;

/**
 * What a request is. Where it is and of what category can be corrected: the event with the highest version says it. One that was divided may be kept
 * from the public since, and never the other way round.
 */
const FACTS = `number = excluded.number, kind = excluded.kind, channel = excluded.channel,
  publishable = excluded.publishable and (request.number is null or request.publishable),
  received_at = excluded.received_at,
  (area_code, category_code, facts_version) = (select f.* from (values
    (excluded.area_code, excluded.category_code, excluded.facts_version),
    (request.area_code, request.category_code, request.facts_version)
  ) as f (area_code, category_code, facts_version) order by f.facts_version desc limit 1)`;

const described = (request: Facts): unknown[] => [
  request.requestId,
  request.areaCode,
  request.number,
  request.kind,
  request.channel,
  request.categoryCode,
  request.publishable,
  request.receivedAt,
];
