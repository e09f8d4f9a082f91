import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { RoundDto, RoundParams, RoundQuery } from './round.dto.js';
import { RoundService } from './round.service.js';

@ApiTags('月度排查 / Rounds')
@Controller('rounds')
export class RoundController {
  constructor(private readonly rounds: RoundService) {}

  @Get(':month')
  @Auth('inspection.rounds.coverage')
  @Operation({ zh: '月度排查覆盖情况', en: 'Coverage of a month’s round', answers: RoundDto, errors: [refuse('round.not_opened')] })
  coverage(@Caller() actor: Actor, @Param() { month }: RoundParams, @Query() query: RoundQuery): Promise<RoundDto> {
    return this.rounds.coverage(actor, month, query.areaCode ?? actor.area);
  }
}
