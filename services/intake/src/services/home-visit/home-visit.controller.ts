import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuseResident } from '../../people/resident/resident.errors.js';
import {
  CompleteHomeVisitInput,
  EndHomeVisitInput,
  HomeVisitDetailDto,
  HomeVisitDto,
  HomeVisitQuery,
  MissHomeVisitInput,
  MoveHomeVisitInput,
  PlanHomeVisitInput,
} from './home-visit.dto.js';
import { refuseVisit } from './home-visit.errors.js';
import { HomeVisitService } from './home-visit.service.js';
import { HOME_VISIT_TRANSITIONS } from './home-visit.transitions.js';

const NOT_FOUND = refuseVisit('home_visit.not_found');
const OF_END = [refuseVisit('home_visit.to_come'), refuseVisit('home_visit.went_wrong')];
const OF_SLOT = [refuseVisit('home_visit.times_turned'), refuseVisit('home_visit.too_far_ahead'), refuseVisit('home_visit.worker_busy')];

/** A time that is to come yet when this service has run for a day. */
const hoursAhead = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const PLAN_EXAMPLES = {
  disabled: {
    summary: '残疾居民 who is disabled',
    value: {
      ...{ residentId: '0190a5c0-7c1e-7000-8000-000000000097', cause: 'disabled' },
      ...{ from: hoursAhead(600), until: hoursAhead(602) },
    },
  },
};

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: HomeVisitDto, errors: [NOT_FOUND, ...HOME_VISIT_TRANSITIONS.errors, ...errors] });

@ApiTags('上门服务 / Home visits')
@Controller('home-visits')
export class HomeVisitController {
  constructor(private readonly visits: HomeVisitService) {}

  @Post()
  @Auth('intake.homeVisits.plan')
  @ApiBody({ type: PlanHomeVisitInput, examples: PLAN_EXAMPLES })
  @Operation({
    zh: '约定上门：同一人员同一时段只约一次',
    en: 'Agree a visit with who cannot come; nobody is at two visits at a time',
    answers: HomeVisitDto,
    status: 201,
    errors: [
      ...[refuseResident('resident.not_found'), refuseVisit('home_visit.resident_not_registered'), refuseVisit('home_visit.not_theirs')],
      refuseVisit('home_visit.case_over'),
      refuseVisit('home_visit.own_only'),
      ...OF_SLOT,
    ],
  })
  plan(@Caller() actor: Actor, @Body() input: PlanHomeVisitInput): Promise<HomeVisitDto> {
    return this.visits.plan(actor, input);
  }

  @Get()
  @Auth('intake.homeVisits.list')
  @Operation({
    zh: '上门服务列表',
    en: 'List home visits',
    answers: ChangesPageOf(HomeVisitDto),
    errors: [refuseResident('resident.not_found')],
  })
  list(@Caller() actor: Actor, @Query() query: HomeVisitQuery): Promise<Page<HomeVisitDto>> {
    return this.visits.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.homeVisits.get')
  @Operation({ zh: '查看上门服务及其处理记录', en: 'Get a home visit and its history', answers: HomeVisitDetailDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<HomeVisitDetailDto> {
    return this.visits.get(actor, id);
  }

  @Post(':id/move')
  @Auth('intake.homeVisits.move')
  @Action('改期或换人，说明原因', 'Agree another time, or send somebody else, and say why', ...OF_SLOT, refuseVisit('home_visit.own_only'))
  move(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: MoveHomeVisitInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HomeVisitDto> {
    return this.visits.move(actor, { id, ifMatch }, input);
  }

  @Post(':id/complete')
  @Auth('intake.homeVisits.complete')
  @Action('已上门', 'Somebody went, and met them', ...OF_END)
  complete(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CompleteHomeVisitInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HomeVisitDto> {
    return this.visits.complete(actor, { id, ifMatch }, input);
  }

  @Post(':id/miss')
  @Auth('intake.homeVisits.miss')
  @Action('上门未见到', 'Somebody went, and met nobody', ...OF_END)
  miss(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: MissHomeVisitInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HomeVisitDto> {
    return this.visits.miss(actor, { id, ifMatch }, input);
  }

  @Post(':id/take-back')
  @Auth('intake.homeVisits.takeBack')
  @Action(
    '撤回误登的上门结果',
    'Take back what came of it, which was registered by mistake',
    ...[refuseVisit('home_visit.taken_back_too_late'), refuseVisit('home_visit.worker_busy'), refuseVisit('home_visit.case_over')],
    ...[refuseVisit('home_visit.resident_not_registered'), refuseResident('resident.not_found')],
  )
  takeBack(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: EndHomeVisitInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HomeVisitDto> {
    return this.visits.takeBack(actor, { id, ifMatch }, input);
  }

  @Post(':id/cancel')
  @Auth('intake.homeVisits.cancel')
  @Action('取消上门', 'Call it off')
  cancel(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: EndHomeVisitInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HomeVisitDto> {
    return this.visits.cancel(actor, { id, ifMatch }, input);
  }
}
