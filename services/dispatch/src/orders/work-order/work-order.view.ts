import { type DeadlineEntry, lamp, recomputeDue } from '@zero-distance/calendar';
import type { FileDto } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import type { HistoryEntity, MatterTextDto, MatterTexts } from '@zero-distance/platform';
import type { Policies } from '../../policy/policy.js';
import { isBarred } from '../../reference/barred.js';
import type { PartyDto } from '../../reference/reference.dto.js';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { toFollowUpDto } from '../follow-up/follow-up.view.js';
import type { Members } from '../merging/merging.js';
import { kindsAskable } from './askable.js';
import { isUncontacted } from './contact.js';
import type { DeadlineDto } from './due-explanation.dto.js';
import type { ContactDto, StaffDto } from './handling.dto.js';
import { UNCONTACTED } from './handling.errors.js';
import { openingsOf } from './opening.js';
import { toAppointmentDto, toOrderedServiceDto } from './ordered-service.view.js';
import { isLead } from './reach.js';
import { explainRoute } from './routing.js';
import type { DueTimesDto, HistoryEntryDto, ReplyDto, WorkOrderDetailDto, WorkOrderDto } from './work-order.dto.js';
import { mayOpenAgain, subjectOf, type WorkOrder } from './work-order.js';
import { WORK_ORDER_TRANSITIONS, type WorkOrderState } from './work-order.transitions.js';

/** One thing that was done with an order. */
type HistoryEntry = HistoryEntity<WorkOrderState> & { readonly reasonCode: string | null };

/** For whom, by which reference and at what time an order is shown. */
export interface View {
  readonly actor: Actor;
  readonly texts: MatterTexts;
  readonly reference: ReferenceSnapshot;
  readonly now: Date;
}

/** An order as its API answers it, to one caller. */
export function toDto(order: WorkOrder, { actor, reference, texts, now }: View): WorkOrderDto {
  const leads = isLead(actor, order, reference);
  const { route } = order;
  return {
    id: order.id,
    type: order.type,
    state: order.state,
    sourceId: order.sourceId,
    sourceNumber: order.sourceNumber,
    title: texts.title(order.sourceId, order.sealedTitle),
    requestKind: order.requestKind,
    categoryCode: order.categoryCode,
    areaCode: order.areaCode,
    urgency: order.urgency,
    round: order.round,
    linkedOrderId: order.linkedOrderId,
    lead: order.leadOrganisationId === null ? null : reference.party(order.leadOrganisationId),
    coHandlers: order.coOrganisationIds.map(reference.party),
    firstReceiver: firstReceiver(order, reference),
    suggestedLead: order.suggestedLeadOrganisationId === null ? null : reference.party(order.suggestedLeadOrganisationId),
    routeReason: route ? { code: route.reason, ...explainRoute(route) } : null,
    service: toOrderedServiceDto(order, reference),
    facilityFault: order.facilityFault,
    appointment: toAppointmentDto(order),
    due: dueTimes(order, reference.policies, now),
    receivedAt: order.receivedAt.toISOString(),
    openedAt: order.openedAt.toISOString(),
    dispatchedAt: order.dispatchedAt?.toISOString() ?? null,
    nextReportOn: order.nextReportOn,
    reviewOn: order.reviewOn,
    escalation: order.escalation,
    staff: staff(order),
    contact: contact(order),
    warnings: isUncontacted(order) ? [UNCONTACTED] : [],
    reply: reply(order, reference.party),
    recheck: { dueAt: order.recheckDueAt?.toISOString() ?? null, confirmedAt: order.recheckedAt?.toISOString() ?? null },
    publicAnswer: order.publicAnswer,
    actions: [...WORK_ORDER_TRANSITIONS.allowed(order.state, actor, subjectOf(order, leads, actor.id)), ...openingActions(order, actor)],
    mayOpen: openingsOf(order, actor, actor.org === undefined ? undefined : reference.organisation(actor.org)),
    mayAsk: leads && actor.roles.includes('handler') ? kindsAskable(order, now) : [],
    version: order.version,
  };
}

/** 首接单位, or who does its work now: nobody where the matter has come to name them as complained about or recused. */
function firstReceiver(order: WorkOrder, reference: ReferenceSnapshot): PartyDto | null {
  const { firstReceiverId: id } = order;
  return id === null || isBarred(reference, order, id) ? null : reference.party(reference.inBeing(id).id);
}

/** What makes another order of this one is no action of its state table. */
const openingActions = (order: WorkOrder, { roles }: Actor): string[] =>
  mayOpenAgain(order) && roles.includes('dispatcher') ? ['dispatch-again'] : [];

function dueTimes(order: WorkOrder, policies: Policies, now: Date): DueTimesDto {
  const isUnanswered = ['pending', 'dispatched', 'accepted', 'in-progress'].includes(order.state);
  return {
    dispatchBy: order.dispatchDueAt.toISOString(),
    acceptBy: order.signDueAt?.toISOString() ?? null,
    returnUntil: order.returnUntil?.toISOString() ?? null,
    feedbackBy: order.feedbackDueAt.toISOString(),
    step: order.stepDueAt?.toISOString() ?? null,
    overdue: order.stepDueAt !== null && order.stepDueAt < now,
    lamp: isUnanswered ? lamp(order.countedFrom, order.feedbackDueAt, now, policies['lamp-thresholds']) : null,
    reminderLevel: order.reminderLevel,
  };
}

function staff({ personId, standInId, section }: WorkOrder): StaffDto | null {
  return personId === null && section === null ? null : { section, personId, standInId };
}

function contact({ contactedAt, contactWay, contactReached, reachedAt }: WorkOrder): ContactDto | null {
  if (contactedAt === null || contactWay === null || contactReached === null) return null;
  return { way: contactWay, at: contactedAt.toISOString(), reached: contactReached, reachedAt: reachedAt?.toISOString() ?? null };
}

function reply(order: WorkOrder, party: (id: string) => PartyDto): ReplyDto | null {
  const { replyResult, replyText, repliedAt, onTime, repliedWithoutIds } = order;
  if (replyResult === null || replyText === null || repliedAt === null || onTime === null) return null;
  return { result: replyResult, text: replyText, at: repliedAt.toISOString(), onTime, without: (repliedWithoutIds ?? []).map(party) };
}

/** What belongs to an order. */
interface Parts {
  readonly matter: MatterTextDto | null;
  readonly followUps: readonly Parameters<typeof toFollowUpDto>[0][];
  readonly members: Members;
  readonly ledger: readonly DeadlineEntry[];
  readonly history: readonly HistoryEntry[];
  readonly files: FileDto[];
}

/** The order with what it is about, its deadline ledger, each row explained, and its history. */
export function toDetailDto(order: WorkOrder, parts: Parts, view: View): WorkOrderDetailDto {
  const { matter, followUps, members, ledger, history, files } = parts;
  return {
    ...toDto(order, view),
    matter,
    followUps: followUps.map((followUp) => toFollowUpDto(followUp, view.actor, view.texts)),
    mergedCount: members.count,
    merged: members.first.map(({ requestId, number, at }) => ({ requestId, number, mergedAt: at.toISOString() })),
    deadline: explainDeadline(ledger, view.reference),
    history: history.map(toHistoryDto),
    files,
  };
}

export function explainDeadline(ledger: readonly DeadlineEntry[], { calendar }: ReferenceSnapshot): DeadlineDto {
  const { at, date, paused, steps, warnings } = recomputeDue(ledger, calendar);
  return {
    dueAt: at.toISOString(),
    date,
    paused,
    calendar: calendar.edition,
    steps: steps.map(({ entry, at, zh, en }) => ({ kind: entry.kind, at: entry.at.toISOString(), dueAt: at.toISOString(), zh, en })),
    warnings: warnings.map(({ zh, en }) => `${zh} / ${en}`),
  };
}

const toHistoryDto = (entry: HistoryEntry): HistoryEntryDto => ({
  action: entry.action,
  from: entry.fromState,
  to: entry.toState,
  actorId: entry.actorId,
  reasonCode: entry.reasonCode,
  reason: entry.reason,
  at: entry.at.toISOString(),
});
