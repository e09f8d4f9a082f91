import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { ConfirmInput, RefuteInput } from './recheck.dto.js';
import { refuseRecheck } from './recheck.errors.js';
import { WorkOrderDto } from './work-order.dto.js';
import { WorkOrderService } from './work-order.service.js';
import { WORK_ORDER_TRANSITIONS } from './work-order.transitions.js';

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: WorkOrderDto,
    errors: [
      refuse('work_order.not_found'),
      ...WORK_ORDER_TRANSITIONS.errors,
      refuseRecheck('work_order.no_recheck'),
      refuseRecheck('work_order.not_finder'),
      attachError('dispatch'),
      ...errors,
    ],
  });

@ApiTags('工单 / Work orders')
@Controller('work-orders')
export class RecheckController {
  constructor(private readonly orders: WorkOrderService) {}

  @Post(':id/confirm')
  @Auth('dispatch.workOrders.confirm')
  @Action('复核通过：发现人确认已解决', 'Confirm, as who found it, that it is done', refuse('work_order.evidence_missing'))
  confirm(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ConfirmInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.confirm(actor, { id, ifMatch }, input);
  }

  @Post(':id/refute')
  @Auth('dispatch.workOrders.refute')
  @Action('复核不通过：退回主办单位继续办理', 'Say, as who found it, that it is not done: its lead goes on with it')
  refute(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RefuteInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.refute(actor, { id, ifMatch }, input);
  }
}
