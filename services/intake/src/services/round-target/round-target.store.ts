import type { KnockOutcome } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import { TO_KNOCK } from '../round/round.store.js';
import { RoundTargetEntity } from './round-target.entity.js';
import { refuseTarget } from './round-target.errors.js';

export const ROUND_TARGETS = defineCollection({
  entity: RoundTargetEntity,
  notFound: (id) => refuseTarget('round_target.not_found', { id }),
  /** A worker sees the households of the own grid; an organisation those of its rounds. */
  visible: { by: 'matter', participants: 'organisation_id', recuses: false },
  filters: {
    roundId: 'round_id',
    outcome: (outcome: KnockOutcome, { given }) => `t.outcome = ${given(outcome)}`,
    toKnock: (is: boolean) => (is ? TO_KNOCK : `not ${TO_KNOCK}`),
  },
  changes: true,
});

/** The place on the list behind the last, and who is on it. */
export async function listOf(tx: ReadTx, roundId: string): Promise<{ readonly next: number; readonly residentIds: ReadonlySet<string> }> {
  const [row] = await tx.query<{ last: number; residentIds: string[] }>(
    `select coalesce(max(t.number), 0) as last, coalesce(array_agg(distinct r) filter (where r is not null), '{}') as "residentIds"
     from round_target t left join lateral unnest(t.resident_ids) r on true where t.round_id = $1`,
    [roundId],
  );
  return { next: (row?.last ?? 0) + 1, residentIds: new Set(row?.residentIds) };
}

/** Queues that a household is on no list. */
export const takeOff = (tx: Tx, id: string): void => tx.write('delete from round_target where id = $1', [id]);
