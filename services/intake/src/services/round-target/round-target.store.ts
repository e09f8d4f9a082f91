import { KNOCK_OUTCOMES, type KnockOutcome } from '@zero-distance/contracts';
import type { ReadTx, Tx } from '@zero-distance/persistence';
import { defineCollection } from '@zero-distance/platform';
import { TO_KNOCK } from '../round/round.store.js';
import type { Coverage } from './coverage.js';
import { RoundTargetEntity } from './round-target.entity.js';
import { refuseTarget } from './round-target.errors.js';
import type { RoundTarget } from './round-target.js';

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

/** Every household on the list, as it is sealed: to be compared, never shown. */
export const sealedOf = (tx: ReadTx, roundId: string): Promise<Pick<RoundTarget, 'id' | 'number' | 'household'>[]> =>
  tx.query<{ id: string; number: number; household: string | null }>(
    'select id, number, household from round_target where round_id = $1 order by number',
    [roundId],
  );

/** Queues that a household is on no list. */
export const takeOff = (tx: Tx, id: string): void => tx.write('delete from round_target where id = $1', [id]);

/** What became of the households of a round, by grid. */
export async function coverageByGrid(tx: ReadTx, roundId: string): Promise<(Coverage & { readonly areaCode: string })[]> {
  const rows = await tx.query<{ areaCode: string; outcome: KnockOutcome | null; households: number }>(
    `select area_code as "areaCode", outcome, count(*)::int as households from round_target where round_id = $1 group by 1, 2 order by 1`,
    [roundId],
  );
  return [...new Set(rows.map(({ areaCode }) => areaCode))].map((areaCode) => {
    const of = rows.filter((row) => row.areaCode === areaCode);
    const households = (outcome: KnockOutcome | null): number => of.find((row) => row.outcome === outcome)?.households ?? 0;
    return {
      areaCode,
      targets: of.reduce((total, row) => total + row.households, 0),
      outcomes: Object.fromEntries(KNOCK_OUTCOMES.map((outcome) => [outcome, households(outcome)])) as Coverage['outcomes'],
      unknocked: households(null),
    };
  });
}
