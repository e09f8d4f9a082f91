import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Operation, Repeatable, Visitor } from '@zero-distance/platform';
import { ServicePointParams } from '../service-point/service-point.dto.js';
import { refusePoint } from '../service-point/service-point.errors.js';
import { FaultReceiptDto, ReportFaultInput } from './facility-fault.dto.js';
import { refuseFault } from './facility-fault.errors.js';
import { FacilityFaultService } from './facility-fault.service.js';

/** 上报设施故障, without a log-in: it waits for somebody of the staff before anybody is given work. */
@ApiTags('阵地 / Service points')
@Controller('public/service-points')
export class PublicFaultController {
  constructor(private readonly facilityFaults: FacilityFaultService) {}

  @Post(':code/faults')
  @Auth('intake.facilityFaults.reportPublicly')
  @Repeatable()
  @Operation({
    zh: '免登录上报阵地的设施故障；不问上报人是谁，已报过的不重复登记',
    en: 'Report without a log-in that something of a service point is broken. Nobody is asked who they are; what is known already is not taken in twice',
    answers: FaultReceiptDto,
    status: 201,
    errors: [
      refusePoint('service_point.not_found'),
      refusePoint('service_point.succeeded'),
      refusePoint('service_point.retired'),
      refuseFault('facility_fault.not_there'),
      refuseFault('facility_fault.nobody_runs_it'),
    ],
  })
  report(@Visitor() visitor: Actor, @Param() { code }: ServicePointParams, @Body() input: ReportFaultInput): Promise<FaultReceiptDto> {
    return this.facilityFaults.reportPublicly(visitor, code, input);
  }
}
