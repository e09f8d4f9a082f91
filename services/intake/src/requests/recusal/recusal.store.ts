import type { ReadTx } from '@zero-distance/persistence';
import { refuse } from '../../errors.js';

/** Refuses who was recused from a request, as if there were none, where something is done about it that needs no sight of it. */
export async function assertNotRecused(tx: ReadTx, id: string): Promise<void> {
  const { organisation } = tx.actor;
  const own = organisation ? [organisation.id, ...(organisation.predecessors ?? [])] : [];
  const recused = await tx.query(
    'select from request where id = $1 and ($2 = any(barred_account_ids) or barred_organisation_ids && $3::uuid[])',
    [id, tx.actor.id, own],
  );
  if (recused.length > 0) throw refuse('request.not_found', { id });
}
