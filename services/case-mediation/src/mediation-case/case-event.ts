import type { EventData } from '@zero-distance/contracts';
import type { MediationCase } from './mediation-case.js';
import type { CaseEventType } from './mediation-case.transitions.js';

/** An event of a case with its data. */
export type CaseEvent = { [T in CaseEventType]: { readonly type: T; readonly data: EventData<T> } }[CaseEventType];

/** What an event of `type` says of the case as it is after the change. Ids and codes, and the answer released for the public. */
export function caseEvent(type: CaseEventType, after: MediationCase, now: Date): CaseEvent {
  const { id, requestId, areaCode, caseType } = after;
  const data = { caseId: id, requestId, areaCode, caseType, at: now.toISOString() };
  const publicAnswer = after.publicAnswer ?? '';
  const reasonCode = after.reasonCode ?? '';
  switch (type) {
    case 'case-mediation.case.assigned.v1':
      return { type, data: { ...data, mediatorId: after.mediatorId ?? '' } };
    case 'case-mediation.case.agreed.v1':
    case 'case-mediation.case.failed.v1':
      return { type, data: { ...data, publicAnswer } };
    case 'case-mediation.case.declined.v1':
    case 'case-mediation.case.terminated.v1':
      return { type, data: { ...data, reasonCode, publicAnswer } };
    default:
      return { type, data };
  }
}
