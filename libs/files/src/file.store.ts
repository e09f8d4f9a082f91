import type { FilePurpose } from '@zero-distance/contracts';
import { HOUR_MS, VISITOR } from '@zero-distance/kernel';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import type { Erasure } from '@zero-distance/platform';
import { FileEntity } from './file.entity.js';
import type { FileRefusals } from './file.errors.js';

/** How long a file may belong to nothing. */
const UNATTACHED_HOURS = 24;
/** The same of what came without a log-in: whoever sends it is about to say what it is for. */
const UNATTACHED_HOURS_OF_VISITORS = 2;
/** Longer than anything takes between the bytes of a file and its row. */
const LEFTOVER_HOURS = 1;
/** So many are removed at once. */
const BATCH = 500;

/** What a file can belong to: a row of an aggregate of the service. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** What somebody sent that belongs to nothing yet, and what is on its way in pieces, at its whole size. */
export async function unattachedOf(tx: ReadTx, account: string): Promise<{ files: number; bytes: number }> {
  const sql = `select count(*)::int as files, coalesce(sum(bytes), 0)::float8 as bytes from (
    select bytes from file where uploaded_by = $1 and subject_id is null
    union all select length from file_upload where created_by = $1 and file_id is null) as held`;
  const [held] = await tx.query<{ files: number; bytes: number }>(sql, [account]);
  return held ?? { files: 0, bytes: 0 };
}

/** Queues that bytes are about to be kept under this id: if no row comes to claim them, they are removed. */
export function announceBytes(tx: Tx, id: string): void {
  tx.write('insert into file_leftover (id, since) values ($1, $2)', [id, tx.now]);
}

/** Queues that a row claims the bytes of this id. Fails when they were given up meanwhile. */
export function takeBackAnnouncement(tx: Tx, id: string): void {
  tx.write('delete from file_leftover where id = $1', [id]);
}

/** Queues that no row claims the bytes of this id any more: they are removed. */
export function giveUpBytes(tx: Tx, id: string): void {
  tx.write(`insert into file_leftover (id, since) values ($1, '-infinity')`, [id]);
}

/** Queues the row of a file whose bytes are kept. */
export function insertFile(tx: Tx, file: FileEntity): void {
  tx.insert(FileEntity, file);
  takeBackAnnouncement(tx, file.id);
}

export const findFile = (tx: ReadTx, id: string): Promise<FileEntity | undefined> => tx.findOne(FileEntity, { id });

/** The files of some subjects of one kind, in the order in which they came, by subject. */
export async function filesOf(tx: ReadTx, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, FileEntity[]>> {
  const bySubject = new Map<string, FileEntity[]>(ids.map((id) => [id, []]));
  if (ids.length === 0) return bySubject;
  const sql = `select ${tx.columns(FileEntity)} from file where subject_id = any($1) and subject_kind = $2 order by id`;
  for (const file of await tx.query<FileEntity>(sql, [ids, kind])) bySubject.get(file.subjectId as string)?.push(file);
  return bySubject;
}

/** Files that an action names, and where in its body. */
export interface Named {
  readonly files: readonly string[] | undefined;
  /** JSON pointer of the list: `/files`. */
  readonly pointer: string;
}

/**
 * Reads the files that an action names, which only who sent them may use, and once. Throws a refusal for any other. To be called before the
 * action queues anything; {@link attach} follows.
 */
export async function attachable(tx: ReadTx, refuse: FileRefusals, named: readonly Named[]): Promise<FileEntity[][]> {
  const ids = named.flatMap(({ files = [] }) => files);
  if (ids.length === 0) return named.map(() => []);
  const sql = `select ${tx.columns(FileEntity)} from file where id = any($1) and uploaded_by = $2 and subject_id is null`;
  const found = new Map((await tx.query<FileEntity>(sql, [ids, tx.actor.id])).map((file) => [file.id, file]));
  const take = (id: string, pointer: string): FileEntity => {
    const file = found.get(id);
    if (!file) throw refuse('file.not_attachable', { id }, pointer);
    found.delete(id); // a file belongs to one thing
    return file;
  };
  return named.map(({ files = [], pointer }) => files.map((id, i) => take(id, `${pointer}/${i}`)));
}

/** Queues that files belong to a subject from now on. Another use case that takes one at the same moment loses the race. */
export function attach(tx: Tx, subject: Subject, files: readonly FileEntity[], purpose: FilePurpose): void {
  if (files.length === 0) return;
  const sql = `update file set subject_kind = $2, subject_id = $3, purpose = $4, attached_at = $5
    where id = any($1) and uploaded_by = $6 and subject_id is null`;
  const ids = files.map(({ id }) => id);
  tx.write(sql, [ids, subject.kind, subject.id, purpose, tx.now, tx.actor.id], files.length);
}

/** Queues that what belongs to a subject belongs to another from now on. */
export function moveFiles(tx: Tx, from: Subject, to: Subject): void {
  const sql = 'update file set subject_kind = $3, subject_id = $4 where subject_kind = $1 and subject_id = $2';
  tx.write(sql, [from.kind, from.id, to.kind, to.id], 'any');
}

/** Queues that some of what belongs to a subject belongs to another again. */
export function moveSomeFiles(tx: Tx, ids: readonly string[], from: Subject, to: Subject): void {
  if (ids.length === 0) return;
  const sql = `update file set subject_kind = $4, subject_id = $5 where id = any($1) and subject_kind = $2 and subject_id = $3`;
  tx.write(sql, [ids, from.kind, from.id, to.kind, to.id], 'any'); // some may be gone
}

/** Queues that files which belong to nothing for too long are gone; their bytes are left over. */
export function expireUnattached(tx: Tx): void {
  const before = (hours: number): Date => new Date(tx.now.getTime() - hours * HOUR_MS);
  const sql = `with expired as (delete from file where id in
      (select id from file where subject_id is null and uploaded_at < case when uploaded_by = $3 then $2 else $1 end::timestamptz
       order by uploaded_at limit ${BATCH}) returning id)
    insert into file_leftover (id, since) select id, '-infinity' from expired`;
  tx.write(sql, [before(UNATTACHED_HOURS), before(UNATTACHED_HOURS_OF_VISITORS), VISITOR.id], 'any');
}

/** Queues that the files of some subjects are gone, as what is erased by law is; their bytes are left over, and the erasure is not over before these go. */
export function eraseFiles(erasure: Erasure, kind: string, ids: readonly string[], only?: readonly string[]): void {
  const removal = `erased as (delete from file where subject_id = any($1) and subject_kind = $2 ${only ? 'and id = any($4)' : ''} returning id),
    kept as (select id from erased union all select r.id from file_rendition r join erased on erased.id = r.file_id where r.state in ('asked', 'approved')),
    gone as (insert into file_leftover (id, since, matter_id) select id, '-infinity', $3::uuid from kept returning 1)`;
  erasure.remove('files', removal, [ids, kind, erasure.matterId, ...(only ? [only] : [])]);
}

/** The condition that bytes of an erasure `e` are still there. */
export const BYTES_LEFT = 'exists (select from file_leftover l where l.matter_id = e.matter_id)';

/** Ids whose bytes no row claims, and none will. */
export async function leftovers(tx: ReadTx): Promise<string[]> {
  const before = new Date(tx.now.getTime() - LEFTOVER_HOURS * HOUR_MS);
  const rows = await tx.query<{ id: string }>(`select id from file_leftover where since < $1 order by since limit ${BATCH}`, [before]);
  return rows.map(({ id }) => id);
}

/** Queues that the bytes of these ids are removed. */
export function forgetLeftovers(tx: Tx, ids: readonly string[]): void {
  tx.write('delete from file_leftover where id = any($1)', [ids], 'any');
}
