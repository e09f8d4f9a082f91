import type { LedgerItemDto } from './ledger.dto.js';
import { type LedgerRow, stagesOf } from './ledger.js';

/** An entry as the public reads it. */
export const toLedgerItemDto = (row: LedgerRow): LedgerItemDto => ({
  requestNumber: row.requestNumber,
  kind: row.kind,
  categoryCode: row.categoryCode,
  areaCode: row.areaCode,
  areaName: row.areaName,
  receivedAt: row.receivedAt.toISOString(),
  organisationName: row.organisationName,
  dispatchedAt: iso(row.dispatchedAt),
  repliedAt: iso(row.repliedAt),
  publicAnswer: row.publicAnswer,
  rounds: row.round,
  solved: row.solved,
  satisfaction: row.satisfaction,
  closedAt: row.closedAt.toISOString(),
  stages: stagesOf(row).map(({ stage, at, text }) => ({ stage, at: iso(at), text })),
});

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
