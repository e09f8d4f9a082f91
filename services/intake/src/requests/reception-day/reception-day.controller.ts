import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import {
  AnnounceReceptionDayInput,
  CallOffReceptionDayInput,
  CorrectReceptionDayInput,
  HoldReceptionDayInput,
  PublicReceptionDayDto,
  PublicReceptionDayQuery,
  ReceptionDayDetailDto,
  ReceptionDayDto,
  ReceptionDayQuery,
} from './reception-day.dto.js';
import { refuseReceptionDay } from './reception-day.errors.js';
import { ReceptionDayService } from './reception-day.service.js';
import { RECEPTION_DAY_TRANSITIONS } from './reception-day.transitions.js';

const NOT_FOUND = refuseReceptionDay('reception_day.not_found');

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({
    zh,
    en,
    answers: ReceptionDayDto,
    errors: [NOT_FOUND, ...RECEPTION_DAY_TRANSITIONS.errors, refuseReceptionDay('reception_day.not_yours'), ...errors],
  });

@ApiTags('居民接待日 / Reception days')
@Controller()
export class ReceptionDayController {
  constructor(private readonly receptionDays: ReceptionDayService) {}

  @Get('public/reception-days')
  @Auth('intake.receptionDays.announced')
  @Operation({ zh: '居民接待日预告', en: 'The reception days that are announced', answers: ChangesPageOf(PublicReceptionDayDto) })
  announced(@Query() query: PublicReceptionDayQuery): Promise<Page<PublicReceptionDayDto>> {
    return this.receptionDays.announced(query);
  }

  @Post('reception-days')
  @Auth('intake.receptionDays.announce')
  @Operation({
    zh: '预告居民接待日，随即公开',
    en: 'Announce a reception day: anybody reads it at once',
    answers: ReceptionDayDto,
    status: 201,
    errors: [refuseReceptionDay('reception_day.ends_before_it_begins'), refuseReceptionDay('reception_day.ends_too_late')],
  })
  announce(@Caller() actor: Actor, @Body() input: AnnounceReceptionDayInput): Promise<ReceptionDayDto> {
    return this.receptionDays.announce(actor, input);
  }

  @Get('reception-days')
  @Auth('intake.receptionDays.list')
  @Operation({ zh: '居民接待日列表', en: 'List reception days', answers: ChangesPageOf(ReceptionDayDto) })
  list(@Caller() actor: Actor, @Query() query: ReceptionDayQuery): Promise<Page<ReceptionDayDto>> {
    return this.receptionDays.list(actor, query);
  }

  @Get('reception-days/:id')
  @Auth('intake.receptionDays.get')
  @Operation({ zh: '查看居民接待日', en: 'Get a reception day', answers: ReceptionDayDetailDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<ReceptionDayDetailDto> {
    return this.receptionDays.get(actor, id);
  }

  @Post('reception-days/:id/correct')
  @Auth('intake.receptionDays.correct')
  @Action(
    '更正预告：接待领导、地点、时间或主题，随即公开',
    'Set an announcement right, host, place, time or topic: anybody reads it at once',
    refuseReceptionDay('reception_day.ends_before_it_begins'),
    refuseReceptionDay('reception_day.ends_too_late'),
  )
  correct(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CorrectReceptionDayInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ReceptionDayDto> {
    return this.receptionDays.correct(actor, id, input, ifMatch);
  }

  @Post('reception-days/:id/hold')
  @Auth('intake.receptionDays.hold')
  @Action(
    '已举行：登记到场人数；办结前可再次登记以更正',
    'It was held: say how many came. Said again before it is closed, it puts the number right',
    refuseReceptionDay('reception_day.not_begun'),
    refuseReceptionDay('reception_day.fewer_than_came'),
  )
  hold(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: HoldReceptionDayInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ReceptionDayDto> {
    return this.receptionDays.hold(actor, id, input.visitors, ifMatch);
  }

  @Post('reception-days/:id/call-off')
  @Auth('intake.receptionDays.callOff')
  @Action('取消：尚无人来访', 'Call off, while nobody has come', refuseReceptionDay('reception_day.visited'))
  callOff(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CallOffReceptionDayInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ReceptionDayDto> {
    return this.receptionDays.callOff(actor, id, input.reason, ifMatch);
  }

  @Post('reception-days/:id/close')
  @Auth('intake.receptionDays.close')
  @Action('办结：来访诉求均有结果', 'Close: each of its visitors has a result', refuseReceptionDay('reception_day.matters_open'))
  close(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<ReceptionDayDto> {
    return this.receptionDays.close(actor, id, ifMatch);
  }
}
