import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import {
  ConcludeInput,
  MoveWhistleInput,
  WhistleDetailDto,
  WhistleDto,
  WhistleInput,
  WhistleMarkInput,
  WhistleQuery,
  WhistleReasonInput,
} from './whistle.dto.js';
import { refuseWhistle } from './whistle.errors.js';
import { WhistleService } from './whistle.service.js';
import { WHISTLE_TRANSITIONS } from './whistle.transitions.js';

const notFound = refuseWhistle('whistle.not_found');

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: WhistleDto, errors: [notFound, ...WHISTLE_TRANSITIONS.errors, ...errors] });

const MARKS = {
  street: { summary: '街道评部门 the street marks a department', value: { mark: 4, department: 'urban-management' } },
  department: { summary: '部门评街道 a department marks the street', value: { mark: 5 } },
};

@ApiTags('吹哨报到 / Whistles')
@Controller()
export class WhistleController {
  constructor(private readonly whistles: WhistleService) {}

  @Post('work-orders/:id/whistles')
  @Auth('dispatch.whistles.whistle')
  @Operation({
    zh: '吹哨：街道召集部门到现场',
    en: 'Whistle: a street summons departments to a place and time',
    answers: WhistleDto,
    status: 201,
    errors: [
      refuse('work_order.not_found'),
      refuseWhistle('whistle.not_a_street'),
      refuseWhistle('whistle.in_the_past'),
      refuseWhistle('whistle.too_far_ahead'),
      refuseWhistle('whistle.order_ended'),
      refuseWhistle('whistle.too_many'),
      refuseWhistle('whistle.called_already'),
      refuse('organisation.lead_and_co'),
      refuse('work_order.organisation_barred'),
    ],
  })
  whistle(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WhistleInput, @IfMatch() ifMatch?: number): Promise<WhistleDto> {
    return this.whistles.whistle(actor, { id, ifMatch }, input);
  }

  @Get('whistles')
  @Auth('dispatch.whistles.list')
  @Operation({ zh: '吹哨列表（新的在前）', en: 'List whistles, newest first', answers: ChangesPageOf(WhistleDto) })
  list(@Caller() actor: Actor, @Query() query: WhistleQuery): Promise<Page<WhistleDto>> {
    return this.whistles.list(actor, query);
  }

  @Get('whistles/:id')
  @Auth('dispatch.whistles.get')
  @Operation({ zh: '查看吹哨：事由、报到、结果', en: 'Get a whistle with its history', answers: WhistleDetailDto, errors: [notFound] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<WhistleDetailDto> {
    return this.whistles.get(actor, id);
  }

  @Post('whistles/:id/arrive')
  @Auth('dispatch.whistles.arrive')
  @Action(
    '报到：约定时间前 arrival-early-minutes 分钟起',
    'Arrive: from policy `arrival-early-minutes` before they meet',
    refuseWhistle('whistle.not_summoned'),
    refuseWhistle('whistle.arrived_already'),
    refuseWhistle('whistle.too_early'),
  )
  arrive(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<WhistleDto> {
    return this.whistles.arrive(actor, { id, ifMatch });
  }

  @Post('whistles/:id/move')
  @Auth('dispatch.whistles.move')
  @Action(
    '改期、改地点：尚无单位报到时，告知全部被哨单位',
    'Move it to another time or place, while nobody has arrived; all who were summoned are told',
    refuseWhistle('whistle.not_caller'),
    refuseWhistle('whistle.moved_too_late'),
    refuseWhistle('whistle.moved_too_often'),
    refuseWhistle('whistle.same_meeting'),
    refuseWhistle('whistle.in_the_past'),
    refuseWhistle('whistle.too_far_ahead'),
    refuseWhistle('whistle.called_already'),
  )
  move(@Caller() actor: Actor, @IdParam() id: string, @Body() input: MoveWhistleInput, @IfMatch() ifMatch?: number): Promise<WhistleDto> {
    return this.whistles.move(actor, { id, ifMatch }, input);
  }

  @Post('whistles/:id/conclude')
  @Auth('dispatch.whistles.conclude')
  @Action(
    '街道办结，记录结果：自约定时间起，或全部到场后',
    'The street says what came of it: when they have met, or all have arrived',
    refuseWhistle('whistle.not_caller'),
    refuseWhistle('whistle.not_met_yet'),
  )
  conclude(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ConcludeInput, @IfMatch() ifMatch?: number): Promise<WhistleDto> {
    return this.whistles.conclude(actor, { id, ifMatch }, input);
  }

  @Post('whistles/:id/cancel')
  @Auth('dispatch.whistles.cancel')
  @Action('街道取消吹哨', 'The street calls it off', refuseWhistle('whistle.not_caller'))
  cancel(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: WhistleReasonInput,
    @IfMatch() ifMatch?: number,
  ): Promise<WhistleDto> {
    return this.whistles.cancel(actor, { id, ifMatch }, input.reason);
  }

  @Post('whistles/:id/mark')
  @Auth('dispatch.whistles.mark')
  @ApiBody({ type: WhistleMarkInput, examples: MARKS })
  @Action(
    '双向评分：街道评部门，部门评街道',
    'Both sides mark each other: the street a department, a department the street',
    refuseWhistle('whistle.not_summoned'),
    refuseWhistle('whistle.department_wanted'),
    refuseWhistle('whistle.marked_already'),
    refuse('part.mark_beyond_scale'),
  )
  mark(@Caller() actor: Actor, @IdParam() id: string, @Body() input: WhistleMarkInput, @IfMatch() ifMatch?: number): Promise<WhistleDto> {
    return this.whistles.mark(actor, { id, ifMatch }, input);
  }
}
