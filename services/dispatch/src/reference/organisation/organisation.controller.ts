import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, ChangesQuery, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { CodeParam } from '../reference.dto.js';
import { OrganisationDto, OrganisationInput, RetiredParam, RetireInput } from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('承办单位 / Organisations')
@Controller('organisations')
export class OrganisationController {
  constructor(private readonly organisations: OrganisationService) {}

  @Put(':code')
  @Auth('dispatch.organisations.register')
  @Importable({ register: 'organisations', list: OrganisationDto, needs: (_, { parentOrganisation }) => [String(parentOrganisation)] })
  @Operation({
    zh: '登记或修改承办单位',
    en: 'Register or change an organisation',
    answers: OrganisationDto,
    errors: [
      refuse('organisation.unknown'),
      refuse('organisation.retired'),
      refuse('organisation.parent_below'),
      refuse('register.changed_meanwhile'),
    ],
  })
  put(
    @Caller() actor: Actor,
    @Param() { code }: CodeParam,
    @Body() input: OrganisationInput,
    @IfMatch() ifMatch?: number,
  ): Promise<OrganisationDto> {
    return this.organisations.put(actor, code, input, ifMatch);
  }

  @Post(':code/retire')
  @HttpCode(200)
  @Auth('dispatch.organisations.retire')
  @Operation({
    zh: '撤销承办单位：未结工单陆续转由承接单位办理',
    en: 'Retire an organisation: its open orders go over to its successor',
    answers: OrganisationDto,
    errors: [
      refuse('organisation.not_found'),
      refuse('organisation.retired'),
      refuse('organisation.successor_itself'),
      refuse('organisation.successor_below'),
    ],
  })
  retire(
    @Caller() actor: Actor,
    @Param() { code }: RetiredParam,
    @Body() { successorOrganisation }: RetireInput,
    @IfMatch() ifMatch?: number,
  ): Promise<OrganisationDto> {
    return this.organisations.retire(actor, code, successorOrganisation, ifMatch);
  }

  @Get()
  @Auth('dispatch.organisations.list')
  @Operation({ zh: '列出承办单位', en: 'List organisations', answers: ChangesPageOf(OrganisationDto) })
  list(@Caller() actor: Actor, @Query() query: ChangesQuery): Promise<Page<OrganisationDto>> {
    return this.organisations.list(actor, query);
  }
}
