import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { PremisesDto, PremisesParams, PremisesQuery, RegisterPremisesInput } from './premises.dto.js';
import { PremisesService } from './premises.service.js';

@ApiTags('场所 / Premises')
@Controller('premises')
export class PremisesController {
  constructor(private readonly premises: PremisesService) {}

  @Put(':code')
  @Auth('inspection.premises.register')
  @Importable({ register: 'premises', list: PremisesDto })
  @Operation({
    zh: '登记或修改场所',
    en: 'Register or change premises',
    answers: PremisesDto,
    errors: [refuse('premises.area_wrong'), refuse('premises.credit_code_wrong'), refuse('premises.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: PremisesParams,
    @Body() input: RegisterPremisesInput,
    @IfMatch() ifMatch?: number,
  ): Promise<PremisesDto> {
    return this.premises.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('inspection.premises.list')
  @Operation({ zh: '场所列表', en: 'List premises', answers: ChangesPageOf(PremisesDto) })
  list(@Caller() actor: Actor, @Query() query: PremisesQuery): Promise<Page<PremisesDto>> {
    return this.premises.list(actor, query);
  }

  @Get(':code')
  @Auth('inspection.premises.get')
  @Operation({ zh: '查看场所', en: 'Get premises', answers: PremisesDto, errors: [refuse('premises.not_found')] })
  get(@Caller() actor: Actor, @Param() { code }: PremisesParams): Promise<PremisesDto> {
    return this.premises.get(actor, code);
  }
}
