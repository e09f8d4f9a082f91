import { DomainError } from '@zero-distance/kernel';
import type { ReadTx } from '@zero-distance/persistence';
import { ACCESS_TABLE, takesRoles } from '@zero-distance/platform';
import type { FileEntity } from './file.entity.js';
import { findFile } from './file.store.js';
import type { Files } from './files.js';

/** A file that the caller may read: their own, until it belongs to something; then who reads that. Throws 404 for any other. */
export async function readFile(tx: ReadTx, files: Files, id: string): Promise<FileEntity> {
  const file = await seeFile(tx, files, id);
  const readBy = file.subjectKind === null ? undefined : files.subjects[file.subjectKind]?.readBy;
  if (readBy && !takesRoles(ACCESS_TABLE[readBy], tx.actor.roles)) throw files.refuse('file.not_found', { id });
  return file;
}

/** A file of what the caller sees, whatever they do with it: an operation of its own says who may. Throws 404 for any other. */
export async function seeFile(tx: ReadTx, { refuse, subjects }: Files, id: string): Promise<FileEntity> {
  const file = await findFile(tx, id);
  if (!file) throw refuse('file.not_found', { id });
  if (file.subjectKind === null || file.subjectId === null) {
    if (file.uploadedBy !== tx.actor.id) throw refuse('file.not_found', { id });
    return file;
  }
  const subject = subjects[file.subjectKind];
  if (!subject) throw new Error(`nothing says who sees the files of a ${file.subjectKind}`);
  await subject.load(tx, file.subjectId).catch((error: unknown) => {
    throw error instanceof DomainError && error.status === 404 ? refuse('file.not_found', { id }) : error;
  });
  return file;
}
