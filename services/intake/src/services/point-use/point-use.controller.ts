import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refusePoint } from '../service-point/service-point.errors.js';
import { CorrectUseInput, PointUseDetailDto, PointUseDto, PointUseQuery, RecordUseInput } from './point-use.dto.js';
import { refuseUse } from './point-use.errors.js';
import { PointUseService } from './point-use.service.js';
import { POINT_USE_TRANSITIONS } from './point-use.transitions.js';

const NOT_FOUND = refuseUse('point_use.not_found');

@ApiTags('阵地使用 / Uses of service points')
@Controller('point-uses')
export class PointUseController {
  constructor(private readonly pointUses: PointUseService) {}

  @Put()
  @Auth('intake.pointUses.record')
  @Importable({ register: 'point-uses', list: PointUseDto })
  @Operation({
    zh: '登记阵地某日或某时段的使用人次及清点方式；同样内容再次登记不重复计数',
    en: 'Record how often a service point was used on a day, or in hours of it, and how that was counted. The same again counts once',
    answers: PointUseDto,
    errors: [
      refusePoint('service_point.not_found'),
      refuseUse('point_use.hours_wrong'),
      refuseUse('point_use.not_yet'),
      refuseUse('point_use.too_early'),
      refuseUse('point_use.point_not_there'),
      refuseUse('point_use.kept_by_others'),
      refuseUse('point_use.counted_already'),
    ],
  })
  record(@Caller() actor: Actor, @Body() input: RecordUseInput): Promise<PointUseDto> {
    return this.pointUses.record(actor, input);
  }

  @Get()
  @Auth('intake.pointUses.list')
  @Operation({ zh: '阵地使用列表', en: 'List how often service points were used', answers: ChangesPageOf(PointUseDto) })
  list(@Caller() actor: Actor, @Query() query: PointUseQuery): Promise<Page<PointUseDto>> {
    return this.pointUses.list(actor, query);
  }

  @Get(':id')
  @Auth('intake.pointUses.get')
  @Operation({
    zh: '查看使用登记及其更正记录',
    en: 'Get a count of uses and its history',
    answers: PointUseDetailDto,
    errors: [NOT_FOUND],
  })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<PointUseDetailDto> {
    return this.pointUses.get(actor, id);
  }

  @Post(':id/correct')
  @Auth('intake.pointUses.correct')
  @Operation({
    zh: '更正使用人次或清点方式：只更正一次，须写原因',
    en: 'Set a count right, once, and say why',
    answers: PointUseDto,
    errors: [NOT_FOUND, ...POINT_USE_TRANSITIONS.errors, refuseUse('point_use.same')],
  })
  correct(
    @Caller() actor: Actor,
    @IdParam() id: string,
    @Body() input: CorrectUseInput,
    @IfMatch() ifMatch?: number,
  ): Promise<PointUseDto> {
    return this.pointUses.correct(actor, { id, ifMatch }, input);
  }
}
