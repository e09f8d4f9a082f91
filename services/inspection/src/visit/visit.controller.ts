import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attachError } from '@zero-distance/files';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { RecordVisitInput, VisitDto, VisitQuery } from './visit.dto.js';
import { VisitService } from './visit.service.js';

@ApiTags('排查 / Visits')
@Controller('visits')
export class VisitController {
  constructor(private readonly visits: VisitService) {}

  @Post()
  @Auth('inspection.visits.record')
  @Operation({
    zh: '登记排查',
    en: 'Record a visit',
    answers: VisitDto,
    status: 201,
    errors: [
      refuse('premises.unknown'),
      refuse('premises.not_active'),
      refuse('checklist.unknown'),
      refuse('visit.item_unknown'),
      refuse('visit.item_twice'),
      refuse('visit.items_missing'),
      refuse('visit.settlement_missing'),
      refuse('visit.settlement_not_for'),
      refuse('visit.rectify_by_missing'),
      refuse('visit.rectify_by_only_with_notice'),
      refuse('visit.rectify_by_past'),
      refuse('visit.suspected_major_needs_transfer'),
      attachError('inspection'),
    ],
  })
  record(@Caller() actor: Actor, @Body() input: RecordVisitInput): Promise<VisitDto> {
    return this.visits.record(actor, input);
  }

  @Get()
  @Auth('inspection.visits.list')
  @Operation({ zh: '排查记录列表', en: 'List visits', answers: ChangesPageOf(VisitDto) })
  list(@Caller() actor: Actor, @Query() query: VisitQuery): Promise<Page<VisitDto>> {
    return this.visits.list(actor, query);
  }

  @Get(':id')
  @Auth('inspection.visits.get')
  @Operation({ zh: '查看排查记录', en: 'Get a visit', answers: VisitDto, errors: [refuse('visit.not_found')] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<VisitDto> {
    return this.visits.get(actor, id);
  }
}
