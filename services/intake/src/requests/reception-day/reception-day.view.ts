import { type Actor, AREA_LEVELS, isWithinArea } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { PublicReceptionDayDto, ReceptionDayDetailDto, ReceptionDayDto } from './reception-day.dto.js';
import type { ReceptionDay } from './reception-day.js';
import { RECEPTION_DAY_TRANSITIONS, type ReceptionDayState } from './reception-day.transitions.js';

/** To whom it is shown. */
interface View {
  readonly actor: Actor;
}

/** What anybody reads of a reception day: nothing below a community, and nothing of who came. */
export const toPublicReceptionDayDto = (day: ReceptionDay): PublicReceptionDayDto => ({
  id: day.id,
  state: day.state,
  areaCode: day.areaCode.slice(0, AREA_LEVELS.community),
  host: day.host,
  place: day.place,
  startsAt: day.startsAt.toISOString(),
  endsAt: day.endsAt.toISOString(),
  topic: day.topic,
});

/** What the caller sees of a reception day, and may do with it. */
export const toReceptionDayDto = (day: ReceptionDay, { actor }: View): ReceptionDayDto => ({
  ...toPublicReceptionDayDto(day),
  areaCode: day.areaCode,
  version: day.version,
  actions: isWithinArea(day.areaCode, actor.area) ? RECEPTION_DAY_TRANSITIONS.allowed(day.state, actor, day) : [],
  visitors: day.visitors,
  announcedAt: day.announcedAt.toISOString(),
});

/** The same with what was done about it and what its visitors asked for. */
export const toReceptionDayDetailDto = (
  day: ReceptionDay,
  {
    history,
    matters,
    openMatters,
  }: { readonly history: readonly HistoryEntity<ReceptionDayState>[]; readonly matters: number; readonly openMatters: number },
  view: View,
): ReceptionDayDetailDto => ({
  ...toReceptionDayDto({ ...day, openMatters }, view),
  matters,
  openMatters,
  history: history.map(toHistoryLine),
});
