import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, ChangesPageOf, IfMatch, Importable, Operation, type Page } from '@zero-distance/platform';
import { refuse } from '../../errors.js';
import { RegisterResidentGroupInput, ResidentGroupDto, ResidentGroupParams, ResidentGroupQuery } from './resident-group.dto.js';
import { ResidentGroupService } from './resident-group.service.js';

@ApiTags('居民 / Residents')
@Controller('resident-groups')
export class ResidentGroupController {
  constructor(private readonly groups: ResidentGroupService) {}

  @Put(':code')
  @Auth('intake.residentGroups.register')
  @Importable({ register: 'resident-groups', list: ResidentGroupDto })
  @Operation({
    zh: '登记或修改群体',
    en: 'Register or change a group of residents',
    answers: ResidentGroupDto,
    errors: [refuse('register.changed_meanwhile')],
  })
  register(
    @Caller() actor: Actor,
    @Param() { code }: ResidentGroupParams,
    @Body() input: RegisterResidentGroupInput,
    @IfMatch() ifMatch?: number,
  ): Promise<ResidentGroupDto> {
    return this.groups.register(actor, code, input, ifMatch);
  }

  @Get()
  @Auth('intake.residentGroups.list')
  @Operation({ zh: '群体列表', en: 'The groups of residents', answers: ChangesPageOf(ResidentGroupDto) })
  list(@Query() query: ResidentGroupQuery): Promise<Page<ResidentGroupDto>> {
    return this.groups.list(query);
  }
}
