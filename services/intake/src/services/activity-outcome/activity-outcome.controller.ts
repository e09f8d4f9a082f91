import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuseBooking } from '../activity-booking/activity-booking.errors.js';
import {
  ActivityOutcomeDetailDto,
  ActivityOutcomeDto,
  ActivityOutcomeQuery,
  EndOutcomeInput,
  RecordOutcomeInput,
} from './activity-outcome.dto.js';
import { refuseOutcome } from './activity-outcome.errors.js';
import { ActivityOutcomeService } from './activity-outcome.service.js';
import { ACTIVITY_OUTCOME_TRANSITIONS } from './activity-outcome.transitions.js';

const NOT_FOUND = refuseOutcome('activity_outcome.not_found');
/** Without evidence, since no file can be named before it is sent. */
const CHECKED = { checked: { summary: '完成体检 checked', value: { outcome: 'need-found' } } };

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: ActivityOutcomeDto, errors: [NOT_FOUND, ...ACTIVITY_OUTCOME_TRANSITIONS.errors, ...errors] });

@ApiTags('活动 / Activities')
@Controller()
export class ActivityOutcomeController {
  constructor(private readonly outcomes: ActivityOutcomeService) {}

  @Post('activity-bookings/:id/outcomes')
  @Auth('intake.activityOutcomes.record')
  @ApiBody({ type: RecordOutcomeInput, examples: CHECKED })
  @Operation({
    zh: '登记成效：录用（须附凭证）、达成面试、参加培训、完成体检、发现需求；一人一项只计一次',
    en: 'Record what came of it: hired, with evidence, an interview, trained, checked, or a need that was found. Each counts once a person',
    answers: ActivityOutcomeDto,
    status: 201,
    errors: [
      refuseBooking('activity_booking.not_found'),
      refuseOutcome('activity_outcome.not_attended'),
      refuseOutcome('activity_outcome.erased'),
      refuseOutcome('activity_outcome.day_wrong'),
      refuseOutcome('activity_outcome.employer_wrong'),
      refuseOutcome('activity_outcome.no_evidence'),
      refuseOutcome('activity_outcome.recorded_already'),
      attachError('intake'),
    ],
  })
  record(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RecordOutcomeInput): Promise<ActivityOutcomeDto> {
    return this.outcomes.record(actor, id, input);
  }

  @Get('activity-outcomes')
  @Auth('intake.activityOutcomes.list')
  @Operation({ zh: '活动成效列表', en: 'List outcomes of activities', answers: ChangesPageOf(ActivityOutcomeDto) })
  list(@Caller() actor: Actor, @Query() query: ActivityOutcomeQuery): Promise<Page<ActivityOutcomeDto>> {
    return this.outcomes.list(actor, query);
  }

  @Get('activity-outcomes/:id')
  @Auth('intake.activityOutcomes.get')
  @Operation({
    zh: '查看成效、凭证及其处理记录',
    en: 'Get an outcome, its evidence and its history',
    answers: ActivityOutcomeDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ActivityOutcomeDetailDto> {
    return this.outcomes.get(actor, id);
  }

  @Post('activity-outcomes/:id/confirm')
  @Auth('intake.activityOutcomes.confirm')
  @Action('回访：成效仍在', 'Asked about: it is still so')
  confirm(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityOutcomeDto> {
    return this.outcomes.end(actor, { id, ifMatch }, 'confirm');
  }

  @Post('activity-outcomes/:id/lose')
  @Auth('intake.activityOutcomes.lose')
  @Action('回访：成效已失，例如已离职', 'Asked about: it is so no more')
  lose(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: EndOutcomeInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ActivityOutcomeDto> {
    return this.outcomes.end(actor, { id, ifMatch }, 'lose', input.reason);
  }

  @Post('activity-outcomes/:id/withdraw')
  @Auth('intake.activityOutcomes.withdraw')
  @Action('登记有误，撤回：不再计数', 'It was recorded by mistake: it counts no more')
  withdraw(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: EndOutcomeInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ActivityOutcomeDto> {
    return this.outcomes.end(actor, { id, ifMatch }, 'withdraw', input.reason);
  }
}
