import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, type DomainError, SEPARATE_DUTIES_ERRORS } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation } from '@zero-distance/platform';
import { refuseResident } from '../../people/resident/resident.errors.js';
import { ServiceCaseDto } from './service-case.dto.js';
import { refuseCase } from './service-case.errors.js';
import { ServiceCaseService } from './service-case.service.js';
import { SERVICE_CASE_TRANSITIONS } from './service-case.transitions.js';
import { TakeBackCaseInput, TakeBackStepInput } from './service-case-input.dto.js';

const OF_ALL = [refuseCase('service_case.not_found'), ...SERVICE_CASE_TRANSITIONS.errors, refuseCase('service_case.taken_back_too_late')];
const OF_FILE = [refuseResident('resident.not_found'), refuseCase('service_case.resident_not_registered')];

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: ServiceCaseDto, errors: [...OF_ALL, ...errors] });

/** 撤回误登. */
@ApiTags('办件 / Service cases')
@Controller('service-cases')
export class TakingBackController {
  constructor(private readonly cases: ServiceCaseService) {}

  @Post(':id/take-back')
  @Auth('intake.serviceCases.takeBack')
  @Action(
    '撤回误登：结果、送达，或提交后的不予办理（因此取消的上门须重新约定）',
    'Take back what was registered by mistake: a result, a delivery, or a refusal of what was handed in; visits that the refusal called off are agreed anew',
    ...[refuseCase('service_case.another_step'), refuseCase('service_case.rated_already')],
    ...[refuseCase('service_case.was_not_submitted'), ...OF_FILE],
  )
  takeBack(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: TakeBackStepInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.takeBack(actor, { id, ifMatch }, input);
  }

  @Post(':id/reopen')
  @Auth('intake.serviceCases.reopen')
  @Action(
    '撤回误登的不予办理（提交前的；因此取消的上门须重新约定）',
    'Take back a refusal by mistake, of what was not handed in yet; visits that it called off are agreed anew',
    ...[refuseCase('service_case.was_submitted'), ...OF_FILE],
  )
  reopen(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: TakeBackCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.reopen(actor, { id, ifMatch }, input);
  }

  @Post(':id/take-back-rating')
  @Auth('intake.serviceCases.takeBackRating')
  @Action(
    '撤回误登的评价，由登记的人或核实差评的人撤回',
    'Take back a rating that was taken down by mistake; by who took it down, or who verifies ratings',
    ...[refuseCase('service_case.nothing_rated'), refuseCase('service_case.not_your_rating'), ...SEPARATE_DUTIES_ERRORS],
  )
  takeBackRating(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: TakeBackCaseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ServiceCaseDto> {
    return this.cases.takeBackRating(actor, { id, ifMatch }, input);
  }
}
