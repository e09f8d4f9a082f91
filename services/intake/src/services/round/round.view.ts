import { type Actor, isWithinArea } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { RoundDetailDto, RoundDto } from './round.dto.js';
import { isOverdue, type Round, type RoundCounts } from './round.js';
import { ROUND_TRANSITIONS, type RoundState } from './round.transitions.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

/** What the caller sees of a round, and may do with it. */
export const toRoundDto = (found: Round, { actor, now }: View): RoundDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: isWithinArea(found.areaCode, actor.area) ? ROUND_TRANSITIONS.allowed(found.state, actor, found) : [],
  areaCode: found.areaCode,
  title: found.title,
  fromOn: found.fromOn,
  untilOn: found.untilOn,
  questions: found.questions.map(({ choices, ...question }) => ({ ...question, choices: choices ? [...choices] : [] })),
  plannedAt: found.plannedAt.toISOString(),
  openedAt: found.openedAt?.toISOString() ?? null,
  closedAt: found.closedAt?.toISOString() ?? null,
  explanation: found.explanation,
  overdue: isOverdue(found, now),
});

/** The same with how far it is, and what was done about it. */
export const toRoundDetailDto = (
  found: Round,
  { counts, history }: { readonly counts: RoundCounts; readonly history: readonly HistoryEntity<RoundState>[] },
  view: View,
): RoundDetailDto => ({
  ...toRoundDto(found, view),
  ...{ targets: counts.targets, met: counts.met, left: counts.left },
  history: history.map(toHistoryLine),
});
