import type { ReadTx, Tx } from '@zero-distance/persistence';
import { findDueBy } from '@zero-distance/persistence';
import { areaConditions, defineAggregate, Erasure, overdueFilter } from '@zero-distance/platform';
import { RoundEntity, RoundHistoryEntity } from './round.entity.js';
import { refuseRound } from './round.errors.js';
import { ROUND_EVENTS, type RoundCounts } from './round.js';
import { ROUND_TRANSITIONS } from './round.transitions.js';

export const ROUNDS = defineAggregate({
  machine: ROUND_TRANSITIONS,
  entity: RoundEntity,
  history: { entity: RoundHistoryEntity, key: 'roundId', since: 'plannedAt' },
  notFound: (id) => refuseRound('round.not_found', { id }),
  /** That a community is called on is no secret; who may change it, the use cases ask. */
  visible: { by: 'everybody' },
  begins: { action: 'plan', event: 'intake.round.planned.v1' },
  events: ROUND_EVENTS,
  filters: {
    state: 'state',
    areaCode: (area: string, { given }) => areaConditions(area, given, 't.area_code').join(' and '),
    overdue: overdueFilter('ends_at', `state = 'open'`),
  },
});

/** Holds a round while its list or its state changes: of a household that is put on it while it is opened, either the count knows, or it is refused. */
export const holdRound = (tx: Tx, id: string): Promise<void> => tx.execute('select from round where id = $1 for update', [id]);

/** 待敲门: nobody has knocked at the door yet, or somebody is to come again. */
export const TO_KNOCK = `(outcome is null or outcome in ('not-home', 'will-call'))`;

/** How far a round is. */
export async function countRound(tx: ReadTx, id: string): Promise<RoundCounts> {
  const grids = await tx.query<{ areaCode: string; targets: number; met: number; left: number }>(
    `select area_code as "areaCode", count(*)::int as targets, count(*) filter (where outcome = 'met')::int as met,
       count(*) filter (where ${TO_KNOCK})::int as left
     from round_target where round_id = $1 group by 1 order by 1`,
    [id],
  );
  const sum = (of: 'targets' | 'met' | 'left') => grids.reduce((total, grid) => total + grid[of], 0);
  return {
    ...{ targets: sum('targets'), met: sum('met'), left: sum('left') },
    grids: grids.map(({ areaCode, targets }) => ({ areaCode, targets })),
  };
}

/** Queues that nothing is kept of where its households live, who they are, what they said, and what staff wrote of what they need. */
export function eraseHouseholds(tx: Tx, id: string): void {
  tx.write(`update round_target set household = null, resident_ids = '{}' where round_id = $1 and household is not null`, [id], 'any');
  tx.write('update knock set said = null, correction = null where round_id = $1', [id], 'any');
  tx.write('update knock_need set note = null where round_id = $1 and note is not null', [id], 'any');
  const erasure = new Erasure(tx, id);
  erasure.remove('history', 'gone as materialized (select * from erase_reasons(array(select id from knock_need where round_id = $1)))', [
    id,
  ]);
  erasure.removeAnswersThat(`answer ->> 'id' in (select id::text from knock where round_id = any($1::uuid[]))`, [id]);
}

/** Those whose clock has something to do, the longest due before the others. */
export const findDueRounds = findDueBy('round', 'next_at');
