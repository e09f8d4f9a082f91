import { Body, Controller, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { DutyShiftDto, DutyShiftInput, DutyShiftParam, DutyShiftQuery, RevealDutyInput, RevealedDutyDto } from './duty-shift.dto.js';
import { refuseDuty } from './duty-shift.errors.js';
import { DutyShiftService } from './duty-shift.service.js';

@ApiTags('值班表 / Duty rosters')
@Controller('duty-shifts')
export class DutyShiftController {
  constructor(private readonly dutyShifts: DutyShiftService) {}

  @Put(':code')
  @Auth('dispatch.dutyShifts.register')
  @Operation({
    zh: '登记或修改某单位的一个值班班次',
    en: 'Register or change a shift of an organisation’s duty roster',
    answers: DutyShiftDto,
    errors: [
      refuseDuty('duty_shift.ends_before_it_begins'),
      refuseDuty('duty_shift.too_long'),
      refuseDuty('duty_shift.too_far_ahead'),
      refuse('organisation.retired'),
      refuse('register.changed_meanwhile'),
    ],
  })
  put(
    @Caller() actor: Actor,
    @Param() { code }: DutyShiftParam,
    @Body() input: DutyShiftInput,
    @IfMatch() ifMatch?: number,
  ): Promise<DutyShiftDto> {
    return this.dutyShifts.put(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('dispatch.dutyShifts.list')
  @Operation({
    zh: '值班表；at 查某时谁在班，from 查其后开始的班次',
    en: 'The duty roster; who is on duty at a moment with at, and who from a moment on with from',
    answers: ChangesPageOf(DutyShiftDto),
    errors: [refuseDuty('duty_shift.from_alone')],
  })
  list(@Caller() actor: Actor, @Query() query: DutyShiftQuery): Promise<Page<DutyShiftDto>> {
    return this.dutyShifts.list(actor, query);
  }

  @Post(':code/reveal')
  @HttpCode(200)
  @Auth('dispatch.dutyShifts.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看值班电话以便联系（留痕）',
    en: 'Reveal the number to call, for a stated purpose that is kept',
    answers: RevealedDutyDto,
    errors: [refuseDuty('duty_shift.not_found'), refuseDuty('duty_shift.no_number')],
  })
  reveal(@Caller() actor: Actor, @Param() { code }: DutyShiftParam, @Body() input: RevealDutyInput): Promise<RevealedDutyDto> {
    return this.dutyShifts.reveal(actor, code, input);
  }
}
