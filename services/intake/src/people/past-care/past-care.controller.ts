import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastCareDto, PastCareInput, PastCareParams } from './past-care.dto.js';
import { refusePastCare } from './past-care.errors.js';
import { PastCareService } from './past-care.service.js';

@ApiTags('历史走访 / Past care')
@Controller('past-care')
export class PastCareController {
  constructor(private readonly service: PastCareService) {}

  @Put(':reference')
  @Auth('intake.pastCare.register')
  @Importable({ register: 'past-care', list: PastCareDto, isKeySecret: true })
  @Operation({
    zh: '导入历史重点服务对象走访（风险期间、频次、走访日，不含本人）',
    en: 'Bring in when a key person of the time before was looked after at a risk, and visited: what was due follows from the rhythm of then; without who it is',
    answers: PastCareDto,
    errors: [
      refusePastCare('past_care.not_over'),
      refusePastCare('past_care.days_unfit'),
      refusePastCare('past_care.first_due_unfit'),
      refusePastCare('past_care.visit_unfit'),
      refusePastCare('past_care.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastCareParams, @Body() input: PastCareInput): Promise<PastCareDto> {
    return this.service.put(actor, reference, input);
  }
}
