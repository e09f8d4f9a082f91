import type { EmergencyNumber, EventData } from '@zero-distance/contracts';
import type { Told } from '@zero-distance/kernel';
import { correctedFields, type Request, type ToldFollowUp } from './request.js';
import type { RequestEventType } from './request.transitions.js';

/** A part says of which request it is one. */
const ofPart = ({ parentId }: Request) => (parentId === null ? {} : { parentId });

/** What every service may know of a request: ids and codes. */
const facts = (r: Request): Omit<EventData<'intake.request.registered.v1'>, 'fileIds' | 'call' | 'finderId' | 'service'> => ({
  ...ofPart(r),
  requestId: r.id,
  number: r.number,
  kind: r.kind,
  channel: r.channel,
  categoryCode: r.categoryCode,
  areaCode: r.areaCode,
  urgency: r.urgency,
  confidential: r.confidential,
  publishable: r.publishable,
  callbackPossible: r.callbackPossible,
  receivedAt: r.receivedAt.toISOString(),
  ...(r.barredOrganisationIds && { barredOrganisationIds: r.barredOrganisationIds }),
  ...(r.barredAccountIds && { barredAccountIds: r.barredAccountIds }),
});

const found = ({ foundBy }: Request) => (foundBy === null ? {} : { finderId: foundBy });

const served = ({ service }: Request) => (service === null ? {} : { service });

const brief = (r: Request, { at }: Told<Request>) => ({
  ...ofPart(r),
  requestId: r.id,
  kind: r.kind,
  areaCode: r.areaCode,
  at: at.toISOString(),
});
const withReason = (r: Request, told: Told<Request>) => ({ ...brief(r, told), reasonCode: told.reasonCode as string });

/** The order or the case that answered; null for a clerk. */
function answerIdOf({ answeredBy, workOrderId, caseId }: Request): string | null {
  if (answeredBy === 'dispatch') return workOrderId;
  return answeredBy === 'case-mediation' ? caseId : null;
}

/** The data of each event of a request, from the request after the step. */
export const REQUEST_EVENTS: { readonly [E in RequestEventType]: (request: Request, told: Told<Request>) => EventData<E> } = {
  'intake.request.registered.v1': (r, { fileIds }) => ({
    ...facts(r),
    ...found(r),
    ...served(r),
    sealedText: r.sealedText,
    ...(r.emergencyNumber && { emergencyNumber: r.emergencyNumber }),
    ...(fileIds && { fileIds: [...fileIds] }),
    ...(r.call && { call: r.call }),
  }),
  'intake.request.imported.v1': (r) => ({
    ...facts(r),
    dueAt: r.dueAt?.toISOString() ?? null,
    repliedAt: r.repliedAt?.toISOString() ?? null,
    closedAt: r.closedAt?.toISOString() ?? null,
    ...(r.upstreamReference !== null && { reference: r.upstreamReference }),
  }),
  'intake.request.corrected.v1': (r, { at, before }) => ({
    ...facts(r),
    at: at.toISOString(),
    corrected: before ? correctedFields(before, r) : [],
    ...(r.sealedText !== undefined && { sealedText: r.sealedText }),
  }),
  'intake.request.followed-up.v1': (r, told) => {
    const { id, kind, channel, urges, sealedText } = r.followUp as ToldFollowUp;
    return {
      ...brief(r, told),
      followUpId: id,
      followUp: kind,
      channel,
      urges,
      leadOrganisationId: r.organisationId,
      ...(told.fileIds && { fileIds: [...told.fileIds] }),
      ...(sealedText !== undefined && { sealedText }),
    };
  },
  'intake.request.follow-up-taken-back.v1': (r, told) => {
    const { id, kind, channel } = r.takenBack as NonNullable<Request['takenBack']>;
    return { ...brief(r, told), followUpId: id, followUp: kind, channel, leadOrganisationId: r.organisationId };
  },
  'intake.request.answered.v1': (r, told) => ({ ...brief(r, told), ...(r.knowledgeEntryId && { knowledgeEntryId: r.knowledgeEntryId }) }),
  'intake.request.declined.v1': withReason,
  'intake.request.withdrawn.v1': (r, told) => ({ ...brief(r, told), ...(r.withdrawnBy && { channel: r.withdrawnBy }) }),
  'intake.request.redirected.v1': (r, told) => ({ ...brief(r, told), emergencyNumber: r.emergencyNumber as EmergencyNumber }),
  'intake.request.returned.v1': withReason,
  'intake.request.dispatched.v1': (r, told) => ({ ...brief(r, told), workOrderId: r.workOrderId as string }),
  'intake.request.mediating.v1': (r, told) => ({ ...brief(r, told), caseId: r.caseId as string }),
  'intake.request.merged.v1': (r, told) => ({ ...brief(r, told), number: r.number, mainRequestId: r.mainRequestId as string }),
  'intake.request.split-off.v1': (r, told) => ({
    ...brief(r, told),
    mainRequestId: r.mainRequestId as string,
    takesOver: r.takesOver ?? false,
  }),
  'intake.request.divided.v1': (r, told) => ({ ...brief(r, told), partIds: (r.parts ?? []).map(({ id }) => id) }),
  'intake.request.replied-in-parts.v1': (r, { at }) => ({
    ...facts(r),
    parts: (r.parts ?? []).map(({ id, number }) => ({ requestId: id, number })),
    publicAnswer: r.publicAnswer as string,
    repliedAt: (r.repliedAt ?? at).toISOString(),
    round: r.round,
  }),
  'intake.request.replied-with-main.v1': (r, { at }) => ({
    ...facts(r),
    mainRequestId: r.mainRequestId as string,
    answeredBy: r.answeredBy ?? 'intake',
    answerId: answerIdOf(r),
    organisationId: r.answeredBy === 'dispatch' ? r.organisationId : null,
    publicAnswer: r.publicAnswer as string,
    repliedAt: (r.repliedAt ?? at).toISOString(),
    round: r.round,
  }),
  'intake.request.replied.v1': (r, { at }) => ({
    ...facts(r),
    answeredBy: r.answeredBy === 'case-mediation' ? 'case-mediation' : 'dispatch',
    answerId: (r.answeredBy === 'case-mediation' ? r.caseId : r.workOrderId) as string,
    organisationId: r.answeredBy === 'dispatch' ? r.organisationId : null,
    publicAnswer: r.publicAnswer as string,
    repliedAt: (r.repliedAt ?? at).toISOString(),
    round: r.round,
  }),
  'intake.request.closed.v1': brief,
  'intake.request.erased.v1': brief,
  // What the request is goes along when an order may have to be opened for it.
  'intake.request.reopened.v1': (r, told) => ({
    ...(r.reopenedBy && { ...facts(r), ...found(r), ...served(r), sealedText: r.sealedText }),
    ...brief(r, told),
    ...(r.parts && { isDivided: true }),
    round: r.round,
    cause: r.reopenedBy ?? 'callback',
  }),
};
