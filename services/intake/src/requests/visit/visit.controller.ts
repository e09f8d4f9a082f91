import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, Operation, type Page, PageQuery } from '@zero-distance/platform';
import { refuseReceptionDay } from '../reception-day/reception-day.errors.js';
import { RequestDto } from '../request/request.dto.js';
import { VisitService } from './visit.service.js';

@ApiTags('居民接待日 / Reception days')
@Controller('reception-days')
export class VisitController {
  constructor(private readonly visits: VisitService) {}

  @Get(':id/requests')
  @Auth('intake.receptionDays.matters')
  @Operation({
    zh: '来访诉求及办理结果',
    en: 'What its visitors asked for, and what became of it',
    answers: ChangesPageOf(RequestDto),
    errors: [refuseReceptionDay('reception_day.not_found')],
  })
  list(@Caller() actor: Actor, @IdParam() id: string, @Query() page: PageQuery): Promise<Page<RequestDto>> {
    return this.visits.list(actor, id, page);
  }
}
