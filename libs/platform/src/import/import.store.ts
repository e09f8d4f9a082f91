import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '../aggregate/collection.js';
import { decodeCursor, encodeCursor } from '../paging/cursor.js';
import { type Page, toPage } from '../paging/page.js';
import type { SentRow } from './cell-values.js';
import { ImportEntity, type RowFault, type RowOutcome } from './import.entity.js';
import { refuseImport } from './import.errors.js';
import { isWarned, type SettledRow, told, withUnknownCodes } from './settled-rows.js';

/** The imports that a caller may see: those of their area. */
export const IMPORTS = defineCollection({
  entity: ImportEntity,
  visible: { by: 'area', column: 'area_code' },
  notFound: () => refuseImport('import_not_found'),
  filters: { register: 'register' },
});

/** A row of a file, before it is taken in. */
export interface WaitingRow {
  readonly row: number;
  readonly key: string | null;
  readonly sent: SentRow;
}

/** A row as its file brought it; with an outcome where the file alone says that it is wrong. */
export type NewRow = WaitingRow & Partial<SettledRow>;

/** Keeps rows of a file at once. @param rows `NewRow`s as a JSON array */
export const keepRows = (tx: Tx, importId: string, rows: string): Promise<void> =>
  tx.execute(
    `insert into import_row (import_id, row, key, sent, outcome, faults) select $1, * from jsonb_to_recordset($2::jsonb)
       as given (row int, key text, sent jsonb, outcome text, faults jsonb)`,
    [importId, rows],
  );

/** The imports of the caller that are under way. */
export async function countUnderWay(tx: ReadTx): Promise<number> {
  const sql = 'select count(*)::int as n from import where actor_id = $1 and finished_at is null';
  const [found] = await tx.query<{ n: number }>(sql, [tx.actor.id]);
  return found?.n ?? 0;
}

/** The import of the same bytes by the same caller that is still under way. */
export async function sameUnderWay(
  tx: ReadTx,
  asked: Pick<ImportEntity, 'register' | 'dryRun' | 'digest'>,
): Promise<ImportEntity | undefined> {
  const sql = `select ${tx.columns(ImportEntity)} from import
    where register = $1 and dry_run = $2 and actor_id = $3 and digest = $4 and finished_at is null`;
  const [same] = await tx.query<ImportEntity & Record<string, unknown>>(sql, [asked.register, asked.dryRun, tx.actor.id, asked.digest]);
  return same;
}

/** The import that has waited longest for its next batch, of those registers; it is the last in the line now, even if its batch fails. */
export async function nextImport(tx: Tx, registers: readonly string[]): Promise<ImportEntity | undefined> {
  const sql = `update import set advanced_at = now() where id = (select id from import
    where finished_at is null and register = any($1) order by advanced_at limit 1) returning ${tx.columns(ImportEntity)}`;
  const [next] = await tx.query<ImportEntity & Record<string, unknown>>(sql, [registers]);
  return next;
}

/** The next rows that are not taken in yet. */
export const waitingRows = (tx: ReadTx, importId: string, most: number): Promise<WaitingRow[]> =>
  tx.query<WaitingRow & Record<string, unknown>>(
    'select row, key, sent from import_row where import_id = $1 and outcome is null order by row limit $2',
    [importId, most],
  );

/** Earlier rows of the same file by their keys, but for those that are wrong. */
export const earlierRows = (tx: ReadTx, importId: string, keys: readonly string[], before: number): Promise<WaitingRow[]> =>
  tx.query<WaitingRow & Record<string, unknown>>(
    `select row, key, sent from import_row where import_id = $1 and key = any($2) and row < $3 and outcome <> 'refused' order by row`,
    [importId, keys, before],
  );

/**
 * Takes the import for this transaction, so that no other process takes in the same rows, and gives it as it stands; undefined when some of them wait no
 * longer. A process that was cut off may go on for a moment beside the one that follows it.
 */
export async function takeBatch(tx: Tx, importId: string, rows: readonly WaitingRow[]): Promise<ImportEntity | undefined> {
  const taken = `update import set advanced_at = now() where id = $1 returning ${tx.columns(ImportEntity)}`;
  const [job] = await tx.query<ImportEntity & Record<string, unknown>>(taken, [importId]);
  const sql = 'select count(*)::int as waiting from import_row where import_id = $1 and row = any($2) and outcome is null';
  const [found] = await tx.query<{ waiting: number }>(sql, [importId, rows.map(({ row }) => row)]);
  return found?.waiting === rows.length ? job : undefined;
}

/** Queues what rows came to. What they held is kept no longer than it is needed, nor the keys of those in `keyless`. */
export function settleRows(tx: Tx, job: ImportEntity, rows: readonly SettledRow[], keyless: readonly number[]): void {
  tx.write(
    `update import_row set outcome = done.outcome, faults = done.faults, warnings = done.warnings, sent = case when $3 then sent end,
       key = case when import_row.row = any($4) then null else key end
       from jsonb_to_recordset($2::jsonb) as done (row int, outcome text, faults jsonb, warnings jsonb)
       where import_row.import_id = $1 and import_row.row = done.row`,
    [job.id, JSON.stringify(told(job, rows)), job.dryRun, keyless],
    rows.length,
  );
  const count = (outcome: RowOutcome): number => rows.filter((row) => row.outcome === outcome).length;
  const warned = rows.filter(isWarned).length;
  tx.write(
    `update import set created_count = created_count + $2, changed_count = changed_count + $3, unchanged_count = unchanged_count + $4,
       refused_count = refused_count + $5, warned_count = warned_count + $6, unknown_codes = $7, advanced_at = now(), version = version + 1
       where id = $1`,
    [
      job.id,
      count('created'),
      count('changed'),
      count('unchanged'),
      count('refused'),
      warned,
      JSON.stringify(withUnknownCodes(job.unknownCodes, rows)),
    ],
  );
}

/** So many rows go in one transaction. */
const FORGOTTEN_TOGETHER = 1_000;

/** Deletes rows of the oldest import that was done before then, or at last the import; says whether there was anything left of one. */
export async function forgetSome(tx: Tx, before: Date): Promise<boolean> {
  const oldest = 'select id from import where started_at < $1 and finished_at is not null order by started_at limit 1';
  const [old] = await tx.query<{ id: string }>(oldest, [before]);
  if (!old) return false;
  const sql = `with gone as (delete from import_row where import_id = $1 and row in
    (select row from import_row where import_id = $1 order by row limit $2) returning row) select count(*)::int as rows from gone`;
  const [gone] = await tx.query<{ rows: number }>(sql, [old.id, FORGOTTEN_TOGETHER]);
  if (gone?.rows === 0) tx.write('delete from import where id = $1', [old.id], 'any');
  return true;
}

/** Queues the end of an import whose rows are all taken in; of a dry run, what its rows held goes now. */
export function finish(tx: Tx, importId: string): void {
  tx.write('update import set finished_at = now(), version = version + 1 where id = $1 and finished_at is null', [importId], 'any');
  tx.write('update import_row set sent = null where import_id = $1 and sent is not null', [importId], 'any');
}

/** A row with its outcome; none while it waits. */
export interface RowReport {
  readonly row: number;
  readonly key: string | null;
  readonly outcome: RowOutcome | null;
  readonly faults: readonly RowFault[] | null;
  readonly warnings: readonly RowFault[] | null;
}

/** Which rows of an import to read. */
interface AskedRows {
  readonly limit: number;
  readonly cursor?: string;
  readonly outcome?: RowOutcome;
  readonly warned?: boolean;
}

/**
 * The rows of an import as they stand in the file, with what became of them. No collection: a row has neither an id nor a reach of its own, only its
 * number in a file that the caller was already let see.
 */
export async function reportedRows(tx: ReadTx, importId: string, asked: AskedRows): Promise<Page<RowReport>> {
  const { limit, cursor, outcome, warned } = asked;
  const [after] = decodeCursor(cursor, ['int4']) ?? [0];
  const params: unknown[] = [importId, after, limit + 1];
  const ofOutcome = outcome === undefined ? '' : `and outcome = $${params.push(outcome)}`;
  const ofWarned = warned === undefined ? '' : `and warnings is ${warned ? 'not null' : 'null'}`;
  const sql = `select row, key, outcome, faults, warnings from import_row
    where import_id = $1 and row > $2 ${ofOutcome} ${ofWarned} order by row limit $3`;
  const rows = await tx.page<RowReport & Record<string, unknown>>(sql, params);
  return toPage(
    rows,
    limit,
    (row): RowReport => row,
    ({ row }) => encodeCursor(row),
  );
}
