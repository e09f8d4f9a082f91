import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IdParam, IfMatch, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HazardDetailDto, HazardDto, HazardNoteDto, HazardQuery, RecheckDto } from './hazard.dto.js';
import { HazardService } from './hazard.service.js';

@ApiTags('隐患 hazards')
@Controller('hazards')
export class HazardController {
  constructor(private readonly hazards: HazardService) {}

  @Get()
  @Auth('inspection:read')
  @Operation({ zh: '隐患列表', en: 'List hazards', answers: PageOf(HazardDto) })
  list(@Caller() actor: Actor, @Query() query: HazardQuery): Promise<Page<HazardDto>> {
    return this.hazards.list(actor, query);
  }

  @Get(':id')
  @Auth('inspection:read')
  @Operation({
    zh: '查看隐患及其处理记录',
    en: 'Get a hazard and its history',
    answers: HazardDetailDto,
    errors: [refuse('hazard.not_found')],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<HazardDetailDto> {
    return this.hazards.get(actor, id);
  }

  @Post(':id/report-rectified')
  @Auth('inspection:write', 'inspector')
  @Operation({ zh: '报告整改完成', en: 'Report that the notice was met', answers: HazardDto, errors: [refuse('hazard.not_found')] })
  reportRectified(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: HazardNoteDto,
    @IfMatch() ifMatch?: number,
  ): Promise<HazardDto> {
    return this.hazards.reportRectified(actor, id, input.note, ifMatch);
  }

  @Post(':id/recheck')
  @Auth('inspection:write', 'inspector')
  @Operation({ zh: '复查', en: 'Record the recheck', answers: HazardDto, errors: [refuse('hazard.not_found')] })
  recheck(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RecheckDto, @IfMatch() ifMatch?: number): Promise<HazardDto> {
    return this.hazards.recheck(actor, id, input.passed, input.note, ifMatch);
  }

  @Post(':id/transfer')
  @Auth('inspection:write', 'inspector')
  @Operation({
    zh: '移交，形成整改工单',
    en: 'Transfer: it becomes a work order',
    answers: HazardDto,
    errors: [refuse('hazard.not_found'), refuse('hazard.with_work_order')],
  })
  transfer(@Caller() actor: Actor, @IdParam() id: string, @Body() input: HazardNoteDto, @IfMatch() ifMatch?: number): Promise<HazardDto> {
    return this.hazards.transfer(actor, id, input.note, ifMatch);
  }
}
