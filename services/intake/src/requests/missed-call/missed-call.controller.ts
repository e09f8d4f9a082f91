import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { FindByPhoneInput } from '../requester/requester.dto.js';
import { RevealInput } from '../reveal/reveal.dto.js';
import {
  CallBackInput,
  MissedCallDetailDto,
  MissedCallDto,
  MissedCallQuery,
  RecordMissedCallInput,
  RevealedNumberDto,
} from './missed-call.dto.js';
import { refuseMissedCall } from './missed-call.errors.js';
import { MissedCallService } from './missed-call.service.js';
import { MISSED_CALL_TRANSITIONS } from './missed-call.transitions.js';

const NOT_FOUND = refuseMissedCall('missed_call.not_found');

/** Called just now: a time of the past may be too long ago when the example is pasted. */
const RECORD_EXAMPLES = {
  now: { summary: '刚才未接 missed just now', value: { areaCode: '230903', line: '12345', phone: '13800001234' } },
};

const CALL_BACK_EXAMPLES = { answered: { summary: '当场解答 answered at once', value: { outcome: 'answered' } } };

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: MissedCallDto, errors: [NOT_FOUND, ...MISSED_CALL_TRANSITIONS.errors, ...errors] });

@ApiTags('未接来电 / Missed calls')
@Controller('missed-calls')
export class MissedCallController {
  constructor(private readonly missedCalls: MissedCallService) {}

  @Post()
  @Auth('intake.missedCalls.record')
  @Operation({
    zh: '登记未接来电；同一号码已有待回拨的，并入并计次',
    en: 'Record a call that nobody answered; one that waits already of the same number is counted again',
    answers: MissedCallDto,
    status: 201,
    errors: [refuseMissedCall('missed_call.in_future'), refuseMissedCall('missed_call.too_late')],
  })
  @ApiBody({ type: RecordMissedCallInput, examples: RECORD_EXAMPLES })
  record(@Caller() actor: Actor, @Body() input: RecordMissedCallInput): Promise<MissedCallDto> {
    return this.missedCalls.record(actor, input);
  }

  @Get()
  @Auth('intake.missedCalls.list')
  @Operation({
    zh: '未接来电列表；sort=due 按回拨期限',
    en: 'List missed calls; by due time with sort=due',
    answers: ChangesPageOf(MissedCallDto),
  })
  list(@Caller() actor: Actor, @Query() query: MissedCallQuery): Promise<Page<MissedCallDto>> {
    return this.missedCalls.list(actor, query);
  }

  @Post('find-by-phone')
  @Auth('intake.missedCalls.findByPhone')
  @Operation({
    zh: '按来电号码查找未接来电；已了结的不再留有号码',
    en: 'Find missed calls by the number that called; those that are over have none any more',
    answers: ChangesPageOf(MissedCallDto),
    status: 200,
  })
  findByPhone(@Caller() actor: Actor, @Body() input: FindByPhoneInput, @Query() page: PageQuery): Promise<Page<MissedCallDto>> {
    return this.missedCalls.findByPhone(actor, input, page);
  }

  @Get(':id')
  @Auth('intake.missedCalls.get')
  @Operation({ zh: '查看未接来电及其处理记录', en: 'Get a missed call and its history', answers: MissedCallDetailDto, errors: [NOT_FOUND] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<MissedCallDetailDto> {
    return this.missedCalls.get(actor, id);
  }

  @Post(':id/reveal')
  @Auth('intake.missedCalls.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看来电号码以便回拨（留痕）',
    en: 'Reveal the number to call back, for a stated purpose that is kept',
    answers: RevealedNumberDto,
    errors: [NOT_FOUND, refuseMissedCall('missed_call.no_number')],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedNumberDto> {
    return this.missedCalls.reveal(actor, id, input);
  }

  @Post(':id/attempt')
  @Auth('intake.missedCalls.attempt')
  @Action(
    '回拨未通：两次之间至少隔 missed-call-interval；达到规定次数即结束',
    'Called back in vain, at least policy `missed-call-interval` after the last time; it ends when that was often enough',
    refuseMissedCall('missed_call.attempt_too_soon'),
  )
  attempt(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<MissedCallDto> {
    return this.missedCalls.attempt(actor, id, ifMatch);
  }

  @Post(':id/call-back')
  @ApiBody({ type: CallBackInput, examples: CALL_BACK_EXAMPLES })
  @Auth('intake.missedCalls.callBack')
  @Action(
    '已回拨：登记诉求的填其编号，号码随即删除',
    'Called back: with the request that came of it, if any; the number is gone with it',
    refuseMissedCall('missed_call.request_wanted'),
    refuse('request.not_found'),
  )
  callBack(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CallBackInput,
    @IfMatch() ifMatch?: number,
  ): Promise<MissedCallDto> {
    return this.missedCalls.callBack(actor, id, input, ifMatch);
  }
}
