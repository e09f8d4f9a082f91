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
  const row = [id, call.areaCode, receivedAt, true, call.queueSeconds <= answerSeconds];
  tx.upsert(
    'insert into hotline_call (id, area_code, called_at, answered, in_time) values ($1, $2, $3, $4, $5) on conflict (id) do nothing',
    row,
  );
}

/** 未接: each call in vain, also of a number that had called before. */
export function keepMissedCall(
  tx: Tx,
  { areaCode, calledAt }: Pick<EventData<'intake.missed-call.recorded.v1'>, 'areaCode' | 'calledAt'>,
  { id }: { readonly id: string },
): void {
  tx.upsert(
    'insert into hotline_call (id, area_code, called_at, answered, in_time) values ($1, $2, $3, false, false) on conflict (id) do nothing',
    [id, areaCode, calledAt],
  );
}
