import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, areaAncestry } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AreaDto, AreaParams, AreaQuery, RegisterAreaInput, RetireAreaInput } from './area.dto.js';
import { refuseArea } from './area.errors.js';
import { AreaService } from './area.service.js';

@ApiTags('区划 / Areas')
@Controller('areas')
export class AreaController {
  constructor(private readonly areas: AreaService) {}

  @Put(':code')
  @Auth('intake.areas.register')
  @Importable({ register: 'areas', list: AreaDto, needs: areaAncestry })
  @Operation({
    zh: '登记或修改区划',
    en: 'Register or change an area',
    answers: AreaDto,
    errors: [
      refuseArea('area.code_invalid'),
      refuseArea('area.kind_differs'),
      refuseArea('area.parent_unknown'),
      refuseArea('area.retired'),
      refuse('register.changed_meanwhile'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: AreaParams,
    @Body() input: RegisterAreaInput,
    @IfMatch() ifMatch?: number,
  ): Promise<AreaDto> {
    return this.areas.register(actor, code, input, ifMatch);
  }

  @Post(':code/retire')
  @HttpCode(200)
  @Auth('intake.areas.retire')
  @Operation({
    zh: '撤并区划：此后的诉求用接续的区划，已有的照旧',
    en: 'Retire an area: what comes in from now on lies in its successor, what is there stays',
    answers: AreaDto,
    errors: [refuseArea('area.not_found'), refuseArea('area.retired'), refuseArea('area.successor_wanted'), refuseArea('area.has_parts')],
  })
  retire(
    @Caller() actor: Actor,
    @Param() { code }: AreaParams,
    @Body() { successorArea }: RetireAreaInput,
    @IfMatch() ifMatch?: number,
  ): Promise<AreaDto> {
    return this.areas.retire(actor, code, successorArea, ifMatch);
  }

  @Get()
  @Auth('intake.areas.list')
  @Operation({ zh: '区划列表', en: 'List areas', answers: ChangesPageOf(AreaDto) })
  list(@Caller() actor: Actor, @Query() query: AreaQuery): Promise<Page<AreaDto>> {
    return this.areas.list(actor, query);
  }

  @Get(':code')
  @Auth('intake.areas.get')
  @Operation({ zh: '查看区划', en: 'Get an area', answers: AreaDto, errors: [refuseArea('area.not_found')] })
  get(@Caller() actor: Actor, @Param() { code }: AreaParams): Promise<AreaDto> {
    return this.areas.get(actor, code);
  }
}
