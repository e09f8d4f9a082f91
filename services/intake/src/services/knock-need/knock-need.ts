import type { EventData, KnockNeedKind } from '@zero-distance/contracts';
import { DAY_MS, newId, type Told } from '@zero-distance/kernel';
import type { KeyRing } from '@zero-distance/personal-data';
import type { RoundPolicies } from '../../policy/round-policy.js';
import type { RoundTarget } from '../round-target/round-target.js';
import type { KnockNeedEventType, KnockNeedState } from './knock-need.transitions.js';

/** 敲门发现的需求: it waits until it has become something, with a link to that. */
export interface KnockNeed {
  readonly id: string;
  readonly version: number;
  readonly state: KnockNeedState;
  readonly knockId: string;
  readonly targetId: string;
  readonly roundId: string;
  readonly areaCode: string;
  readonly organisationId: string | null;
  readonly need: KnockNeedKind;
  /** What is wanted, sealed; null where nothing was said, or it was erased. */
  readonly note: string | null;
  /** The request, service order or key person that it became. */
  readonly linkedId: string | null;
  readonly foundAt: Date;
  /** When it is told of again; null when it is over. */
  readonly nextAt: Date | null;
}

/** 尚无去处: there is no room for these in the system yet, so nothing can be linked: they wait, or are dropped. */
const WITHOUT_ROOM: readonly KnockNeedKind[] = ['register-correction', 'topic'];
export const hasRoom = ({ need }: Pick<KnockNeed, 'need'>): boolean => !WITHOUT_ROOM.includes(need);

interface Found {
  readonly target: RoundTarget;
  readonly knockId: string;
  readonly need: KnockNeedKind;
  readonly note: string | null;
}

/** 提醒: when it is told of next. */
export const reminded = (now: Date, policies: RoundPolicies): Pick<KnockNeed, 'nextAt'> => ({
  nextAt: new Date(now.getTime() + policies['need-remind-days'] * DAY_MS),
});

export function findNeed({ target, knockId, need, note }: Found, now: Date, policies: RoundPolicies, ring: KeyRing): KnockNeed {
  const id = newId(now.getTime());
  const { id: targetId, roundId, areaCode, organisationId } = target;
  return {
    ...{ id, version: 1, state: 'waiting', knockId, targetId, roundId, areaCode, organisationId, need },
    ...{ note: note === null ? null : ring.encrypt(note, contextOf(id)), linkedId: null, foundAt: now, ...reminded(now, policies) },
  };
}

const contextOf = (id: string): string => `${id}/note`;

/** Callers that show it write an access record in the same transaction. */
export const openNote = ({ id, note }: Pick<KnockNeed, 'id' | 'note'>, ring: KeyRing): string | null =>
  note === null ? null : ring.decrypt(note, contextOf(id));

/** 已落实. */
export const linked = (linkedId: string) => ({ linkedId, nextAt: null });

const brief = ({ id, roundId, areaCode, need }: KnockNeed, { at }: Told<KnockNeed>) => ({
  ...{ knockNeedId: id, roundId, areaCode, need },
  at: at.toISOString(),
});

/** The data of each event, from the need after the step. */
export const KNOCK_NEED_EVENTS: { readonly [E in KnockNeedEventType]: (after: KnockNeed, told: Told<KnockNeed>) => EventData<E> } = {
  'intake.knock-need.found.v1': brief,
  'intake.knock-need.linked.v1': (after, told) => ({ ...brief(after, told), linkedId: after.linkedId as string }),
  'intake.knock-need.dropped.v1': brief,
  'intake.knock-need.overdue.v1': brief,
};
