import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { KnockNeedDetailDto, KnockNeedDto } from './knock-need.dto.js';
import type { KnockNeed } from './knock-need.js';
import { KNOCK_NEED_TRANSITIONS, type KnockNeedState } from './knock-need.transitions.js';

/** What the caller sees of a need, and may do with it: not what was noted. */
export const toKnockNeedDto = (found: KnockNeed, { actor }: { readonly actor: Actor }): KnockNeedDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: KNOCK_NEED_TRANSITIONS.allowed(found.state, actor, found),
  need: found.need,
  roundId: found.roundId,
  targetId: found.targetId,
  knockId: found.knockId,
  areaCode: found.areaCode,
  linkedId: found.linkedId,
  foundAt: found.foundAt.toISOString(),
});

/** The same with what was done about it. */
export const toKnockNeedDetailDto = (
  found: KnockNeed,
  history: readonly HistoryEntity<KnockNeedState>[],
  view: { readonly actor: Actor },
): KnockNeedDetailDto => ({ ...toKnockNeedDto(found, view), history: history.map(toHistoryLine) });
