import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { AskedDocument, DOCUMENT_TYPES, type DocumentFormat } from '@zero-distance/documents';
import { attachError } from '@zero-distance/files';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Inert, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { DeadlineDto } from './due-explanation.dto.js';
import { refuseHandling } from './handling.errors.js';
import { refuseRecheck } from './recheck.errors.js';
import { WorkOrderDetailDto, WorkOrderDto, WorkOrderQuery } from './work-order.dto.js';
import { WorkOrderService } from './work-order.service.js';
import { WORK_ORDER_TRANSITIONS } from './work-order.transitions.js';
import {
  AcceptedManyDto,
  AcceptManyInput,
  ApproveInput,
  AssignStaffInput,
  ContactInput,
  DispatchInput,
  ProgressInput,
  ReasonInput,
  RejectInput,
  ReplyInput,
  TerminateInput,
} from './work-order-action.dto.js';

const notFound = refuse('work_order.not_found');
const REASSIGN_EXAMPLES = {
  reassign: { summary: '改派 to another', value: { leadOrganisation: 'urban-management', reason: '属市容环境，改由城管执法局主办。' } },
};

/** An action's place in the OpenAPI document: what it is called, and what it refuses besides the state and the role. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: WorkOrderDto, errors: [notFound, ...WORK_ORDER_TRANSITIONS.errors, ...errors] });

@ApiTags('工单 / Work orders')
@Controller('work-orders')
export class WorkOrderController {
  constructor(private readonly orders: WorkOrderService) {}

  @Get()
  @Auth('dispatch.workOrders.list')
  @Operation({ zh: '列出工单（新的在前）', en: 'List work orders, newest first', answers: ChangesPageOf(WorkOrderDto) })
  list(@Caller() actor: Actor, @Query() query: WorkOrderQuery): Promise<Page<WorkOrderDto>> {
    return this.orders.list(actor, query);
  }

  @Get(':id')
  @Auth('dispatch.workOrders.get')
  @Operation({
    zh: '查看工单：派单原因、时限由来、办理过程',
    en: 'Get a work order with the reasons of its route and due time, and its history',
    answers: WorkOrderDetailDto,
    errors: [notFound],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<WorkOrderDetailDto> {
    return this.orders.get(actor, id);
  }

  @Get(':id/due-explanation')
  @Auth('dispatch.workOrders.dueExplanation')
  @Operation({
    zh: '时限说明：授予、延期、更正、暂停、恢复、日历变更，逐步写明，可据以自行推算',
    en: 'How the time to answer came about: every grant, extension, correction, pause, resumption and change of calendar, so that it can be worked out by hand',
    answers: DeadlineDto,
    errors: [notFound],
  })
  dueExplanation(@Caller() actor: Actor, @IdParam() id: string): Promise<DeadlineDto> {
    return this.orders.dueExplanation(actor, id);
  }

  @Get(':id/sheet')
  @Auth('dispatch.workOrders.sheet')
  @Inert()
  @Operation({
    zh: '工单办理单：可打印的网页，或 Word 文件（Accept）',
    en: 'The sheet of a work order: a page to print, or a Word file (Accept)',
    files: DOCUMENT_TYPES,
    errors: [notFound],
  })
  sheet(@Caller() actor: Actor, @IdParam() id: string, @AskedDocument() format: DocumentFormat): Promise<StreamableFile> {
    return this.orders.sheet(actor, id, format);
  }

  @Post(':id/dispatch')
  @Auth('dispatch.workOrders.dispatch')
  @Action(
    '指定主办并派单',
    'Designate the lead organisation and dispatch',
    refuse('organisation.lead_and_co'),
    refuse('organisation.retired'),
    refuse('work_order.outside_community_list'),
    refuse('work_order.assisting_only'),
    refuse('work_order.organisation_barred'),
  )
  dispatch(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: DispatchInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.dispatch(actor, { id, ifMatch }, input);
  }

  @Post(':id/dispatch-again')
  @Auth('dispatch.workOrders.dispatchAgain')
  @Action(
    '再次派单：为已终止工单的诉求另开工单',
    'Dispatch again: a new order for the request of a terminated one',
    refuse('work_order.not_dispatched_again'),
    refuse('work_order.stands_already'),
    refuse('organisation.lead_and_co'),
    refuse('organisation.retired'),
    refuse('work_order.outside_community_list'),
    refuse('work_order.assisting_only'),
  )
  dispatchAgain(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: DispatchInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.dispatchAgain(actor, { id, ifMatch }, input);
  }

  @Post(':id/reassign')
  @Auth('dispatch.workOrders.reassign')
  @ApiBody({ type: DispatchInput, examples: REASSIGN_EXAMPLES })
  @Action(
    '改派：收回并改由其他单位主办，办理时限不变',
    'Reassign: another organisation leads it now; the time to answer goes on',
    refuse('work_order.same_lead'),
    refuse('organisation.lead_and_co'),
    refuse('organisation.retired'),
    refuse('work_order.outside_community_list'),
    refuse('work_order.assisting_only'),
    refuse('work_order.organisation_barred'),
  )
  reassign(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: DispatchInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.reassign(actor, { id, ifMatch }, input);
  }

  @Post('accept')
  @Auth('dispatch.workOrders.acceptMany')
  @Operation({
    zh: '批量签收：每件各自成败，互不影响',
    en: 'Accept many at once: each succeeds or is refused for itself',
    answers: AcceptedManyDto,
  })
  acceptMany(@Caller() actor: Actor, @Body() input: AcceptManyInput): Promise<AcceptedManyDto> {
    return this.orders.acceptMany(actor, input.ids);
  }

  @Post(':id/accept')
  @Auth('dispatch.workOrders.accept')
  @Action('签收', 'Accept', refuse('work_order.not_lead'))
  accept(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.accept(actor, { id, ifMatch });
  }

  @Post(':id/assign-staff')
  @Auth('dispatch.workOrders.assignStaff')
  @Action(
    '分派经办：写明科室或经办人，可另定替班人；再次分派即替换',
    'Say who of the lead does it: a section or a person, with a stand-in; said again, it takes the place of what was said',
    refuse('work_order.not_lead'),
    refuseHandling('work_order.staff_wanted'),
    refuseHandling('work_order.stand_in_for_nobody'),
    refuseHandling('work_order.staff_recused'),
  )
  assignStaff(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: AssignStaffInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.assignStaff(actor, { id, ifMatch }, input);
  }

  @Post(':id/contact')
  @Auth('dispatch.workOrders.contact')
  @Action(
    '联系诉求人：何时、以何方式、是否联系上',
    'When and how the requester was contacted, and whether reached',
    refuse('work_order.not_lead'),
    refuseHandling('work_order.nobody_to_contact'),
    refuseHandling('work_order.contact_not_now'),
    refuseHandling('work_order.reported_too_often'),
  )
  contact(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ContactInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.contact(actor, { id, ifMatch }, input);
  }

  @Post(':id/start')
  @Auth('dispatch.workOrders.start')
  @Action('开始办理', 'Start work', refuse('work_order.not_lead'))
  start(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.start(actor, { id, ifMatch });
  }

  @Post(':id/progress')
  @Auth('dispatch.workOrders.progress')
  @Action(
    '阶段反馈：进展、下次反馈日期和照片',
    'Report how far it has come, with photos',
    refuse('work_order.not_lead'),
    refuseHandling('work_order.next_report'),
    refuseHandling('work_order.reported_too_often'),
    attachError('dispatch'),
  )
  progress(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ProgressInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.progress(actor, { id, ifMatch }, input);
  }

  @Post(':id/reply')
  @Auth('dispatch.workOrders.reply')
  @Action(
    '反馈办理结果',
    'Reply with the result',
    refuse('work_order.not_lead'),
    refuse('part.awaited'),
    refuse('work_order.evidence_missing'),
    attachError('dispatch'),
  )
  reply(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReplyInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.reply(actor, { id, ifMatch }, input);
  }

  @Post(':id/reject')
  @Auth('dispatch.workOrders.reject')
  @Action('退回反馈', 'Send the reply back', ...SEPARATE_DUTIES_ERRORS)
  reject(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RejectInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.reject(actor, { id, ifMatch }, input.reasonCode, input.reason);
  }

  @Post(':id/approve')
  @Auth('dispatch.workOrders.approve')
  @Action(
    '审核通过并公开答复',
    'Approve the reply and release the answer',
    ...SEPARATE_DUTIES_ERRORS,
    refuseRecheck('work_order.recheck_awaited'),
    refuseRecheck('work_order.evidence_lacking'),
  )
  approve(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ApproveInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.approve(actor, { id, ifMatch }, input.publicAnswer);
  }

  @Post(':id/resume')
  @Auth('dispatch.workOrders.resume')
  @Action('恢复办理已挂账的工单（到复核日自动恢复）', 'Take a parked order up again, before its review date')
  resume(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReasonInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.resume(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/escalate')
  @Auth('dispatch.workOrders.escalate')
  @Action(
    '提级：本单位未能解决，报政府办，再报领导专题会',
    "Escalate what its unit has not solved: to the government office, from there to the leaders' meeting",
    refuse('work_order.escalated_fully'),
  )
  escalate(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReasonInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.escalate(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/terminate')
  @Auth('dispatch.workOrders.terminate')
  @Action('终止', 'End the order without an answer')
  terminate(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: TerminateInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.terminate(actor, { id, ifMatch }, input.reasonCode, input.reason);
  }
}
