import type { Tx } from '@zero-distance/persistence';
import type { RequestState } from '../request/request.transitions.js';
import type { SnapshotReportState } from '../snapshot-report/snapshot-report.transitions.js';
import type { Tracked, Tries } from './tracking.js';

interface Row {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly opensWith: string | null;
  readonly reportState: SnapshotReportState | null;
  readonly refusedAt: Date | null;
  readonly refusalAnswer: string | null;
  readonly state: RequestState | null;
  readonly repliedAt: Date | null;
  readonly publicAnswer: string | null;
  readonly wrong: number | null;
  readonly since: Date | null;
}

const OF_REQUEST = 'r.state, r.replied_at as "repliedAt", r.public_answer as "publicAnswer", t.wrong, t.since';

/**
 * The request or the report of that number, which somebody can open. Held until the end: of guesses sent at once, each sees what the one before has
 * made of the count.
 */
export async function findTracked(tx: Tx, number: string): Promise<Tracked | undefined> {
  await tx.execute('select from requester where request_id = (select id from request where number = $1) for update', [number]);
  await tx.execute('select from snapshot_report where number = $1 for update', [number]);
  const [row] = await tx.query<Row>(
    `select r.id, r.number, r.received_at as "receivedAt", q.phone_masked as "opensWith",
       null as "reportState", null::timestamptz as "refusedAt", null as "refusalAnswer", ${OF_REQUEST}
     from request r join requester q on q.request_id = r.id left join tracking_try t on t.request_id = r.id
     where r.number = $1 and r.erased_at is null
     union all
     select s.id, s.number, s.reported_at, s.tracking_code, s.state,
       case when s.state = 'refused' then s.decided_at end, s.public_answer, ${OF_REQUEST}
     from snapshot_report s left join request r on r.id = s.request_id left join tracking_try t on t.request_id = s.id
     where s.number = $1 and s.tracking_code is not null and r.erased_at is null`,
    [number],
  );
  return row && toTracked(row);
}

function toTracked({ state, repliedAt, publicAnswer, refusedAt, refusalAnswer, wrong, since, ...tracked }: Row): Tracked {
  return {
    ...tracked,
    request: state === null ? null : { state, repliedAt, publicAnswer },
    refusal: refusedAt === null ? null : { publicAnswer: refusalAnswer ?? '', at: refusedAt },
    tries: wrong !== null && since !== null ? { wrong, since } : undefined,
  };
}

/** Queues the count of wrong digits. @param id of the request or report */
export const keepTries = (tx: Tx, id: string, { wrong, since }: Tries): void =>
  tx.upsert(
    `insert into tracking_try (request_id, wrong, since) values ($1, $2, $3)
     on conflict (request_id) do update set wrong = excluded.wrong, since = excluded.since`,
    [id, wrong, since],
  );
