import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, ChangesQuery, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CodeParam } from '../reference.dto.js';
import { OrganisationDto, OrganisationInput } from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('承办单位 / Organisations')
@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Put(':code')
  @Auth('dispatch.organisations.register')
  @Importable({ register: 'organisations', list: OrganisationDto })
  @Operation({
    zh: '登记或修改承办单位',
    en: 'Register or change an organisation',
    answers: OrganisationDto,
    errors: [refuse('register.changed_meanwhile')],
  })
  put(
    @Caller() actor: Actor,
    @Param() { code }: CodeParam,
    @Body() input: OrganisationInput,
    @IfMatch() ifMatch?: number,
  ): Promise<OrganisationDto> {
    return this.organisations.put(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('dispatch.organisations.list')
  @Operation({ zh: '列出承办单位', en: 'List organisations', answers: ChangesPageOf(OrganisationDto) })
  list(@Caller() actor: Actor, @Query() query: ChangesQuery): Promise<Page<OrganisationDto>> {
    return this.organisations.list(actor, query);
  }
}
