import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseHandling } from './handling.errors.js';
import { WorkOrderDto } from './work-order.dto.js';
import { WorkOrderService } from './work-order.service.js';
import { WORK_ORDER_TRANSITIONS } from './work-order.transitions.js';
import { CoHandlersInput } from './work-order-action.dto.js';

@ApiTags('工单 / Work orders')
@Controller('work-orders')
export class CoHandlingController {
  constructor(private readonly orders: WorkOrderService) {}

  @Post(':id/change-co-handlers')
  @Auth('dispatch.workOrders.changeCoHandlers')
  @Operation({
    zh: '调整协办：写明此后的全部协办单位；主办、状态、时限不变',
    en: 'Change co-handlers: name all who help from now on; lead, state and due times stay',
    answers: WorkOrderDto,
    errors: [
      refuse('work_order.not_found'),
      ...WORK_ORDER_TRANSITIONS.errors,
      refuseHandling('work_order.same_co_handlers'),
      refuse('organisation.lead_and_co'),
      refuse('organisation.retired'),
      refuse('work_order.outside_community_list'),
      refuse('work_order.organisation_barred'),
    ],
  })
  change(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CoHandlersInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.changeCoHandlers(actor, { id, ifMatch }, input);
  }
}
