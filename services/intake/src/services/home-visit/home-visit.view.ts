import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { HomeVisitDetailDto, HomeVisitDto } from './home-visit.dto.js';
import { type HomeVisit, isOverdue, momentOf } from './home-visit.js';
import { HOME_VISIT_TRANSITIONS, type HomeVisitState } from './home-visit.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What the caller sees of a home visit, and may do with it. */
export const toHomeVisitDto = (found: HomeVisit, { actor, now }: View): HomeVisitDto => ({
  ...{ id: found.id, version: found.version, state: found.state },
  actions: HOME_VISIT_TRANSITIONS.allowed(found.state, actor, momentOf(found, now)),
  ...{ areaCode: found.areaCode, residentId: found.residentId, cause: found.cause },
  ...{ serviceCaseId: found.serviceCaseId, requestId: found.requestId, workerId: found.workerId },
  ...{ from: found.startsAt.toISOString(), until: found.endsAt.toISOString(), overdue: isOverdue(found, now) },
  visitedAt: found.visitedAt?.toISOString() ?? null,
  plannedAt: found.plannedAt.toISOString(),
});

/** The same with what was done about it. */
export const toHomeVisitDetailDto = (
  found: HomeVisit,
  history: readonly HistoryEntity<HomeVisitState>[],
  view: View,
): HomeVisitDetailDto => ({
  ...toHomeVisitDto(found, view),
  history: history.map(toHistoryLine),
});
