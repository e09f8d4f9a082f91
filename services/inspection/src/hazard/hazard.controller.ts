import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor, DomainError } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HazardDetailDto, HazardDto, HazardNoteInput, HazardQuery, RecheckInput } from './hazard.dto.js';
import { HazardService } from './hazard.service.js';
import { HAZARD_TRANSITIONS } from './hazard.transitions.js';

const notFound = refuse('hazard.not_found');
const notAttachable = attachError('inspection');

/** An action's place in the OpenAPI document: what it is called, and what it refuses besides the state and the role. */
const Action = (zh: string, en: string, ...errors: DomainError[]): MethodDecorator =>
  Operation({ zh, en, answers: HazardDto, errors: [notFound, notAttachable, ...HAZARD_TRANSITIONS.errors, ...errors] });

@ApiTags('隐患 / Hazards')
@Controller('hazards')
export class HazardController {
  constructor(private readonly hazards: HazardService) {}

  @Get()
  @Auth('inspection.hazards.list')
  @Operation({ zh: '隐患列表', en: 'List hazards', answers: ChangesPageOf(HazardDto) })
  list(@Caller() actor: Actor, @Query() query: HazardQuery): Promise<Page<HazardDto>> {
    return this.hazards.list(actor, query);
  }

  @Get(':id')
  @Auth('inspection.hazards.get')
  @Operation({
    zh: '查看隐患及其处理记录',
    en: 'Get a hazard and its history',
    answers: HazardDetailDto,
    errors: [notFound],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<HazardDetailDto> {
    return this.hazards.get(actor, id);
  }

  @Post(':id/report-rectified')
  @Auth('inspection.hazards.reportRectified')
  @Action('报告整改完成', 'Report that the notice was met')
  reportRectified(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: HazardNoteInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HazardDto> {
    return this.hazards.reportRectified(actor, id, input, ifMatch);
  }

  @Post(':id/recheck')
  @Auth('inspection.hazards.recheck')
  @Action('复查', 'Record the recheck')
  recheck(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RecheckInput, @IfMatch() ifMatch?: number): Promise<HazardDto> {
    return this.hazards.recheck(actor, id, input, ifMatch);
  }

  @Post(':id/transfer')
  @Auth('inspection.hazards.transfer')
  @Action('移交，形成整改工单', 'Transfer: it becomes a work order', refuse('hazard.with_work_order'))
  transfer(@Caller() actor: Actor, @IdParam() id: string, @Body() input: HazardNoteInput, @IfMatch() ifMatch?: number): Promise<HazardDto> {
    return this.hazards.transfer(actor, id, input, ifMatch);
  }
}
