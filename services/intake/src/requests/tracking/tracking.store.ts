import type { ReadTx, Tx } from '@zero-distance/persistence';
import { mainRequestOf } from '../membership/membership.store.js';
import type { RequestState } from '../request/request.transitions.js';
import type { SnapshotReportState } from '../snapshot-report/snapshot-report.transitions.js';
import { type HeardOfOrder, NOTHING_PROMISED, type Promised, promisedBy, TELLING } from './promised.js';
import { startOfCount, type Tracked, type Tries } from './tracking.js';

interface Row {
  readonly [column: string]: unknown;
  readonly number: string;
  readonly receivedAt: Date;
  readonly opensWith: string | null;
  readonly reportState: SnapshotReportState | null;
  readonly cameBack: boolean;
  readonly refusedAt: Date | null;
  readonly refusalAnswer: string | null;
  readonly requestId: string | null;
  readonly state: RequestState | null;
  readonly repliedAt: Date | null;
  readonly publicAnswer: string | null;
}

const OF_REQUEST = 'r.id as "requestId", r.state, r.replied_at as "repliedAt", r.public_answer as "publicAnswer"';

/** The request or the report of that number, which somebody can open. */
export async function findTracked(tx: ReadTx, number: string): Promise<Tracked | undefined> {
  const [row] = await tx.query<Row>(
    `select r.number, r.received_at as "receivedAt", q.phone_masked as "opensWith",
       null as "reportState", false as "cameBack", null::timestamptz as "refusedAt", null as "refusalAnswer", ${OF_REQUEST}
     from request r join requester q on q.request_id = r.id
     where r.number = $1 and r.erased_at is null
     union all
     select s.number, s.reported_at, s.tracking_code, s.state,
       exists (select from snapshot_report_history h where h.snapshot_report_id = s.id and h.action = 'unjoin'),
       case when s.state = 'refused' then s.decided_at end, s.public_answer, ${OF_REQUEST}
     from snapshot_report s left join request r on r.id = s.request_id
     where s.number = $1 and s.tracking_code is not null and r.erased_at is null`,
    [number],
  );
  return row && toTracked(row);
}

function toTracked({ requestId, state, repliedAt, publicAnswer, refusedAt, refusalAnswer, ...tracked }: Row): Tracked {
  return {
    ...tracked,
    request: requestId === null || state === null ? null : { id: requestId, state, repliedAt, publicAnswer },
    refusal: refusedAt === null ? null : { publicAnswer: refusalAnswer ?? '', at: refusedAt },
  };
}

/** States in which somebody works on it, or is looked for who does: of these something is promised. */
const UNDER_WAY: readonly RequestState[] = ['received', 'dispatched', 'reopened', 'merged', 'divided'];

/** 承诺: what was told of the orders for a request; of one that was merged, of those of its main request, of one that is divided, of those of its parts. */
export async function findPromised(tx: ReadTx, request: Tracked['request']): Promise<Promised> {
  if (!request || !UNDER_WAY.includes(request.state)) return NOTHING_PROMISED;
  const main = request.state === 'merged' ? await mainRequestOf(tx, request.id) : undefined;
  const worked = await tx.query<{ id: string; receivedAt: Date }>(
    `select id, received_at as "receivedAt" from request
     where (id = $1 or parent_id = $1) and state in ('received', 'dispatched', 'reopened')`,
    [main ?? request.id],
  );
  if (worked.length === 0) return NOTHING_PROMISED;
  const since = new Date(Math.min(...worked.map(({ receivedAt }) => receivedAt.getTime())));
  const story = await tx.query<HeardOfOrder & Record<string, unknown>>(
    `select request_id as "requestId", action, detail from request_history
     where request_id = any($1::uuid[]) and at >= $2::timestamptz - interval '1 day' and service = 'dispatch'
       and (detail ? 'dueAt' or action = any($3::text[])) order by at, id`,
    [worked.map(({ id }) => id), since, TELLING],
  );
  return promisedBy(story);
}

/**
 * How often a network was wrong about a number, whether there is one or not. Held until the end: of guesses sent at once, each sees what the one before has
 * made of the count.
 * @param guess keyed hash of both
 */
export async function holdTries(tx: Tx, guess: string): Promise<Tries> {
  await tx.execute(
    'insert into tracking_guess (guess, wrong, since) values ($1, 0, $2) on conflict (guess) do update set guess = excluded.guess',
    [guess, tx.now],
  );
  const [row] = await tx.query<Tries & Record<string, unknown>>('select wrong, since from tracking_guess where guess = $1', [guess]);
  return row ?? { wrong: 0, since: tx.now };
}

const MOST_FORGOTTEN = 100;

/** Queues the count of wrong digits, and that some of those that are over are forgotten. */
export function keepTries(tx: Tx, guess: string, { wrong, since }: Tries): void {
  tx.write('update tracking_guess set wrong = $2, since = $3 where guess = $1', [guess, wrong, since]);
  tx.write(
    `delete from tracking_guess where guess in (
       select guess from tracking_guess where since < $1 and guess <> $2 order by since limit $3 for update skip locked)`,
    [startOfCount(tx.now), guess, MOST_FORGOTTEN],
    'any',
  );
}

/** Queues that who is right at once has left nothing. */
export const forgetTries = (tx: Tx, guess: string): void => tx.write('delete from tracking_guess where guess = $1', [guess]);
