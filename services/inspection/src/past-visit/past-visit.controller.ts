import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { VisitDto } from '../visit/visit.dto.js';
import { PastVisitDto, PastVisitInput, PastVisitParams } from './past-visit.dto.js';
import { refusePastVisit } from './past-visit.errors.js';
import { PastVisitService } from './past-visit.service.js';

@ApiTags('历史排查 / Past visits')
@Controller('past-visits')
export class PastVisitController {
  constructor(private readonly pastVisits: PastVisitService) {}

  @Put(':reference')
  @Auth('inspection.pastVisits.register')
  @Importable({ register: 'past-visits', list: PastVisitDto })
  @Operation({
    zh: '导入历史排查（保留原有时间，不产生隐患）',
    en: 'Bring in a visit of the time before, with its own time: it finds no hazard, and nobody is told of it',
    answers: VisitDto,
    errors: [refuse('premises.unknown'), refusePastVisit('past_visit.in_future'), refusePastVisit('past_visit.differs')],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastVisitParams, @Body() input: PastVisitInput): Promise<VisitDto> {
    return this.pastVisits.put(actor, reference, input);
  }
}
