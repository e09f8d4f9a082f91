import type { KnockNeedKind } from '@zero-distance/contracts';
import { findDueBy, type ReadTx } from '@zero-distance/persistence';
import { defineAggregate } from '@zero-distance/platform';
import { KnockNeedEntity, KnockNeedHistoryEntity } from './knock-need.entity.js';
import { refuseNeed } from './knock-need.errors.js';
import { KNOCK_NEED_EVENTS } from './knock-need.js';
import { KNOCK_NEED_TRANSITIONS } from './knock-need.transitions.js';

export const KNOCK_NEEDS_FOUND = defineAggregate({
  machine: KNOCK_NEED_TRANSITIONS,
  entity: KnockNeedEntity,
  history: { entity: KnockNeedHistoryEntity, key: 'knockNeedId', since: 'foundAt' },
  notFound: (id) => refuseNeed('knock_need.not_found', { id }),
  /** Whose round it is takes part in what is found in it. */
  visible: { by: 'matter', participants: 'organisation_id', recuses: false },
  begins: { action: 'find', event: 'intake.knock-need.found.v1' },
  events: KNOCK_NEED_EVENTS,
  filters: {
    state: 'state',
    need: (need: KnockNeedKind, { given }) => `t.need = ${given(need)}`,
    roundId: 'round_id',
  },
});

/** What was found at a knock. */
export const needsOfKnock = async (tx: ReadTx, knockId: string): Promise<string[]> =>
  (await tx.query<{ id: string }>('select id from knock_need where knock_id = $1 order by id', [knockId])).map(({ id }) => id);

/** Those that have become nothing yet and are to be told of, the longest due before the others. */
export const findDueNeeds = findDueBy('knock_need', 'next_at');
