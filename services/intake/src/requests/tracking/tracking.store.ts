import type { Tx } from '@zero-distance/persistence';
import type { RequestState } from '../request/request.transitions.js';
import type { Tries } from './tracking.js';

/** What tracking reads of a request. */
export interface TrackedRequest {
  readonly id: string;
  readonly number: string;
  readonly state: RequestState;
  readonly receivedAt: Date;
  readonly repliedAt: Date | null;
  readonly publicAnswer: string | null;
  readonly phoneMasked: string | null;
  readonly tries: Tries | undefined;
}

type Row = Omit<TrackedRequest, 'tries'> & { readonly wrong: number | null; readonly since: Date | null };

/** The request of that number whose requester left a telephone. Held until the end: of guesses sent at once, each sees what the one before has made of the count. */
export async function trackedRequest(tx: Tx, number: string): Promise<TrackedRequest | undefined> {
  await tx.execute('select from requester where request_id = (select id from request where number = $1) for update', [number]);
  const [row] = await tx.query<Row>(
    `select r.id, r.number, r.state, r.received_at as "receivedAt", r.replied_at as "repliedAt", r.public_answer as "publicAnswer",
       q.phone_masked as "phoneMasked", t.wrong, t.since
     from request r join requester q on q.request_id = r.id left join tracking_try t on t.request_id = r.id
     where r.number = $1 and r.erased_at is null`,
    [number],
  );
  if (!row) return undefined;
  const { wrong, since, ...request } = row;
  return { ...request, tries: wrong !== null && since !== null ? { wrong, since } : undefined };
}

/** Queues the count of wrong digits. */
export const keepTries = (tx: Tx, requestId: string, { wrong, since }: Tries): void =>
  tx.upsert(
    `insert into tracking_try (request_id, wrong, since) values ($1, $2, $3)
     on conflict (request_id) do update set wrong = excluded.wrong, since = excluded.since`,
    [requestId, wrong, since],
  );
