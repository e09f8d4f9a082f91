import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IdParam, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { MediatorDto, MediatorQuery, RegisterMediatorInput } from './mediator.dto.js';
import { MediatorService } from './mediator.service.js';

@ApiTags('调解员 / Mediators')
@Controller('mediators')
export class MediatorController {
  constructor(private readonly mediators: MediatorService) {}

  @Post()
  @Auth('case-mediation.mediators.register')
  @Operation({
    zh: '登记调解员',
    en: 'Register a mediator',
    answers: MediatorDto,
    status: 201,
    errors: [refuse('mediator.registered_already')],
  })
  register(@Caller() actor: Actor, @Body() input: RegisterMediatorInput): Promise<MediatorDto> {
    return this.mediators.register(actor, input);
  }

  @Get()
  @Auth('case-mediation.mediators.list')
  @Operation({ zh: '查询调解员', en: 'List mediators', answers: ChangesPageOf(MediatorDto) })
  list(@Caller() actor: Actor, @Query() query: MediatorQuery): Promise<Page<MediatorDto>> {
    return this.mediators.list(actor, query);
  }

  @Get(':id')
  @Auth('case-mediation.mediators.get')
  @Operation({ zh: '查看调解员', en: 'Get a mediator', answers: MediatorDto, errors: [refuse('mediator.not_found')] })
  get(@Caller() actor: Actor, @IdParam() id: string): Promise<MediatorDto> {
    return this.mediators.get(actor, id);
  }
}
