import { withChanges } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { canBeHandledAgain, divided, OPEN_STATES, WITH_THE_WHOLE } from './part.js';
import { RequestEntity } from './request.entity.js';
import type { Request } from './request.js';
import { REQUESTS } from './request.store.js';
import { stepBySystem } from './request.transitions.js';

type Rows = (RequestEntity & Record<string, unknown>)[];

/** All parts of some requests, also those that the caller may not see, in the order of their numbers. */
export const partsOf = (tx: ReadTx, ...wholes: readonly string[]): Promise<RequestEntity[]> =>
  tx.query<Rows[number]>(`${tx.select(RequestEntity, 'r')} where r.parent_id = any($1::uuid[]) order by length(r.number), r.number`, [
    wholes,
  ]);

/** The parts of a request that was answered in parts; none of any other, also of one that was merged into such a request and has its answer. */
export const partsOfAnswered = async (tx: ReadTx, { id, answeredBy }: Request): Promise<RequestEntity[]> =>
  answeredBy === 'parts' ? partsOf(tx, id) : [];

/** The parts that a finished request is handled again in: of a withdrawn one those that were withdrawn, of an answered one those that were answered. */
export async function partsToHandleAgain(tx: ReadTx, whole: Request): Promise<RequestEntity[]> {
  if (whole.state !== 'withdrawn') return (await partsOfAnswered(tx, whole)).filter(canBeHandledAgain);
  return (await partsOf(tx, whole.id)).filter(({ state, erasedAt }) => state === 'withdrawn' && erasedAt === null);
}

/** How many parts a request was divided into. */
export async function countParts(tx: ReadTx, wholeId: string): Promise<number> {
  const [row] = await tx.query<{ parts: number }>('select count(*)::int as parts from request where parent_id = $1', [wholeId]);
  return row?.parts ?? 0;
}

/** The request that one is a part of, also where the caller may not see it. */
export const wholeOf = (tx: ReadTx, { parentId }: Request): Promise<RequestEntity | undefined> =>
  tx.findOne(RequestEntity, { id: parentId as string });

/** Divided requests of which no part is worked on any more, the oldest first. */
export const wholesToAnswer = (tx: ReadTx, limit: number): Promise<RequestEntity[]> =>
  tx.page<Rows[number]>(
    `${tx.select(RequestEntity, 'r')} where r.state = 'divided'
       and not exists (select from request part where part.parent_id = r.id and part.state = any($1)) order by r.id limit $2`,
    [OPEN_STATES, limit],
  );

/** Queues that the parts of a withdrawn request end: what is answered is closed, what is open is withdrawn. */
export async function endParts(tx: Tx, wholeId: string): Promise<void> {
  const parts = await partsOf(tx, wholeId);
  for (const part of parts) if (OPEN_STATES.includes(part.state)) REQUESTS.take(tx, part, 'withdraw', {}, { reason: WITH_THE_WHOLE });
  closeReplied(tx, parts);
}

/** Queues that those of some parts which wait for the callback of the whole are closed with it. */
export function closeReplied(tx: Tx, parts: readonly RequestEntity[]): void {
  for (const part of parts) if (part.state === 'replied') REQUESTS.save(tx, stepBySystem(part, 'close', { closedAt: tx.now }));
}

/** A part that begins again, and its step. Of one that its callback found unsolved, who made its answer hears that; of another, an order may have to be opened. */
export function reopenedPart(tx: ReadTx, part: RequestEntity) {
  const step = withChanges(REQUESTS.step(tx, part, 'reopen'), { round: part.round + 1, closedAt: null });
  return part.state === 'replied' ? step : { ...step, after: { ...step.after, reopenedBy: 'requester' as const } };
}

/** The steps of a request of which these parts are handled again: a round begins, and it waits for them. */
export function reopenedWhole(tx: ReadTx, whole: RequestEntity, parts: readonly RequestEntity[], by?: 'requester') {
  const begun = withChanges(REQUESTS.step(tx, whole, 'reopen'), { round: whole.round + 1, closedAt: null });
  const reopened = { ...begun, after: { ...begun.after, parts, ...(by && { reopenedBy: by }) } };
  return [reopened, divided(REQUESTS.step(tx, reopened.after, 'divide'), parts)] as const;
}
