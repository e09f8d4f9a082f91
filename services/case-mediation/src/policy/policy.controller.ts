import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@zero-distance/kernel';
import { Auth, Caller, IfMatch, Operation } from '@zero-distance/platform';
import { refuse } from '../errors.js';
import { PolicyDto, PolicyInput, PolicyListDto } from './policy.dto.js';
import { isPolicyName, POLICY_NAMES } from './policy.js';
import { PolicyService } from './policy.service.js';

@ApiTags('策略 / Policies')
@Controller('policies')
export class PolicyController {
  constructor(private readonly policies: PolicyService) {}

  @Get()
  @Auth('case-mediation:read')
  @Operation({ zh: '查看现行策略', en: 'List the policies in effect', answers: PolicyListDto })
  list(@Caller() actor: Actor): Promise<PolicyListDto> {
    return this.policies.list(actor);
  }

  @Put(':name')
  @Auth('case-mediation:operate', 'administrator')
  @ApiParam({ name: 'name', enum: POLICY_NAMES, example: 'mediation-limit' })
  @Operation({
    zh: '修改策略（产生新版本）',
    en: 'Set a policy (makes a new version)',
    answers: PolicyDto,
    errors: [refuse('policy.unknown'), refuse('policy.invalid'), refuse('policy.changed_meanwhile')],
  })
  set(@Caller() actor: Actor, @Param('name') name: string, @Body() input: PolicyInput, @IfMatch() ifMatch?: number): Promise<PolicyDto> {
    if (!isPolicyName(name)) throw refuse('policy.unknown', { name, names: POLICY_NAMES.join(', ') });
    return this.policies.set(actor, name, input, ifMatch);
  }
}
