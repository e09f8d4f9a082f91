import type { ReadTx, Tx } from '@zero-distance/persistence';
import { refuse } from '../errors.js';
import { ChecklistEntity } from './checklist.entity.js';

/** A version of the checklist; undefined when there is none. */
export const findChecklist = (tx: ReadTx, version: number): Promise<ChecklistEntity | undefined> =>
  tx.findOne(ChecklistEntity, { version });

/** The version in force: the latest. The first came with the schema, so there is always one. */
export async function currentChecklist(tx: ReadTx): Promise<ChecklistEntity> {
  const [current] = await tx.query<ChecklistEntity>(`select ${tx.columns(ChecklistEntity)} from checklist order by version desc limit 1`);
  if (!current) throw new Error('there is no checklist at all: the migrations have not run');
  return current;
}

/** Two who publish the same version at once: one of them is refused. */
export function insertChecklist(tx: Tx, checklist: ChecklistEntity): void {
  tx.insert(ChecklistEntity, checklist, { checklist_pkey: refuse('checklist.version_fixed', { version: checklist.version }) });
}
