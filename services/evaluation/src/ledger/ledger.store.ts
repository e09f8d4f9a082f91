import type { ReadTx } from '@zero-distance/persistence';
import { areaConditions } from '@zero-distance/platform';
import type { LedgerRow } from './ledger.js';

/** The place in the ledger after which to go on: newest first. */
export interface LedgerPlace {
  readonly closedAt: string;
  readonly requestId: string;
}

const PUBLIC = 'r.publishable and r.closed_at is not null';

// The page is cut before anything is joined to it, so that a page costs what it shows.
const ledgerSql = (page: string): string => `
  select r.id as "requestId", public_number(r.number) as "requestNumber", r.kind, r.channel, r.category_code as "categoryCode",
    left(r.area_code, 12) as "areaCode", a.name as "areaName", r.received_at as "receivedAt", r.answered_by as "answeredBy",
    o.name as "organisationName", coalesce(w.dispatched_at, c.accepted_at) as "dispatchedAt", r.replied_at as "repliedAt",
    r.public_answer as "publicAnswer", r.round, b.possible, b.contacted, b.solved, b.satisfaction,
    b.recorded_at as "recordedAt", r.closed_at as "closedAt"
  from (${page}) as r
  left join area a on a.code = left(r.area_code, 12)
  left join organisation o on o.id = r.organisation_id
  left join work_order w on w.id = r.answer_id
  left join mediation_case c on c.id = r.answer_id
  left join callback b on b.request_id = r.id and b.round = r.round
  order by r.closed_at desc, r.id desc`;

/** Closed, publishable requests of an area ('' is everywhere), the last closed first. */
export function listLedger(tx: ReadTx, area: string, after: LedgerPlace | undefined, limit: number): Promise<LedgerRow[]> {
  const params: unknown[] = [];
  const given = (value: unknown): string => `$${params.push(value)}`;
  const conditions = [PUBLIC, ...areaConditions(area, given, 'r.area_code')];
  if (after) conditions.push(`(r.closed_at, r.id) < (${given(after.closedAt)}, ${given(after.requestId)})`);
  const page = `select * from request r where ${conditions.join(' and ')} order by r.closed_at desc, r.id desc limit ${given(limit)}`;
  return tx.page<LedgerRow>(ledgerSql(page), params);
}

/** One entry by the number that its requester was told, or that the ledger shows. */
export async function findInLedger(tx: ReadTx, requestNumber: string): Promise<LedgerRow | undefined> {
  const [row] = await tx.query<LedgerRow>(
    ledgerSql(`select * from request r where ${PUBLIC} and public_number(r.number) = public_number($1)`),
    [requestNumber],
  );
  return row;
}
