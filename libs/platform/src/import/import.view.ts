import type { ImportDto, ImportFaultDto, ImportRowDto } from './import.dto.js';
import type { ImportEntity, RowFault } from './import.entity.js';
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
  warned: row.warnedCount,
  unknownCodes: [...row.unknownCodes],
  startedBy: row.actorId,
  startedAt: row.startedAt.toISOString(),
  finishedAt: row.finishedAt?.toISOString() ?? null,
  version: row.version,
});

/** A row of an import as the API answers it. */
export function toImportRowDto({ row, key, outcome, faults, warnings }: RowReport): ImportRowDto {
  const told = [...(faults ?? []), ...(warnings ?? [])];
  return {
    row,
    key,
    outcome,
    columns: told.flatMap(({ column }) => column ?? []),
    reasons: told.map(({ column, header, zh, en }) => `${[column, header].filter(Boolean).join(' ')}：${zh} ${en}`),
    faults: (faults ?? []).map(toFaultDto),
    warnings: (warnings ?? []).map(toFaultDto),
  };
}

const toFaultDto = ({ column, header, code, zh, en }: RowFault): ImportFaultDto => ({ column, header, code, zh, en });
