import type { Transactor } from '@zero-distance/persistence';
import type { CheckedRow } from './check-row.js';
import type { ImportEntity } from './import.entity.js';
import type { ImportedRegister } from './importable.js';
import type { SettledRow } from './settled-rows.js';

/** Not an error: the way out of a transaction that is not to be kept. */
class NotKept extends Error {
  constructor(readonly settled: readonly SettledRow[]) {
    super('a dry run keeps nothing');
  }
}

interface Trial {
  readonly job: ImportEntity;
  readonly register: ImportedRegister;
  readonly rows: readonly CheckedRow[];
  readonly needed: readonly CheckedRow[];
}

/**
 * What would become of rows: they are taken in by their register's operation, behind those rows of the file that they need (`needed`), and then undone. So a
 * dry run knows every rule, and no rule knows of dry runs. Throws what the operation refuses.
 */
export async function tryRows(transactor: Transactor, { job, register, rows, needed }: Trial): Promise<readonly SettledRow[]> {
  try {
    return await transactor.together(job.actor, async (batch) => {
      for (const row of needed) await row.takeIn(batch, job.actor, register);
      const settled: SettledRow[] = [];
      for (const row of rows) settled.push(await row.takeIn(batch, job.actor, register));
      await batch.query('select 1'); // sends what is queued, so that the database's own rules are heard
      throw new NotKept(settled);
    });
  } catch (error) {
    if (error instanceof NotKept) return error.settled;
    throw error;
  }
}
