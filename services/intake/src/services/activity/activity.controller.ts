import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import {
  ActivityDetailDto,
  ActivityDto,
  ActivityQuery,
  CancelActivityInput,
  CorrectActivityInput,
  PLANNED,
  PlanActivityInput,
  PublicActivityDto,
  PublicActivityQuery,
} from './activity.dto.js';
import { refuseActivity } from './activity.errors.js';
import { ActivityService } from './activity.service.js';
import { ACTIVITY_TRANSITIONS } from './activity.transitions.js';

const NOT_FOUND = refuseActivity('activity.not_found');
const OF_PLAN = [
  refuseActivity('activity.turned'),
  refuseActivity('activity.over'),
  refuseActivity('activity.too_long'),
  refuseActivity('activity.too_far'),
  refuseActivity('activity.too_many_places'),
  refuseActivity('activity.employers_wrong'),
];

const PLAN_EXAMPLES = {
  fair: { summary: '招聘会 a job fair', value: PLANNED },
  warmth: {
    summary: '送温暖 one of the five deliveries',
    value: { ...PLANNED, kind: 'five-delivery', delivery: 'warmth', title: '冬日送温暖', employers: [] },
  },
};
/** Of any kind. */
const CORRECT_EXAMPLES = { larger: { summary: '增加名额 more places', value: { capacity: 80, reason: '报名踊跃，换大会场。' } } };

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: ActivityDto,
    errors: [NOT_FOUND, ...ACTIVITY_TRANSITIONS.errors, refuseActivity('activity.not_yours'), ...errors],
  });

@ApiTags('活动 / Activities')
@Controller()
export class ActivityController {
  constructor(private readonly activities: ActivityService) {}

  @Get('public/activities')
  @Auth('intake.activities.announced')
  @Operation({
    zh: '活动预告：可报名的，先开始的在前',
    en: 'The activities that can be booked, the soonest first',
    answers: PageOf(PublicActivityDto),
  })
  announced(@Query() query: PublicActivityQuery): Promise<Page<PublicActivityDto>> {
    return this.activities.announced(query);
  }

  @Get('public/activities/:id')
  @Auth('intake.activities.readPublicly')
  @Operation({
    zh: '一场活动：预告过的，举行、结束或取消后仍可查看',
    en: 'One activity that was announced, also when it is held, closed or cancelled',
    answers: PublicActivityDto,
    errors: [NOT_FOUND],
  })
  readPublicly(@IdParam() id: string): Promise<PublicActivityDto> {
    return this.activities.readPublicly(id);
  }

  @Post('activities')
  @Auth('intake.activities.plan')
  @ApiBody({ type: PlanActivityInput, examples: PLAN_EXAMPLES })
  @Operation({
    zh: '计划活动：五送、招聘会、健康体检、文化活动',
    en: 'Plan an activity: one of the five deliveries, a job fair, a health check, culture',
    answers: ActivityDto,
    status: 201,
    errors: [...OF_PLAN, refuseActivity('activity.delivery_wrong')],
  })
  plan(@Caller() actor: Actor, @Body() input: PlanActivityInput): Promise<ActivityDto> {
    return this.activities.plan(actor, input);
  }

  @Get('activities')
  @Auth('intake.activities.list')
  @Operation({ zh: '活动列表', en: 'List activities', answers: ChangesPageOf(ActivityDto) })
  list(@Caller() actor: Actor, @Query() query: ActivityQuery): Promise<Page<ActivityDto>> {
    return this.activities.list(actor, query);
  }

  @Get('activities/:id')
  @Auth('intake.activities.get')
  @Operation({ zh: '查看活动及其处理记录', en: 'Get an activity and its history', answers: ActivityDetailDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ActivityDetailDto> {
    return this.activities.get(actor, id);
  }

  @Post('activities/:id/correct')
  @Auth('intake.activities.correct')
  @ApiBody({ type: CorrectActivityInput, examples: CORRECT_EXAMPLES })
  @Action(
    '更正：未填的不变；减少名额不影响已报名的，改时间地点即短信告知',
    'Set it right: what is left out stays. With fewer places nobody loses theirs; of another time or place who booked is told',
    ...OF_PLAN,
  )
  correct(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CorrectActivityInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ActivityDto> {
    return this.activities.correct(actor, { id, ifMatch }, input);
  }

  @Post('activities/:id/announce')
  @Auth('intake.activities.announce')
  @Action('预告：公开，可报名', 'Announce: anybody reads it, and can book', refuseActivity('activity.over'))
  announce(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityDto> {
    return this.activities.announce(actor, { id, ifMatch });
  }

  @Post('activities/:id/hold')
  @Auth('intake.activities.hold')
  @Action(
    '举行：开始签到，候补随之结束',
    'It is held: who comes is recorded, and nobody waits any more',
    refuseActivity('activity.not_begun'),
  )
  hold(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityDto> {
    return this.activities.hold(actor, { id, ifMatch });
  }

  @Post('activities/:id/close')
  @Auth('intake.activities.close')
  @Action('结束：确认而未到的记为缺席，未确认的不算', 'Close: who confirmed and did not come was absent, who never confirmed was not')
  close(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ActivityDto> {
    return this.activities.close(actor, { id, ifMatch });
  }

  @Post('activities/:id/cancel')
  @Auth('intake.activities.cancel')
  @Action('取消：已报名、候补的均短信告知', 'Cancel: everybody who booked, or waits, is told')
  cancel(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CancelActivityInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ActivityDto> {
    return this.activities.cancel(actor, { id, ifMatch }, input.reason);
  }
}
