import type { ReadTx, Tx } from '@zero-distance/persistence';
import { ResumableUploadEntity } from './resumable.entity.js';
import type { ResumableUpload } from './resumable.js';

/** An upload of the caller's own. */
export const ownUpload = (tx: ReadTx, id: string): Promise<ResumableUploadEntity | undefined> =>
  tx.findOne(ResumableUploadEntity, { id, createdBy: tx.actor.id });

/** Queues that an upload begins. */
export const insertUpload = (tx: Tx, upload: ResumableUpload): void => tx.insert(ResumableUploadEntity, upload);

/** Queues that an upload has become a file. Of two that find it whole, one does. */
export function saveFile(tx: Tx, uploadId: string, fileId: string): void {
  tx.write('update file_upload set file_id = $2 where id = $1 and file_id is null', [uploadId, fileId]);
}

/** Queues that uploads whose time is over are forgotten, finished or not. */
export function expireUploads(tx: Tx): void {
  tx.write('delete from file_upload where expires_at < $1', [tx.now], 'any');
}

/** Of some ids those of uploads that go on. */
export async function goingOn(tx: ReadTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>('select id from file_upload where id = any($1::uuid[]) and file_id is null', [ids]);
  return new Set(rows.map(({ id }) => id));
}
