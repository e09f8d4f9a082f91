import type { CareEnd } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { OPEN_STATES } from '../../requests/request/part.js';
import { RequestEntity } from '../../requests/request/request.entity.js';
import { REQUESTS } from '../../requests/request/request.store.js';
import { stepBySystem } from '../../requests/request/request.transitions.js';
import { leaveMain } from '../../requests/request/request-membership.store.js';
import { sealRequester } from '../../requests/requester/requester.js';
import { renewRequester } from '../../requests/requester/requester.store.js';
import type { FileKeys, ResidentFile } from './resident-file.js';

// What becomes of what was ordered for a resident when something is done to their file, in the same transaction and whoever may see the order. The
// resident is held first: else what is ordered in that moment would go on with what the file said before.

const UNFINISHED = [...OPEN_STATES, 'merged'];

/** Why a file ends, and with it what was ordered by it. */
export type FileEnd = Extract<CareEnd, 'moved' | 'died' | 'consent-withdrawn' | 'expired'>;

/** What is not provided yet of what was ordered by these files. */
const unfinishedOrders = (tx: ReadTx, residentIds: readonly string[]): Promise<RequestEntity[]> =>
  tx.query<RequestEntity & Record<string, unknown>>(
    `${tx.select(RequestEntity, 'r')} where r.resident_id = any($1::uuid[]) and r.state = any($2) order by r.id`,
    [residentIds, UNFINISHED],
  );

/** What an order keeps of a file. */
export const requesterOf = ({ name, phone, address }: ResidentFile) => ({ name, phone, address });

/** Queues that who provides something finds and reaches the resident as the file says now. */
export async function renewOrders(
  tx: Tx,
  residentIds: readonly string[],
  before: ResidentFile,
  after: ResidentFile,
  { ring, index }: FileKeys,
): Promise<void> {
  const said = requesterOf(after);
  if (JSON.stringify(said) === JSON.stringify(requesterOf(before))) return;
  for (const { id } of await unfinishedOrders(tx, residentIds)) renewRequester(tx, sealRequester(id, said, ring, index));
}

/** Queues that nothing is provided any more to a resident whose file ends: who has the order hears that it has ended. */
export async function endOrders(tx: Tx, residentIds: readonly string[], why: FileEnd): Promise<void> {
  for (const order of await unfinishedOrders(tx, residentIds)) {
    await leaveMain(tx, order);
    REQUESTS.save(tx, { ...stepBySystem(order, 'withdraw'), reason: `resident-${why}` });
  }
}

/** Queues that what was ordered by one file was ordered by another, of the same person. */
export const moveOrders = (tx: Tx, from: string, to: string): void =>
  tx.write('update request set resident_id = $2 where resident_id = $1', [from, to], 'any');
