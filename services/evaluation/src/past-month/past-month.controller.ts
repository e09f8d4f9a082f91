import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { ReleasedMonthsDto, ReleaseMonthsInput } from './past-month.dto.js';
import { PastMonthService } from './past-month.service.js';

@ApiTags('指标 / Figures')
@Controller('past-months')
export class PastMonthController {
  constructor(private readonly pastMonths: PastMonthService) {}

  @Post('release')
  @HttpCode(200)
  @Auth('evaluation.pastMonths.release')
  @Operation({
    zh: '决定公布历史月份的公示指标（历史数据已导入完整；公布后不再变动）',
    en: 'Decide that months of the time before are published: all of them was brought in. What is published stays as it is',
    answers: ReleasedMonthsDto,
    errors: [refuse('past_month.not_past'), refuse('past_month.turned')],
  })
  release(@Caller() actor: Actor, @Body() input: ReleaseMonthsInput): Promise<ReleasedMonthsDto> {
    return this.pastMonths.release(actor, input);
  }
}
