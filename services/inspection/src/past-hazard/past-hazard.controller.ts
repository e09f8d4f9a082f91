import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { HazardDto } from '../hazard/hazard.dto.js';
import { PastHazardDto, PastHazardInput, PastHazardParams } from './past-hazard.dto.js';
import { refusePastHazard } from './past-hazard.errors.js';
import { PastHazardService } from './past-hazard.service.js';

@ApiTags('历史隐患 / Past hazards')
@Controller('past-hazards')
export class PastHazardController {
  constructor(private readonly pastHazards: PastHazardService) {}

  @Put(':reference')
  @Auth('inspection.pastHazards.register')
  @Importable({ register: 'past-hazards', list: PastHazardDto })
  @Operation({
    zh: '导入历史隐患（保留原有时间，不派单、不催办）',
    en: 'Bring in a hazard of the time before, with its own times: nobody is given it or reminded of it',
    answers: HazardDto,
    errors: [
      refuse('premises.unknown'),
      refusePastHazard('past_hazard.in_future'),
      refusePastHazard('past_hazard.out_of_order'),
      refusePastHazard('past_hazard.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastHazardParams, @Body() input: PastHazardInput): Promise<HazardDto> {
    return this.pastHazards.put(actor, reference, input);
  }
}
