import type { Actor } from '@zero-distance/kernel';
import { type HistoryEntity, toHistoryLine } from '@zero-distance/platform';
import type { KeyPersonDetailDto, KeyPersonDto, VisitDto } from './key-person.dto.js';
import { type KeyPerson, lampOf, subjectOf } from './key-person.js';
import { KEY_PERSON_TRANSITIONS, type KeyPersonState } from './key-person.transitions.js';
import type { Visit } from './visit.js';

/** To whom it is shown, and when. */
interface View {
  readonly actor: Actor;
  readonly now: Date;
}

const text = (time: Date | null): string | null => time?.toISOString() ?? null;

/** What the caller sees of a key person, and may do: nothing that says who it is. */
export const toKeyPersonDto = (found: KeyPerson, { actor, now }: View): KeyPersonDto => ({
  id: found.id,
  version: found.version,
  state: found.state,
  actions: KEY_PERSON_TRANSITIONS.allowed(found.state, actor, subjectOf(found, actor)),
  areaCode: found.areaCode,
  kind: found.kind,
  risk: found.risk,
  workerId: found.workerId,
  organisationId: found.organisationId,
  offeredTo: found.offeredTo,
  offeredOrganisationId: found.offeredOrganisationId,
  offerUntil: text(found.offerUntil),
  enteredAt: found.enteredAt.toISOString(),
  lastVisitAt: text(found.lastVisitAt),
  dueAt: text(found.dueAt),
  overdueSince: text(found.overdueSince),
  overdue: found.overdueSince !== null,
  lamp: lampOf(found, now),
  leaving: found.leaving,
});

export const toVisitDto = ({ id, at, way, met, counts, need, requestId, recordedBy }: Visit): VisitDto => ({
  ...{ id, at: at.toISOString(), way, met, counts, need, requestId, recordedBy },
});

interface Besides {
  readonly history: readonly HistoryEntity<KeyPersonState>[];
  readonly visits: readonly Visit[];
}

/** A visit has found it, and nobody has referred them since it was recorded. */
function isToBeReferred(visits: readonly Visit[], history: Besides['history']): boolean {
  const found = Math.max(...visits.filter(({ need }) => need === 'referral').map(({ recordedAt }) => recordedAt.getTime()));
  const referred = Math.max(...history.filter(({ action }) => action === 'refer').map(({ at }) => at.getTime()));
  return found > referred;
}

/** The same with visits and what was done. */
export const toKeyPersonDetailDto = (found: KeyPerson, { history, visits }: Besides, view: View): KeyPersonDetailDto => ({
  ...toKeyPersonDto(found, view),
  visits: visits.map(toVisitDto),
  toBeReferred: isToBeReferred(visits, history),
  history: history.map(toHistoryLine),
});
