import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CalendarYearDto, HolidayDto, HolidayInput, HolidayParams, HolidayQuery, YearQuery } from './holiday.dto.js';
import { HolidayService } from './holiday.service.js';

const EXAMPLES = {
  holiday: { summary: '放假 a day off', value: { kind: 'holiday', name: '元旦' } },
  half: { summary: '节前半天 half a day before a holiday', value: { kind: 'workday', name: '节前下午放假', hours: '09:00-12:00' } },
};

@ApiTags('节假日 / Holidays')
@Controller('holidays')
export class HolidayController {
  constructor(private readonly holidays: HolidayService) {}

  @Put(':date')
  @Auth('dispatch.holidays.register')
  @ApiBody({ type: HolidayInput, examples: EXAMPLES })
  @Importable({ register: 'holidays', list: HolidayDto, together: 1 })
  @Operation({
    zh: '设定放假或调休上班（在办工单的时限随之重算）',
    en: 'Set a day off or a make-up workday (due times of open orders are computed again)',
    answers: HolidayDto,
    errors: [refuse('register.changed_meanwhile'), refuse('holiday.hours'), refuse('holiday.no_hours_of_a_day_off')],
  })
  put(
    @Caller() actor: Actor,
    @Param() { date }: HolidayParams,
    @Body() input: HolidayInput,
    @IfMatch() ifMatch?: number,
  ): Promise<HolidayDto> {
    return this.holidays.put(actor, date, input, ifMatch);
  }

  @Get()
  @Auth('dispatch.holidays.list')
  @Operation({ zh: '列出本区自定的放假和调休日', en: 'List the days that the district has set', answers: ChangesPageOf(HolidayDto) })
  list(@Caller() actor: Actor, @Query() query: HolidayQuery): Promise<Page<HolidayDto>> {
    return this.holidays.list(actor, query);
  }

  @Get('calendar')
  @Auth('dispatch.holidays.calendar')
  @Operation({
    zh: '某年的日历：国务院公布的和本区自定的节假日、调休',
    en: 'The calendar of a year: its days off and make-up workdays, as published and as the district has set them',
    answers: CalendarYearDto,
  })
  year(@Query() { year }: YearQuery): CalendarYearDto {
    return this.holidays.year(year);
  }
}
