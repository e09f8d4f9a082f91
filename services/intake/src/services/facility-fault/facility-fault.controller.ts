import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refusePoint } from '../service-point/service-point.errors.js';
import { ConfirmFaultInput, FacilityFaultDetailDto, FacilityFaultDto, FacilityFaultQuery, RecordFaultInput } from './facility-fault.dto.js';
import { refuseFault } from './facility-fault.errors.js';
import { FacilityFaultService } from './facility-fault.service.js';
import { FACILITY_FAULT_TRANSITIONS } from './facility-fault.transitions.js';

const NOT_FOUND = refuseFault('facility_fault.not_found');
/** What every action can be refused for. */
const ACTION = [NOT_FOUND, ...FACILITY_FAULT_TRANSITIONS.errors];

@ApiTags('设施故障 / Facility faults')
@Controller('facility-faults')
export class FacilityFaultController {
  constructor(private readonly facilityFaults: FacilityFaultService) {}

  @Post()
  @Auth('intake.facilityFaults.record')
  @Operation({
    zh: '工作人员上报设施故障：已在现场看过，直接交运营单位维修',
    en: 'Somebody of the staff records what is broken: they stand before it, so it goes to who runs the service point at once',
    answers: FacilityFaultDto,
    status: 201,
    errors: [
      refusePoint('service_point.not_found'),
      refusePoint('service_point.succeeded'),
      refusePoint('service_point.retired'),
      refuseFault('facility_fault.not_there'),
      refuseFault('facility_fault.being_repaired'),
      refuseFault('facility_fault.finding_wanted'),
      refuseFault('facility_fault.nobody_runs_it'),
    ],
  })
  record(@Caller() actor: Actor, @Body() input: RecordFaultInput): Promise<FacilityFaultDto> {
    return this.facilityFaults.record(actor, input);
  }

  @Get()
  @Auth('intake.facilityFaults.list')
  @Operation({ zh: '设施故障列表', en: 'List facility faults', answers: ChangesPageOf(FacilityFaultDto) })
  list(@Caller() actor: Actor, @Query() query: FacilityFaultQuery): Promise<Page<FacilityFaultDto>> {
    return this.facilityFaults.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.facilityFaults.get')
  @Operation({
    zh: '查看设施故障及其处理记录',
    en: 'Get a facility fault and its history',
    answers: FacilityFaultDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<FacilityFaultDetailDto> {
    return this.facilityFaults.get(actor, id);
  }

  @Post(':id/confirm')
  @Auth('intake.facilityFaults.confirm')
  @Operation({
    zh: '故障属实：交运营单位维修',
    en: 'It is broken: whoever runs the service point gets an order to mend it',
    answers: FacilityFaultDto,
    errors: [...ACTION, refuseFault('facility_fault.finding_wanted')],
  })
  confirm(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: ConfirmFaultInput,
    @IfMatch() ifMatch?: number,
  ): Promise<FacilityFaultDto> {
    return this.facilityFaults.confirm(actor, id, input, ifMatch);
  }

  @Post(':id/dismiss')
  @Auth('intake.facilityFaults.dismiss')
  @Operation({ zh: '故障不属实', en: 'It is not broken', answers: FacilityFaultDto, errors: ACTION })
  dismiss(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<FacilityFaultDto> {
    return this.facilityFaults.dismiss(actor, id, ifMatch);
  }
}
