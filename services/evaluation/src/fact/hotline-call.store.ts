import type { EventData } from '@zero-distance/contracts';
import type { Tx } from '@zero-distance/persistence';

// Calls to a hotline, a row each, where the line is answered for; whoever calls, and about what, is not known here. Written only by the consumer of
// intake's stream.

/** 接听: a request came in by it. */
export function keepAnsweredCall(
  tx: Tx,
  { call, parentId, receivedAt }: EventData<'intake.request.registered.v1'>,
  { id, answerSeconds }: { readonly id: string; readonly answerSeconds: number },
): void {
  if (call === undefined || parentId !== undefined) return;
  keepCall(tx, [id, call.areaCode, receivedAt, true, call.queueSeconds <= answerSeconds]);
}

/** 未接: each call in vain, also of a number that had called before. */
export function keepMissedCall(
  tx: Tx,
  { areaCode, calledAt }: Pick<EventData<'intake.missed-call.recorded.v1'>, 'areaCode' | 'calledAt'>,
  { id }: { readonly id: string },
): void {
  keepCall(tx, [id, areaCode, calledAt, false, false]);
}

/** 历史来电: whether it was answered in time is said by the seconds that are allowed now. */
export function keepPastCall(
  tx: Tx,
  { areaCode, calledAt, answered, answerSeconds: after }: EventData<'intake.past-call.imported.v1'>,
  { id, answerSeconds }: { readonly id: string; readonly answerSeconds: number },
): void {
  keepCall(tx, [id, areaCode, calledAt, answered, after !== null && after <= answerSeconds]);
}

const keepCall = (tx: Tx, row: readonly unknown[]): void =>
  tx.upsert(
    'insert into hotline_call (id, area_code, called_at, answered, in_time) values ($1, $2, $3, $4, $5) on conflict (id) do nothing',
    [...row],
  );
