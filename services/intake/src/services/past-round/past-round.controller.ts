import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastRoundDto, PastRoundInput, PastRoundParams } from './past-round.dto.js';
import { refusePastRound } from './past-round.errors.js';
import { PastRoundService } from './past-round.service.js';

@ApiTags('历史敲门 / Past rounds')
@Controller('past-rounds')
export class PastRoundController {
  constructor(private readonly service: PastRoundService) {}

  @Put(':reference')
  @Auth('intake.pastRounds.register')
  @Importable({ register: 'past-rounds', list: PastRoundDto })
  @Operation({
    zh: '导入历史敲门行动（每网格一行，保留原有时间，不含住户和所答）',
    en: 'Bring in one grid of a door-knocking round of the time before, with its own time: how many households were on its list and met, and not which',
    answers: PastRoundDto,
    errors: [refusePastRound('past_round.in_future'), refusePastRound('past_round.more_met'), refusePastRound('past_round.differs')],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastRoundParams, @Body() input: PastRoundInput): Promise<PastRoundDto> {
    return this.service.put(actor, reference, input);
  }
}
