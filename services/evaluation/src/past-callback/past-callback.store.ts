import type { ReadTx } from '@zero-distance/persistence';
import type { Callback } from '../callback/callback.js';
import type { Ended } from './past-callback.js';

/** A request of the time before, as evaluation heard of it. */
export type PastRequest = Pick<Callback, 'requestId' | 'requestNumber' | 'requestKind' | 'areaCode'> & Ended;

/** The request of the time before with that number, if it was heard of. */
export async function requestBroughtIn(tx: ReadTx, reference: string): Promise<PastRequest | undefined> {
  const [found] = await tx.query<PastRequest & Record<string, unknown>>(
    `select id as "requestId", number as "requestNumber", kind as "requestKind", area_code as "areaCode", replied_at as "repliedAt", closed_at as "closedAt"
     from request where past_reference = $1`,
    [reference],
  );
  return found;
}
