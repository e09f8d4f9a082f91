import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { CaseDto } from '../mediation-case/mediation-case.dto.js';
import { PastCaseDto, PastCaseInput, PastCaseParams } from './past-case.dto.js';
import { refusePastCase } from './past-case.errors.js';
import { PastCaseService } from './past-case.service.js';

@ApiTags('历史案件 / Past cases')
@Controller('past-cases')
export class PastCaseController {
  constructor(private readonly pastCases: PastCaseService) {}

  @Put(':reference')
  @Auth('case-mediation.pastCases.register')
  @Importable({ register: 'past-cases', list: PastCaseDto })
  @Operation({
    zh: '导入历史调解案件（保留原有时间，不派人、不催办）',
    en: 'Bring in a case of the time before, with its own times: nobody is given it or reminded of it',
    answers: CaseDto,
    errors: [
      refusePastCase('past_case.in_future'),
      refusePastCase('past_case.out_of_order'),
      refusePastCase('past_case.not_accepted'),
      refusePastCase('past_case.declined_and_accepted'),
      refusePastCase('past_case.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastCaseParams, @Body() input: PastCaseInput): Promise<CaseDto> {
    return this.pastCases.put(actor, reference, input);
  }
}
