import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastServiceCaseDto, PastServiceCaseInput, PastServiceCaseParams } from './past-service-case.dto.js';
import { refusePastServiceCase } from './past-service-case.errors.js';
import { PastServiceCaseService } from './past-service-case.service.js';

@ApiTags('历史办件 / Past service cases')
@Controller('past-service-cases')
export class PastServiceCaseController {
  constructor(private readonly pastCases: PastServiceCaseService) {}

  @Put(':reference')
  @Auth('intake.pastServiceCases.register')
  @Importable({ register: 'past-service-cases', list: PastServiceCaseDto })
  @Operation({
    zh: '导入历史办件（保留原有时间和评价，不含申请人，不派人、不催办、不回访）',
    en: 'Bring in a service case of the time before, with its own times and rating: without who applied, and nobody has to do anything',
    answers: PastServiceCaseDto,
    errors: [
      refusePastServiceCase('past_service_case.in_future'),
      refusePastServiceCase('past_service_case.out_of_order'),
      refusePastServiceCase('past_service_case.delivery_unfit'),
      refusePastServiceCase('past_service_case.alone_unfit'),
      refusePastServiceCase('past_service_case.rating_unfit'),
      refusePastServiceCase('past_service_case.taken_live'),
      refusePastServiceCase('past_service_case.differs'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { reference }: PastServiceCaseParams,
    @Body() input: PastServiceCaseInput,
  ): Promise<PastServiceCaseDto> {
    return this.pastCases.put(actor, reference, input);
  }
}
