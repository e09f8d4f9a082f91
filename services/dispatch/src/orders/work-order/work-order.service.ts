import { Injectable, type StreamableFile } from '@nestjs/common';
import { type DocumentFormat, Documents } from '@zero-distance/documents';
import { idsOf } from '@zero-distance/files';
import { type Actor, DomainError, err, newId, ok, unwrap } from '@zero-distance/kernel';
import { type ReadTx, Transactor, type Tx, withoutReplay } from '@zero-distance/persistence';
import { MatterTexts, mapPage, nameInRegister, type Page, type Target } from '@zero-distance/platform';
import { readLedger } from '../../deadlines/deadline/deadline.store.js';
import { refuse } from '../../errors.js';
import { isBarred } from '../../reference/barred.js';
import type { ReferenceSnapshot } from '../../reference/reference.js';
import { ReferenceData } from '../../reference/reference.service.js';
import { FILES } from '../file/file.store.js';
import { followUpsOf } from '../follow-up/follow-up.store.js';
import { membersOf } from '../merging/merging.store.js';
import { outstanding } from '../part/part.js';
import { WORK_ORDER_SEARCH } from '../search/order-search.store.js';
import { openAgain } from './another-order.js';
import type { AppointInput, CancelAppointmentInput } from './appointment.dto.js';
import { appointed, appointmentCancelled } from './appointment.js';
import { awaitedRefusal } from './awaited.js';
import { missingEvidence, shownByFinder } from './closing.js';
import { type Helpers, helpersNamed } from './co-handling.js';
import { contacted } from './contact.js';
import type { DeadlineDto } from './due-explanation.dto.js';
import { onceMore } from './handling.js';
import { type Besides, knownOf, type Rule } from './known.store.js';
import {
  accepted,
  approved,
  confirmed,
  dispatched,
  NO_CHANGES,
  progressed,
  reassigned,
  refuted,
  rejected,
  replied,
  resumed,
  terminated,
} from './outcome.js';
import { isLead } from './reach.js';
import type { ConfirmInput, RefuteInput } from './recheck.dto.js';
import { refuseRecheck } from './recheck.errors.js';
import { recheckUntil } from './recheck.js';
import { type Designation, designate } from './routing.js';
import { staffAssigned } from './staff.js';
import { closeUnlessAsked, transition } from './step.js';
import { escalated } from './supervision.js';
import { takenBack } from './taking-back.js';
import type { WorkOrderDetailDto, WorkOrderDto, WorkOrderQuery } from './work-order.dto.js';
import { everybodyWhoReplied } from './work-order.js';
import { markReplaced, placeWorkOrder, saveSteps, WORK_ORDERS } from './work-order.store.js';
import type { WorkOrderAction } from './work-order.transitions.js';
import { explainDeadline, toDetailDto, toDto, type View } from './work-order.view.js';
import type { AcceptedDto, AcceptedManyDto, AssignStaffInput, ContactInput, ProgressInput, ReplyInput } from './work-order-action.dto.js';
import { ORDER_SHEET, toOrderSheet } from './work-order-sheet.view.js';

const NOBODY = '00000000-0000-0000-0000-000000000000'; // the id of no organisation

/** What people and departments' systems do with orders. Each action is one read and one transaction. */
@Injectable()
export class WorkOrderService {
  constructor(
    private readonly transactor: Transactor,
    private readonly reference: ReferenceData,
    private readonly texts: MatterTexts,
    private readonly documents: Documents,
  ) {}

  dispatch(actor: Actor, target: Target, designation: Designation): Promise<WorkOrderDto> {
    return this.act(actor, target, 'dispatch', (order, context, reference) => {
      const assignment = designate(reference, order, designation, actor, context.now);
      return assignment.ok ? ok(dispatched(assignment.value, order, context)) : assignment;
    });
  }

  reassign(actor: Actor, target: Target, designation: Designation): Promise<WorkOrderDto> {
    return this.act(actor, target, 'reassign', (order, context, reference, { ledger }) => {
      const assignment = designate(reference, order, designation, actor, context.now);
      if (!assignment.ok) return assignment;
      if (assignment.value.leadOrganisationId === order.leadOrganisationId)
        return err(refuse('work_order.same_lead', { organisation: designation.leadOrganisation }, '/leadOrganisation'));
      return ok(reassigned(order, assignment.value, context, ledger));
    });
  }

  changeCoHandlers(actor: Actor, target: Target, helpers: Helpers): Promise<WorkOrderDto> {
    return this.act(actor, target, 'change-co-handlers', (order, context, reference, { parts }) =>
      helpersNamed(order, helpers, { actor, parts, reference, context }),
    );
  }

  /** 再次派单: a new order for a request whose order was terminated, given to whom the centre names. */
  dispatchAgain(actor: Actor, { id, ifMatch }: Target, designation: Designation): Promise<WorkOrderDto> {
    return this.transactor.transact(actor, async (tx: Tx) => {
      const reference = this.reference.current;
      const context = reference.contextAt(tx.now);
      const ended = await WORK_ORDERS.load(tx, id, ifMatch);
      const opened = openAgain(ended, newId(), context);
      if (!opened) throw refuse('work_order.not_dispatched_again', { state: ended.state });
      const assignment = unwrap(designate(reference, opened, designation, actor, context.now));
      const given = () => ok(dispatched(assignment, opened, context));
      const step = unwrap(transition(opened, 'dispatch', { actor, isLead: false }, context, given));
      markReplaced(tx, ended);
      return toDto(placeWorkOrder(tx, opened, { steps: [step], policies: context.policies }), this.view(tx, reference));
    });
  }

  accept(actor: Actor, target: Target): Promise<WorkOrderDto> {
    return this.act(actor, target, 'accept', (order) => ok(accepted(order)));
  }

  /** 批量签收: one after another, each in a transaction of its own. Sent again with its key, it answers what it did the first time. */
  async acceptMany(actor: Actor, ids: readonly string[]): Promise<AcceptedManyDto> {
    const items: AcceptedDto[] = [];
    for (const id of ids) items.push(await this.acceptOne(withoutReplay(actor), id));
    return this.transactor.transact(actor, async () => ({ items }));
  }

  private async acceptOne(actor: Actor, id: string): Promise<AcceptedDto> {
    try {
      return { id, order: await this.accept(actor, { id }), refusal: null };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { status, code } = error;
      return { id, order: null, refusal: { status, code, zh: error.text('zh-CN'), en: error.text('en') } };
    }
  }

  start(actor: Actor, target: Target): Promise<WorkOrderDto> {
    return this.act(actor, target, 'start', () => ok(NO_CHANGES));
  }

  assignStaff(actor: Actor, target: Target, { personId, standInId, section }: AssignStaffInput): Promise<WorkOrderDto> {
    const staff = { personId: personId ?? null, standInId: standInId ?? null, section: section ?? null };
    return this.act(actor, target, 'assign-staff', (order) => staffAssigned(order, staff));
  }

  contact(actor: Actor, target: Target, { way, reached, at, note }: ContactInput): Promise<WorkOrderDto> {
    const rule: Rule = (order, context) =>
      contacted(order, { way, reached, at: at === undefined ? context.now : new Date(at), note: note ?? null }, context);
    return this.act(actor, target, 'contact', onceMore(rule));
  }

  appoint(actor: Actor, target: Target, { from, until, reasonCode, note }: AppointInput): Promise<WorkOrderDto> {
    const agreed = { from: new Date(from), until: new Date(until), reasonCode: reasonCode ?? null, note: note ?? null };
    const rule: Rule = (order, context) => appointed(order, agreed, context);
    return this.act(actor, target, 'appoint', onceMore(rule));
  }

  cancelAppointment(actor: Actor, target: Target, { reasonCode, note }: CancelAppointmentInput): Promise<WorkOrderDto> {
    return this.act(actor, target, 'cancel-appointment', (order) => ok(appointmentCancelled(order, reasonCode, note ?? null)));
  }

  progress(actor: Actor, target: Target, { text, nextReportOn, files }: ProgressInput): Promise<WorkOrderDto> {
    const rule: Rule = (_order, context) => progressed(text, nextReportOn ?? null, context);
    return this.act(actor, target, 'progress', onceMore(rule), { files });
  }

  reply(actor: Actor, target: Target, { result, text, files }: ReplyInput): Promise<WorkOrderDto> {
    const rule: Rule = (order, context, reference, { parts, closing }) => {
      const { awaited, overdue } = outstanding(parts, order, context.now, (id) => isBarred(reference, order, id));
      if (awaited.length > 0) return err(awaitedRefusal(awaited, reference));
      const without = overdue.map(({ organisationId }) => organisationId);
      const recheckDueAt = recheckUntil(order, closing, [...everybodyWhoReplied(order), actor.id], context);
      return ok(replied(order, { result, text, repliedBy: actor.id, without, recheckDueAt }, context));
    };
    return this.act(actor, target, 'reply', rule, { files, mustShow: (_, wanted) => (result === 'solved' ? wanted : []) });
  }

  takeBack(actor: Actor, target: Target, reason: string): Promise<WorkOrderDto> {
    const rule: Rule = (order) => ok(takenBack(order, reason));
    return this.act(actor, target, 'take-back', onceMore(rule));
  }

  /** 复核通过: who found it says that the answer is right, and shows with a photo that it is done, where its category wants one. */
  confirm(actor: Actor, target: Target, { note, files }: ConfirmInput): Promise<WorkOrderDto> {
    return this.act(actor, target, 'confirm', (_, context) => ok(confirmed(note, context)), { files, mustShow: shownByFinder });
  }

  /** 复核不通过: who found it says that it is not, and it goes on as if the reviewer had sent it back. */
  refute(actor: Actor, target: Target, { reasonCode, reason, files }: RefuteInput): Promise<WorkOrderDto> {
    return this.act(
      actor,
      target,
      'refute',
      (order, context, _, { ledger }) => ok(refuted(order, { reasonCode, reason }, ledger, context)),
      { files },
    );
  }

  reject(actor: Actor, target: Target, reasonCode: string, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'reject', (order, context, _, { ledger }) =>
      ok(rejected(order, { reasonCode, reason }, ledger, context)),
    );
  }

  /** Releases the answer, which shows what its category wants now. A hazard's order is closed at once: nobody is to be asked. */
  approve(actor: Actor, target: Target, publicAnswer: string): Promise<WorkOrderDto> {
    const rule: Rule = ({ replyResult }, _, __, { closing, shown }) => {
      const missing = replyResult === 'solved' ? missingEvidence(closing.evidence, shown) : [];
      if (missing.length > 0) return err(refuseRecheck('work_order.evidence_lacking', { evidence: missing.join(', ') }));
      return ok(approved(publicAnswer));
    };
    return this.act(actor, target, 'approve', rule, { followedBy: closeUnlessAsked });
  }

  resume(actor: Actor, target: Target, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'resume', (_, context, __, { ledger }) => ok({ ...resumed(ledger, context), reason }));
  }

  escalate(actor: Actor, target: Target, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'escalate', (order) => {
      const outcome = escalated(order, reason);
      return outcome ? ok(outcome) : err(refuse('work_order.escalated_fully'));
    });
  }

  terminate(actor: Actor, target: Target, reasonCode: string, reason: string): Promise<WorkOrderDto> {
    return this.act(actor, target, 'terminate', () => ok(terminated(reasonCode, reason)));
  }

  async list(actor: Actor, { organisation, requestId, assignedTo, ...query }: WorkOrderQuery): Promise<Page<WorkOrderDto>> {
    const reference = this.reference.current;
    const organisationId = organisation === undefined ? undefined : (reference.organisation(organisation)?.id ?? NOBODY);
    const ofRequest = requestId === undefined ? {} : { sourceId: requestId, type: 'request' };
    return this.transactor.read(actor, async (tx) => {
      const personId = assignedTo === 'me' ? actor.id : assignedTo;
      const asked = { ...query, q: await WORK_ORDER_SEARCH.seek(tx, query.q), organisationId, personId, ...ofRequest };
      return mapPage(await WORK_ORDERS.list(tx, asked), (order) => toDto(order, this.view(tx, reference)));
    });
  }

  /** The order with what it is about, its deadline ledger, explained, and its history. */
  get(actor: Actor, id: string): Promise<WorkOrderDetailDto> {
    return this.transactor.read(actor, (tx) => this.detail(tx, id));
  }

  dueExplanation(actor: Actor, id: string): Promise<DeadlineDto> {
    return this.transactor.read(actor, async (tx) => {
      const ledger = await readLedger(tx, await WORK_ORDERS.load(tx, id));
      return explainDeadline(ledger, this.reference.current);
    });
  }

  /** 工单办理单: the order on paper, for whoever may read it. */
  sheet(actor: Actor, id: string, format: DocumentFormat): Promise<StreamableFile> {
    return this.documents.fileOf(actor, { document: ORDER_SHEET, format, subject: id }, async (tx) => {
      const order = await this.detail(tx, id);
      const category = await nameInRegister(tx, 'category', order.categoryCode);
      return toOrderSheet(order, { category, area: await nameInRegister(tx, 'area', order.areaCode) });
    });
  }

  private async detail(tx: ReadTx, id: string): Promise<WorkOrderDetailDto> {
    const order = await WORK_ORDERS.load(tx, id);
    const [matter, followUps, members, ledger, history, files] = await Promise.all([
      this.texts.read(tx, order.sourceId),
      followUpsOf(tx, order.sourceId),
      membersOf(tx, order.sourceId),
      readLedger(tx, order),
      WORK_ORDERS.history(tx, order),
      FILES.of(tx, 'work-order', [id]),
    ]);
    const parts = { matter, followUps, members, ledger, history, files: files.get(id) ?? [] };
    return toDetailDto(order, parts, this.view(tx, this.reference.current));
  }

  private view({ actor, now }: ReadTx, reference: ReferenceSnapshot): View {
    return { actor, now, reference, texts: this.texts };
  }

  private act(
    actor: Actor,
    { id, ifMatch }: Target,
    action: WorkOrderAction,
    rule: Rule,
    { followedBy = () => [], files, mustShow = () => [] }: Besides = {},
  ): Promise<WorkOrderDto> {
    return this.transactor.transact(actor, async (tx: Tx) => {
      const reference = this.reference.current;
      const context = reference.contextAt(tx.now);
      const order = await WORK_ORDERS.load(tx, id, ifMatch);
      const party = { actor, isLead: isLead(actor, order, reference) };
      const known = await knownOf(tx, order, action);
      const step = unwrap(transition(order, action, party, context, (before) => rule(before, context, reference, known)));
      const shown = await FILES.read(tx, files, 'result');
      const types = shown.files.map(({ mediaType }) => mediaType);
      const missing = missingEvidence(mustShow(order, known.closing.evidence), types);
      if (missing.length > 0) throw refuse('work_order.evidence_missing', { evidence: missing.join(', ') }, '/files');
      FILES.attach(tx, { kind: 'work-order', id }, shown);
      const steps = followedBy(step, context);
      return toDto(saveSteps(tx, { ...step, fileIds: idsOf(shown) }, ...steps), this.view(tx, reference));
    });
  }
}
