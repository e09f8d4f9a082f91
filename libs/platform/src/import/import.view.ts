import type { ImportDto, ImportRowDto } from './import.dto.js';
import type { ImportEntity } from './import.entity.js';
import type { RowReport } from './import.store.js';

/** An import as the API answers it. */
export const toImportDto = (row: ImportEntity): ImportDto => ({
  id: row.id,
  register: row.register,
  dryRun: row.dryRun,
  state: row.finishedAt ? 'done' : 'running',
  rows: row.rowCount,
  done: row.createdCount + row.changedCount + row.unchangedCount + row.refusedCount,
  created: row.createdCount,
  changed: row.changedCount,
  unchanged: row.unchangedCount,
  refused: row.refusedCount,
  startedBy: row.actorId,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  version: row.version,
});

/** A row of an import as the API answers it. */
export function toImportRowDto({ row, key, outcome, faults }: RowReport): ImportRowDto {
  const told = faults ?? [];
  return {
    row,
    key,
    outcome,
    columns: told.flatMap(({ column }) => column ?? []),
    reasons: told.map(({ column, header, zh, en }) => `${[column, header].filter(Boolean).join(' ')}：${zh} ${en}`),
    faults: [...told],
  };
}
