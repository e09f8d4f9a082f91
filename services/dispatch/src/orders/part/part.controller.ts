import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { MarkInput, PartDetailDto, PartDto, PartQuery, PartReasonInput, ReportInput } from './part.dto.js';
import { refusePart } from './part.errors.js';
import { PartService } from './part.service.js';
import { PART_TRANSITIONS } from './part.transitions.js';

const notFound = refuse('part.not_found');

/** An action's place in the OpenAPI document. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: PartDto, errors: [notFound, refuse('part.over'), ...PART_TRANSITIONS.errors, ...errors] });

const REPORTS = {
  inTime: { summary: '按时 in time', value: { text: '已清理占道堆放，便于施工车辆进入。' } },
  late: { summary: '迟报 late', value: { text: '已清理占道堆放。', lateReason: '因降雪道路封闭，次日方能进场。' } },
};

@ApiTags('协办 / Parts')
@Controller('parts')
export class PartController {
  constructor(private readonly parts: PartService) {}

  @Get()
  @Auth('dispatch.parts.list')
  @Operation({
    zh: '协办列表（新的在前）：协办单位和主办单位各见自己的',
    en: 'List parts, newest first: co-handler and lead see their own',
    answers: ChangesPageOf(PartDto),
  })
  list(@Caller() actor: Actor, @Query() query: PartQuery): Promise<Page<PartDto>> {
    return this.parts.list(actor, query);
  }

  @Get(':id')
  @Auth('dispatch.parts.get')
  @Operation({ zh: '查看协办及其处理记录', en: 'Get a part with its files and its history', answers: PartDetailDto, errors: [notFound] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<PartDetailDto> {
    return this.parts.get(actor, id);
  }

  @Post(':id/accept')
  @Auth('dispatch.parts.accept')
  @Action('签收协办', 'Accept a part', refuse('part.not_co_handler'))
  accept(@Caller() actor: Actor, @IdParam() id: string, @IfMatch() ifMatch?: number): Promise<PartDto> {
    return this.parts.accept(actor, { id, ifMatch });
  }

  @Post(':id/report')
  @Auth('dispatch.parts.report')
  @ApiBody({ type: ReportInput, examples: REPORTS })
  @Action(
    '向主办单位反馈；逾期的说明理由',
    'Report to the lead; a late one says why',
    refuse('part.not_co_handler'),
    refuse('part.late_reason_wanted'),
    refuse('part.not_late'),
    attachError('dispatch'),
  )
  report(@Caller() actor: Actor, @IdParam() id: string, @Body() input: ReportInput, @IfMatch() ifMatch?: number): Promise<PartDto> {
    return this.parts.report(actor, { id, ifMatch }, input);
  }

  @Post(':id/take-back')
  @Auth('dispatch.parts.takeBack')
  @Action(
    '撤回协办反馈：由提交人在主办单位反馈之前撤回，协办时限不变',
    'Take a report back: by who sent it, before the lead has answered; the time to report stays',
    refuse('part.not_co_handler'),
    refusePart('part.not_sender'),
    refusePart('part.answered_already'),
    refusePart('part.taken_back_too_often'),
  )
  takeBack(@Caller() actor: Actor, @IdParam() id: string, @Body() input: PartReasonInput, @IfMatch() ifMatch?: number): Promise<PartDto> {
    return this.parts.takeBack(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/return')
  @Auth('dispatch.parts.return')
  @Action(
    '退回协办：说明为何不属本单位',
    'Return a part that is not its matter, with the reason',
    refuse('part.not_co_handler'),
    refusePart('part.insisted_already'),
  )
  return(@Caller() actor: Actor, @IdParam() id: string, @Body() input: PartReasonInput, @IfMatch() ifMatch?: number): Promise<PartDto> {
    return this.parts.return(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/insist')
  @Auth('dispatch.parts.insist')
  @Action('维持协办：派单中心决定仍由其协办', 'Insist: the centre decides that it helps all the same')
  insist(@Caller() actor: Actor, @IdParam() id: string, @Body() input: PartReasonInput, @IfMatch() ifMatch?: number): Promise<PartDto> {
    return this.parts.insist(actor, { id, ifMatch }, input.reason);
  }

  @Post(':id/mark')
  @Auth('dispatch.parts.mark')
  @Action(
    '主办单位反馈后对协办评分',
    'The lead marks a part, once it has answered',
    refuse('work_order.not_lead'),
    refuse('part.marked_after_reply'),
    refuse('part.mark_beyond_scale'),
  )
  mark(@Caller() actor: Actor, @IdParam() id: string, @Body() input: MarkInput, @IfMatch() ifMatch?: number): Promise<PartDto> {
    return this.parts.mark(actor, { id, ifMatch }, input.mark);
  }
}
