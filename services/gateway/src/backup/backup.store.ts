import type { ReadTx } from '@zero-distance/persistence';
import { BACKUP_PARTS, type BackupPart } from './backup.js';

/** 备份: what `deploy/backup.sh` noted when it had written one. */
export interface Backup {
  readonly part: BackupPart;
  readonly name: string;
  readonly takenAt: Date;
}

/** The last back-up of each part; none of a part of which none was ever noted. */
export const lastBackups = (tx: ReadTx): Promise<Backup[]> =>
  tx.query<Backup>(
    `select last.* from unnest($1::text[]) as wanted, lateral (
       select part, name, taken_at as "takenAt" from backup where part = wanted order by taken_at desc limit 1) as last`,
    [[...BACKUP_PARTS]],
  );
