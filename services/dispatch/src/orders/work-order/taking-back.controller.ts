import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseHandling } from './handling.errors.js';
import { WorkOrderDto } from './work-order.dto.js';
import { WorkOrderService } from './work-order.service.js';
import { WORK_ORDER_TRANSITIONS } from './work-order.transitions.js';
import { ReasonInput } from './work-order-action.dto.js';

@ApiTags('工单 / Work orders')
@Controller('work-orders')
export class TakingBackController {
  constructor(private readonly orders: WorkOrderService) {}

  @Post(':id/take-back')
  @Auth('dispatch.workOrders.takeBack')
  @Operation({
    zh: '撤回反馈：由提交人在复核、审核之前撤回，办理时限不变',
    en: 'Take a reply back: by who sent it, before anybody rechecked or reviewed it; the time to answer stays',
    answers: WorkOrderDto,
    errors: [
      refuse('work_order.not_found'),
      ...WORK_ORDER_TRANSITIONS.errors,
      refuse('work_order.not_lead'),
      refuseHandling('work_order.not_sender'),
      refuseHandling('work_order.rechecked_already'),
      refuseHandling('work_order.reported_too_often'),
    ],
  })
  takeBack(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReasonInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.takeBack(actor, { id, ifMatch }, input.reason);
  }
}
