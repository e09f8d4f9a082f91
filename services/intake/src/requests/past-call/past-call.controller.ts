import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { PastCallDto, PastCallInput, PastCallParams } from './past-call.dto.js';
import { refusePastCall } from './past-call.errors.js';
import { PastCallService } from './past-call.service.js';

@ApiTags('历史来电 / Past calls')
@Controller('past-calls')
export class PastCallController {
  constructor(private readonly pastCalls: PastCallService) {}

  @Put(':reference')
  @Auth('intake.pastCalls.register')
  @Importable({ register: 'past-calls', list: PastCallDto })
  @Operation({
    zh: '导入历史热线来电（保留原有时间和是否接听，不含来电号码，不回拨）',
    en: 'Bring in a call to the hotline of the time before, with its own time and whether it was answered: without who called, and nobody is called back',
    answers: PastCallDto,
    errors: [
      refusePastCall('past_call.in_future'),
      refusePastCall('past_call.seconds_unfit'),
      refusePastCall('past_call.taken_live'),
      refusePastCall('past_call.differs'),
    ],
  })
  register(@Caller() actor: Actor, @Param() { reference }: PastCallParams, @Body() input: PastCallInput): Promise<PastCallDto> {
    return this.pastCalls.put(actor, reference, input);
  }
}
