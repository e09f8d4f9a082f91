import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastHomeVisitDto, PastHomeVisitInput, PastHomeVisitParams } from './past-home-visit.dto.js';
import { refusePastHomeVisit } from './past-home-visit.errors.js';
import { PastHomeVisitService } from './past-home-visit.service.js';

@ApiTags('历史上门服务 / Past visits at home')
@Controller('past-home-visits')
export class PastHomeVisitController {
  constructor(private readonly service: PastHomeVisitService) {}

  @Put(':reference')
  @Auth('intake.pastHomeVisits.register')
  @Importable({ register: 'past-home-visits', list: PastHomeVisitDto })
  @Operation({
    zh: '导入历史上门服务（保留原有时间，不含被上门的居民）',
    en: 'Bring in a visit at home of the time before that met whom it was for, with its own time: without who that was',
    answers: PastHomeVisitDto,
    errors: [refusePastHomeVisit('past_home_visit.in_future'), refusePastHomeVisit('past_home_visit.differs')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { reference }: PastHomeVisitParams,
    @Body() input: PastHomeVisitInput,
  ): Promise<PastHomeVisitDto> {
    return this.service.put(actor, reference, input);
  }
}
