import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, Operation, type Page, PageOf, PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { refuseResident } from '../../people/resident/resident.errors.js';
import { refuseService } from '../../requests/request/ordered-service.errors.js';
import { RequestDto } from '../../requests/request/request.dto.js';
import { PlaceOrderInput } from './service-order.dto.js';
import { refuseOrder } from './service-order.errors.js';
import { ServiceOrderService } from './service-order.service.js';

const ORDER_EXAMPLES = {
  elderly: {
    summary: '老年人健康体检 a health check at home',
    value: {
      residentId: '0190a5c0-7c1e-7000-8000-000000000097',
      itemCode: 'EL-01',
      channel: 'service-window',
      place: '居民家中',
      note: '希望上午上门，需测血压血糖。',
      again: true,
    },
  },
};

@ApiTags('点单 / Service orders')
@Controller()
export class ServiceOrderController {
  constructor(private readonly orders: ServiceOrderService) {}

  @Post('service-orders')
  @Auth('intake.serviceOrders.place')
  @ApiBody({ type: PlaceOrderInput, examples: ORDER_EXAMPLES })
  @Operation({
    zh: '点单：居民（或他人代）从其服务菜单中点一项服务，由社区派单',
    en: 'Order a service for a resident from their menu; the community dispatches it',
    status: 201,
    answers: RequestDto,
    errors: [
      refuseResident('resident.not_found'),
      refuseOrder('service_order.no_item'),
      refuseOrder('service_order.at_window'),
      refuseOrder('service_order.not_for_them'),
      refuseOrder('service_order.not_registered'),
      refuseOrder('service_order.ordered_already'),
      refuseOrder('service_order.window_over'),
      refuseOrder('service_order.too_far_ahead'),
      refuse('category.retired'),
      refuseService('request.service_is_provided'),
    ],
  })
  place(@Caller() actor: Actor, @Body() input: PlaceOrderInput): Promise<RequestDto> {
    return this.orders.place(actor, input);
  }

  @Get('residents/:id/service-orders')
  @Auth('intake.serviceOrders.list')
  @Operation({
    zh: '某居民点过的服务及办理进度，最近的在前；只列您可查看的诉求',
    en: 'What was ordered for a resident, and what became of it, the newest first: as far as you may see the requests',
    answers: PageOf(RequestDto),
    errors: [refuseResident('resident.not_found')],
  })
  ofResident(@Caller() actor: Actor, @IdParam() id: string, @Query() query: PageQuery): Promise<Page<RequestDto>> {
    return this.orders.ofResident(actor, id, query);
  }
}
