import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IfMatch, Operation, PageOf } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { ChangePolicyDto, PolicyDto } from './policy.dto.js';
import { POLICIES } from './policy.js';
import { PolicyService } from './policy.service.js';

@ApiTags('策略 policies')
@Controller('policies')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Auth('evaluation:read')
  @Operation({ zh: '策略列表', en: 'List policies', answers: PageOf(PolicyDto) })
  list(@Caller() actor: Actor): Promise<{ items: PolicyDto[] }> {
    return this.policies.list(actor);
  }

  @Put(':name')
  @ApiParam({ name: 'name', enum: Object.keys(POLICIES), example: 'callback-attempts' })
  @Auth('evaluation:operate', 'administrator')
  @Operation({
    zh: '修改策略（生成新版本）',
    en: 'Change a policy (a new version)',
    answers: PolicyDto,
    errors: [refuse('policy.not_found'), refuse('policy.out_of_range'), refuse('policy.changed_meanwhile')],
  })
  change(
    @Caller() actor: Actor,
    @Param('name') name: string,
    @Body() input: ChangePolicyDto,
    @IfMatch() ifMatch?: number,
  ): Promise<PolicyDto> {
    return this.policies.change(actor, name, input.value, ifMatch);
  }
}
