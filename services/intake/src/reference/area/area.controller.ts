import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, areaAncestry } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { AreaDto, AreaParams, AreaQuery, RegisterAreaInput } from './area.dto.js';
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
    errors: [refuse('area.code_invalid'), refuse('area.kind_differs'), refuse('area.parent_unknown'), refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: AreaParams,
    @Body() input: RegisterAreaInput,
    @IfMatch() ifMatch?: number,
  ): Promise<AreaDto> {
    return this.areas.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.areas.list')
  @Operation({ zh: '区划列表', en: 'List areas', answers: ChangesPageOf(AreaDto) })
  list(@Caller() actor: Actor, @Query() query: AreaQuery): Promise<Page<AreaDto>> {
    return this.areas.list(actor, query);
  }

  @Get(':code')
  @Auth('intake.areas.get')
  @Operation({ zh: '查看区划', en: 'Get an area', answers: AreaDto, errors: [refuse('area.not_found')] })
  get(@Caller() actor: Actor, @Param() { code }: AreaParams): Promise<AreaDto> {
    return this.areas.get(actor, code);
  }
}
