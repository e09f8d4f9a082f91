import { refuseResident } from './resident.errors.js';
import type { Resident } from './resident.js';
import { type FileKeys, openFile, type ResidentFile } from './resident-file.js';

/** A file in plain. Throws where it was erased. Callers that show it write an access record in the same transaction. */
export function fileOf({ id, file }: Pick<Resident, 'id' | 'file'>, keys: Pick<FileKeys, 'ring'>): ResidentFile {
  const opened = openFile(id, file, keys);
  if (!opened) throw refuseResident('resident.erased', { id });
  return opened;
}
