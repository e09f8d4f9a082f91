import { dateOf } from '@zero-distance/calendar';
import { findDueBy } from '@zero-distance/persistence';
import { defineAggregate } from '@zero-distance/platform';
import { ActivityOutcomeEntity, ActivityOutcomeHistoryEntity } from './activity-outcome.entity.js';
import { refuseOutcome } from './activity-outcome.errors.js';
import { ACTIVITY_OUTCOME_EVENTS } from './activity-outcome.js';
import { ACTIVITY_OUTCOME_TRANSITIONS } from './activity-outcome.transitions.js';

export const ACTIVITY_OUTCOMES = defineAggregate(
  {
    machine: ACTIVITY_OUTCOME_TRANSITIONS,
    entity: ActivityOutcomeEntity,
    history: { entity: ActivityOutcomeHistoryEntity, key: 'activityOutcomeId', since: 'recordedAt' },
    notFound: (id) => refuseOutcome('activity_outcome.not_found', { id }),
    /** Who holds the activity takes part in what comes of it. */
    visible: { by: 'matter', participants: 'organisation_id', recuses: false },
    begins: { action: 'record', event: 'intake.activity-outcome.recorded.v1' },
    events: ACTIVITY_OUTCOME_EVENTS,
    filters: { state: 'state', outcome: 'outcome', activityId: 'activity_id' },
  },
  ({ followUpOn }, { now }) => ({ followUpOn, today: dateOf(now) }),
);

/** One of each a person: of two that are recorded at once the second is refused. */
export const ONCE = { activity_outcome_once: refuseOutcome('activity_outcome.recorded_already', {}, '/outcome') };

/** Those whose clock has something to do, the longest due before the others. */
export const findDueOutcomes = findDueBy('activity_outcome', 'next_at');
