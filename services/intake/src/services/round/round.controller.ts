import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import {
  CancelRoundInput,
  CloseRoundInput,
  CorrectRoundInput,
  ExtendRoundInput,
  PlanRoundInput,
  RoundDetailDto,
  RoundDto,
  RoundQuery,
} from './round.dto.js';
import { refuseRound } from './round.errors.js';
import { RoundService } from './round.service.js';
import { ROUND_TRANSITIONS } from './round.transitions.js';

const NOT_FOUND = refuseRound('round.not_found');
const OF_DAYS = [refuseRound('round.days_turned'), refuseRound('round.over'), refuseRound('round.too_long')];
const OF_PLAN = [...OF_DAYS, refuseRound('round.code_twice'), refuseRound('round.choices_wrong')];

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: RoundDto, errors: [NOT_FOUND, ...ROUND_TRANSITIONS.errors, refuseRound('round.not_yours'), ...errors] });

@ApiTags('敲门行动 / Rounds of knocking at doors')
@Controller('rounds')
export class RoundController {
  constructor(private readonly rounds: RoundService) {}

  @Post()
  @Auth('intake.rounds.plan')
  @Operation({
    zh: '计划一轮敲门行动：社区、起止日、入户所问',
    en: 'Plan a round: the community, its days, what is asked at each door',
    answers: RoundDto,
    status: 201,
    errors: [refuseRound('round.area_too_wide'), ...OF_PLAN],
  })
  plan(@Caller() actor: Actor, @Body() input: PlanRoundInput): Promise<RoundDto> {
    return this.rounds.plan(actor, input);
  }

  @Get()
  @Auth('intake.rounds.list')
  @Operation({ zh: '敲门行动列表', en: 'List rounds', answers: ChangesPageOf(RoundDto) })
  list(@Caller() actor: Actor, @Query() query: RoundQuery): Promise<Page<RoundDto>> {
    return this.rounds.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.rounds.get')
  @Operation({
    zh: '查看敲门行动：进度及处理记录',
    en: 'Get a round: how far it is, and its history',
    answers: RoundDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<RoundDetailDto> {
    return this.rounds.get(actor, id);
  }

  @Post(':id/correct')
  @Auth('intake.rounds.correct')
  @Action('更正计划：未填的不变', 'Set the plan right: what is left out stays', ...OF_PLAN)
  correct(@Caller() actor: Actor, @IdParam() id: string, @Body() input: CorrectRoundInput, @IfMatch() ifMatch?: number): Promise<RoundDto> {
    return this.rounds.correct(actor, { id, ifMatch }, input);
  }

  @Post(':id/open')
  @Auth('intake.rounds.open')
  @Action('开始：名单自此冻结，不再增减住户', 'Open: the list is frozen from then on', refuseRound('round.no_targets'))
  open(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<RoundDto> {
    return this.rounds.open(actor, { id, ifMatch });
  }

  @Post(':id/cancel')
  @Auth('intake.rounds.cancel')
  @Action('取消未开始的敲门行动；名单随之清除', 'Give up a round that was not opened; its list is erased')
  cancel(@Caller() actor: Actor, @IdParam() id: string, @Body() input: CancelRoundInput, @IfMatch() ifMatch?: number): Promise<RoundDto> {
    return this.rounds.cancel(actor, { id, ifMatch }, input);
  }

  @Post(':id/extend')
  @Auth('intake.rounds.extend')
  @Action('延期，说明原因', 'Let it take longer, and say why', refuseRound('round.not_later'), ...OF_DAYS)
  extend(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ExtendRoundInput, @IfMatch() ifMatch?: number): Promise<RoundDto> {
    return this.rounds.extend(actor, { id, ifMatch }, input);
  }

  @Post(':id/close')
  @Auth('intake.rounds.close')
  @Action('结束；还有未敲开住户的，说明原因', 'Close; where households were not reached, say why', refuseRound('round.left_unexplained'))
  close(@Caller() actor: Actor, @IdParam() id: string, @Body() input: CloseRoundInput, @IfMatch() ifMatch?: number): Promise<RoundDto> {
    return this.rounds.close(actor, { id, ifMatch }, input.explanation ?? null);
  }
}
