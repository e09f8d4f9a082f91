import type { Actor } from '@zero-distance/kernel';
import { EMERGENCY_WORDS } from '../redirection/redirection.js';
import { maySeeRequester } from '../requester/requester.js';
import { toOrderedServiceDto } from './ordered-service.view.js';
import type { RequestDto } from './request.dto.js';
import type { Request } from './request.js';
import { REQUEST_TRANSITIONS, subjectOf } from './request.transitions.js';

/** A request and its requester, masked. */
type ShownRequest = Request & { readonly nameMasked: string | null; readonly phoneMasked: string | null };

/** A request as the API answers it, to one caller. */
export function toRequestDto(request: ShownRequest, actor: Actor): RequestDto {
  const { nameMasked: name, phoneMasked: phone, confidential, emergencyNumber } = request;
  return {
    id: request.id,
    number: request.number,
    parentId: request.parentId,
    state: request.state,
    kind: request.kind,
    channel: request.channel,
    categoryCode: request.categoryCode,
    areaCode: request.areaCode,
    place: request.place,
    point: request.point as RequestDto['point'],
    title: request.title,
    text: request.text,
    urgency: request.urgency,
    upstreamReference: request.upstreamReference,
    confidential,
    requester: name !== null && maySeeRequester(actor, confidential) ? { name, phone } : null,
    service: toOrderedServiceDto(request.service),
    complainedAbout: request.complainedAbout ?? [],
    recusedOrganisations: request.recusedOrganisations ?? [],
    recusedAccounts: request.barredAccountIds ?? [],
    receivedAt: request.receivedAt.toISOString(),
    round: request.round,
    workOrderId: request.workOrderId,
    caseId: request.caseId,
    publicAnswer: request.publicAnswer,
    answerResult: request.answerResult,
    redirectedTo: emergencyNumber === null ? null : { number: emergencyNumber, ...EMERGENCY_WORDS[emergencyNumber] },
    repliedAt: request.repliedAt?.toISOString() ?? null,
    closedAt: request.closedAt?.toISOString() ?? null,
    erasedAt: request.erasedAt?.toISOString() ?? null,
    actions: REQUEST_TRANSITIONS.allowed(request.state, actor, subjectOf(request, actor)),
    version: request.version,
  };
}
