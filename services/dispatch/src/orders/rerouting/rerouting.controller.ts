import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation, type Page, PageOf } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CodeParam } from '../../reference/reference.dto.js';
import { PreviewQuery, ReroutedDto } from './rerouting.dto.js';
import { ReroutingService } from './rerouting.service.js';

@ApiTags('职责清单 / Responsibility list')
@Controller('responsibilities')
export class ReroutingController {
  constructor(private readonly rerouting: ReroutingService) {}

  @Get(':code/preview')
  @Auth('dispatch.responsibilities.preview')
  @Operation({
    zh: '试改：若该条目改为如此，上月哪些工单会派给别的单位（不作任何改动）',
    en: 'Try a change: which orders of last month would have gone elsewhere if the entry were like this; nothing is changed',
    answers: PageOf(ReroutedDto),
    errors: [refuse('organisation.retired')],
  })
  preview(@Caller() actor: Actor, @Param() { code }: CodeParam, @Query() query: PreviewQuery): Promise<Page<ReroutedDto>> {
    return this.rerouting.preview(actor, code, query);
  }
}
