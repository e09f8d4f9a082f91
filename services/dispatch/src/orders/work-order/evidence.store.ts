import type { EventData } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';

/** Queues what a category wants to be shown; after the category itself. */
export const keepEvidence = (tx: Tx, { code, requiredEvidence = [] }: EventData<'intake.category.registered.v1'>): void =>
  tx.write('update category set required_evidence = $2 where code = $1 and required_evidence <> $2', [code, requiredEvidence], 'any');

/** What a category wants to be shown. */
export async function evidenceOf(tx: ReadTx, categoryCode: string): Promise<readonly string[]> {
  const [row] = await tx.query<{ wanted: string[] }>('select required_evidence as wanted from category where code = $1', [categoryCode]);
  return row?.wanted ?? [];
}
