import { type Actor, AREA_LEVELS, isWithinArea } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { ActivityDetailDto, ActivityDto, PublicActivityDto } from './activity.dto.js';
import { type Activity, type ActivityCounts, freePlaces, hasPlace, isBookable } from './activity.js';
import { ACTIVITY_TRANSITIONS, type ActivityState } from './activity.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What anybody reads of an activity: nothing below a community, and nothing of who comes. */
export const toPublicActivityDto = (found: Activity, counts: ActivityCounts, now: Date): PublicActivityDto => ({
  id: found.id,
  state: found.state,
  kind: found.kind,
  delivery: found.delivery,
  areaCode: found.areaCode.slice(0, AREA_LEVELS.community),
  title: found.title,
  place: found.place,
  startsAt: found.startsAt.toISOString(),
  endsAt: found.endsAt.toISOString(),
  capacity: found.capacity,
  full: !hasPlace({ state: found.state, capacity: found.capacity, counts }),
  bookable: isBookable(found, now),
  coOrganiser: found.coOrganiser,
  employers: found.employers.map(({ name, posts }) => ({ name, posts })),
});

/** What the caller sees of an activity, and may do with it. */
export const toActivityDto = (found: Activity, counts: ActivityCounts, { actor, now }: View): ActivityDto => ({
  ...toPublicActivityDto(found, counts, now),
  areaCode: found.areaCode,
  version: found.version,
  actions: isWithinArea(found.areaCode, actor.area) ? ACTIVITY_TRANSITIONS.allowed(found.state, actor, found) : [],
  ...{ free: Math.max(0, freePlaces({ capacity: found.capacity, counts })), waiting: counts.waiting },
  ...{ booked: counts.booked, confirmed: counts.confirmed, attended: counts.attended },
  organisationId: found.organisationId,
  plannedAt: found.plannedAt.toISOString(),
  announcedAt: found.announcedAt?.toISOString() ?? null,
  heldAt: found.heldAt?.toISOString() ?? null,
  closedAt: found.closedAt?.toISOString() ?? null,
});

/** The same with what was done about it. */
export const toActivityDetailDto = (
  found: Activity,
  { counts, history }: { readonly counts: ActivityCounts; readonly history: readonly HistoryEntity<ActivityState>[] },
  view: View,
): ActivityDetailDto => ({ ...toActivityDto(found, counts, view), history: history.map(toHistoryLine) });
