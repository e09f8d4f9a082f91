import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection, NEWEST_FIRST, prefixConditions } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { markChanged } from '../reference.store.js';
import type { Responsibility } from '../responsibility.js';
import { ResponsibilityEntity } from './responsibility.entity.js';

/** A version that is replaced before it begins is never in force. Who follows the list by its changes is told of what has ended, too. */
const NOT_ENDED = '(t.effective_to is null or (t.effective_to > now() and t.effective_to > t.effective_from))';

export const RESPONSIBILITIES = defineCollection({
  entity: ResponsibilityEntity,
  visible: { by: 'everybody' },
  filters: {
    categoryPrefix: 'category_prefix',
    areaCode: (area: string, { given }) => prefixConditions(area, given, 't.area_prefix').join(' and '),
  },
  orders: {
    code: {
      by: [
        { column: 'code', property: 'code', kind: 'text' },
        { column: 'version', property: 'version', kind: 'int4' },
      ],
      direction: 'asc',
      where: NOT_ENDED,
    },
    newest: { ...NEWEST_FIRST.newest, where: NOT_ENDED },
  },
  changes: true,
});

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
