import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Importable, Operation } from '@zero-distance/platform';
import { ReceptionDayDto } from '../reception-day/reception-day.dto.js';
import { PastReceptionDayDto, PastReceptionDayInput, PastReceptionDayParams } from './past-reception-day.dto.js';
import { refusePastReceptionDay } from './past-reception-day.errors.js';
import { PastReceptionDayService } from './past-reception-day.service.js';

@ApiTags('历史接待日 / Past reception days')
@Controller('past-reception-days')
export class PastReceptionDayController {
  constructor(private readonly pastDays: PastReceptionDayService) {}

  @Put(':reference')
  @Auth('intake.pastReceptionDays.register')
  @Importable({ register: 'past-reception-days', list: PastReceptionDayDto })
  @Operation({
    zh: '导入历史居民接待日（保留原有时间和到场人数，不提醒）',
    en: 'Bring in a reception day of the time before, with its own times and how many came: nobody is reminded of it',
    answers: ReceptionDayDto,
    errors: [
      refusePastReceptionDay('past_reception_day.in_future'),
      refusePastReceptionDay('past_reception_day.out_of_order'),
      refusePastReceptionDay('past_reception_day.differs'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { reference }: PastReceptionDayParams,
    @Body() input: PastReceptionDayInput,
  ): Promise<ReceptionDayDto> {
    return this.pastDays.put(actor, reference, input);
  }
}
