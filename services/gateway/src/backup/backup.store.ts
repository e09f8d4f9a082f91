import type { ReadTx } from '@zero-distance/persistence';

/** 备份: what `deploy/backup.sh` noted when it had written one. */
export interface Backup {
  readonly name: string;
  readonly takenAt: Date;
}

/** The last back-up; undefined where none was ever noted. */
export async function lastBackup(tx: ReadTx): Promise<Backup | undefined> {
  const [row] = await tx.query<Backup>('select name, taken_at as "takenAt" from backup order by taken_at desc limit 1');
  return row;
}
