import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastActivityOutcomeDto, PastActivityOutcomeInput, PastActivityOutcomeParams } from './past-activity-outcome.dto.js';
import { refusePastActivityOutcome } from './past-activity-outcome.errors.js';
import { PastActivityOutcomeService } from './past-activity-outcome.service.js';

@ApiTags('历史活动成效 / Past outcomes of activities')
@Controller('past-activity-outcomes')
export class PastActivityOutcomeController {
  constructor(private readonly service: PastActivityOutcomeService) {}

  @Put(':reference')
  @Auth('intake.pastActivityOutcomes.register')
  @Importable({ register: 'past-activity-outcomes', list: PastActivityOutcomeDto })
  @Operation({
    zh: '导入历史活动成效（每人一行，保留原有日期和回访结果，不含本人）',
    en: 'Bring in what came of an activity of the time before for one person, with its own day and what was asked later, and not who that is',
    answers: PastActivityOutcomeDto,
    errors: [
      refusePastActivityOutcome('past_activity_outcome.in_future'),
      refusePastActivityOutcome('past_activity_outcome.before_activity'),
      refusePastActivityOutcome('past_activity_outcome.no_activity'),
      refusePastActivityOutcome('past_activity_outcome.more_than_came'),
      refusePastActivityOutcome('past_activity_outcome.differs'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { reference }: PastActivityOutcomeParams,
    @Body() input: PastActivityOutcomeInput,
  ): Promise<PastActivityOutcomeDto> {
    return this.service.put(actor, reference, input);
  }
}
