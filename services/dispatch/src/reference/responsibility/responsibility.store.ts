import type { ReadTx, Tx } from '@zero-distance/persistence';
import { refuse } from '../../errors.js';
import { markChanged } from '../reference.store.js';
import type { Responsibility } from '../responsibility.js';
import { ResponsibilityEntity } from './responsibility.entity.js';

/** The latest version of an entry, in force or not; undefined when there never was one. */
export async function latestEntry(tx: ReadTx, code: string): Promise<Responsibility | undefined> {
  const sql = `select ${tx.columns(ResponsibilityEntity)} from responsibility where code = $1 order by version desc limit 1`;
  const [latest] = await tx.query<Responsibility & Record<string, unknown>>(sql, [code]);
  return latest;
}

/** The code of another entry for the same category and area, in force at some time when `next` is. */
export async function duplicateOf(tx: ReadTx, next: Responsibility): Promise<string | undefined> {
  const [other] = await tx.query<{ code: string }>(
    `select code from responsibility where category_prefix = $1 and area_prefix = $2 and code <> $3 and effective_to is distinct from effective_from
       and (effective_to is null or effective_to > $4) and effective_from < coalesce($5::timestamptz, 'infinity') limit 1`,
    [next.categoryPrefix, next.areaPrefix, next.code, next.effectiveFrom, next.effectiveTo],
  );
  return other?.code;
}

/** Queues a new version and ends what it replaces at the moment it begins. */
export function insertEntry(tx: Tx, next: Responsibility): void {
  tx.write(
    'update responsibility set effective_to = greatest(effective_from, $2) where code = $1 and (effective_to is null or effective_to > $2)',
    [next.code, next.effectiveFrom],
    'any',
  );
  tx.insert(
    ResponsibilityEntity,
    { ...next, coOrganisationIds: [...next.coOrganisationIds], setBy: tx.actor.id, setAt: tx.now },
    { responsibility_code_version_key: refuse('register.changed_meanwhile') },
  );
  markChanged(tx);
}
