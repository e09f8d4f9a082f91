import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastActivityDto, PastActivityInput, PastActivityParams } from './past-activity.dto.js';
import { refusePastActivity } from './past-activity.errors.js';
import { PastActivityService } from './past-activity.service.js';

@ApiTags('历史活动 / Past activities')
@Controller('past-activities')
export class PastActivityController {
  constructor(private readonly service: PastActivityService) {}

  @Put(':reference')
  @Auth('intake.pastActivities.register')
  @Importable({ register: 'past-activities', list: PastActivityDto })
  @Operation({
    zh: '导入已举行的历史活动（保留原有时间和到场人次，不含到场人）',
    en: 'Bring in an activity of the time before that was held, with its own time and how many came, and not who',
    answers: PastActivityDto,
    errors: [
      refusePastActivity('past_activity.in_future'),
      refusePastActivity('past_activity.delivery_unfit'),
      refusePastActivity('past_activity.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastActivityParams, @Body() input: PastActivityInput): Promise<PastActivityDto> {
    return this.service.put(actor, reference, input);
  }
}
