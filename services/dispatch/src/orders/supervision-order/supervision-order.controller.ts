import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  AnswerSupervisionInput,
  OpenSupervisionInput,
  SupervisionOrderDetailDto,
  SupervisionOrderDto,
  SupervisionOrderQuery,
  SupervisionReasonInput,
} from './supervision-order.dto.js';
import { refuseSupervision } from './supervision-order.errors.js';
import { SupervisionOrderService } from './supervision-order.service.js';
import { SUPERVISION_ORDER_TRANSITIONS } from './supervision-order.transitions.js';

const notFound = refuseSupervision('supervision_order.not_found');
const notOpener = refuseSupervision('supervision_order.not_opener');

const ANSWERS = { answer: { summary: '答复 an answer', value: { text: '已增派两组施工人员，三日内完工。' } } };

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: SupervisionOrderDto, errors: [notFound, ...SUPERVISION_ORDER_TRANSITIONS.errors, ...errors] });

@ApiTags('督办单 / Supervision orders')
@Controller('supervision-orders')
export class SupervisionOrderController {
  constructor(private readonly supervision: SupervisionOrderService) {}

  @Post()
  @Auth('dispatch.supervisionOrders.open')
  @Operation({
    zh: '开具督办单：领导或派单中心对一件或多件工单的主办单位',
    en: 'Open a supervision order: leaders or the centre, of one or several orders of one lead',
    answers: SupervisionOrderDto,
    status: 201,
    errors: [
      refuse('work_order.not_found'),
      refuseSupervision('supervision_order.no_lead'),
      refuseSupervision('supervision_order.several_leads'),
      refuseSupervision('supervision_order.several_types'),
      refuseSupervision('supervision_order.too_many'),
      refuseSupervision('supervision_order.open_already'),
    ],
  })
  open(@Caller() actor: Actor, @Body() input: OpenSupervisionInput): Promise<SupervisionOrderDto> {
    return this.supervision.open(actor, input);
  }

  @Get()
  @Auth('dispatch.supervisionOrders.list')
  @Operation({
    zh: '督办单列表（新的在前）；按月即为通报',
    en: 'List supervision orders, newest first; by month, the list that is circulated',
    answers: ChangesPageOf(SupervisionOrderDto),
  })
  list(@Caller() actor: Actor, @Query() query: SupervisionOrderQuery): Promise<Page<SupervisionOrderDto>> {
    return this.supervision.list(actor, query);
  }

  @Get(':id')
  @Auth('dispatch.supervisionOrders.get')
  @Operation({
    zh: '查看督办单：要求、答复、处理记录',
    en: 'Get a supervision order with what was wanted and answered, and its history',
    answers: SupervisionOrderDetailDto,
    errors: [notFound],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<SupervisionOrderDetailDto> {
    return this.supervision.get(actor, id);
  }

  @Post(':id/answer')
  @Auth('dispatch.supervisionOrders.answer')
  @ApiBody({ type: AnswerSupervisionInput, examples: ANSWERS })
  @Action('被督办单位答复', 'Answer', refuseSupervision('supervision_order.not_answerer'), attachError('dispatch'))
  answer(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: AnswerSupervisionInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SupervisionOrderDto> {
    return this.supervision.answer(actor, { id, ifMatch }, input);
  }

  @Post(':id/take-back')
  @Auth('dispatch.supervisionOrders.takeBack')
  @Action(
    '撤回答复：由提交人在退回、销号之前撤回，答复时限不变',
    'Take the answer back: by who sent it, before it is decided about; the time to answer stays',
    refuseSupervision('supervision_order.not_answerer'),
    refuseSupervision('supervision_order.not_sender'),
    refuseSupervision('supervision_order.taken_back_too_often'),
  )
  takeBack(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: SupervisionReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SupervisionOrderDto> {
    return this.supervision.takeBack(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/return')
  @Auth('dispatch.supervisionOrders.return')
  @Action('退回答复，重新计时', 'Send the answer back; the time to answer begins anew', notOpener, ...SEPARATE_DUTIES_ERRORS)
  return(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: SupervisionReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SupervisionOrderDto> {
    return this.supervision.return(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/close')
  @Auth('dispatch.supervisionOrders.close')
  @Action('销号', 'Close: the answer is enough', notOpener, ...SEPARATE_DUTIES_ERRORS)
  close(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: SupervisionReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SupervisionOrderDto> {
    return this.supervision.end(actor, { id, ifMatch }, 'close', input.reason);
  }

  @Post(':id/revoke')
  @Auth('dispatch.supervisionOrders.revoke')
  @Action('撤销督办单', 'Revoke: it should not have been opened, or the matter is gone', notOpener)
  revoke(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: SupervisionReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<SupervisionOrderDto> {
    return this.supervision.end(actor, { id, ifMatch }, 'revoke', input.reason);
  }
}
