import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AppointInput, CancelAppointmentInput } from './appointment.dto.js';
import { refuseAppointment } from './appointment.errors.js';
import { refuseHandling } from './handling.errors.js';
import { WorkOrderDto } from './work-order.dto.js';
import { WorkOrderService } from './work-order.service.js';
import { WORK_ORDER_TRANSITIONS } from './work-order.transitions.js';

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: WorkOrderDto,
    errors: [refuse('work_order.not_found'), ...WORK_ORDER_TRANSITIONS.errors, refuse('work_order.not_lead'), ...errors],
  });

@ApiTags('工单 / Work orders')
@Controller('work-orders')
export class AppointmentController {
  constructor(private readonly orders: WorkOrderService) {}

  @Post(':id/appoint')
  @Auth('dispatch.workOrders.appoint')
  @Action(
    '约定时间：与居民约定提供服务的时段；再次约定即改约，须写明原因',
    'Agree with the resident when the service is provided; said again with a reason, it is moved',
    refuseAppointment('work_order.nothing_to_appoint'),
    refuseAppointment('work_order.appointment_over'),
    refuseAppointment('work_order.appointment_begun'),
    refuseAppointment('work_order.appointment_too_long'),
    refuseAppointment('work_order.appointment_too_far_ahead'),
    refuseHandling('work_order.reported_too_often'),
    refuseAppointment('work_order.appointment_reason'),
  )
  appoint(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AppointInput, @IfMatch() ifMatch?: number): Promise<WorkOrderDto> {
    return this.orders.appoint(actor, { id, ifMatch }, input);
  }

  @Post(':id/cancel-appointment')
  @Auth('dispatch.workOrders.cancelAppointment')
  @Action('取消约定的时间，写明原因', 'Cancel the time that was agreed, with a reason', refuseAppointment('work_order.no_appointment'))
  cancel(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CancelAppointmentInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WorkOrderDto> {
    return this.orders.cancelAppointment(actor, { id, ifMatch }, input);
  }
}
