import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { MediatorDto, MediatorParams, MediatorQuery, RegisterMediatorInput } from './mediator.dto.js';
import { MediatorService } from './mediator.service.js';

/** Without an account, which a mediator who is registered already may not change. */
const REGISTER_EXAMPLES = {
  mediator: {
    summary: '专职调解员 a professional mediator',
    value: {
      name: '王秀兰',
      qualification: 'professional',
      specialities: ['neighbours', 'marriage-family', 'property-management'],
      areaCode: '230903011001',
      committee: '学府社区人民调解委员会',
    },
  },
};

@ApiTags('调解员 / Mediators')
@Controller('mediators')
export class MediatorController {
  constructor(private readonly mediators: MediatorService) {}

  @Put(':code')
  @Auth('case-mediation.mediators.register')
  @ApiBody({ type: RegisterMediatorInput, examples: REGISTER_EXAMPLES })
  @Importable({ register: 'mediators', list: MediatorDto })
  @Operation({
    zh: '登记或修改调解员',
    en: 'Register or change a mediator',
    answers: MediatorDto,
    errors: [
      refuse('mediator.retired'),
      refuse('mediator.registered_already'),
      refuse('mediator.account_stays'),
      refuse('mediator.changed_meanwhile'),
    ],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: MediatorParams,
    @Body() input: RegisterMediatorInput,
    @IfMatch() ifMatch?: number,
  ): Promise<MediatorDto> {
    return this.mediators.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('case-mediation.mediators.list')
  @Operation({ zh: '查询调解员', en: 'List mediators', answers: ChangesPageOf(MediatorDto) })
  list(@Caller() actor: Actor, @Query() query: MediatorQuery): Promise<Page<MediatorDto>> {
    return this.mediators.list(actor, query);
  }

  @Get(':code')
  @Auth('case-mediation.mediators.get')
  @Operation({ zh: '查看调解员', en: 'Get a mediator', answers: MediatorDto, errors: [refuse('mediator.not_found')] })
  get(@Caller() actor: Actor, @Param() { code }: MediatorParams): Promise<MediatorDto> {
    return this.mediators.get(actor, code);
  }
}
