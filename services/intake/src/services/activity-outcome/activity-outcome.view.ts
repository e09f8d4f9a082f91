import { dateOf } from '@zero-distance/calendar';
import type { FileDto } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { ActivityOutcomeDetailDto, ActivityOutcomeDto } from './activity-outcome.dto.js';
import type { ActivityOutcome } from './activity-outcome.js';
import { ACTIVITY_OUTCOME_TRANSITIONS, type ActivityOutcomeState } from './activity-outcome.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What the caller sees of an outcome, and may do with it. */
export const toActivityOutcomeDto = (found: ActivityOutcome, { actor, now }: View): ActivityOutcomeDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: ACTIVITY_OUTCOME_TRANSITIONS.allowed(found.state, actor, { followUpOn: found.followUpOn, today: dateOf(now) }),
  activityId: found.activityId,
  bookingId: found.bookingId,
  areaCode: found.areaCode,
  outcome: found.outcome,
  employer: found.employer,
  occurredOn: found.occurredOn,
  followUpOn: found.followUpOn,
  recordedBy: found.recordedBy,
  recordedAt: found.recordedAt.toISOString(),
  endedAt: found.endedAt?.toISOString() ?? null,
});

/** The same with its evidence and what was done about it. */
export const toActivityOutcomeDetailDto = (
  found: ActivityOutcome,
  { files, history }: { readonly files: FileDto[]; readonly history: readonly HistoryEntity<ActivityOutcomeState>[] },
  view: View,
): ActivityOutcomeDetailDto => ({ ...toActivityOutcomeDto(found, view), files, history: history.map(toHistoryLine) });
