import { Body, Controller, Get, Header, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, Operation, type Page } from '@zero-distance/platform';
import { refuseResident } from '../../people/resident/resident.errors.js';
import { RevealInput } from '../../requests/reveal/reveal.dto.js';
import { refuseRound } from '../round/round.errors.js';
import { RoundCoverageDto } from './coverage.dto.js';
import {
  AddedOfRegisterDto,
  AddedTargetsDto,
  AddOfRegisterInput,
  AddTargetsInput,
  ListSizeDto,
  RevealedTargetDto,
  RoundTargetDto,
  RoundTargetQuery,
} from './round-target.dto.js';
import { refuseTarget } from './round-target.errors.js';
import { RoundTargetService } from './round-target.service.js';

const NO_ROUND = refuseRound('round.not_found');
const NOT_FOUND = refuseTarget('round_target.not_found');
const OF_LIST = [refuseRound('round.not_yours'), refuseRound('round.frozen')];
const PUT_ON = [NO_ROUND, ...OF_LIST, refuseRound('round.other_area'), refuseRound('round.too_many')];

const ADD_EXAMPLES = {
  door: {
    summary: '一户 one door',
    value: { households: [{ areaCode: '230903011001', address: '学府社区3号楼2单元501', householdNumber: '3-2-501' }] },
  },
};

@ApiTags('敲门行动 / Rounds of knocking at doors')
@Controller()
export class RoundTargetController {
  constructor(private readonly targets: RoundTargetService) {}

  @Post('rounds/:id/targets')
  @Auth('intake.roundTargets.add')
  @ApiBody({ type: AddTargetsInput, examples: ADD_EXAMPLES })
  @Operation({
    zh: '把住户加入敲门名单；开始后不能再加',
    en: 'Put households on the list, while it is made',
    answers: AddedTargetsDto,
    errors: [...PUT_ON, refuseResident('resident.not_found'), refuseTarget('round_target.listed_already')],
  })
  add(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AddTargetsInput): Promise<AddedTargetsDto> {
    return this.targets.add(actor, id, input);
  }

  @Post('rounds/:id/targets-of-register')
  @Auth('intake.roundTargets.addOfRegister')
  @Operation({
    zh: '按居民档案加入住户：同户编号或同住址归为一户，已在名单的不重复',
    en: 'Put the households of registered residents on the list: who has one household number or one address is one; who is on it already is not put on twice',
    answers: AddedOfRegisterDto,
    errors: PUT_ON,
  })
  addOfRegister(@Caller() actor: Actor, @IdParam() id: string, @Body() input: AddOfRegisterInput): Promise<AddedOfRegisterDto> {
    return this.targets.addOfRegister(actor, id, input);
  }

  @Get('rounds/:id/targets')
  @Auth('intake.roundTargets.list')
  @Operation({
    zh: '敲门名单及结果（不含地址和姓名）；网格员只见本网格',
    en: 'The list of a round and what came of it, without addresses and names; a worker sees the own grid',
    answers: ChangesPageOf(RoundTargetDto),
    errors: [NO_ROUND],
  })
  list(@Caller() actor: Actor, @IdParam() id: string, @Query() query: RoundTargetQuery): Promise<Page<RoundTargetDto>> {
    return this.targets.list(actor, id, query);
  }

  @Get('rounds/:id/coverage')
  @Auth('intake.roundTargets.coverage')
  @Operation({
    zh: '敲门率：见到 ÷ 名单户数，按网格；未见到的按结果说明',
    en: 'Coverage: met ÷ households, by grid; who was not met is explained by outcome',
    answers: RoundCoverageDto,
    errors: [NO_ROUND],
  })
  coverage(@Caller() actor: Actor, @IdParam() id: string): Promise<RoundCoverageDto> {
    return this.targets.coverage(actor, id);
  }

  @Get('round-targets/:id')
  @Auth('intake.roundTargets.get')
  @Operation({
    zh: '查看敲门住户（不含地址和姓名）',
    en: 'Get a household, without address and names',
    answers: RoundTargetDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<RoundTargetDto> {
    return this.targets.get(actor, id);
  }

  @Post('round-targets/:id/remove')
  @Auth('intake.roundTargets.remove')
  @Operation({
    zh: '移出名单；开始后不能再移',
    en: 'Take a household from the list, while it is made',
    answers: ListSizeDto,
    errors: [NOT_FOUND, ...OF_LIST],
  })
  remove(@Caller() actor: Actor, @IdParam() id: string): Promise<ListSizeDto> {
    return this.targets.remove(actor, id);
  }

  @Post('round-targets/:id/reveal')
  @Auth('intake.roundTargets.reveal')
  @Header('Cache-Control', 'no-store')
  @Operation({
    zh: '查看住户地址（留痕）',
    en: 'Reveal where a household is, for a stated purpose that is kept',
    answers: RevealedTargetDto,
    errors: [NOT_FOUND, refuseTarget('round_target.erased')],
  })
  reveal(@Caller() actor: Actor, @IdParam() id: string, @Body() input: RevealInput): Promise<RevealedTargetDto> {
    return this.targets.reveal(actor, id, input);
  }
}
