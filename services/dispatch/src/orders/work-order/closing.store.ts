import type { EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { type Closing, WANTS_NOTHING } from './closing.js';
import type { WorkOrder } from './work-order.js';

/** Queues what a category wants before a matter of it is done; after the category itself. */
export const keepClosing = (
  tx: Tx,
  { code, requiredEvidence = [], finderRechecks = false }: EventData<'intake.category.registered.v1'>,
): void =>
  tx.write(
    'update category set required_evidence = $2, finder_rechecks = $3 where code = $1 and (required_evidence, finder_rechecks) <> ($2, $3)',
    [code, requiredEvidence, finderRechecks],
    'any',
  );

/** Of which media types the files are that came with the answer that stands, or since. */
export async function shownWith(tx: ReadTx, { id, repliedAt }: Pick<WorkOrder, 'id' | 'repliedAt'>): Promise<string[]> {
  const sql = `select media_type as "mediaType" from file where subject_kind = 'work-order' and subject_id = $1 and attached_at >= $2`;
  return (await tx.query<{ mediaType: string }>(sql, [id, repliedAt])).map(({ mediaType }) => mediaType);
}

/** What a category wants before a matter of it is done. */
export async function closingOf(tx: ReadTx, categoryCode: string): Promise<Closing> {
  const [row] = await tx.query<{ evidence: string[]; finderRechecks: boolean }>(
    'select required_evidence as evidence, finder_rechecks as "finderRechecks" from category where code = $1',
    [categoryCode],
  );
  return row ?? WANTS_NOTHING;
}
